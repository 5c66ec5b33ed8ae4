"""Cut the piece of a text box that stands on a planned line."""

from bisect import bisect_left
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from kanben.composition import Line
from kanben.editions.print.composer.box_paragraph import BoxParagraph, walk
from kanben.editions.print.composer.spaced_text import Space, spaced_text, with_layout_of


class Piece(NamedTuple):
    """A laid out text box (nothing if the line has none of it), the byte to go on at, and whether a break was typed."""

    box: Any
    resume: int | None
    preserved: bool


class PlacedParagraph:
    """A paragraph in one copy of its line box."""

    def __init__(self, paragraph: BoxParagraph, linebox: Any) -> None:
        self.paragraph = paragraph
        self.span = dict(zip(map(id, walk(linebox)), paragraph.spans, strict=True))

    def line(self, start: int, *measures: float) -> "BoxLine":
        """Give the planned line from atom `start`; measures (px) are its own and those of the lines after it."""
        return BoxLine(self, self.paragraph.plans.line(start, *measures))

    def locate(self, box: Any, skip_stack: Any) -> int | None:
        """Give the atom that a skip stack of WeasyPrint points at, or nothing past the paragraph's end."""
        while skip_stack:
            ((index, skip_stack),) = skip_stack.items()
            if isinstance(box, boxes.TextBox):
                first, last = self.span[id(box)]
                return self._before_end(bisect_left(self.paragraph.firsts, index, first, last))
            box = box.children[index]
        return self._before_end(self.span[id(box)][0]) if id(box) in self.span else None

    def _before_end(self, atom: int) -> int | None:
        return atom if atom < len(self.paragraph.atoms.text) else None


class BoxLine:
    """A planned line of a paragraph in boxes."""

    def __init__(self, placed: PlacedParagraph, line: Line) -> None:
        self.span, self.paragraph, self.line = placed.span, placed.paragraph, line

    def piece(self, box: Any) -> Piece:
        """Give the part of a text box that stands on this line."""
        first, last = self.span[id(box)]
        if first >= self.line.end:
            return Piece(None, 0, False)
        resume = self._resume(box, last)
        preserved = resume is not None and self.paragraph.atoms.text[self.line.end - 1] == "\n"
        first, stop = max(first, self.line.start), min(last, self.line.stop)
        if first >= stop or self.paragraph.atoms.text[first] == "\n":
            return Piece(None, resume, preserved)
        known = self.paragraph.pieces.get((first, self.line))
        if known is None:
            known = self.paragraph.pieces[first, self.line] = self._set(box, first, stop, last)
        return Piece(with_layout_of(box, known), resume, preserved)

    def space_after(self, box: Any) -> float:
        """Give the space behind an inline box that is no text, in px."""
        return self.line.spaces.get(self.span[id(box)][0], 0)

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
        width = sum(self.paragraph.widths[first:stop])
        text = data[begin : firsts[stop] if stop < last else len(data)].decode()
        if stop == self.line.stop and self.line.end in self.paragraph.atoms.hyphens:
            text += box.style["hyphenate_character"]
            width += self.paragraph.atoms.hyphens[self.line.end]
        return spaced_text(box, text, width, self.paragraph.faces[id(box.style)], self._spaces(first, stop, begin))

    def _spaces(self, first: int, stop: int, begin: int) -> dict[int, Space]:
        spaces, firsts = self.line.spaces, self.paragraph.firsts
        placed = {firsts[i] - begin: Space(spaces[i]) for i in range(first, stop) if i in spaces}
        if first == self.line.start and self.line.par.classes[first] == "open":
            half = self.paragraph.atoms.half[first]  # an opening mark at line start loses its left half
            placed[0] = Space(placed.get(0, Space(0)).advance - half, -half)
        return placed
