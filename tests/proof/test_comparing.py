"""What editions say is laid beside each other rightly, and in bearable time also where somebody made them to last."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kanben.place import Place
from kanben.proof.agreement.compare import lost_in_flow, lost_in_list, strange_words
from kanben.proof.agreement.flow import Flow
from kanben.proof.agreement.leading import lost_links
from kanben.proof.agreement.pages import astray
from kanben.proof.agreement.pairing import paired
from kanben.proof.agreement.proof import agreement
from kanben.proof.agreement.said import Kind, Link, Passage, Said, united
from kanben.proof.agreement.tree_marks import TreeMarks

HERE = Place("b")
FEW = st.lists(st.sampled_from("桥梁拱"), max_size=14)
LONG = "造舟为梁不显其光，两岸相对而水在其间，行人至此皆须过桥，桥成而路通。"


def said(edition: str, *words: str, kind: Kind = "text", pages: Sequence[int] = ()) -> Said:
    return Said(
        edition, tuple(Passage(kind, w, HERE, p) for w, p in zip(words, pages or [0] * len(words), strict=True)), ()
    )


def linked(edition: str, *links: Link) -> Said:
    return Said(edition, (Passage("text", "桥", HERE),), links)


def longest(ours: Sequence[str], others: Sequence[str]) -> int:
    """How long the longest common sequence is, by the table of the textbooks."""
    above = [0] * (len(others) + 1)
    for item in ours:
        row = [0]
        for n, other in enumerate(others):
            row.append(above[n] + 1 if item == other else max(row[-1], above[n + 1]))
        above = row
    return above[-1]


@given(FEW, FEW)
def test_as_much_as_can_be_is_paired_in_its_order(ours: list[str], others: list[str]) -> None:
    pairs = paired(ours, others)
    assert [ours[n] for n, _ in pairs] == [others[m] for _, m in pairs]
    assert all(a < b and c < d for (a, c), (b, d) in pairwise(pairs))
    assert len(pairs) == longest(ours, others)


def test_a_passage_goes_on_behind_a_table_on_the_next_page() -> None:
    printed = said("PDF", "前文。", LONG[:9], "表中一格", "又一格", LONG[9:], "后文。", pages=(1, 1, 2, 2, 2, 2))
    assert list(lost_in_flow(said("EPUB", "前文。", LONG, "后文。"), printed)) == []


def test_long_words_are_found_however_far_they_are() -> None:
    gap = [f"第{n}段另有所说。" for n in range(200)]
    flow = Flow(said("web", *gap, LONG).passages)
    assert flow.find(LONG, 0) == len(flow.text)
    assert flow.find(LONG[:20], 0) == -1


def test_a_lost_passage_does_not_hide_the_next() -> None:
    here = said("EPUB", "甲段在此。", "(1-1)", "其中各量已经说过，见式(1-1)。", "丙段在此。")
    there = said("web", "甲段在此。", "其中各量已经说过，见式(1-1)。", "丙段在此。")
    assert [each.words for each in lost_in_flow(here, there)] == ["(1-1)"]


def test_a_letter_may_have_on_its_first_and_last_page_what_others_have_on_their_title_leaf() -> None:
    printed = said("PDF", "某某书局", "前文在此。", "后文在此。", "某年某月某日", pages=(1, 1, 1, 1))
    printed = replace(printed, passages=(replace(printed.passages[1], kind="heading"), *printed.passages))
    screen = said("EPUB", "前文在此。", "后文在此。")
    screen = replace(screen, passages=(replace(screen.passages[0], kind="heading"), *screen.passages))
    leaf = said("EPUB", "某某 书局", "某年某月某日").passages
    assert [each.words for each in strange_words(printed, screen)] == ["某某书局", "某年某月某日"]
    assert list(strange_words(printed, replace(screen, leaf=leaf))) == []


def test_a_link_that_a_page_parts_is_one() -> None:
    whole = Link("敞肩拱", HERE, targets=frozenset(("t1",)))
    parts = [Link(words, HERE, page, targets=frozenset(("t1",))) for words, page in (("敞肩", 3), ("拱", 4))]
    assert list(lost_links(linked("EPUB", whole), linked("PDF", *parts))) == []
    assert list(lost_links(linked("PDF", *parts), linked("EPUB", whole))) == []


def test_a_year_that_is_a_link_is_no_folio_and_two_sections_may_have_one_name() -> None:
    links = [Link(words, HERE, 9, targets=frozenset(("s1",)), onto=9) for words in ("2024", "3")]
    ways = [Link("小结", HERE, 7, onto=page) for page in (9, 11, 12)]
    printed = replace(
        linked("PDF", *links),
        pages=tuple(Link(str(page - 8), HERE, page) for page in (9, 11, 12)),
        contents=((Link("小结", HERE, onto=9), Link("小结", HERE, onto=11)),),
        ways=tuple(ways),
    )
    screen = linked("EPUB", Link("2024", HERE, targets=frozenset(("s1", "b"))))
    told = [(each.words, each.other) for each in astray(screen, printed)]
    assert told == [("3", "1"), ("小结", "4")]


def test_pieces_of_a_note_are_one_note() -> None:
    pieces = [Passage("note", words, HERE, note=name) for words, name in (("一", "n1"), ("二", "n1"), ("三", "n2"))]
    assert [each.words for each in united([pieces[0], Passage("text", "文", HERE), *pieces[1:]])] == [
        "一二",
        "文",
        "三",
    ]


def test_editions_that_were_made_to_be_slow_are_compared_all_the_same() -> None:
    """Each of these takes hours where likeness is looked for step by step."""
    pages = [n // 2 for n in range(1200)]
    notes = [word for n in range(600) for word in ("零", str(n))]
    pairs = (
        (said("EPUB", *["一" * 50 + "人"] * 1200), said("PDF", *["一" * 50] * 1200, pages=pages)),
        (said("EPUB", "一的" * 60_000), said("PDF", "的一" * 60_000)),
        (said("EPUB", *["一" * 29 + "人"] * 1200), said("PDF", *["一" * 7] * 1200, pages=pages)),
        (said("EPUB", *notes, kind="note"), said("PDF", *["零"] * 1200, kind="note")),
    )
    assert [agreement(pair).fails for pair in pairs] == [True] * 4
    assert len(list(lost_in_list(*pairs[3], "note"))) == 600


def test_what_a_tree_calls_otherwise_is_no_table_and_no_reading() -> None:
    assert built("Table", "TBody", "TR", "TD") == [("table", "桥"), ("td", "桥")]
    assert built("Table", "TR", "TH", "Div", "TR") == [("table", "桥"), ("th", "桥")]
    assert built("Div", "TR", "TD") == [("td", "桥")]
    assert (built("Ruby", "RT"), built("Ruby", "Span")) == ([("rt", "桥")], [])


def built(*elements: str) -> list[tuple[str, str]]:
    """What is built where each element stands within the one before, and the innermost has words."""
    marks = TreeMarks()
    for element in elements:
        marks.begin(element, "")
    marks.hear("桥")
    return marks.found
