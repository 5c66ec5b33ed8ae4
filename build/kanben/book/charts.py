"""A chart: numbers of the title that editions draw, each for its own page."""

from dataclasses import dataclass
from typing import Literal, get_args

from kanben.book.node import Inline, Node

Kind = Literal["column", "bar", "line", "area", "point", "pie"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""Upright and lying bars, lines, areas, points, and a cake."""


@dataclass(frozen=True, slots=True)
class Series(Node):
    """A column of the file: its head, and a number for each row, or None where there is none."""

    head: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The size of a drawing in its own units, and what stands within its <svg>."""

    width: float
    height: float
    markup: str


@dataclass(frozen=True, slots=True)
class Chart(Inline):
    """What a figure shows in place of a picture; `heads` are the names of the rows.

    `decimals` is how many its numbers are printed with, `origin` where the axis of values begins if not at 0.
    `drawings` are made for screens, the wide one first.
    """

    alt: str
    kind: Kind
    heads: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    decimals: int = 0
    stacked: bool = False
    labelled: bool = False
    origin: float = 0.0
    drawings: tuple[Drawing, ...] = ()

    @property
    def words(self) -> str:
        """All that may stand in the drawing."""
        return "".join((self.unit, *self.heads, *(series.head for series in self.series)))

    @property
    def total(self) -> float:
        """The sum of the first series."""
        return sum(value or 0 for value in self.series[0].values)
