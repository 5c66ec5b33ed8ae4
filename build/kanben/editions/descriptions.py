"""Say a figure as one text: its alternative text, and the long description where it has one."""

from collections.abc import Iterator

from kanben.book.blocks import Figure, List, Row, Table
from kanben.book.node import Blocks
from kanben.book.text import text_of

ENDS = "。！？；：…”）.!?;:"


def spoken(figure: Figure) -> str:
    """For print, whose pages do not show the description: each paragraph, item and row is a sentence."""
    if not figure.description:
        return figure.image.alt
    return "".join(map(sentence, filter(None, (figure.image.alt, *lines(figure.description)))))


def sentence(words: str) -> str:
    return words if words[-1] in ENDS else f"{words}。"


def lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case List():
                for item in block.items:
                    yield from lines(item.blocks)
            case Table():
                yield text_of(block.caption)
                yield from map(row_line, (*block.head, *block.body))
            case _:
                yield text_of(block).strip()


def row_line(row: Row) -> str:
    return "，".join(text_of(cell.blocks) for cell in row.cells)
