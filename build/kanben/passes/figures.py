"""Number the figures and tables."""

from dataclasses import replace

from kanben.book.blocks import Figure, FigureGroup, Table
from kanben.book.book import Book, Part
from kanben.book.node import Node
from kanben.book.walk import rebuild
from kanben.keep import kept
from kanben.trouble import Tell


def number_figures(book: Book, tell: Tell) -> Book:
    """Give each figure and table its id, and one with a caption its label: 图2-1, 表3-2 in a chapter, 图1 elsewhere."""
    return replace(book, parts=tuple(kept(part.id, number_part, part) for part in book.parts))


def number_part(part: Part) -> Part:
    chapter = "".join(f"{n}-" for n in part.heading.number)
    ids, labels = {Figure: 0, Table: 0}, {Figure: 0, Table: 0}

    def number(node: Node) -> Node:
        if not isinstance(node, Figure | FigureGroup | Table):
            return node
        kind, mark, letter = (Table, "表", "t") if isinstance(node, Table) else (Figure, "图", "f")
        ids[kind] += 1
        node = replace(node, id=f"{part.id}-{letter}{ids[kind]}")
        if not node.caption or (isinstance(node, Figure) and node.letter):
            return node
        labels[kind] += 1
        node = replace(node, label=f"{mark}{chapter}{labels[kind]}")
        return lettered(node) if isinstance(node, FigureGroup) else node

    numbered: Part = rebuild(part, number)
    return numbered


def lettered(group: FigureGroup) -> FigureGroup:
    """Label the figures of a group (a), (b) …; the text names them by the group's number as well."""
    figures = (
        replace(figure, label=f"({figure.letter})", reference=f"{group.label}({figure.letter})")
        for figure in group.figures
    )
    return replace(group, figures=tuple(figures))
