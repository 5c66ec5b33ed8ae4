"""The sheets that a book is set on: one row each, from which every length of the stylesheet follows.

The type area is a whole number of ems wide and of lines high; what is left of the sheet goes to the margins.
"""

from dataclasses import dataclass

MM = 72 / 25.4  # pt
BINDING = 0.525  # the inner margin's share of what is left at the sides
HEAD = 0.56  # the head margin's share of what is left above and below


@dataclass(frozen=True, slots=True)
class Trim:
    """Sheet in mm, body size and line pitch in pt, characters in a line, lines on a page.

    `head_mm` and `inner_mm` are given where a standard fixes them.
    """

    width: float
    height: float
    body: float
    han: int
    lines: int
    pitch: float
    head_mm: float = 0
    inner_mm: float = 0

    @property
    def measure(self) -> float:
        """The length of a line, in pt."""
        return self.han * self.body

    @property
    def depth(self) -> float:
        """The height of the type area, in pt."""
        return self.lines * self.pitch

    @property
    def inner(self) -> float:
        """The margin at the binding (订口), in pt."""
        return round(self.inner_mm * MM or (self.width * MM - self.measure) * BINDING, 2)

    @property
    def outer(self) -> float:
        """The margin at the fore edge (切口), in pt."""
        return round(self.width * MM - self.measure - self.inner, 2)

    @property
    def head(self) -> float:
        """The margin above (天头), in pt."""
        return round(self.head_mm * MM or (self.height * MM - self.depth) * HEAD, 2)

    @property
    def foot(self) -> float:
        """The margin below (地脚), in pt; a hair less than is left, lest the last line find no room."""
        return round(self.height * MM - self.depth - self.head - 0.02, 2)


TRIMS = {
    "32k": Trim(130, 184, 10.5, 26, 25, 17),
    "large-32k": Trim(140, 203, 10.5, 27, 27, 17),
    "a5": Trim(148, 210, 10.5, 28, 28, 17),
    "16k": Trim(185, 260, 10.5, 38, 36, 17),
    "large-16k": Trim(210, 285, 10.5, 42, 38, 17.5),
    "a4": Trim(210, 297, 12, 37, 34, 20),
}
OFFICIAL = Trim(210, 297, 15.8, 28, 22, 29, head_mm=37, inner_mm=28)
"""GB/T 9704-2012: 156 × 225 mm of 22 lines of 28 characters of 三号, which fill it at 15.8 pt."""


def trim_of(trim: str, theme: str) -> Trim:
    """The sheet of a title: official documents have their own."""
    return OFFICIAL if theme == "gongwen" else TRIMS[trim]
