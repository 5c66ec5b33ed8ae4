"""What an import costs: a manuscript twice as long costs twice as much, whatever fills it; counted, never timed."""

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import SupportsIndex

import pytest

from kanben.limits import HEADINGS_IN_ALL, PROPOSALS, TERMS
from kanben.manuscript import import_manuscript
from kanben.manuscript.lines import split_lines
from kanben.manuscript.notes import tie_notes
from kanben.manuscript.proposals import Unit, findings_in
from kanben.manuscript.traced import CALL, Traced
from kanben.manuscript.vocabulary import Vocabulary


class Copied(str):
    """Words that count how many characters are cut out of them."""

    __slots__ = ("characters",)

    def __new__(cls, text: str) -> "Copied":
        made = super().__new__(cls, text)
        made.characters = 0
        return made

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        piece = super().__getitem__(key)
        self.characters += len(piece)
        return piece


@pytest.mark.parametrize(
    ("piece", "joint"),
    [("甲,", False), ("甲,(a)", False), (f"甲{CALL},", False), ("甲", True)],
    ids=["marks", "brackets", "calls", "joints"],
)
def test_no_rule_copies_a_paragraph_for_each_of_its_findings(piece: str, joint: bool) -> None:
    text = Copied(piece * 2000)
    words = Traced(text, tuple(range(len(text))))
    findings_in(Unit("body", words, tuple(range(1, len(text))) if joint else ()), Vocabulary(()))
    assert text.characters < 20 * len(text)


def test_nested_brackets_are_not_each_read_to_the_end() -> None:
    text = Copied("甲" + "(" * 2000 + "a" + ")" * 2000)
    findings_in(Unit("body", Traced(text, tuple(range(len(text))))), Vocabulary(()))
    assert text.characters < 20 * len(text)


def steps(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many functions are entered, and how many characters set one after another, in a piece of work."""
    taken = 0
    make = Traced.__init__

    def step(frame: FrameType, event: str, argument: object) -> None:
        nonlocal taken
        taken += event == "call"

    def weighed(traced: Traced, words: str, at: tuple[int, ...]) -> None:
        nonlocal taken
        taken += len(words)
        make(traced, words, at)

    before = sys.getprofile()
    with monkeypatch.context() as patch:
        patch.setattr(Traced, "__init__", weighed)
        sys.setprofile(step)
        work()
        sys.setprofile(before)
    return taken


def test_a_finding_is_not_compared_with_all_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(times: int) -> int:
        text = "“甲”乙 丙," * times
        unit = Unit("body", Traced(text, tuple(range(len(text)))))
        return steps(lambda: findings_in(unit, Vocabulary(())), monkeypatch)

    assert check(200) < 2.5 * check(100)


Manuscript = Callable[[int], str]


@pytest.mark.parametrize(
    "text",
    [
        lambda n: "甲乙①丙丁。\n① 见某书。\n" * n,
        lambda n: "甲乙①丙丁。\n① 见某书\n" + "又见某书\n" * n,
        lambda n: "甲[1]乙。\n" * n + "甲[2]乙。\n[2] 见某书。\n\n" * n,
    ],
    ids=["notes in one block", "a note of many lines", "calls that nothing answers"],
)
def test_notes_are_tied_without_a_look_at_all_the_others(text: Manuscript, monkeypatch: pytest.MonkeyPatch) -> None:
    def tie(times: int) -> int:
        lines = split_lines(text(times))
        return steps(lambda: tie_notes(lines), monkeypatch)

    assert tie(400) < 2.5 * tie(200)


def test_more_proposals_than_a_report_can_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.manuscript.importing.PROPOSALS", replace(PROPOSALS, most=2))
    text = "第一章 桥\n\n桥,梁,柱,路。\n"
    told = [str(fault).split("\n")[0] for fault in import_manuscript("m.txt", text.encode()).troubles]
    assert told == ["m.txt: 3 things to propose in the manuscript; kanben takes 2 [many-proposals]"]


def test_the_first_heading_beyond_those_of_a_book_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.manuscript.importing.HEADINGS_IN_ALL", replace(HEADINGS_IN_ALL, most=2))
    text = "第一章 桥\n\n桥。\n\n第二章 梁\n\n梁。\n\n第三章 柱\n\n柱。\n"
    told = [str(fault).split("\n")[0] for fault in import_manuscript("m.txt", text.encode()).troubles]
    assert told == ["m.txt:9: the book has more than 2 headings; this is the first beyond [many-headings-in-all]"]


@pytest.mark.parametrize(("terms", "file"), [(2, "glossary.yaml"), (3, "back/glossary-text.md")])
def test_a_glossary_of_more_terms_than_a_title_takes_stays_text(
    terms: int, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanben.manuscript.entries.TERMS", replace(TERMS, most=2))
    text = "第一章 桥\n\n桥。\n\n名词解释\n\n" + "".join(f"桥{n}：一座桥。\n" for n in range(terms))
    assert f"桥{terms - 1}" in import_manuscript("m.txt", text.encode()).files[file].decode()
