"""A whole Book in Traditional Chinese: what is written otherwise, and what stays."""

from dataclasses import replace

from kanben.book.book import Book, ScriptWord, Traditional
from kanben.book.entries import ReferenceEntry, References
from kanben.book.inlines import Code, Foreign, Link, Note, Ruby, Styled, Text
from kanben.book.node import Block
from kanben.book.text import text_of
from kanben.passes.traditional import write_traditional
from kanben.trouble import Trouble
from tests.passes.small_books import RECORD, at, book, paragraph, part
from tests.titles import UUID

TAIWAN = Traditional()


def traditional(given: Book, plan: Traditional = TAIWAN) -> tuple[Book, list[str], list[Trouble]]:
    """The written book, its review as 后→後 file:line, and the troubles."""
    record = replace(given.record, identifiers=(("uuid", UUID), *given.record.identifiers))
    told: list[Trouble] = []
    settings = replace(given.settings, traditional=plan)
    written, chosen = write_traditional(replace(given, record=record, settings=settings), told.append)
    return written, [f"{choice.character}→{choice.form} {place}" for choice, _, place in chosen], told


def chapter(*blocks: Block) -> Book:
    return book(part("桥", *blocks))


def words(written: Book) -> str:
    return text_of(written.parts[0].blocks, notes=True)


def test_a_phrase_that_is_half_in_emphasis_is_one() -> None:
    written, _, _ = traditional(
        chapter(paragraph("皇", Styled("strong", (Text("后"),)), "和理", Styled("name", (Text("发店"),))))
    )
    assert words(written) == "皇后和理髮店"


def test_a_note_does_not_part_the_words_around_it() -> None:
    written, _, _ = traditional(chapter(paragraph("理", Note((paragraph("以后"),)), "发店")))
    assert words(written) == "理以後髮店"


def test_kept_words_code_addresses_and_other_languages_stay() -> None:
    kept = (Styled("keep", (Text("后"),)), Code("发"), Foreign("ja", (Text("国会"),)))
    written, _, _ = traditional(chapter(paragraph("国", *kept, Link("https://example.org/后", (Text("国"),)))))
    assert words(written) == "國后发国会國"
    assert "https://example.org/后" in repr(written)


def test_ruby_and_its_reading_go_along() -> None:
    written, _, _ = traditional(chapter(paragraph(Ruby("汉语", "hàn yǔ"))))
    assert written.parts[0].blocks == (paragraph(Ruby("漢語", "hàn yǔ")),)


def test_japanese_and_western_works_keep_their_characters() -> None:
    entries = (
        ReferenceEntry("li", (Text("李伟. 发展的国家[M]."),), id="r1"),
        ReferenceEntry("sato", (Text("佐藤. 国会図書館[M]."),), id="r2"),
    )
    given = replace(
        chapter(References(entries)),
        bibliography=({"id": "li", "title": "发展的国家"}, {"id": "sato", "title": "国会図書館", "language": "ja"}),
    )
    assert words(traditional(given)[0]) == "李偉. 發展的國家[M].佐藤. 国会図書館[M]."


def test_facts_of_a_printing_are_each_editions_own() -> None:
    record = replace(RECORD, title="论桥", price="50元", url="https://example.org/", identifiers=(("print-isbn", "x"),))
    given = replace(chapter(paragraph("桥")), record=record)
    plan = Traditional(facts=(("publisher", "橋樑書局"),), identifiers=(("epub-isbn", "y"),))
    found = traditional(given, plan)[0].record
    assert (found.title, found.publisher, found.price, found.url) == ("論橋", "橋樑書局", "", "")
    assert (found.language, found.identifier("print-isbn"), found.identifier("epub-isbn")) == ("zh-Hant-TW", "", "y")
    assert found.identifier("uuid") not in ("", UUID)


def test_the_review_names_each_character_that_could_have_become_another() -> None:
    _, review, _ = traditional(chapter(paragraph("先立后破", place=at(7))))
    assert review == ["后→後 chapters/01.md:7"]


def test_a_word_of_the_title_that_it_never_says_is_told() -> None:
    plan = Traditional(words=(ScriptWord("公里", "公里", at(9, "title.yaml")),))
    _, _, told = traditional(chapter(paragraph("桥")), plan)
    assert [str(each) for each in told] == [
        "title.yaml:9: the book never says “公里”, whose Traditional form title.yaml gives [unused-script-word]\n"
        "    mend: correct the word, or take it out"
    ]
