"""By authors and dates, citations name whom they cite, and the list goes by language and name."""

from dataclasses import replace

from kanben.book.blocks import Paragraph
from kanben.book.book import Book
from kanben.book.entries import ReferenceEntry
from kanben.book.inlines import Cite, CiteItem, Text
from kanben.book.node import Block
from kanben.book.text import text_of
from tests.passes.cited_books import HERE, book, cite, cites, entries, resolved


def people(key: str, *families: str, title: str = "论桥", year: int = 2024, language: str = "") -> dict[str, object]:
    authors = [{"literal": family} for family in families]
    item: dict[str, object] = {
        "id": key,
        "type": "book",
        "author": authors,
        "title": title,
        "issued": {"date-parts": [[year]]},
    }
    return item | ({"language": language} if language else {})


def by_authors(words: Block, *works: dict[str, object], sorts: dict[str, str] | None = None) -> Book:
    known = sorts or {}
    entries = tuple(ReferenceEntry(str(w["id"]), (), sort=known.get(str(w["id"]), ""), place=HERE) for w in works)
    given = replace(book(words, entries=entries, style="gb-t-7714-2025-author-date"), bibliography=works)
    done, told = resolved(given)
    assert told == []
    return done


def test_works_of_one_author_and_year_are_told_apart_in_order_of_citation() -> None:
    works = people("a", "钱二", title="论路"), people("b", "钱二", title="论水")
    done = by_authors(Paragraph((cite("b"), cite("a"), cite("b", locator="9"))), *works)
    assert [text_of(node) for node in cites(done)] == ["（钱二，2024a）", "（钱二，2024b）", "（钱二，2024a）9"]
    assert [text_of(entry) for entry in entries(done)] == ["钱二，2024a. 论水[M].", "钱二，2024b. 论路[M]."]


def test_lists_go_by_language_then_by_pinyin_and_a_reading_overrides() -> None:
    works = (
        people("ru", "Иванов", title="Мосты", language="ru"),
        people("en", "Smith", title="Bridges", language="en"),
        people("ja", "佐藤一", title="石の橋"),
        people("zh", "赵一"),
        people("dan", "单四"),
        people("li", "李五"),
    )
    done = by_authors(Paragraph((cite(*(str(w["id"]) for w in works)),)), *works, sorts={"dan": "shan si"})
    assert [entry.key for entry in entries(done)] == ["li", "dan", "zh", "ja", "en", "ru"]
    assert {entry.label for entry in entries(done)} == {""}


def test_a_citation_speaks_each_works_language() -> None:
    works = (
        people("zh", "赵一", "钱二"),
        people("en", "Smith", "Jones", language="en"),
        people("ru", "Иванов", "Петров", title="Мосты"),
    )
    done = by_authors(Paragraph((cite("zh", "en", "ru"),)), *works)
    assert text_of(cites(done)[0]) == "（赵一 等，2024；Smith et al.，2024；Иванов и др.，2024）"


def test_the_name_in_a_sentence_stands_close_to_chinese_words() -> None:
    named = Cite((CiteItem("a", mode="author-in-text"),), place=HERE)
    done = by_authors(Paragraph((Text("据 "), named, Text(" 所述"))), people("a", "赵一"))
    assert text_of(done.parts[0].blocks) == "据赵一（2024）所述"


def test_a_prefix_stands_in_the_brackets_of_authors_and_before_those_of_numbers() -> None:
    seen = Cite((CiteItem("zhao", prefix="参见", locator="第三章"),), place=HERE)
    dated, _ = resolved(book(Paragraph((seen, cite("qian", "sun"))), style="gb-t-7714-2025-author-date"))
    assert text_of(cites(dated)[0]) == "（参见赵一，2024）第三章"
    numbered, _ = resolved(book(Paragraph((seen, cite("qian", "sun")))))
    assert text_of(cites(numbered)[0]) == "参见[1]第三章"
