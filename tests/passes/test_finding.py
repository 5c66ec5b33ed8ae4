"""Whatever is marked or linked, no word is lost, no id stands twice, and every word that is looked for is reached."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kanben.book.blocks import Paragraph
from kanben.book.book import Book
from kanben.book.entries import Index, IndexEntry, IndexGroup
from kanben.book.inlines import IndexMark, Note, Styled, Term, Text
from kanben.book.node import Inline, Inlines
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.passes.finding import Letters, Names
from kanben.passes.glossary import link_glossary
from kanben.passes.index import make_index
from tests.passes.small_books import at, book, entry, glossary, paragraph, part

LETTERS = Letters((Styled, IndexMark))
WORDS = ("石桥", "石拱桥", "拱", "桥边", "AI", "“桥”论")


def nested(inner: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inline]:
    """Emphasis, marks, marked terms and notes around some words."""
    return st.one_of(
        inner.map(lambda words: Styled("emphasis", words)),
        inner.map(lambda words: IndexMark(words, entry="岸", place=at(1))),
        inner.filter(text_of).map(lambda words: IndexMark(words, place=at(1))),
        st.sampled_from(WORDS).map(lambda word: Term((Text(word),))),
        st.sampled_from(WORDS).map(lambda word: Term((Text(word),), plain=True)),
        st.just(Note((paragraph("石桥"),))),
    )


TEXTS = st.text("石拱桥边AI“”论 ", min_size=1, max_size=6).map(Text)
INLINES = st.recursive(
    st.lists(TEXTS, max_size=3).map(tuple),
    lambda inner: st.lists(st.one_of(TEXTS, nested(inner)), max_size=4).map(tuple),
    max_leaves=12,
)


def small_book(words: Inlines) -> Book:
    listed = tuple(IndexEntry(word, place=at(n, "index.yaml")) for n, word in enumerate(WORDS))
    index = part("索引", Index((IndexGroup("", listed),)), part_id="index", matter="back", kind="index")
    return book(part("题", Paragraph(words)), glossary(*map(entry, WORDS)), index)


@settings(max_examples=300, deadline=None)
@given(INLINES)
def test_no_word_is_lost_and_no_id_stands_twice(words: Inlines) -> None:
    given_book = small_book(words)
    made = link_glossary(make_index(given_book, lambda told: None), lambda told: None)
    assert text_of(made.parts[0], notes=True) == text_of(given_book.parts[0], notes=True)
    ids = Counter(node.id for node in walk(made.parts[0]) if isinstance(node, IndexMark | Term) and node.id)
    assert set(ids.values()) <= {1}
    locators = {locator.id for node in walk(made) if isinstance(node, IndexEntry) for locator in node.locators}
    assert locators <= set(ids)


@settings(max_examples=300, deadline=None)
@given(INLINES, st.data())
def test_what_is_put_around_characters_holds_just_these(words: Inlines, data: st.DataObject) -> None:
    text = LETTERS.of(words)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start == end:
        return
    wrapped = LETTERS.wrapped(words, start, end, Term((), id="here"))
    through_terms = Letters((Styled, IndexMark, Term))
    assert through_terms.of(tuple(map(closed, wrapped))) == text
    (here,) = (node for node in walk(wrapped) if isinstance(node, Term) and node.id == "here")
    assert LETTERS.of(here.children) == text[start:end]


def closed(word: Inline) -> Inline:
    """The words with every other term as one closed piece, as they were."""
    if isinstance(word, Term) and word.id != "here":
        return Note((paragraph("x"),))
    inside = tuple(map(closed, word.children)) if isinstance(word, Styled | IndexMark | Term) else ()
    return replace(word, children=inside) if inside else word


def test_names_are_found_however_they_are_typed() -> None:
    names = Names({"5G网络": "a", "“桥”论": "b", "AI": "c"})
    text = "5G 网络与5G网络，‘桥’论，AI不是AIM，《AI》"
    assert [(found.name, text[found.start : found.end]) for found in names.find(text)] == [
        ("5G网络", "5G 网络"),
        ("5G网络", "5G网络"),
        ("“桥”论", "‘桥’论"),
        ("AI", "AI"),
    ]
    assert (names.target("5G  网络"), names.target("6G")) == ("a", "")
