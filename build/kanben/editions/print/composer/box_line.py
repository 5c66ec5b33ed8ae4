"""Cut the piece of a text box that stands on a planned line."""

from typing import Any, NamedTuple

from kanben.composition import Line
from kanben.editions.print.composer.box_paragraph import BoxParagraph
from kanben.editions.print.composer.spaced_text import Space, spaced_text


class Piece(NamedTuple):
    """A laid out text box (nothing if the line has none of it), the byte to go on at, and whether a break was typed."""

    box: Any
    resume: int | None
    preserved: bool


class BoxLine:
    """A planned line of a paragraph in boxes."""

    def __init__(self, paragraph: BoxParagraph, line: Line) -> None:
        self.paragraph, self.line = paragraph, line

    def piece(self, box: Any) -> Piece:
        """Give the part of a text box that stands on this line."""
        first, last = self.paragraph.span[id(box)]
        if first >= self.line.end:
            return Piece(None, 0, False)
        resume = self._resume(box, last)
        preserved = resume is not None and self.paragraph.atoms.text[self.line.end - 1] == "\n"
        first, stop = max(first, self.line.start), min(last, self.line.stop)
        if first >= stop or self.paragraph.atoms.text[first] == "\n":
            return Piece(None, resume, preserved)
        return Piece(self._set(box, first, stop, last), resume, preserved)

    def _resume(self, box: Any, last: int) -> int | None:
        end, atoms = self.line.end, self.paragraph.atoms
        if end < last:
            return self.paragraph.firsts[end]
        if end == last and (last < len(atoms.text) or atoms.text[last - 1] == "\n"):
            return len(box.text.encode())  # the line ends with the box: go on after it
        return None

    def _set(self, box: Any, first: int, stop: int, last: int) -> Any:
        """Lay out atoms first..stop of a text box."""
        firsts, data = self.paragraph.firsts, box.text.encode()
        begin = firsts[first]
        text = data[begin : firsts[stop] if stop < last else len(data)].decode()
        if stop == self.line.stop and self.line.end in self.paragraph.atoms.hyphens:
            text += box.style["hyphenate_character"]
        return spaced_text(box, text, self._spaces(first, stop, begin))

    def _spaces(self, first: int, stop: int, begin: int) -> dict[int, Space]:
        spaces, firsts = self.line.spaces, self.paragraph.firsts
        placed = {firsts[i] - begin: Space(spaces[i]) for i in range(first, stop) if i in spaces}
        if first == self.line.start and self.line.par.classes[first] == "open":
            half = self.paragraph.atoms.half[first]  # an opening mark at line start loses its left half
            placed[0] = Space(placed.get(0, Space(0)).advance - half, -half)
        return placed
