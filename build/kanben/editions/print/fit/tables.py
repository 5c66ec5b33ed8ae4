"""Find tables that are wider than the type area: in smaller type they fit."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from kanben.editions.print.units import PT_PER_PX

SMALLEST = 6.0  # pt: smaller type is not read
SLACK = 0.5  # px


class WideTable(NamedTuple):
    """A table by its id, and the size of type in pt in which it fits its column."""

    id: str
    size: float

    @property
    def is_legible(self) -> bool:
        return self.size >= SMALLEST


def wide_tables(pages: Sequence[Any]) -> Iterator[WideTable]:
    """The tables of a weasyprint Document's pages that reach beyond their columns."""
    for page in pages:
        for column in filter(is_column, page._page_box.descendants()):
            for table in (box for box in column.descendants() if isinstance(box, boxes.TableBox)):
                if table.border_width() > column.width + SLACK and table.element.get("id"):
                    size = table.style["font_size"] * PT_PER_PX * column.width / table.border_width()
                    yield WideTable(table.element.get("id"), int(size * 10) / 10)


def is_column(box: Any) -> bool:
    """Whether a box is what the templates put around a table."""
    return box.element_tag == "div" and "table" in str(box.element.get("class", "")).split()
