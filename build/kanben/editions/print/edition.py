"""Make the print edition: set the leaves, tell where the pages begin, then write one PDF."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import weasyprint

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.print import composer
from kanben.editions.print.ahead import sharing
from kanben.editions.print.composer.font_files import small_fonts
from kanben.editions.print.composer.picture_files import whole_pictures
from kanben.editions.print.composer.swift import spared
from kanben.editions.print.cover import cover_faults
from kanben.editions.print.galley import Fault
from kanben.editions.print.glyphs import glyph_faults
from kanben.editions.print.kept.shop import SHOP, Shop
from kanben.editions.print.laid_out import LaidOut
from kanben.editions.print.layout import SHEETS, listening
from kanben.editions.print.page_count import PageCount
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.pdf import write_by_weasyprint, write_pdf
from kanben.editions.print.setting import Setting
from kanben.editions.print.standards.variants import what_is_missing
from kanben.editions.print.style_variables import counted_variables
from kanben.editions.print.stylesheets import Stylesheets
from kanben.editions.print.typesetter import Typesetter
from kanben.place import TITLE_YAML
from kanben.progress import TellProgress, tell_nobody
from kanben.trouble import Trouble, trouble


def print_edition(
    book: Book, own: Path | None = None, cover: str = "", tell_progress: TellProgress = tell_nobody
) -> Iterator[LaidOut | bytes]:
    """Yield what the other editions need of the layout, then the cover (HTML, where there is one), then the PDF.

    Every part begins on a recto; what is missing becomes a blank verso. Leaves that this process set before, of the
    same words in the same styles, are not set again.
    """
    faults = list[Fault]()
    with (
        composer.composed() as composing,
        spared(),
        small_fonts(),
        whole_pictures(),
        counted_variables(own),
        listening(faults),
    ):
        shop = SHOP if composing else Shop()
        pages = PrintPages(book, own, {}, shop.pages)
        stylesheets = Stylesheets({name: pages.stylesheet(name) for name in SHEETS})
        is_new = composing and not shop.layouts
        if is_new:
            stylesheets.read()  # before hands are hired, who need not read them
        typesetter = partial(Typesetter, pages, stylesheets, composing)
        with sharing(book, partial(typesetter, Shop(), []), is_new) as ahead:
            yield from made_of(Setting(typesetter(shop, faults, ahead), PageCount(tell_progress)), cover)


def made_of(setting: Setting, cover: str) -> Iterator[LaidOut | bytes]:
    """What print_edition yields, of what is not set yet."""
    book, typesetter = setting.book, setting.typesetter
    shop, layout, first = typesetter.shop, typesetter.layout, tuple(first_troubles(typesetter))
    if layout.missing:
        yield LaidOut(PageMap(), (*first, *layout.missing))
        return
    with setting.count.listening():
        leaves = setting.leaves()
    galleys, folios = setting.assemble(leaves)
    starts = tuple(start for leaf in leaves for start in setting.starts(leaf))
    strange = (each for leaf in leaves for each in leaf.galley.strange)
    troubles = [*first, *setting.troubles(), *glyph_faults(book, strange)]
    yield LaidOut(PageMap(setting.shared_labels(), starts, len(folios)), tuple(dict.fromkeys(troubles)))
    if cover:
        yield shop.cover(cover, book.pictures, layout.fonts)
    if typesetter.composing:
        typesetter.ahead.take(layout.fonts)
        yield write_pdf(setting, galleys, folios)
    else:
        yield write_by_weasyprint([galley.document for galley, _ in galleys], folios, book)
    shop.turn(book)


def first_troubles(typesetter: Typesetter) -> Iterator[Trouble]:
    """What is told whatever the leaves are."""
    book = typesetter.pages.book
    if not typesetter.composing:
        yield untested()
    yield from what_is_missing(book)
    yield from cover_faults(book, typesetter.layout.trim)
    yield from typesetter.pages.formulas.faults()


def untested() -> Trouble:
    """What is told when WeasyPrint is not the one that the composition was made for."""
    tested = ", ".join(composer.CHECKED)
    return trouble("untested-weasyprint", TITLE_YAML, version=weasyprint.__version__, tested=tested)
