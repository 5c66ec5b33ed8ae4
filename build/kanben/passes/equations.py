"""Number the displayed formulas, and have all formulas written as MathML."""

from dataclasses import replace

from kanben.book.blocks import Equation
from kanben.book.book import Book, Part
from kanben.book.inlines import Math
from kanben.book.node import Node
from kanben.book.walk import rebuild, walk
from kanben.keep import kept
from kanben.limits import FORMULA_DEPTH
from kanben.pandoc.math import Formula, formulas
from kanben.trouble import Tell, too_much, trouble


def number_equations(book: Book, tell: Tell) -> Book:
    """Give each displayed formula its id, and one with a name its label: (2-1) in a chapter, (1) elsewhere."""
    return replace(book, parts=tuple(kept(part.id, number_part, part) for part in book.parts))


def number_part(part: Part) -> Part:
    chapter = "".join(f"{n}-" for n in part.heading.number)
    ids = labels = 0

    def number(node: Node) -> Node:
        nonlocal ids, labels
        if not isinstance(node, Equation):
            return node
        ids, labels = ids + 1, labels + bool(node.name)
        return replace(node, id=f"{part.id}-e{ids}", label=f"({chapter}{labels})" if node.name else "")

    numbered: Part = rebuild(part, number)
    return numbered


def write_formulas(book: Book, tell: Tell) -> Book:
    """Give each formula its MathML and its words; each that is no TeX is told. A book without any costs nothing."""
    asked = list(dict.fromkeys(each for part in book.parts for each in kept(part.id, tex_in, part)))
    if not asked:
        return book
    known = dict(zip(asked, formulas(asked), strict=True))

    def write(node: Node) -> Node:
        if not isinstance(node, Math):
            return node
        found = known[node.tex, node.display]
        if not found.words:
            tell_bad(node, found, tell)
        return replace(node, mathml=found.mathml, words=found.words)

    written: Book = rebuild(book, write)
    return written


def tex_in(part: Part) -> tuple[tuple[str, bool], ...]:
    """The TeX of each formula, and whether it is displayed."""
    return tuple((node.tex, node.display) for node in walk(part) if isinstance(node, Math))


def tell_bad(node: Math, found: Formula, tell: Tell) -> None:
    if found.levels:
        tell(too_much(FORMULA_DEPTH, found.levels, node.place, tex=node.quoted))
    elif not found.mathml:
        tell(trouble("bad-formula", node.place, tex=node.quoted, problem=found.problem))
    else:
        tell(trouble("empty-formula", node.place))
