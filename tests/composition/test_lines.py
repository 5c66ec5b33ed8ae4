"""Lines keep the rules of Chinese typesetting: what starts and ends them, how they fill the measure, how they end."""

from dataclasses import replace
from random import Random

import pytest

from kanben.composition import Line, Paragraph, Plans
from kanben.composition.characters import NO_END, NO_START
from tests.composition.setting import EM, atoms_of, set_lines, width, words

PIECES = [
    "版面",
    "编辑部",
    "“行长”",
    "，",
    "。",
    "《书林》",
    "（见下）",
    "2024年",
    "35%",
    "——",
    "……",
    "第3章",
    "￥68.00",
    "①",
    "PDF",
    "：“",
]


def random_text(seed: int) -> str:
    random = Random(seed)
    return "".join(random.choice(PIECES[:3]) + random.choice(PIECES) for _ in range(60))


@pytest.mark.parametrize("seed", range(40))
def test_no_line_starts_or_ends_with_what_may_not(seed: int) -> None:
    lines = set_lines(atoms_of(random_text(seed)), 24)

    assert [words(line) for line in lines[1:] if words(line)[0] in NO_START + "①"] == []
    assert [words(line) for line in lines[:-1] if words(line)[-1] in NO_END] == []


@pytest.mark.parametrize("seed", range(40))
def test_no_line_ends_inside_a_number_with_its_unit_or_a_dash(seed: int) -> None:
    text = "\n".join(words(line) for line in set_lines(atoms_of(random_text(seed)), 24))

    for run in ("2024年", "35%", "——", "……", "第3章", "￥68.00"):
        assert text.replace("\n", "").count(run) == text.count(run)


@pytest.mark.parametrize("seed", range(40))
def test_every_line_but_the_last_fills_the_measure(seed: int) -> None:
    lines = set_lines(atoms_of(random_text(seed)), 24, indent=2)

    assert [round(width(line), 2) for line in lines[:-1]] == [22.0, *[24.0] * (len(lines) - 2)]
    assert width(lines[-1]) <= 24.001


def test_lines_hold_all_atoms_once() -> None:
    text = random_text(3)

    assert "".join(map(words, set_lines(atoms_of(text), 18))) == text


def test_text_that_is_not_justified_is_not_opened() -> None:
    lines = set_lines(atoms_of("编辑部把书稿分成若干章节，" * 4, justify=False), 21)

    assert max(space for line in lines for space in line.spaces.values()) <= 0


def test_a_single_dash_never_starts_a_line_but_a_double_one_may() -> None:
    assert "—" not in {words(line)[0] for line in set_lines(atoms_of("版面书稿—" * 20), 9)}
    assert "—" in {words(line)[0] for line in set_lines(atoms_of("版面书——" * 20), 8)}


@pytest.mark.parametrize("length", range(41, 60))
def test_the_last_line_has_two_han_at_least(length: int) -> None:
    last = words(set_lines(atoms_of("字" * length + "。"), 20)[-1])

    assert last.count("字") >= 2


def test_two_marks_take_an_em_and_a_half_and_three_take_two() -> None:
    (line,) = set_lines(atoms_of("甲》，乙”、“丙"), 40)

    assert taken(line, 1, 3) == 1.5
    assert taken(line, 4, 7) == 2.0


def test_a_mark_at_the_edge_takes_half_its_width() -> None:
    (line,) = set_lines(atoms_of("“版面。”"), 40)

    assert width(line) == 3.5  # a half each of “ and ”, two Han, and 。 that shares its half with ”


def test_han_and_latin_stand_an_eighth_apart_but_not_beside_a_mark_or_at_an_edge() -> None:
    (line,) = set_lines(atoms_of("用PDF，读7"), 40)

    assert {i: round(space / EM, 3) for i, space in line.spaces.items() if space} == {0: 0.125, 5: 0.125}


def test_a_tight_line_squeezes_its_brackets_before_its_stops() -> None:
    par = Paragraph(atoms_of("版（面）版面。版面"))
    little, much = Line(par, 0, 9, 8.7 * EM), Line(par, 0, 9, 8 * EM)

    assert [round(little.spaces.get(i, 0) / EM, 2) for i in (0, 3, 6)] == [-0.15, -0.15, 0]
    assert [round(much.spaces.get(i, 0) / EM, 2) for i in (0, 3, 6)] == [-0.4, -0.4, -0.2]


