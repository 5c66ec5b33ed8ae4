"""A leaf of the book: one document laid out by itself, and the folios of its pages."""

from dataclasses import dataclass

from kanben.editions.print.folios import Folio, Style
from kanben.editions.print.galley import Galley


@dataclass(frozen=True, slots=True)
class Leaf:
    """`first` is its first page's number; `part` the one it begins with; `names` are those of uncounted pages."""

    part: str
    galley: Galley
    style: Style
    first: int
    names: tuple[str, ...] = ()

    @property
    def folios(self) -> list[Folio]:
        return [self.folio(n) for n in range(self.galley.count)]

    def folio(self, n: int) -> Folio:
        """The folio of its nth page, from 0; the one after the last may be its blank verso."""
        return Folio(self.first + n, self.style, self.names[n] if self.names else "")

    @property
    def ends_on_recto(self) -> bool:
        return self.galley.count % 2 == 1

    @property
    def after(self) -> int:
        """The number of the next recto."""
        return self.first + self.galley.count + self.ends_on_recto
