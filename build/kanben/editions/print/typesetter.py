"""Set a leaf as a galley: as it was before, as a hand has set it ahead, or anew, until its figures and tables fit."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from kanben.book.book import Part
from kanben.editions.print.ahead import ALONE, Ahead
from kanben.editions.print.fit.fitting import Fit, Fitting, Render, set_once
from kanben.editions.print.galley import Fault, Galley, finished, galley_of
from kanben.editions.print.glyphs import words_of_charts
from kanben.editions.print.kept.shop import Shop
from kanben.editions.print.kept.standing import renumbered, stands_plain
from kanben.editions.print.layout import Layout
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.pieces.drawing import draw_piece
from kanben.editions.print.stylesheets import Stylesheets
from kanben.editions.print.trims import trim_of
from kanben.hands import Crew


class Typesetter:
    """Sets the leaves of one book; `faults` grows while it does."""

    def __init__(
        self,
        pages: PrintPages,
        stylesheets: Stylesheets,
        composing: bool,
        shop: Shop,
        faults: list[Fault],
        ahead: Ahead = ALONE,
    ) -> None:
        """`shop` keeps leaves for the next build, `ahead` has those that hands have set."""
        self.pages, self.composing, self.shop, self.faults, self.ahead = pages, composing, shop, faults, ahead
        self.sheets = ("style.css",) if composing else ("style.css", "ragged.css")
        settings, is_redline = pages.book.settings, pages.book.is_redline
        trim, variant = trim_of(settings.trim, settings.theme), settings.variant
        self.question = (tuple(stylesheets.words.values()), trim, variant, is_redline)
        self.layout = shop.layout(self.question, lambda: Layout(stylesheets, trim, variant))
        self.layout.take_pictures(pages)
        self.draw = partial(draw_piece, variant=variant, is_redline=is_redline)
        self.fitting = Fitting(pages, trim, self.fault)

    def fault(self, code: str, near: str, **facts: object) -> None:
        self.faults.append(Fault(code, near, tuple(facts.items())))

    # ---- what is set -----------------------------------------------------------------------------------------

    def part(self, part: Part, first: int) -> Galley:
        """A part, whose figures and tables fit; set closer where that spares a page with a few lines."""
        sheets = (*self.sheets, "front.css") if part.matter == "front" else self.sheets
        galley = self.fitted(part, first, sheets)
        if self.composing and galley.ends_on_few_lines(self.layout.trim.pitch):
            closer = self.fitted(part, first, (*sheets, "spare.css"))
            galley, other = sorted((galley, closer), key=lambda each: each.count)
            if Crew.spare:  # a book that is made once
                self.layout.forget(part.id, other.sheets)
                other.let_go()
        self.pages.want(galley.wishes)
        return galley

    def fitted(self, part: Part, first: int, sheets: Sequence[str]) -> Galley:
        return self.galley((part,), partial(self.pages.part, part), sheets, first, self.fitting.fitted)

    def running(self, parts: tuple[Part, ...]) -> Galley:
        """Parts that follow one another without a new page."""
        render = partial(self.pages.running, parts)
        galley = self.galley(parts, render, self.sheets, 1, self.fitting.with_tables)
        self.pages.want(galley.wishes)
        return galley

    def contents(self, first: int) -> Galley:
        """The table of contents; set closer where that spares a page."""
        best = self.plain("contents", first, "front.css")
        if best.count in (2, 3):
            for closer in (("tight.css",), ("tight.css", "tighter.css")):
                best = min(best, self.plain("contents", first, "front.css", *closer), key=lambda galley: galley.count)
                if best.count == 1:
                    break
        return best

    def plain(self, name: str, first: int, *more: str) -> Galley:
        """A leaf that is set once."""
        return self.galley((), partial(self.pages.leaf, name), (*self.sheets, *more), first, set_once)

    # ---- how it is set ---------------------------------------------------------------------------------------

    def galley(self, parts: tuple[Part, ...], render: Render, sheets: Sequence[str], first: int, fit: Fit) -> Galley:
        """A leaf as it was set before, or the document that is made now; `parts` are those that it shows."""
        part = parts[0].id if parts else ""
        html = render()
        question = (self.question, part, html, tuple(sheets))

        def make() -> Galley:
            return self.set_by_others(part, html) or self.made(
                parts, first, lambda: fit(html, render, partial(self.set, part, sheets, first))
            )

        return self.shop.galley(question, self.layout.fetcher.shows, first, make)

    def set_by_others(self, part: str, html: str) -> Galley | None:
        """A part that a hand has set, which saw the pictures that are known here."""
        galley = self.ahead.galley(part, html)
        if galley:
            pictures = self.layout.fetcher.pictures
            galley.pictures = {name: pictures.get(name) for name in galley.pictures}
        return galley

    def set(self, part: str, sheets: Sequence[str], first: int, html: str) -> Any:
        """The document of a leaf; that of a part stands, to be edited."""
        if part:
            return self.layout.set_near(part, html, *sheets, first=first)
        return self.layout.set(html, *sheets, first=first)

    def made(self, parts: tuple[Part, ...], first: int, make: Callable[[], Any]) -> Galley:
        """A new galley, with all that was seen, heard and wanted while it was made."""
        wanted = self.pages.wishes()
        others, self.faults[:] = self.faults[:], []
        self.layout.fetcher.seen = {}
        document = make()
        part = parts[0].id if parts else ""
        charts = {name: words for each in parts for name, words in words_of_charts(each).items()}
        galley = galley_of(document, part, tuple(self.layout.drawers.strange(part, document.pages, charts)))
        galley.wishes = tuple(
            {name: wish for name, wish in now.items() if name not in before}
            for now, before in zip(self.pages.wishes(), wanted, strict=True)
        )
        galley.faults, galley.pictures = tuple(self.faults), self.layout.fetcher.seen
        galley.html, galley.sheets = self.layout.latest
        galley.first, galley.is_numbered_later = first, stands_plain(document)
        self.faults[:] = others
        self.pages.wish(wanted)
        return galley

    # ---- how it is drawn -------------------------------------------------------------------------------------

    def document_for(self, galley: Galley, first: int) -> Any:
        """A galley's document with this number; set again where it was let go, or where numbers are in its text."""
        if galley.document is not None and renumbered(galley.document, galley.first, first):
            return galley.document
        self.layout.fetcher.seen = {}
        document = self.set(galley.part, galley.sheets, first, galley.html)
        finished(document.pages)
        return document
