"""In a note style citations are notes: whole the first time, shorter again on wish."""

from dataclasses import replace

import pytest

from kanben.book.blocks import Paragraph
from kanben.book.book import Repeated
from kanben.book.inlines import CitedWork, Note, Text
from kanben.book.node import Block
from kanben.book.text import text_of
from kanben.book.walk import walk
from tests.passes.cited_books import book, cite, cites, entries, resolved


def test_in_a_note_style_a_citation_of_the_text_becomes_a_note() -> None:
    inside = Note((Paragraph((Text("见"), cite("qian", locator="12"))),))
    done, told = resolved(book(Paragraph((Text("桥"), cite("sun"), inside)), style="note-zh"))
    notes = [text_of(node.blocks) for node in walk(done) if isinstance(node, Note)]
    assert notes == ["孙三，《论水》，2024年", "见钱二，《论路》，2024年，第12页"]
    assert [(entry.id, entry.label, entry.key) for entry in entries(done)] == [
        ("r1", "1.", "zhao"),
        ("r2", "2.", "qian"),
        ("r3", "3.", "sun"),
    ]
    assert [trouble.code for trouble in told] == ["uncited-reference"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [("12", "第12页"), ("第12页", "第12页"), ("p. 12", "第12页"), ("12—15", "第12—15页"), ("第3章", "第3章")],
)
def test_a_note_names_the_page_once(written: str, printed: str) -> None:
    done, _ = resolved(book(Paragraph((cite("sun", locator=written),)), style="note-zh"))
    assert [text_of(node) for node in cites(done)] == [f"孙三，《论水》，2024年，{printed}"]


def test_a_note_style_needs_no_list() -> None:
    done, told = resolved(book(Paragraph((cite("sun"),)), entries=None, style="note-zh"))
    assert told == []
    assert [(node.targets, node.id, text_of(node)) for node in cites(done)] == [((), "", "孙三，《论水》，2024年")]


def noted(repeated: Repeated, *blocks: Block, style: str = "note-zh") -> list[str]:
    given = book(*blocks, style=style)
    given = replace(given, settings=replace(given.settings, references_repeated=repeated))
    done, _ = resolved(replace(given, parts=(*given.parts[:1], replace(given.parts[0], id="ch02"), *given.parts[1:])))
    return [text_of(node.blocks) for node in walk(done) if isinstance(node, Note)]


def test_by_default_every_note_names_its_work_in_full() -> None:
    assert noted("full", Paragraph((cite("sun"), cite("sun")))) == ["孙三，《论水》，2024年"] * 4


def test_a_work_named_again_is_short_and_each_chapter_begins_anew() -> None:
    once = ["孙三，《论水》，2024年", "孙三，《论水》，第9页"]
    assert noted("short", Paragraph((cite("sun"), cite("sun", locator="9")))) == once * 2


def test_the_same_as_above_follows_only_a_note_of_that_one_work() -> None:
    plain = Note((Paragraph((Text("无书之注"),)),))
    both = Note((Paragraph((cite("qian"), Text("又"), cite("sun"))),))
    blocks = Paragraph((cite("sun"), cite("sun"), plain, cite("sun"), cite("sun", locator="9"), both, cite("sun")))
    assert noted("ibid", blocks)[:7] == [
        "孙三，《论水》，2024年",
        "同上",
        "无书之注",
        "孙三，《论水》",
        "同上，第9页",
        "钱二，《论路》，2024年又孙三，《论水》",
        "孙三，《论水》",
    ]


def test_several_works_in_one_note_lead_each_to_its_own() -> None:
    done, _ = resolved(book(Paragraph((cite("zhao", "sun"), cite("qian"))), style="note-zh"))
    assert [node.target for node in walk(cites(done)[0]) if isinstance(node, CitedWork)] == ["r1", "r3"]
