"""A planned line: which atoms, and the space after each."""

from kanben.composition.amounts import HOPELESS, SHRINK, WIDEST_AUTOSPACE, WIDEST_WORD, WORD_SHARE
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
            self._squeeze(spare)
        elif par.atoms.justify and end not in par.breaks.forced:
            self._open(spare)

    def _inside(self) -> range:
        return range(self.start, self.stop - 1)

    def _places(self, kind: Boundary) -> list[int]:
        return [i for i in self._inside() if self.par.boundaries[i] == kind]

    def _squeeze(self, spare: int) -> None:
        for kind, most in SHRINK.items():
            spare = self._spread(spare, self._places(kind), most * FINENESS)

    def _open(self, spare: int) -> None:
        """Open all gaps alike, Western spaces wider, those with a space of their own only so far; none into holes."""
        words, autospaces = self._places("word"), self._places("autospace")
        others = [i for i in self._inside() if self.par.boundaries[i] not in ("fixed", "word", "autospace")]
        level = spare / max(WORD_SHARE * len(words) + len(autospaces) + len(others), 1)
        if level > HOPELESS * FINENESS:
            return
        spare = self._spread(spare, words, min(WORD_SHARE * level, WIDEST_WORD * FINENESS))
        widest = max(WIDEST_AUTOSPACE - self.par.atoms.autospace, 0) * FINENESS
        spare = self._spread(spare, autospaces, min(level, widest))
        self._spread(spare, others or words or autospaces, spare)

    def _spread(self, spare: int, places: list[int], most: float) -> int:
        """Give each place an equal part, at most `most`; return what is left (all in thousandths of an em)."""
        limit = most * len(places)
        give = round(max(-limit, min(limit, spare)))
        for n, i in enumerate(places):
            part = give * (n + 1) // len(places) - give * n // len(places)
            self.spaces[i] = self.spaces.get(i, 0) + part * self.par.em / FINENESS
        return spare - give
