"""An index is made of marked places and of words to find, sorted under heads, with references that lead somewhere."""

import sys
from dataclasses import replace
from typing import Any

import pytest

from kanben.book.blocks import Cell, Epigraph, Figure, Paragraph, Plain, Row, Table
from kanben.book.book import Book, Part, Settings
from kanben.book.entries import Index, IndexEntry, IndexGroup, SeeEntry
from kanben.book.inlines import Image, IndexMark, Link, Note, Styled, Term, Text
from kanben.book.node import Inline
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.limits import ENTRIES, PLACES
from kanben.passes import index_faults
from kanben.passes.glossary import link_glossary
from kanben.passes.index import make_index
from tests.passes.small_books import at, book, entry, glossary, heading, paragraph, part, passed

YAML = "index.yaml"


def find(term: str, *also: str, line: int = 1, **more: Any) -> IndexEntry:
    """An entry of index.yaml."""
    given = IndexEntry(term, also=also, place=at(line, YAML))
    return replace(given, **more)


def see(*names: str, line: int = 1) -> tuple[SeeEntry, ...]:
    return tuple(SeeEntry(name, place=at(line, YAML)) for name in names)


def index(*entries: IndexEntry) -> Part:
    return part("索引", Index((IndexGroup("", entries),)), part_id="index", matter="back", kind="index")


def mark(words: str, entry_name: str = "", line: int = 7, **more: Any) -> IndexMark:
    children = (Text(words),) if words else ()
    return replace(IndexMark(children, entry=entry_name, place=at(line)), **more)


def made(given: Book) -> Book:
    finished, told = passed(make_index, given)
    assert told == []
    return finished


def told(given: Book) -> list[str]:
    return passed(make_index, given)[1]


def lines(given: Book) -> list[str]:
    """The index as one would read it, line by line: places by their labels, those of a main place in stars."""
    (found,) = (node for node in walk(given) if isinstance(node, Index))
    rows = []
    for group in found.groups:
        rows.append(group.head)
        for each in group.entries:
            rows += [line(each), *(f"  {line(lower)}" for lower in each.entries)]
    return rows


def line(each: IndexEntry) -> str:
    places = "、".join(f"*{place.label}*" if place.main else place.label for place in each.locators)
    references = [f"{word} {see.words}" for word, them in (("见", each.see), ("参见", each.see_also)) for see in them]
    return " ".join(filter(None, (each.term, places, *references)))


def shown(given: Book) -> list[str]:
    """The first paragraph's words, what is marked in brackets, linked terms in angles, emphasis in stars."""
    (first, *_) = given.parts[0].blocks
    assert isinstance(first, Paragraph)
    return [spelt(word) for word in first.children]


def spelt(word: Inline) -> str:
    match word:
        case IndexMark():
            return "[" + "".join(map(spelt, word.children)) + "]"
        case Term():
            return "<" + "".join(map(spelt, word.children)) + ">"
        case Styled():
            return "*" + "".join(map(spelt, word.children)) + "*"
    return text_of(word)


def test_every_occurrence_is_a_place_with_its_section() -> None:
    text = part("桥", paragraph("石桥又石桥。"), heading(2, "论石桥"), paragraph("石桥。"))
    given = made(book(text, index(find("石桥"))))
    assert lines(given) == ["S", "石桥 桥、桥、论石桥、论石桥"]
    assert shown(given) == ["[石桥]", "又", "[石桥]", "。"]
    ids = [node.id for node in walk(given.parts[0]) if isinstance(node, IndexMark)]
    assert ids == ["x1-u1", "x1-u2", "x1-u3", "x1-u4"]


def test_the_longest_word_is_found_and_other_words_lead_to_the_same_entry() -> None:
    text = part("桥", paragraph("大石桥、石桥与虹桥。"))
    assert lines(made(book(text, index(find("石桥"), find("大石桥", "虹桥"))))) == [
        "D",
        "大石桥 桥、桥",
        "S",
        "石桥 桥",
    ]


def test_a_word_half_in_emphasis_is_found() -> None:
    text = part("桥", paragraph("有石", Styled("emphasis", (Text("桥和路"),))))
    assert shown(made(book(text, index(find("石桥"))))) == ["有", "[石*桥*]", "*和路*"]


def test_captions_and_tables_are_looked_through_notes_epigraphs_links_and_titles_are_not() -> None:
    picture = Figure(Image("a.svg", "石桥"), (Text("石桥图"),))
    table = Table((), (), (Row((Cell((Plain((Text("石桥"),)),)),)),))
    quiet = paragraph("《石桥志》", Note((paragraph("石桥"),)), Link("https://a.b", (Text("石桥"),)))
    plain = paragraph(Term((Text("石桥"),), plain=True))
    text = part("桥", Epigraph((paragraph("石桥"),)), picture, table, quiet, plain)
    assert lines(made(book(text, index(find("石桥"))))) == ["S", "石桥 桥、桥"]


