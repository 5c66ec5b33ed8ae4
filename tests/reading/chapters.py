"""Read Markdown as a chapter, for the tests."""

from kanben.book.blocks import Paragraph
from kanben.book.node import Block, Blocks, Inlines
from kanben.place import Place
from kanben.reading.markdown.chapter import read_markdown
from kanben.reading.markdown.source import Source
from kanben.trouble import Trouble

FILE = "chapters/01.md"


class AnyPicture:
    """A title that has every picture."""

    def take(self, target: str, place: Place) -> str:
        return target

    def data(self, target: str, place: Place) -> bytes | None:
        return None


def read(text: str) -> tuple[Blocks, list[str]]:
    """The blocks, and what was told, in full."""
    told: list[Trouble] = []
    return read_markdown(Source(FILE, text), AnyPicture(), told.append), [str(trouble) for trouble in told]


def blocks(text: str) -> Blocks:
    """The blocks of a text without faults."""
    found, told = read(text)
    assert told == []
    return found


def block(text: str) -> Block:
    (only,) = blocks(text)
    return only


def words(text: str) -> Inlines:
    """The words of a single paragraph."""
    only = block(text)
    assert isinstance(only, Paragraph)
    return only.children
