"""A planned line: which atoms, and the space after each."""

from kanben.composition.amounts import EVEN, SHRINK, STRETCH
from kanben.composition.boundaries import Boundary
from kanben.composition.paragraph import Paragraph

FINENESS = 1000
"""Parts of an em: the finest step of a line in a PDF."""


class Line:
    """Atoms start..end of a paragraph; those from `stop` on are spaces that vanish at the line's end."""

    def __init__(self, par: Paragraph, start: int, end: int, measure: float) -> None:
        """Spread the space (px, by atom) so that a full line has exactly the measure (px)."""
        self.par, self.start, self.end = par, start, end
        width, self.stop = par.line_width(start, end)
        self.spaces = {i: par.changes[i] for i in range(start, self.stop - 1) if par.changes[i]}
        if par.classes[self.stop - 1] != "open":
            self.spaces[self.stop - 1] = -par.atoms.half[self.stop - 1]
        spare = round((measure - width) / par.em * FINENESS)
        if spare < 0:
            self._spread_in_order(spare, SHRINK)
        elif par.atoms.justify and end not in par.breaks.forced:
            spare = self._spread_in_order(spare, STRETCH)
            spare = self._spread(spare, self._places("fixed", "autospace"), EVEN * FINENESS)
            self._spread(spare, self._places("fixed"), spare)

    def _inside(self) -> range:
        return range(self.start, self.stop - 1)

    def _places(self, *without: Boundary) -> list[int]:
        return [i for i in self._inside() if self.par.boundaries[i] not in without]

    def _spread_in_order(self, spare: int, amounts: dict[Boundary, float]) -> int:
        for kind, most in amounts.items():
            places = [i for i in self._inside() if self.par.boundaries[i] == kind]
            spare = self._spread(spare, places, most * FINENESS)
        return spare

    def _spread(self, spare: int, places: list[int], most: float) -> int:
        """Give each place an equal part, at most `most`; return what is left (all in thousandths of an em)."""
        limit = most * len(places)
        give = round(max(-limit, min(limit, spare)))
        for n, i in enumerate(places):
            part = give * (n + 1) // len(places) - give * n // len(places)
            self.spaces[i] = self.spaces.get(i, 0) + part * self.par.em / FINENESS
        return spare - give
