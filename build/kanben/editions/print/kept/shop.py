"""What the print shop keeps from one build to the next, while its process lives: stylesheets, set and drawn leaves.

Everything is found again by all that it was made of, so no caller has to say what changed. Leaves that neither the last
two builds used are let go.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kanben.book.book import Book
from kanben.editions.print.cover import draw_cover
from kanben.editions.print.galley import Galley
from kanben.editions.print.kept.answers import Answers
from kanben.editions.print.layout import Layout
from kanben.editions.print.pages import Rendered
from kanben.editions.print.part_facts import forget_all_but
from kanben.editions.print.pieces.writer import Writer

LAYOUTS = 2
"""So many sets of stylesheets are kept: two titles in turns, or two variants."""


@dataclass(slots=True)
class Shop:
    layouts: dict[Hashable, Layout] = field(default_factory=dict)
    pages: Answers[list[Rendered]] = field(default_factory=Answers)
    """The HTML of parts, with the folios that it prints."""
    galleys: Answers[Galley] = field(default_factory=Answers)
    writer: Writer = field(default_factory=Writer)
    drawn_cover: tuple[str, Mapping[str, bytes], bytes] | None = None

    def layout(self, question: Hashable, make: Callable[[], Layout]) -> Layout:
        """The layout of these stylesheets."""
        self.layouts[question] = self.layouts.pop(question) if question in self.layouts else make()
        while len(self.layouts) > LAYOUTS:
            del self.layouts[next(iter(self.layouts))]
        return self.layouts[question]

    def galley(
        self,
        question: Hashable,
        shows: Callable[[Mapping[str, bytes | None]], bool],
        first: int,
        make: Callable[[], Galley],
    ) -> Galley:
        """A kept galley whose pictures show the same, and that has this number or will have any, else a new one."""
        known = self.galleys.get(question)
        if known and known.is_for(first) and shows(known.pictures):
            return known
        return self.galleys.keep(question, make())

    def cover(self, html: str, pictures: Mapping[str, bytes], fonts: Any) -> bytes:
        """The e-book's cover; the last one, where it is the same."""
        if self.drawn_cover is None or self.drawn_cover[:2] != (html, pictures):
            (drawn,) = draw_cover(html, pictures, fonts)
            self.drawn_cover = html, pictures, drawn
        return self.drawn_cover[2]

    def turn(self, book: Book) -> None:
        """A build has come to its end."""
        self.pages.turn()
        self.galleys.turn()
        forget_all_but(book.parts)


SHOP = Shop()
"""That of this process."""
