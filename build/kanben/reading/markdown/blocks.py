"""Turn pandoc's blocks into a Book's."""

import re
from dataclasses import replace
from typing import Any

from kanben.book.blocks import (
    Align,
    Cell,
    CodeBlock,
    Definition,
    Definitions,
    Epigraph,
    Equation,
    Figure,
    Heading,
    Item,
    List,
    Paragraph,
    Plain,
    Quote,
    Row,
    Rule,
    Table,
    Verse,
)
from kanben.book.grid import grid
from kanben.book.inlines import Image, Text
from kanben.book.node import Block, Blocks, Inlines
from kanben.book.text import text_of
from kanben.place import Place
from kanben.reading.markdown.attributes import check_attributes
from kanben.reading.markdown.charts import chart, is_chart
from kanben.reading.markdown.context import Context
from kanben.reading.markdown.data_tables import data_table, is_data
from kanben.reading.markdown.descriptions import described
from kanben.reading.markdown.figure_groups import figure_group
from kanben.reading.markdown.foreign import in_language
from kanben.reading.markdown.formulas import has_equation, with_equations
from kanben.reading.markdown.index_marks import check_index_keys, index_range
from kanben.reading.markdown.inlines import inlines
from kanben.reading.markdown.landscape import take_landscape, turned
from kanben.reading.markdown.locate import line_of
from kanben.reading.markdown.sources import sourced
from kanben.trouble import trouble

Json = Any
ALIGN: dict[str, Align] = {"AlignLeft": "left", "AlignCenter": "center", "AlignRight": "right"}
DEEPEST_HEADING = 4
NUMBERED = "numberLines"
START = re.compile("[1-9][0-9]{0,5}")


def blocks(items: Json, context: Context) -> Blocks:
    found: list[Block] = []
    for item in items:
        if is_div(item, "description"):
            describe(item, found, context)
        elif is_div(item, "source"):
            name_source(item, found, context)
        else:
            landscape = take_landscape(item)
            converted = convert(item, context)
            found += turned(converted) if landscape else converted
    return tuple(found)


def convert(item: Json, context: Context) -> Blocks:
    """One of pandoc's blocks; a div of no class dissolves into what it holds."""
    place = place_of(item, context)
    match item:
        case {"t": "Div", "c": [attributes, inner]}:
            return division(attributes, inner, place, context)
        case {"t": "LineBlock", "c": lines}:
            return (Verse(tuple(inlines(line, place.line, context) for line in lines), place=place),)
        case {"t": "Para" | "Plain" as kind, "c": words} if has_equation(words) and not context.in_note:
            return with_equations(Paragraph if kind == "Para" else Plain, words, place, context)
        case {"t": "Figure", "c": [[name, _, _], [_, caption], [{"c": [image]}]]} if is_chart(image):
            charted = chart(name, caption_words(caption, place, context), image, place, context)
            return (charted,) if charted else ()
        case {"t": "Figure", "c": [[name, _, _], [_, caption], [{"c": [image]}]]} if is_data(image):
            drawn = data_table(name, caption_words(caption, place, context), image, place, context)
            return (drawn,) if drawn else ()
        case {"t": "Null"}:
            return ()
    found = text_block(item, place, context) or group(item, place, context)
    if not found:
        context.refuse(item["t"], place)
    return (found,) if found else ()


def place_of(item: Json, context: Context) -> Place:
    return Place(context.source.file, line_of(item))


def text_block(item: Json, place: Place, context: Context) -> Block | None:
    match item:
        case {"t": "Para", "c": children}:
            return Paragraph(inlines(children, place.line, context), place=place)
        case {"t": "Plain", "c": children}:
            return Plain(inlines(children, place.line, context), place=place)
        case {"t": "Header", "c": [level, attributes, children]}:
            return heading(level, attributes, inlines(children, place.line, context), place, context)
        case {"t": "CodeBlock", "c": [attributes, text]}:
            return code_block(attributes, text, place, context)
        case {"t": "HorizontalRule"}:
            return Rule(place=place)
    return None


def group(item: Json, place: Place, context: Context) -> Block | None:
    match item:
        case {"t": "BlockQuote", "c": inner}:
            return Quote(blocks(inner, context), place=place)
        case {"t": "BulletList", "c": items}:
            return List(list_items(items, context), place=place)
        case {"t": "OrderedList", "c": [[start, _, _], items]}:
            return List(list_items(items, context), True, start, place=place)
        case {"t": "DefinitionList", "c": items}:
            return Definitions(tuple(definition(item, context) for item in items), place=place)
        case {"t": "Figure", "c": [[name, _, _], [_, caption], inner]}:
            return figure(name, caption, inner, place, context)
        case {"t": "Table", "c": [[name, _, _] as attributes, [_, caption], columns, head, bodies, foot]}:
            check_attributes("Table", attributes, place.line, context)
            return table(name, caption, columns, (head, bodies, foot), place, context)
    return None


