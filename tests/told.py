"""What kanben says of small titles, for the tests."""

from pathlib import Path

from kanben.book.book import Book
from kanben.press.title import finished_book
from kanben.trouble import Stop, Trouble
from tests.titles import title_yaml, write_title

CHAPTER = "chapters/01.md"
TITLE = title_yaml([CHAPTER])
Files = dict[str, str | bytes]


def told(folder: Path, files: Files) -> str:
    """All that is said of a title, in full; empty when it is faultless."""
    write_title(folder, **files)
    warnings: list[Trouble] = []
    try:
        finished_book(folder, warnings.append)
    except Stop as stop:
        return str(stop)
    return "\n".join(map(str, warnings))


def book_of(folder: Path, files: Files) -> Book:
    assert told(folder, files) == ""
    return finished_book(folder, lambda trouble: None)


def chapter(text: str, **more: str | bytes) -> Files:
    """A title of one chapter whose text begins on line 3."""
    return {CHAPTER: "# 桥\n\n" + text, **more}


def titled(text: str) -> Files:
    return {"title.yaml": text}


def check(folder: Path, files: Files, expected: str) -> None:
    assert told(folder, files).replace("\n    mend: ", "\n> ") == expected
