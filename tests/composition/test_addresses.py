"""Web addresses end a line after their marks, without a hyphen, and never elsewhere."""

import pytest

from tests.composition.setting import EM, atoms_of, set_lines, width, words

ADDRESS = "https://www.example.org/books/2024/typography_of-china.html?page=3&view=full"


@pytest.mark.parametrize("measure", range(14, 30))
def test_an_address_is_cut_after_a_mark(measure: int) -> None:
    lines = [words(line) for line in set_lines(atoms_of(f"版面书稿见{ADDRESS}，编辑部的书稿在此。"), measure)]
    cut = [line[-1] for line in lines[:-1] if line[-1] in ADDRESS]

    assert "".join(lines).count(ADDRESS) == 1
    assert set(cut) <= set("/._-?&=")


def test_the_scheme_of_an_address_stays_whole() -> None:
    lines = [words(line) for line in set_lines(atoms_of(f"版面书{ADDRESS}"), 6.5)]

    assert not [line for line in lines if line.endswith(("https:", "https:/", "https://"))]


def test_a_doi_is_cut_though_its_numbers_look_like_a_fraction() -> None:
    lines = [words(line) for line in set_lines(atoms_of("版面书稿编辑10.1000/182.33/44，书稿"), 10.2)]

    assert lines[0].startswith("版面书稿编辑10.1000/")


def test_western_spaces_and_gaps_between_han_open_together() -> None:
    line = set_lines(atoms_of("编辑部 in Beijing 收到一部书稿在此" + "版面" * 12), 18.3)[0]
    opened = {i: space / EM for i, space in line.spaces.items() if space > 0}
    text = line.par.atoms.text

    spaces = [gap for i, gap in opened.items() if text[i] == " "]
    others = [gap for i, gap in opened.items() if text[i] != " "]
    assert spaces and others
    assert max(spaces) <= 0.25
    assert max(spaces) == pytest.approx(2.5 * min(others), abs=0.03) or max(spaces) == pytest.approx(0.25)
    assert width(line) == pytest.approx(18.3, abs=0.002)