def heading(level: int, attributes: Json, words: Inlines, place: Place, context: Context) -> Heading:
    name, classes, _ = attributes
    check_attributes("Header", attributes, place.line, context)
    if level > DEEPEST_HEADING:
        context.tell(trouble("deep-heading", place, level=level))
    return Heading(level, words, name=name, numbered="unnumbered" not in classes, place=place)


def code_block(attributes: Json, text: str, place: Place, context: Context) -> CodeBlock:
    """The first class is the language, unless it asks for numbers."""
    name, classes, pairs = attributes
    language = "" if not classes or classes[0] == NUMBERED else classes[0]
    more = classes[1:] if language else classes
    check_attributes("CodeBlock", [name, more, pairs], place.line, context)
    first = dict(pairs).get("startFrom", "1")
    if not START.fullmatch(first):
        spot = context.source.find("startFrom", place.line)
        context.tell(trouble("wrong-value", spot, key="startFrom", value=first, expected="1"))
        first = "1"
    return CodeBlock(text, language, int(first) if NUMBERED in more else 0, place=place)


def division(attributes: Json, inner: Json, place: Place, context: Context) -> Blocks:
    name, classes, _ = attributes
    fence = max(1, place.line - 2)  # it stands above its first words
    check_attributes("Div", attributes, fence, context)
    check_index_keys(attributes, fence, context)
    found = blocks(inner, context)
    if "figures" in classes:
        found = tuple(filter(None, (figure_group(name, found, place, context),)))
    if "epigraph" in classes:
        found = (epigraph(found, place),)
    found = in_language(attributes, found, fence, context)
    return index_range(attributes, found, context.fence(".index", place), context) if "index" in classes else found


def is_div(item: Json, name: str) -> bool:
    return item["t"] == "Div" and name in item["c"][0][1]


def describe(item: Json, found: list[Block], context: Context) -> None:
    """Put a description into the figure that stands right before it."""
    place = place_of(item, context)
    words = division(item["c"][0], item["c"][1], place, context)
    if whole := described(found[-1] if found else None, words, place, context):
        found[-1] = whole


def name_source(item: Json, found: list[Block], context: Context) -> None:
    """Put the words of a source under the figure or table that stands right before it."""
    place = place_of(item, context)
    words = division(item["c"][0], item["c"][1], place, context)
    if whole := sourced(found[-1] if found else None, words, place, context):
        found[-1] = whole


def epigraph(found: Blocks, place: Place) -> Epigraph:
    """The last line names the source if it begins with a dash."""
    last = found[-1] if found else None
    if isinstance(last, Paragraph) and text_of(last).startswith("——"):
        first, *rest = last.children
        words = first.text.lstrip("—").lstrip() if isinstance(first, Text) else ""
        source = (Text(words, place=first.place), *rest) if words else tuple(rest)
        return Epigraph(found[:-1], source, place=place)
    return Epigraph(found, place=place)


def list_items(items: Json, context: Context) -> tuple[Item, ...]:
    return tuple(Item(blocks(item, context), place=place_of(item, context)) for item in items)


def definition(item: Json, context: Context) -> Definition:
    term, bodies = item
    place = place_of(term, context)
    words = inlines(term["c"], place.line, context)
    return Definition(words, tuple(b for body in bodies for b in blocks(body, context)), place=place)


def caption_words(caption: Json, place: Place, context: Context) -> Inlines:
    return tuple(word for block in caption for word in inlines(block["c"], place.line, context))


def figure(name: str, caption: Json, inner: Json, place: Place, context: Context) -> Figure | None:
    match blocks(inner, context):
        case (Plain((Image() as image,)),):
            return Figure(image, caption_words(caption, place, context), name=name, place=place)
    return None


def table(name: str, caption: Json, columns: Json, parts: Json, place: Place, context: Context) -> Table:
    head, bodies, foot = parts
    aligns = [ALIGN.get(align["t"], "") for align, _ in columns]
    body = [row for part in bodies for row in (*part[2], *part[3])] + foot[1]
    return Table(
        caption_words(caption, place, context),
        rows(head[1], aligns, True, context),
        rows(body, aligns, False, context),
        name=name,
        place=place,
    )


def rows(items: Json, aligns: list[Align], head: bool, context: Context) -> tuple[Row, ...]:
    """The rows of a head or body; a cell without an alignment of its own has that of its column."""
    found = [row(item, head, context) for item in items]
    of_column = dict(enumerate(aligns))
    aligned = []
    for number, placed in enumerate(grid(found)):
        own = [each for each in placed if each.row == number]
        cells = (replace(each.cell, align=each.cell.align or of_column.get(each.column, "")) for each in own)
        aligned.append(replace(found[number], cells=tuple(cells)))
    return tuple(aligned)


def row(item: Json, head: bool, context: Context) -> Row:
    cells = []
    for _, align, height, width, inner in item[1]:
        found = blocks(inner, context)
        for equation in (block for block in found if isinstance(block, Equation)):
            context.tell(trouble("displayed-formula", equation.place))
        cells.append(Cell(found, ALIGN.get(align["t"], ""), height, width, head))
    return Row(tuple(cells))
