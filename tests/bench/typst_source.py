"""Write a finished book as a Typst document: the same words, notes, lists, tables and pictures on the same sheet."""

import json
import re
from pathlib import Path
from typing import Any

from kanben.book.blocks import (
    CodeBlock,
    Definitions,
    Epigraph,
    Equation,
    Figure,
    Heading,
    List,
    Quote,
    Table,
)
from kanben.book.book import Book, Part
from kanben.book.entries import GlossaryEntry, IndexEntry
from kanben.book.inlines import Code, Image, LineBreak, Link, Math, Note, Ruby, Styled, Text
from kanben.book.node import Block, Inline, Node
from kanben.book.walk import fields_of
from kanben.editions.print.trims import trim_of
from tests.titles import write_files

MARKS = re.compile(r"""([\\#*_`$<>@\[\]~/"'=+\-.:])""")
STYLES = {"strong": "strong", "emphasis": "emph", "superscript": "super", "subscript": "sub", "strike": "strike"}
STYLES |= {"underline": "underline"}
HEAD = """\
#set document(title: {title})
#set page(
  width: {width}mm, height: {height}mm, numbering: "1",
  margin: (inside: {inner}pt, outside: {outer}pt, top: {head}pt, bottom: {foot}pt),
)
#set text(font: "Noto Serif CJK SC", size: {body}pt, lang: "zh", region: "cn")
#set par(justify: true, leading: {leading}pt, spacing: {leading}pt, first-line-indent: (amount: 2em, all: true))
#set footnote(numbering: "①")
#set figure(numbering: none)
#show heading: set text(font: "Noto Sans CJK SC")
#show heading.where(level: 1): it => pagebreak(to: "odd", weak: true) + it
#align(center + horizon, text(size: 2em)[{words}])
#outline()
"""


def write_typst(book: Book, folder: Path) -> Path:
    """Write the document and the pictures that it shows into a folder."""
    trim = trim_of(book.settings.trim, book.settings.theme)
    facts: dict[str, Any] = {name: getattr(trim, name) for name in ("width", "height", "body")}
    facts |= {name: getattr(trim, name) for name in ("inner", "outer", "head", "foot")}
    title = {"title": quoted(book.record.full_title), "words": plain(book.record.full_title)}
    head = HEAD.format(**facts, **title, leading=trim.pitch - trim.body)
    write_files(folder, book.pictures)
    file = folder / f"{book.name}.typ"
    file.write_text(head + "".join(map(of_part, book.parts)), encoding="utf-8")
    return file


def of_part(part: Part) -> str:
    return "\n" + of(part.heading) + of(part.blocks)


def plain(text: str) -> str:
    """Words that mean nothing but themselves."""
    return MARKS.sub(r"\\\1", text)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def of(value: Any) -> str:
    """A node, or several; one that has no form here is what is in it."""
    if isinstance(value, tuple):
        return "".join(map(of, value))
    if isinstance(value, Inline):
        return of_inline(value)
    if isinstance(value, Block):
        return of_block(value)
    return within(value) if isinstance(value, Node) else ""


def within(node: Node) -> str:
    return "".join(of(getattr(node, name)) for name in fields_of(node))


def of_inline(node: Inline) -> str:
    match node:
        case Text(text):
            return plain(text)
        case Code(text):
            return f"#raw({quoted(text)});"
        case Styled(style, children):
            return f"#{STYLES[style]}[{of(children)}];" if style in STYLES else of(children)
        case Link(target, children):
            return f"#link({quoted(target)})[{of(children)}];"
        case Note(blocks):
            return f"#footnote[{of(blocks).strip()}];" if blocks else ""
        case LineBreak():
            return " \\ "
        case Ruby(base):
            return plain(base)
        case Math(words=words):
            return plain(words)
    return within(node)


def of_block(node: Block) -> str:
    match node:
        case Heading(level=level, children=children, label=label):
            return f"#heading(level: {level})[{plain(label)} {of(children)}]\n\n"
        case Quote(blocks) | Epigraph(blocks):
            return f"#quote(block: true)[{of(blocks)}]\n\n"
        case List(items=items, ordered=ordered):
            return f"#{'enum' if ordered else 'list'}" + "".join(f"[{of(item.blocks)}]" for item in items) + "\n\n"
        case Definitions(items):
            return "".join(f"/ {of(item.term)}: {of(item.blocks)}\n" for item in items) + "\n"
        case Table():
            return of_table(node)
        case Figure(image=Image(source), caption=caption, label=label):
            return f"#figure(image({quoted(source)}, width: 80%), caption: [{plain(label)} {of(caption)}])\n\n"
        case CodeBlock(text):
            return f"#raw(block: true, {quoted(text)})\n\n"
        case GlossaryEntry(term=term, blocks=blocks):
            return f"#strong[{plain(term)}] {of(blocks)}\n\n"
        case IndexEntry(term=term, entries=entries):
            return f"{plain(term)}\n\n{of(entries)}"
        case Equation(math=math):
            return plain(math.tex) + "\n\n"
    return within(node) + "\n\n"


def of_table(table: Table) -> str:
    """A row a line, spans and all."""
    rows = (*table.head, *table.body)
    columns = sum(cell.columns for cell in rows[0].cells)
    cells = "\n".join(
        ", ".join(f"table.cell(colspan: {c.columns}, rowspan: {c.rows})[{of(c.blocks).strip()}]" for c in row.cells)
        + ","
        for row in rows
    )
    caption = f"[{plain(table.label)} {of(table.caption)}]"
    return f"#figure(table(columns: {columns},\n{cells}\n), caption: {caption})\n\n"
