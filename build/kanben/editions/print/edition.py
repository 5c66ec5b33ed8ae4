"""Make the print edition: set the leaves, tell where the pages begin, then write one PDF."""

from collections.abc import Iterator
from pathlib import Path

import weasyprint

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.print import composer
from kanben.editions.print.composer.font_files import small_fonts
from kanben.editions.print.composer.swift import spared
from kanben.editions.print.cover import cover_faults, draw_cover
from kanben.editions.print.families import installed_families, missing_fonts
from kanben.editions.print.glyphs import glyph_faults
from kanben.editions.print.laid_out import LaidOut
from kanben.editions.print.layout import SHEETS, listening
from kanben.editions.print.pdf import write_by_weasyprint, write_pdf
from kanben.editions.print.setting import Setting
from kanben.editions.print.standards.variants import what_is_missing
from kanben.place import Place
from kanben.trouble import Trouble, trouble


def print_edition(book: Book, own: Path | None = None, cover: str = "") -> Iterator[LaidOut | bytes]:
    """Yield what the other editions need of the layout, then the cover (HTML, where there is one), then the PDF.

    Every part begins on a recto; what is missing becomes a blank verso.
    """
    troubles: list[Trouble] = []
    with listening(troubles.append), composer.composed() as composing, spared(), small_fonts():
        if not composing:
            troubles.append(untested())
        troubles += what_is_missing(book)
        setting = Setting(book, own, composing, troubles.append)
        troubles += cover_faults(book, setting.layout.trim)
        families = installed_families(setting.layout.fonts)
        if missing := tuple(missing_fonts(map(setting.pages.stylesheet, SHEETS), families)):
            yield LaidOut(PageMap(), (*troubles, *missing))
            return
        troubles += setting.pages.formulas.faults()
        leaves = setting.leaves()
        troubles += glyph_faults(book, ((leaf.part, leaf.document) for leaf in leaves), families)
        documents, folios = setting.assemble(leaves)
        starts = tuple(start for leaf in leaves for start in setting.starts(leaf))
        yield LaidOut(PageMap(setting.shared_labels(), starts, len(folios)), tuple(dict.fromkeys(troubles)))
        if cover:
            yield from draw_cover(cover, book.pictures)
        yield (
            write_pdf(documents, folios, setting.labels, book)
            if composing
            else write_by_weasyprint(documents, folios, book)
        )


def untested() -> Trouble:
    """What is told when WeasyPrint is not the one that the composition was made for."""
    tested = ", ".join(composer.CHECKED)
    return trouble("untested-weasyprint", Place("title.yaml"), version=weasyprint.__version__, tested=tested)
