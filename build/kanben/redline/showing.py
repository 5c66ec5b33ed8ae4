"""Make of a redline the book that editions print: each change in words where there are words, with an id and no links
in what is gone."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kanben.book.bare import bare
from kanben.book.blocks import (
    Definition,
    Definitions,
    Epigraph,
    Figure,
    FigureGroup,
    Heading,
    Item,
    List,
    Paragraph,
    Plain,
    Quote,
    Row,
    Table,
    Verse,
)
from kanben.book.book import Part
from kanben.book.changes import Change, ChangedBlocks
from kanben.book.entries import Glossary, GlossaryEntry, Index, Listing, ReferenceEntry, References
from kanben.book.inlines import Note, Styled, Text
from kanben.book.node import Block, Blocks, Fate, Inline, Inlines, Node
from kanben.book.text import text_of
from kanben.book.walk import fields_of, rebuild
from kanben.redline.comparing import MarkedPart, Redline
from kanben.redline.numbering import Entry, Member, with_ids
from kanben.redline.unseen import unseen_changes

OLD = "old-"
"""Begins the ids of what is gone."""
EXCERPT = 24
"""So many characters of what moved are said again where it stood."""


def shown_parts(redline: Redline) -> tuple[Part, ...]:
    """The parts with their changes, in the order of the new book, as editions print them."""
    parts = tuple(shown_part(part) for part in redline.parts)
    return with_ids(parts)


def shown_part(marked: MarkedPart) -> Part:
    """A part; one that is new or gone is marked from its heading to its end."""
    part = marked.part
    if marked.old is None:
        heading = replace(part.heading, children=dressed(part.heading.children, "added"))
        return replace(part, heading=heading, blocks=shown_blocks(part.blocks))
    if marked.new is None:
        label = f"{part.heading.label}　" if part.heading.label else ""
        words = dressed((Text(label), *part.heading.children), "deleted")
        heading = Heading(1, words, OLD + part.id, numbered=False)
        return replace(part, id=OLD + part.id, heading=heading, blocks=shown_blocks(part.blocks))
    return replace(part, heading=shown(part.heading), blocks=shown_blocks(part.blocks))


def shown_blocks(blocks: Blocks) -> Blocks:
    return tuple(block for each in blocks for block in shown_block(each))


def shown_block(block: Block) -> Iterator[Block]:
    """A block, or those that a ChangedBlocks stands for: what is gone before what is new."""
    if not isinstance(block, ChangedBlocks):
        yield shown(block)
    elif block.move:
        was = (excerpt(block.was),) if block.was else ()
        yield replace(block, was=was, blocks=shown_blocks(block.blocks))
    elif block.restyled:
        yield replace(block, was=(), blocks=tuple(map(shown, block.blocks)), unseen=unseen_changes(block))
    else:
        for old in block.was:
            yield marked_block(old, "deleted")
        for new in block.blocks:
            yield marked_block(shown(new), "added")


def excerpt(blocks: Blocks) -> Paragraph:
    """The first words of what moved away."""
    words = " ".join(text_of(blocks).split())
    return Paragraph((Text(words if len(words) <= EXCERPT else f"{words[:EXCERPT]}…"),))


def shown(node: Any) -> Any:
    """A node with all that changed in it, or in what it holds."""
    if isinstance(node, Change):
        children = fresh(node.children)
        if node.restyled:
            return replace(node, was=(), children=children, unseen=unseen_changes(node))
        return replace(node, was=gone(node.was), children=children)
    changed = {name: shown_field(getattr(node, name)) for name in fields_of(node)}
    node = replace(node, **{name: new for name, new in changed.items() if new is not getattr(node, name)})
    if isinstance(node, Member | Entry) and node.change:
        return marked_member(node, node.change)
    if isinstance(node, Table) and node.fates:
        return with_marked_columns(node)
    return node


def shown_field(value: Any) -> Any:
    if isinstance(value, tuple):
        if value and isinstance(value[0], Block) and not isinstance(value[0], Entry):
            return shown_blocks(value)
        return tuple(shown(item) if isinstance(item, Node) else shown_field(item) for item in value)
    return shown(value) if isinstance(value, Node) else value


# ---- the mark on words ---------------------------------------------------------------------------------------


def dressed(words: Inlines, fate: Fate) -> Inlines:
    """Words that are all new, or all gone."""
    if not words:
        return ()
    return (Change(was=gone(words)) if fate == "deleted" else Change(children=fresh(words)),)


def gone(words: Inlines) -> Inlines:
    """Words that lead nowhere any more; their notes are said within them, for they have no number."""
    flat: Inlines = rebuild(words, lambda node: said(node) if isinstance(node, Note) else node)
    return bare(flat)


def said(note: Note) -> Inline:
    return Text(f"〔注：{text_of(note.blocks)}〕")


def fresh(words: Inlines) -> Inlines:
    """New words, whose notes are new as well."""
    added: Inlines = rebuild(words, lambda node: added_note(node) if isinstance(node, Note) else node)
    return added


def added_note(note: Note) -> Note:
    return replace(note, blocks=tuple(marked_block(block, "added") for block in note.blocks))


# ---- the mark on blocks --------------------------------------------------------------------------------------


def marked_block(block: Block, fate: Fate) -> Block:
    """A block that is all new, or all gone: its words are marked, and it is framed where it is more than words."""
    if fate == "deleted":
        block = rebuild(block, without_life)
    match block:
        case Heading() if fate == "deleted":
            label = f"{block.label} " if block.label else ""
            return Paragraph((Change(was=(Styled("strong", gone((Text(label), *block.children))),)),))
        case Heading() | Paragraph() | Plain():
            return replace(block, children=dressed(block.children, fate))
        case Quote():
            return replace(block, blocks=each_marked(block.blocks, fate))
        case Epigraph():
            return replace(block, blocks=each_marked(block.blocks, fate), source=dressed(block.source, fate))
        case Verse():
            return replace(block, lines=tuple(dressed(line, fate) for line in block.lines))
        case List():
            return replace(block, items=tuple(marked_member(item, fate) for item in block.items))
        case Definitions():
            return replace(block, items=tuple(marked_member(item, fate) for item in block.items))
        case Glossary() | References() | Index():
            return apparatus(block, fate)
        case Table():
            head, body = (tuple(marked_member(row, fate) for row in rows) for rows in (block.head, block.body))
            return framed(replace(block, head=head, body=body, **beside(block, fate)), fate)
        case FigureGroup():
            figures = tuple(replace(figure, **beside(figure, fate)) for figure in block.figures)
            return framed(replace(block, figures=figures, **beside(block, fate)), fate)
        case Figure():
            return framed(replace(block, **beside(block, fate)), fate)
        case Listing() if fate == "deleted":
            return replace(block, entries=())  # they follow from the figures, and lead nowhere
    return framed(block, fate)


def beside(block: Figure | FigureGroup | Table, fate: Fate) -> dict[str, Any]:
    """The caption, and the paragraphs under it."""
    return {"caption": dressed(block.caption, fate), "sources": each_marked(block.sources, fate)}


def framed(block: Block, fate: Fate) -> ChangedBlocks:
    return ChangedBlocks(was=(block,)) if fate == "deleted" else ChangedBlocks(blocks=(block,))


def each_marked(blocks: Blocks, fate: Fate) -> Blocks:
    return tuple(marked_block(block, fate) for block in blocks)


def without_life(node: Node) -> Node:
    """What is gone has an id of its own and no place on a page, so that nothing is led to it or counted by it."""
    changes: dict[str, Any] = {}
    if getattr(node, "id", ""):
        changes["id"] = OLD + getattr(node, "id", "")
    if getattr(node, "spot", 0):
        changes["spot"] = 0
    return replace(node, **changes) if changes else node


def marked_member(member: Any, fate: Fate) -> Any:
    """A member that is all new, or all gone; an entry says so itself."""
    match member:
        case Item():
            return replace(member, blocks=each_marked(member.blocks, fate))
        case Definition():
            return replace(member, term=dressed(member.term, fate), blocks=each_marked(member.blocks, fate))
        case Row():
            cells = (replace(cell, blocks=each_marked(cell.blocks, fate)) for cell in member.cells)
            return replace(member, cells=tuple(cells))
    return marked_entry(member, fate)


def with_marked_columns(table: Table) -> Table:
    """A table whose columns that are new or gone are marked, but in rows that are marked already."""

    def marked(row: Row) -> Row:
        if row.change:
            return row
        cells = (
            replace(cell, blocks=each_marked(cell.blocks, fate)) if fate else cell
            for fate, cell in zip(table.fates, row.cells, strict=True)
        )
        return replace(row, cells=tuple(cells))

    return replace(table, head=tuple(map(marked, table.head)), body=tuple(map(marked, table.body)))


def marked_entry(entry: Any, fate: Fate) -> Any:
    """An entry that is new; or one that is gone, and then leads nowhere."""
    if fate == "deleted":
        entry = rebuild(entry, without_life)
    match entry:
        case GlossaryEntry():
            blocks = each_marked(entry.blocks, fate)
            return replace(entry, change=fate, blocks=blocks, uses=() if fate == "deleted" else entry.uses)
        case ReferenceEntry():
            words = dressed(entry.children, fate)
            return replace(entry, change=fate, children=words, uses=() if fate == "deleted" else entry.uses)
    if fate == "deleted":
        return replace(entry, change=fate, locators=(), see=(), see_also=(), entries=())
    return replace(entry, change=fate)


def apparatus(block: Any, fate: Fate) -> Block:
    if isinstance(block, Index):
        groups = (replace(group, entries=tuple(marked_entry(e, fate) for e in group.entries)) for group in block.groups)
        return replace(block, groups=tuple(groups))
    found: Block = replace(block, entries=tuple(marked_entry(entry, fate) for entry in block.entries))
    return found
