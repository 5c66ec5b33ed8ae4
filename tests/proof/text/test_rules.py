"""The proofreader finds what is wrong, at its place, and leaves alone what is right."""

from pathlib import Path

import pytest

from kanben.press.proofreading import proofread_title
from kanben.proof.text.order import CODES
from kanben.trouble import Trouble
from tests.proof.text.clean import CLEAN
from tests.proof.text.seeded import SEEDED
from tests.titles import write_title

GLOSSARY = "- term: BIM\n  also: [Bim]\n  definition: 桥梁的模型。\n"
USUAL = "用BIM建模。《桥谱考略初编》很旧，《桥谱考略初编》少见。托马斯见过托马斯。"
OPEN, CLOSED = "⟦⟧"


def paragraphs(sentences: list[str]) -> str:
    return "# 桥\n\n" + "".join(f"{sentence}\n\n" for sentence in sentences)


def read(folder: Path, sentences: list[str]) -> tuple[Trouble, ...]:
    """What is told of a chapter in which the sentences stand on the lines 3, 5, 7 …"""
    note = "[^1]: 桥有名。\n" if any("[^1]" in sentence for sentence in sentences) else ""
    write_title(folder, **{"chapters/01.md": paragraphs([*sentences, USUAL]) + note, "glossary.yaml": GLOSSARY})
    return proofread_title(folder)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Trouble, ...]:
    faulty = [sentence.replace(OPEN, "").replace(CLOSED, "") for _, sentence, _ in SEEDED]
    return read(tmp_path_factory.mktemp("faulty"), faulty)


@pytest.mark.parametrize("n", range(len(SEEDED)), ids=lambda n: SEEDED[n][1])
def test_a_fault_is_found_at_its_line_and_column(told: tuple[Trouble, ...], n: int) -> None:
    code, sentence, _ = SEEDED[n]
    line = 3 + 2 * n
    found = [(fault.code, str(fault.place)) for fault in told if fault.place.line == line]
    assert found == [(code, f"chapters/01.md:{line}:{sentence.index(OPEN) + 1}")]


def said_before_a_fault(folder: Path, sentences: list[str]) -> str:
    """What is told of sentences; a fault behind them shows that they are read."""
    *before, last = read(folder, [*sentences, "石橋。"])
    assert (last.code, last.place.line) == ("traditional-character", 3 + 2 * len(sentences))
    return "\n".join(map(str, before))


def test_nothing_is_said_of_mended_sentences(tmp_path: Path) -> None:
    assert said_before_a_fault(tmp_path, [mended for _, _, mended in SEEDED]) == ""


def test_nothing_is_said_of_sentences_that_only_look_faulty(tmp_path: Path) -> None:
    assert said_before_a_fault(tmp_path, list(CLEAN)) == ""


def test_every_rule_has_a_fault_that_shows_it() -> None:
    of_the_whole_book = {"range-style", "date-style", "mark-style", "repeated-sentence", "repeated-paragraph"}
    assert {code for code, _, _ in SEEDED} | of_the_whole_book == CODES


def test_a_bracket_of_two_widths_that_crosses_a_quotation_is_told_twice(tmp_path: Path) -> None:
    assert [(fault.code, fault.place.column) for fault in read(tmp_path, ["桥（“石)”。"])] == [
        ("half-width-brackets", 2),
        ("crossed-marks", 5),
    ]
