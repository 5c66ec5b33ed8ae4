"""Make the print edition: set the leaves, tell where the pages begin, then write one PDF."""

from collections.abc import Iterator
from pathlib import Path

import weasyprint

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.print import composer
from kanben.editions.print.composer.swift import spared, uncollected
from kanben.editions.print.laid_out import LaidOut
from kanben.editions.print.layout import listening
from kanben.editions.print.pdf import write_pdf
from kanben.editions.print.setting import Setting
from kanben.place import Place
from kanben.trouble import Trouble, trouble


def print_edition(book: Book, own: Path | None = None) -> Iterator[LaidOut | bytes]:
    """Lay the book out and yield what the other editions need of it, then write its PDF and yield that.

    Every part begins on a recto; what is missing becomes a blank verso.
    """
    troubles: list[Trouble] = []
    with listening(troubles.append), composer.composed() as composing, spared(), uncollected():
        if not composing:
            troubles.append(untested())
        setting = Setting(book, own, composing, troubles.append)
        leaves = setting.leaves()
        pages, folios = setting.assemble(leaves)
        starts = tuple(start for leaf in leaves for start in setting.starts(leaf))
        yield LaidOut(PageMap(dict(setting.labels), starts, len(pages)), tuple(dict.fromkeys(troubles)))
        yield write_pdf([leaf.document for leaf in leaves], pages, folios, book.settings.variant)


def untested() -> Trouble:
    """What is told when WeasyPrint is not the one that the composition was made for."""
    tested = ", ".join(composer.CHECKED)
    return trouble("untested-weasyprint", Place("title.yaml"), version=weasyprint.__version__, tested=tested)