def test_marks_name_an_entry_of_their_own_a_main_place_and_a_bare_place() -> None:
    text = part(
        "桥",
        paragraph(mark("赵州桥", main=True, under="石桥"), "，", mark("它", "赵州桥", under="石桥"), "很老。"),
        paragraph("此处", mark("", "渡口"), "无字。", Note((paragraph(mark("桥墩")),))),
    )
    given = made(book(text, index()))
    assert lines(given) == ["D", "渡口 桥", "Q", "桥墩 桥", "S", "石桥", "  赵州桥 *桥*、桥"]
    second = given.parts[0].blocks[1]
    assert isinstance(second, Paragraph)
    assert [spelt(word) for word in second.children[:3]] == ["此处", "[无]", "字。"]


def test_a_passage_runs_from_its_first_character_to_its_last() -> None:
    begin, end = mark("", "建桥", edge="begin"), mark("", "建桥", edge="end")
    text = part("桥", paragraph(begin, "先择石。"), paragraph("再架梁。", end))
    given = made(book(text, index()))
    (place,) = next(node for node in walk(given) if isinstance(node, IndexEntry)).locators
    assert (place.id, place.until) == ("x1-u1", "x1-u1-end")
    assert shown(given) == ["[先]", "择石。"]
    assert [node.id for node in walk(given.parts[0]) if isinstance(node, IndexMark)] == ["x1-u1", "x1-u1-end"]


def test_a_marked_word_is_one_place_and_a_mark_that_refers_is_none() -> None:
    text = part("桥", paragraph(mark("石桥"), "，", mark("石梁", see=("石桥",)), "，", mark("拱", see_also=("石桥",))))
    given = made(book(text, index(find("石桥"))))
    assert lines(given) == ["G", "拱 桥 参见 石桥", "S", "石梁 见 石桥", "石桥 桥"]
    assert shown(given) == ["[石桥]", "，", "石梁", "，", "[拱]"]


def test_terms_and_places_go_together() -> None:
    given = book(
        part("桥", paragraph("未来产业链。")), glossary(entry("未来产业")), index(find("未来产业链"), find("路"))
    )
    linked = passed(link_glossary, passed(make_index, given)[0])[0]
    assert shown(linked) == ["[<未来产业>链]", "。"]
    crossing = book(part("桥", paragraph("未来产业。")), glossary(entry("未来产业")), index(find("产业")))
    assert shown(passed(link_glossary, made(crossing))[0]) == ["<未来[产业]>", "。"]


def test_a_word_that_is_not_to_be_found_hides_shorter_ones() -> None:
    text = part("桥", paragraph("石桥志与石桥，", mark("石桥志")))
    assert lines(made(book(text, index(find("石桥"), find("石桥志", find=False))))) == ["S", "石桥 桥", "石桥志 桥"]


def test_heads_are_letters_or_strokes() -> None:
    words = ("重庆", "5G", "AI", "安桥", "长江", "一桥")
    text = part("桥", paragraph("，".join(words)))
    by_pinyin = book(text, index(*map(find, words)))
    by_strokes = book(text, index(*map(find, words)), settings=Settings(index_order="stroke"))
    assert lines(made(by_pinyin)) == [
        *("0–9", "5G 桥"),
        *("A", "AI 桥", "安桥 桥"),
        *("C", "长江 桥", "重庆 桥"),
        *("Y", "一桥 桥"),
    ]
    assert lines(made(by_strokes))[:4] == ["#", "5G 桥", "AI 桥", "1画"]
    groups = [node for node in walk(made(by_strokes)) if isinstance(node, IndexGroup)]
    assert [group.id for group in groups] == ["index-signs", "index-1", "index-4", "index-6", "index-9"]


def test_what_begins_with_no_letter_has_the_last_head() -> None:
    terms = (find("路", sort="1st"), find("Ω梁"), find("长江"))
    given = made(book(part("桥", paragraph("路，Ω梁，长江")), index(*terms)))
    assert lines(given) == ["C", "长江 桥", "#", "路 桥", "Ω梁 桥"]
    assert [node.id for node in walk(given) if isinstance(node, IndexGroup)] == ["index-c", "index-signs"]


def test_an_index_without_entries_is_left_out_with_its_heading() -> None:
    assert [each.id for each in made(book(part("桥", paragraph("桥。")), index())).parts] == ["ch01"]


