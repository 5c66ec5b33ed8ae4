"""The book knows which words are its own."""

from dataclasses import replace

from kanben.book.blocks import Paragraph
from kanben.book.entries import Glossary, GlossaryEntry, Index, IndexEntry, IndexGroup
from kanben.book.inlines import Text
from kanben.passes.own_words import gather_own_words
from tests.passes.small_books import book, part, passed


def test_terms_entries_of_the_index_their_other_names_and_the_subjects_are_its_own_words() -> None:
    terms = Glossary((GlossaryEntry("石拱桥", (Paragraph((Text("桥"),)),), also=("拱桥",)), GlossaryEntry("梁桥", ())))
    below = (IndexEntry("敞肩拱", also=("空腹拱",)), IndexEntry("梁桥"))
    entries = Index((IndexGroup("Q", (IndexEntry("桥梁", entries=below),)),))
    given = book(part("词", terms), part("索引", entries))
    given = replace(given, record=replace(given.record, subjects=("桥梁工程", "拱桥")))
    made, told = passed(gather_own_words, given)
    assert told == []
    assert made.own_words == ("石拱桥", "拱桥", "梁桥", "桥梁", "敞肩拱", "空腹拱", "桥梁工程")
    assert made.parts is given.parts
