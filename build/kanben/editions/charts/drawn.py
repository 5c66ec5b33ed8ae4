"""Draw every chart of a book as its editions show it."""

from collections.abc import Iterator
from dataclasses import replace

from kanben.book.blocks import Figure, FigureGroup
from kanben.book.book import Book, Part
from kanben.book.charts import Chart, Drawing
from kanben.book.node import Node
from kanben.book.walk import rebuild, walk
from kanben.editions.charts.canvas import Canvas
from kanben.editions.charts.drawing import Memory, draw
from kanben.editions.print.trims import Trim, trim_of
from kanben.keep import kept

WIDE, NARROW = (600, 13), (320, 12)  # px: the measure of the web edition and its words, a telephone's and its
PRINT_SIZE = 7.5  # pt: 六号
TALLEST = 0.75  # of the type area
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0:g} {1:g}" width="{0:g}pt" height="{1:g}pt">'


def charts_on_screen(book: Book, memory: Memory) -> Book:
    """The book with drawings in its charts, a wide and a narrow one."""
    language = book.record.language

    def drawn(node: Node) -> Node:
        if not isinstance(node, Figure) or not isinstance(node.image, Chart):
            return node
        sizes = {"wide": WIDE, "narrow": NARROW}
        drawings = (
            draw(node.image, Canvas(f"{node.id}-{key}", *size, language), memory) for key, size in sizes.items()
        )
        return replace(node, image=replace(node.image, drawings=tuple(drawings)))

    charted: Book = rebuild(book, drawn)
    return charted


def charts_in_print(book: Book, memory: Memory) -> Book:
    """The book with a picture for each of its charts: made/ and the id of the figure."""
    trim = trim_of(book.settings.trim, book.settings.theme)
    language = book.record.language
    made = {
        f"made/{figure.id}.svg": picture(
            draw(chart, Canvas(figure.id, width, PRINT_SIZE, language, True, trim.depth * TALLEST), memory)
        )
        for figure, chart, width in with_widths(book, trim)
    }
    return replace(book, pictures=book.pictures | made) if made else book


def with_widths(book: Book, trim: Trim) -> Iterator[tuple[Figure, Chart, float]]:
    """The figures that are charts, each with its width in pt: the measure, or a member's part of it."""
    for part in book.parts:
        for figure, chart, columns in kept(part.id, charts_in, part):
            yield figure, chart, trim.measure / columns - trim.body if columns else trim.measure


def charts_in(part: Part) -> tuple[tuple[Figure, Chart, int], ...]:
    """The figures of a part that are charts; with a member of a group its columns, else 0."""
    groups = (node for node in walk(part) if isinstance(node, FigureGroup))
    columns = {member.id: group.columns for group in groups for member in group.figures}
    figures = (node for node in walk(part) if isinstance(node, Figure))
    return tuple((each, each.image, columns.get(each.id, 0)) for each in figures if isinstance(each.image, Chart))


def picture(drawing: Drawing) -> bytes:
    return f"{HEAD.format(drawing.width, drawing.height)}{drawing.markup}</svg>".encode()
