"""What the desk says of an edit: where it is, what moved, how long chapters are."""

from dataclasses import replace

from kanben.book.blocks import Heading, Paragraph
from kanben.book.book import Book, Part
from kanben.book.inlines import Note, Text
from kanben.book.node import Block
from kanben.book.page_map import PageMap, PageStart
from kanben.desk.changes import State, changes, edited, length
from kanben.place import Place
from tests.sample_book import sample_book

NOTE = Note((Paragraph((Text("见《考工记》。"),)),), id="n1", number=1)


def chapter(name: str, title: str, *blocks: Block) -> Part:
    heading = Heading(1, (Text(title),), id=name)
    return Part("body", "chapter", name, heading, blocks, place=Place(f"chapters/{name}.md", 1))


def words(spot: int, *said: Text | Note) -> Paragraph:
    return Paragraph(said, spot=spot)


def section(name: str, title: str) -> Heading:
    return Heading(2, (Text(title),), id=name)


def book(*parts: Part) -> Book:
    whole: Book = replace(sample_book(), parts=parts)
    return whole


BRIDGES = chapter("ch01", "桥", words(1, Text("石桥"), NOTE), section("ch01-s1", "木桥"), words(2, Text("木桥易朽")))
ROADS = chapter("ch02", "路", words(1, Text("大路")))
PAGES = PageMap(
    {"ch01": "1", "n1": "1", "ch01-s1": "2", "ch02": "3"},
    tuple(PageStart(label, each[:4], 0, 0, each) for label, each in (("1", "ch01"), ("2", "ch01-s1"), ("3", "ch02"))),
    3,
)
BEFORE = State(book(BRIDGES, ROADS), PAGES)


def test_nothing_moved_where_nothing_was_edited() -> None:
    told = changes(BEFORE, BEFORE)
    assert (told["count"], told["moved"], told["notes"]) == ([3, 3], [], [])
    assert edited(BEFORE.book, BEFORE) is None


def test_headings_and_notes_that_changed_their_page_are_named() -> None:
    later = PageMap({"ch01": "1", "n1": "2", "ch01-s1": "2", "ch02": "5"}, PAGES.starts, 5)
    told = changes(BEFORE, State(BEFORE.book, later))
    assert told["count"] == [3, 5]
    assert told["moved"] == [{"title": "路", "before": "3", "after": "5"}]
    assert told["notes"] == [{"mark": "1", "words": "见《考工记》。", "before": "1", "after": "2"}]


def test_a_note_keeps_its_name_where_one_comes_before_it() -> None:
    first = replace(NOTE, id="n1", blocks=(Paragraph((Text("新注"),)),))
    second = replace(NOTE, id="n2", number=2)
    more = replace(BRIDGES, blocks=(words(1, Text("石"), first, Text("桥"), second), *BRIDGES.blocks[1:]))
    pages = replace(PAGES, labels={**PAGES.labels, "n1": "1", "n2": "1"})
    assert changes(BEFORE, State(book(more, ROADS), pages))["notes"] == []


def test_a_part_is_measured_as_publishers_count_words() -> None:
    assert length(chapter("ch01", "桥", words(1, Text("石桥 AIGC 2024年，"), NOTE))) == 1 + 2 + 1 + 1 + 1 + 4


def test_what_was_written_is_counted_by_part() -> None:
    more = replace(ROADS, blocks=(words(1, Text("大路朝天")),))
    assert changes(BEFORE, State(book(BRIDGES, more), PAGES))["chapters"] == [
        {"title": "桥", "words": 13, "change": 0},
        {"title": "路", "words": 5, "change": 2},
    ]


def test_the_edited_paragraph_is_found_on_screen_and_in_print() -> None:
    first = replace(BRIDGES, blocks=(words(1, Text("大石桥"), NOTE), *BRIDGES.blocks[1:]))
    last = replace(BRIDGES, blocks=(*BRIDGES.blocks[:2], words(2, Text("木桥最易朽"))))
    assert edited(BEFORE.book, State(book(first, ROADS), PAGES)) == {"part": "ch01", "words": "大石桥", "page": "1"}
    assert edited(BEFORE.book, State(book(last, ROADS), PAGES)) == {"part": "ch01", "words": "木桥最易朽", "page": "2"}


def test_where_the_last_paragraph_was_taken_away_the_one_before_is_shown() -> None:
    less = replace(BRIDGES, blocks=BRIDGES.blocks[:2])
    assert edited(BEFORE.book, State(book(less, ROADS), PAGES)) == {"part": "ch01", "words": "木桥", "page": "2"}


def test_a_paragraph_within_a_page_that_begins_in_it_is_shown_where_it_begins() -> None:
    starts = (PAGES.starts[0], PageStart("2", "ch01", 1, 9), *PAGES.starts[2:])
    pages = PageMap({"ch01": "1", "ch02": "3"}, starts, 3)
    long = replace(BRIDGES, blocks=(words(1, Text("大石桥")), *BRIDGES.blocks[1:]))
    found = edited(BEFORE.book, State(book(long, ROADS), pages))
    assert found == {"part": "ch01", "words": "大石桥", "page": "1"}
