"""What the templates of print may ask about the sheet and the leaves."""

from kanben.book.book import Book
from kanben.book.chinese import chinese_date
from kanben.book.text import text_of
from kanben.editions.print import barcode
from kanben.editions.print.part_facts import facts_of
from kanben.editions.print.trims import trim_of
from kanben.editions.tables import is_short, need_of, width_of
from kanben.editions.title_lines import fit
from kanben.script.standards import is_traditional

FACES, WESTERN = {"zh": "SC", "ja": "JP", "ko": "KR"}, "KR"
"""Korean writes Western quotation marks."""
HEAD_SIZE = 9
"""In pt: the size of running heads."""
ROWS, LINES = 12, 16
"""A table of no more rows, and no more words than so many full lines, stays on one page."""


def leaf_words(book: Book) -> dict[str, object]:
    """Names for the templates; `lines(2, 1)` is the height of two lines less 1 pt, as CSS writes it."""
    trim = trim_of(book.settings.trim, book.settings.theme)
    return {
        "trim": trim,
        "lines": lambda count, less=0: f"{count * trim.pitch - less:g}pt",
        "fit": fit,
        "head": lambda words: shortened(words, int(trim.measure / HEAD_SIZE)),
        "is_short": is_short,
        "is_roomy": lambda table: need_of(table) <= trim.han,  # its type is smaller than the body's
        "is_whole": lambda table: len(table.body) <= ROWS and width_of(text_of(table.body)) <= LINES * trim.han,
        "characters": characters(book),
        "date": chinese_date,
        "barcode": barcode.NAME,
        "languages": languages_of(book),
        "face_of": face_of,
    }


def shortened(words: str, most: int) -> str:
    """Words that fit on one line of so many characters, as a running head must."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


def characters(book: Book) -> str:
    """How long the book is (字数), counted: each character and mark of text and notes."""
    count = sum(facts_of(part).characters for part in book.parts)
    return f"{count / 1000:.0f}千字" if count >= 1000 else f"{count}字"


def languages_of(book: Book) -> list[str]:
    """The languages of words that are not in the book's own."""
    return sorted(frozenset().union(*(facts_of(part).languages for part in book.parts)))


def face_of(language: str) -> str:
    """The family for words of a language: its own forms of Han; for Western words one whose “ ” are narrow."""
    if is_traditional(language):
        return "Noto Serif CJK HK" if "hk" in language.lower() else "Noto Serif CJK TC"
    return f"Noto Serif CJK {FACES.get(language.lower()[:2], WESTERN)}"
