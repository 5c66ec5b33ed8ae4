"""Citations get their words and links, and the list of works its order, numbers and uses."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kanben.book.blocks import Heading, Paragraph
from kanben.book.entries import References
from kanben.book.inlines import Cite, CitedWork, CiteItem, Styled, Text
from kanben.book.text import text_of
from kanben.pandoc import citeproc
from kanben.passes.citation_styles import house_style
from kanben.passes.citation_words import groups, hyphened
from tests.passes.cited_books import ENTRIES, HERE, book, chapter, cite, cites, entries, resolved


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """The documents that went to pandoc."""
    documents: list[bytes] = []
    real = citeproc.cite_skeleton

    def send(document: bytes) -> bytes:
        documents.append(document)
        return real(document)

    monkeypatch.setattr(citeproc, "cite_skeleton", send)
    yield documents


def test_numbers_run_in_order_of_citation_and_further_reading_follows() -> None:
    given = book(Paragraph((Text("桥"), cite("sun"), cite("zhao"), cite("sun"))))
    further = replace(given.parts[1], blocks=(References((ENTRIES[0], replace(ENTRIES[1], further=True), ENTRIES[2])),))
    done, told = resolved(replace(given, parts=(given.parts[0], further)))
    assert told == []
    assert [text_of(node) for node in cites(done)] == ["[1]", "[2]", "[1]"]
    assert [(entry.id, entry.label, entry.key, entry.further) for entry in entries(done)] == [
        ("r1", "[1]", "sun", False),
        ("r2", "[2]", "zhao", False),
        ("r3", "[3]", "qian", True),
    ]
    assert [text_of(entry) for entry in entries(done)] == [
        "孙三. 论水[M]. 2024.",
        "赵一. 论桥[M]. 2024.",
        "钱二. 论路[M]. 2024.",
    ]


def test_a_call_is_raised_and_tied_to_its_works() -> None:
    done, _ = resolved(book(Paragraph((cite("zhao", "qian", "sun"),))))
    assert cites(done) == [
        Cite(
            cite("zhao", "qian", "sun").items,
            (
                Styled(
                    "superscript",
                    (
                        Text("["),
                        CitedWork("r1", (Text("1"),)),
                        Text("-"),
                        CitedWork("r3", (Text("3"),)),
                        Text("]"),
                    ),
                ),
            ),
            ("r1", "r2", "r3"),
            "r1-u1",
            place=HERE,
        )
    ]


def test_a_work_lists_each_place_that_cites_it() -> None:
    section = Heading(2, (Text("石桥"),), id="ch01-s1", label="1.1")
    done, _ = resolved(book(Paragraph((cite("zhao"),)), section, Paragraph((cite("qian", "zhao"), cite("sun")))))
    assert [[(use.id, use.part, use.label) for use in entry.uses] for entry in entries(done)] == [
        [("r1-u1", "ch01", "第一章"), ("r2-u1", "ch01", "1.1")],
        [("r2-u1", "ch01", "1.1")],
        [("r3-u1", "ch01", "1.1")],
    ]


def test_pages_stand_outside_the_brackets() -> None:
    done, _ = resolved(book(Paragraph((cite("zhao", locator="第12—15页"), cite("qian", locator="第3章"), cite("sun")))))
    assert [text_of(node) for node in cites(done)] == ["[1]12-15", "[2]第3章", "[3]"]


def test_a_cited_author_is_named_in_the_sentence() -> None:
    named = Cite((CiteItem("zhao", mode="author-in-text"),), place=HERE)
    done, _ = resolved(book(Paragraph((named, Text("认为"), cite("qian", "sun")))))
    assert text_of(done.parts[0].blocks) == "赵一[1]认为[2-3]"


def test_the_manuscripts_own_words_stay_in_their_order_without_pandoc(sent: list[bytes]) -> None:
    verbatim = tuple(replace(entry, children=(Text(f"{entry.key}，某报"),), further=True) for entry in ENTRIES[::-1])
    done, told = resolved(book(Paragraph((Text("桥"),)), entries=verbatim, style="note-zh"))
    assert (told, sent) == ([], [])
    assert [(entry.label, text_of(entry)) for entry in entries(done)] == [
        ("1.", "sun，某报"),
        ("2.", "qian，某报"),
        ("3.", "zhao，某报"),
    ]


def test_a_cited_work_keeps_the_manuscripts_own_words() -> None:
    verbatim = (replace(ENTRIES[0], children=(Text("赵一《论桥》"),)), ENTRIES[1], ENTRIES[2])
    done, _ = resolved(book(Paragraph((cite("qian"), cite("zhao"), cite("sun"))), entries=verbatim))
    assert [(entry.label, text_of(entry)) for entry in entries(done)][:2] == [
        ("[1]", "钱二. 论路[M]. 2024."),
        ("[2]", "赵一《论桥》"),
    ]


def test_an_edit_of_the_prose_asks_the_same_question(sent: list[bytes]) -> None:
    resolved(book(Paragraph((Text("桥"), cite("sun"))), Paragraph((cite("zhao", "qian"),))))
    resolved(book(Paragraph((Text("路不同"), cite("sun"))), Paragraph((Text("水"), cite("zhao", "qian")))))
    assert sent[0] == sent[1]
    assert [block["t"] for block in json.loads(sent[0])["blocks"]] == ["Para", "Para"]


def test_a_book_without_works_is_not_touched(sent: list[bytes]) -> None:
    given = replace(book(Paragraph((Text("桥"),)), entries=None), bibliography=())
    done, told = resolved(given)
    assert (done is given, told, sent) == (True, [], [])


def test_what_cites_nothing_keeps_its_identity() -> None:
    still = Paragraph((Text("桥"),))
    done, _ = resolved(book(still, Paragraph((cite("zhao", "qian", "sun"),))))
    assert done.parts[0].blocks[0] is still


def test_each_chapter_may_end_with_its_own_list() -> None:
    given = book(
        Paragraph((cite("sun"), cite("zhao"))), entries=(*ENTRIES[:1], replace(ENTRIES[1], further=True), ENTRIES[2])
    )
    second = replace(chapter(Paragraph((cite("zhao"),))), id="ch02")
    parts = (given.parts[0], second, given.parts[1])
    settings = replace(given.settings, references_lists="chapter")
    done, told = resolved(replace(given, parts=parts, settings=settings))
    assert told == []
    assert [text_of(node) for node in cites(done)] == ["[1]", "[2]", "[1]"]
    assert [[(e.id, e.label, e.key) for e in entries(replace(done, parts=(part,)))] for part in done.parts] == [
        [("r1", "[1]", "sun"), ("r2", "[2]", "zhao")],
        [("r3", "[1]", "zhao")],
        [("r4", "[1]", "qian")],
    ]
    assert [block.id for block in done.parts[0].blocks if isinstance(block, Heading)] == ["ch01-references"]


def test_a_title_cites_in_its_own_style() -> None:
    csl = house_style("gb-t-7714-2025").csl.replace(
        'prefix="[" suffix="]" delimiter', 'prefix="⟨" suffix="⟩" delimiter'
    )
    given = replace(book(Paragraph((cite("sun"), cite("zhao", "qian"))), style="own.csl"), style=csl)
    done, told = resolved(given)
    assert told == []
    assert [text_of(node) for node in cites(done)] == ["⟨1⟩", "⟨2，3⟩"]
    assert [entry.key for entry in entries(done)] == ["sun", "zhao", "qian"]


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [("1–3", "1-3"), ("4，5", "4-5"), ("1，3，4", "1，3-4"), ("570，83", "570，83"), ("9", "9")],
)
def test_runs_of_numbers_are_joined_by_a_hyphen(numbers: str, printed: str) -> None:
    pieces = re.split("([–，])", numbers)
    words = tuple(Text(piece) if piece in "–，" else CitedWork("r", (Text(piece),)) for piece in pieces)
    assert text_of(hyphened(words)) == printed


def test_a_number_with_a_page_stands_alone() -> None:
    a, b, c, d = CiteItem("a"), CiteItem("b"), CiteItem("c", locator="5"), CiteItem("d", locator="6")
    assert groups((a, b, c, d, a), house_style("gb-t-7714-2025")) == [(a, b), (c,), (d,), (a,)]
    assert groups((a, c, b), house_style("note-zh")) == [(a, c, b)]
