"""Number the figures and tables."""

from dataclasses import replace

from kanben.book.book import Book, Part
from kanben.book.nodes import Figure, Node, Table
from kanben.book.walk import rebuild
from kanben.trouble import Tell


def number_figures(book: Book, tell: Tell) -> Book:
    """Give each figure and table its id, and one with a caption its label: 图2-1, 表3-2 in a chapter, 图1 elsewhere."""
    return replace(book, parts=tuple(number_part(part) for part in book.parts))


def number_part(part: Part) -> Part:
    chapter = "".join(f"{n}-" for n in part.heading.number)
    ids, labels = {Figure: 0, Table: 0}, {Figure: 0, Table: 0}

    def number(node: Node) -> Node:
        if not isinstance(node, Figure | Table):
            return node
        kind, (mark, letter) = type(node), ("图", "f") if isinstance(node, Figure) else ("表", "t")
        ids[kind] += 1
        labels[kind] += bool(node.caption)
        label = f"{mark}{chapter}{labels[kind]}" if node.caption else ""
        return replace(node, id=f"{part.id}-{letter}{ids[kind]}", label=label)

    numbered: Part = rebuild(part, number)
    return numbered