def test_marks_without_an_index_are_told_once_and_leave_the_words() -> None:
    given = book(part("桥", paragraph(mark("石桥"), mark("木桥"))))
    assert told(given) == [
        "chapters/01.md:7: words are marked for an index, and title.yaml places none [unplaced-index]\n"
        "    mend: write index into parts, back"
    ]
    assert passed(make_index, given)[0] is given


def test_a_word_that_the_text_does_not_hold_is_told_with_its_line() -> None:
    text = part("桥", paragraph("大石桥。"))
    assert told(book(text, index(find("石桥", line=2), find("大石桥"), find("路", line=4)))) == [
        "index.yaml:2: “石桥” stands only within longer entries: 大石桥 [nested-index-term]\n"
        "    mend: mark a place by {.index}, or take the entry out",
        "index.yaml:4: the text never says “路” [unfound-index-term]\n"
        "    mend: correct it, mark a place by {.index}, or take the entry out",
    ]


def test_a_reference_to_no_entry_is_told_with_the_nearest() -> None:
    text = part("桥", paragraph("石拱桥。"))
    assert told(book(text, index(find("石拱桥"), find("拱桥", line=2, see=see("石共桥", line=2))))) == [
        "index.yaml:2: the index has no entry “石共桥” to see [see-nowhere]\n    mend: did you mean 石拱桥?"
    ]


def test_a_reference_may_name_an_entry_below_another() -> None:
    text = part("桥", paragraph("石拱桥与木拱桥。"))
    entries = (
        find("石拱桥", under="桥"),
        find("拱", see=see("桥，石拱桥")),
        find("虹", see=see("木拱桥")),
        find("木拱桥"),
    )
    given = made(book(text, index(*entries)))
    targets = {each.term: [named.target for named in each.see] for each in walk(given) if isinstance(each, IndexEntry)}
    ids = {each.term: each.id for each in walk(given) if isinstance(each, IndexEntry)}
    assert (targets["拱"], targets["虹"]) == ([ids["石拱桥"]], [ids["木拱桥"]])


def test_without_the_table_of_strokes_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "unicodedataplus", None)
    monkeypatch.delitem(sys.modules, "kanben.passes.strokes", raising=False)
    text = part("桥", paragraph("石桥"))
    assert set(told(book(text, index(find("石桥")), settings=Settings(index_order="stroke")))) == {
        "title.yaml: strokes are counted by unicodedataplus, which is not installed [no-stroke-counts]\n"
        "    mend: install kanben[strokes], or sort by pinyin"
    }


def test_an_index_of_too_much_is_told_at_its_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    text = part("桥", paragraph("石桥、木桥又石桥。"))
    given = book(text, index(find("木桥"), find("石桥", line=2)))
    monkeypatch.setattr(index_faults, "PLACES", replace(PLACES, most=2))
    assert told(given) == [
        "index.yaml:2: the index leads to 3 places, most of them for “石桥”; kanben takes 2 [many-places]\n"
        "    mend: leave out words that stand on every page, or mark the places that matter"
    ]
    monkeypatch.setattr(index_faults, "ENTRIES", replace(ENTRIES, most=1))
    assert told(given) == [
        "index.yaml:2: the index has 2 entries; kanben takes 1, and this is the first beyond [many-entries]\n"
        "    mend: keep what readers look for"
    ]


def test_references_in_a_circle_are_told_once() -> None:
    text = part("桥", paragraph("桥。"))
    circle = (find("甲", line=1, see=see("乙", line=1)), find("乙", line=2, see=see("甲", line=2)))
    assert told(book(text, index(*circle))) == [
        "index.yaml:1: references lead in a circle: 甲 → 乙 → 甲 [see-circle]\n"
        "    mend: let one of the entries name its pages"
    ]
    assert told(book(text, index(find("桥", see_also=see("桥"))))) == [
        "index.yaml:1: references lead in a circle: 桥 → 桥 [see-circle]\n"
        "    mend: let one of the entries name its pages"
    ]


def test_an_entry_that_refers_to_another_has_no_places() -> None:
    text = part("桥", paragraph("石桥。", mark("石梁")))
    assert told(book(text, index(find("石桥"), find("石梁", line=2, see=see("石桥"))))) == [
        "index.yaml:2: “石梁” refers to another entry and has places of its own [see-with-places]\n"
        "    mend: write see-also, or take its marks away"
    ]


def test_nothing_is_told_of_an_index_when_a_part_could_not_be_read() -> None:
    assert told(book(part("桥", paragraph("桥。")), index(find("路")), whole=False)) == []
    assert told(book(part("桥", paragraph(mark("桥"))), whole=False)) == []


def test_parts_without_places_keep_their_blocks() -> None:
    text = part("桥", paragraph("路。"), paragraph("桥。"))
    given = made(book(text, index(find("桥"))))
    assert given.parts[0].blocks[0] is text.blocks[0]
