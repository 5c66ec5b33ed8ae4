"""Set a part until its figures and tables fit: what is too wide or leaves a hole is wanted otherwise, and set again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kanben.editions.print.fit.figures import smaller_pictures
from kanben.editions.print.fit.tables import SMALLEST, wide_tables
from kanben.editions.print.fit.turned_places import paragraphs_before
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.trims import Trim

ROUNDS = 6
"""So often is a part set again for its figures, and for its turned tables."""
Render = Callable[[], str]
"""Gives a part's HTML as it is wanted now."""
Set = Callable[[str], Any]
"""Gives a laid out document of HTML."""
Fit = Callable[[str, Render, Set], Any]
"""Gives the document of HTML, which may be rendered and set again until all fits."""
Find = Callable[[Sequence[Any], Trim], Iterable[tuple[str, Any]]]
"""Gives what is wanted otherwise in laid out pages, each by its id."""
TellFault = Callable[..., None]
"""Given a fault's code, an id near it, and its facts by name."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """Fits parts into the type area of a trim; what it wants is written down in `pages`."""

    pages: PrintPages
    trim: Trim
    fault: TellFault

    def fitted(self, html: str, render: Render, set_now: Set) -> Any:
        """A part's document, in which text that fits before a turned table stands there, and no figure leaves a hole.

        It is set again with each paragraph that moves, and with each smaller figure.
        """
        document = self.with_tables(html, render, set_now)
        for find, wanted in ((paragraphs_before, self.pages.late), (smaller_pictures, self.pages.heights)):
            document = self.one_by_one(document, find, wanted, render, set_now)
        return document

    def with_tables(self, html: str, render: Render, set_now: Set) -> Any:
        """A document whose tables fit the type area: it is set again with those that are too wide in smaller type."""
        document = set_now(html)
        wide = {table.id: table for table in wide_tables(document.pages) if table.id not in self.pages.sizes}
        for table in wide.values():
            size = self.pages.sizes[table.id] = max(table.size, SMALLEST)
            self.fault("small-table" if table.is_legible else "cut-table", table.id, size=f"{size:g}")
        return set_now(render()) if wide else document

    def one_by_one(self, document: Any, find: Find, wanted: dict[str, Any], render: Render, set_now: Set) -> Any:
        """A document that is set again with each thing that is found to be wanted otherwise: what follows it moves."""
        for _ in range(ROUNDS):
            new = next((each for each in find(document.pages, self.trim) if each[0] not in wanted), None)
            if new is None:
                break
            wanted.update([new])
            document = set_now(render())
        return document


def set_once(html: str, _: Render, set_now: Set) -> Any:
    """The document of HTML as it is."""
    return set_now(html)
