"""A paragraph that can judge any line of itself at once, whatever the measure."""

from collections.abc import Iterable
from itertools import accumulate

from kanben.composition.amounts import SHRINK, WORD_SHARE
from kanben.composition.atoms import Atoms
from kanben.composition.boundaries import BOUNDARIES, boundary
from kanben.composition.breaks import find_breaks
from kanben.composition.characters import class_in_face

UNCHANGED = frozenset(BOUNDARIES) - {"pair", "autospace"}
SHARES = {kind: WORD_SHARE if kind == "word" else float(kind != "fixed") for kind in BOUNDARIES}
"""How much of a line's spare room each kind of boundary takes."""


class Paragraph:
    """Atoms with the spaces between them and the break opportunities; lines run from atom start to before atom end."""

    def __init__(self, atoms: Atoms) -> None:
        self.atoms, self.em, self.count = atoms, atoms.em, len(atoms.text)
        self.classes = list(map(class_in_face, atoms.text, (width / atoms.em for width in atoms.width)))
        full = [half > 0 for half in atoms.half]
        self.boundaries = list(map(boundary, self.classes, self.classes[1:], full, full[1:]))
        for i in atoms.calls:  # raised and small: readers see a space in the smallest gap beside it
            for k in {i - 1, i}.intersection(range(len(self.boundaries))):
                self.boundaries[k] = "fixed"
        self.changes = [0.0 if kind in UNCHANGED else self._change(i) for i, kind in enumerate(self.boundaries)]
        self.breaks = find_breaks(atoms, self.classes)
        self._sum_up()

    def _change(self, i: int) -> float:
        """Give the px by which the space after an atom differs from none, in an unjustified line."""
        if self.boundaries[i] == "pair":
            return -max(self.atoms.half[i : i + 2])
        return self.atoms.autospace * self.em

    def _sum_up(self) -> None:
        """Keep running sums: of natural widths, of room to squeeze (px), and of gaps that open."""
        self.natural = _sums(w + c for w, c in zip(self.atoms.width, [*self.changes, 0], strict=True))
        shrink = {kind: SHRINK.get(kind, 0) * self.em for kind in BOUNDARIES}
        self.shrink = _sums(map(shrink.__getitem__, self.boundaries))
        self.gaps = _sums(map(SHARES.__getitem__, self.boundaries))

    def line_width(self, start: int, end: int) -> tuple[float, int]:
        """Give the natural width of a line (px; marks at both edges are half width), and its end without spaces."""
        stop, atoms = end, self.atoms
        while atoms.text[stop - 1] in " \n" and stop > start + 1:
            stop -= 1
        width = self.natural[stop] - self.natural[start] - (self.changes[stop - 1] if stop < self.count else 0)
        if self.classes[start] == "open":
            width -= atoms.half[start]
        if self.classes[stop - 1] != "open":
            width -= atoms.half[stop - 1]
        return width + atoms.hyphens.get(end, 0), stop


def _sums(values: Iterable[float]) -> list[float]:
    return [0, *accumulate(values)]