def test_gaps_open_evenly_and_not_within_numbers() -> None:
    lines = set_lines(atoms_of("版面书稿编辑2024年号第" + "版面" * 12), 12.3)
    opened = {round(space / EM, 2) for i, space in lines[0].spaces.items() if i < 5}

    assert len(opened) == 1 and opened.pop() > 0
    assert not any(lines[0].spaces.get(i) for i in (6, 7, 8))


def test_a_typed_break_ends_the_line_and_its_line_is_not_opened() -> None:
    lines = set_lines(atoms_of("版面\n编辑部的书稿"), 20)

    assert [words(line) for line in lines] == ["版面\n", "编辑部的书稿"]
    assert width(lines[0]) == 2.0


def test_a_hyphen_takes_room_on_the_line_that_it_ends() -> None:
    atoms = atoms_of("版面书稿typography")
    atoms.unicode_breaks -= {4}
    atoms.hyphens = {6: 3.3}
    lines = set_lines(atoms, 5.6)

    assert words(lines[0]) == "版面书稿ty"
    assert width(lines[0]) == pytest.approx(5.6, abs=0.002)


def test_a_word_longer_than_the_line_is_cut_only_if_it_may_be() -> None:
    atoms = atoms_of("a" * 30 + "版面")
    assert [len(words(line)) for line in set_lines(atoms, 5)] == [30, 2]

    atoms.breaks_anywhere = True
    assert [len(words(line)) for line in set_lines(atoms, 5)][:3] == [10, 10, 10]


def test_lines_of_a_paragraph_go_on_in_another_measure() -> None:
    atoms = atoms_of(random_text(5))
    lines = set_lines(atoms, 24)

    assert words(set_lines(atoms, 30)[0]) != words(lines[0])
    assert set_lines(atoms, 24)[1].spaces == lines[1].spaces


def taken(line: Line, first: int, last: int) -> float:
    """Give what atoms first..last take on a line, in em."""
    atoms, inside = line.par.atoms, range(first, last)
    drawn = sum(atoms.width[i] for i in inside) + sum(line.spaces.get(i, 0) for i in inside if i + 1 < last)
    return drawn / EM


def test_a_last_line_of_a_number_and_one_han_takes_more_han_with_it() -> None:
    text = "版面" * 19 + "占38.2%。"

    assert [words(line) for line in set_lines(atoms_of(text), 38)] == ["版面" * 18 + "版", "面占38.2%。"]


def test_lines_beside_a_float_have_measures_of_their_own() -> None:
    plans = Plans(Paragraph(atoms_of(random_text(7))))
    lines, measures = list[Line](), (12.0, 12.0, 12.0, 24.0)
    while (start := lines[-1].end if lines else 0) < plans.par.count:
        rest = measures[min(len(lines), 3) :]
        lines.append(plans.line(start, *(measure * EM for measure in rest)))

    assert [round(width(line), 2) for line in lines[:5]] == [12.0, 12.0, 12.0, 24.0, 24.0]
    assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]


def test_the_house_may_set_han_and_latin_a_quarter_apart() -> None:
    atoms = atoms_of("用PDF，读7")
    atoms.autospace = 0.25
    (line,) = set_lines(atoms, 40)

    assert {round(space / EM, 3) for space in line.spaces.values() if space} == {0.25}


def test_marks_that_stand_in_the_middle_of_their_box_keep_it() -> None:
    atoms = atoms_of("書籍，「版面」。")
    atoms.half = [EM / 2 if character in "「」" else 0 for character in atoms.text]
    (line,) = set_lines(atoms, 40)

    assert width(line) == 8.0


def test_a_line_that_cannot_be_filled_stays_short() -> None:
    atoms = replace(atoms_of("有图" + "x" * 60), unicode_breaks={1, 2})
    first = set_lines(atoms, 24)[0]

    assert (words(first), round(width(first), 2)) == ("有图", 2.0)
