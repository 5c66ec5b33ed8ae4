"""Say where a PDF's links lead: to an address outside, or to a place, by its names and the words that stand there."""

from bisect import bisect
from collections.abc import Iterable
from ctypes import byref, c_float, c_int, c_long, create_string_buffer
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

MOST_LINKS, MOST_NAMES = 2000, 50_000
"""Of one page, and of a PDF; a full page of an index has a tenth, a large handbook a fiftieth of it."""
LINE, EDGE, RAISED = 1.0, 12.0, 6.0
"""pt: base lines lower than a place by LINE are below it, what begins farther left than EDGE is not beside it, and what
is raised by less than RAISED is of one line."""
NEXT = 40
"""Pieces of lines that are looked at below a place."""
Aim = tuple[int, float, float]
"""Page from 0, and the place on it in pt from the left and from below."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The first words from a place on: page from 0, base line and left edge in pt."""

    page: int
    base: float
    left: float
    words: str


class Leads:
    """Finds the words that stand at a place."""

    def __init__(self, leads: Iterable[Lead]) -> None:
        self.leads = sorted(leads, key=in_order)

    def at(self, aim: Aim) -> str:
        """Give the words of the first line below a place, from its left edge on; none where nothing stands there."""
        page, left, top = aim
        begin = bisect(self.leads, (page, LINE - top), key=in_order)
        below = [lead for lead in self.leads[begin : begin + NEXT] if lead.page == page and lead.left >= left - EDGE]
        line = (lead for lead in below if lead.base > below[0].base - RAISED)
        return min(line, key=lambda lead: lead.left).words if below else ""


def in_order(lead: Lead) -> tuple[int, float]:
    return lead.page, -lead.base


class Aims:
    """Finds where the links of one page lead."""

    def __init__(self, document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
        self.document, self.page = document, page
        self.left = MOST_LINKS

    def at(self, x: float, y: float) -> Aim | str | None:
        """Give the place or the address to which the link at a point of the page leads; None where nobody can tell."""
        link = raw.FPDFLink_GetLinkAtPoint(self.page, x, y) if self.left else None
        self.left = max(self.left - 1, 0)
        if not link:
            return None
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
            return self.address(action)
        return place_of(self.document, raw.FPDFLink_GetDest(self.document, link))

    def address(self, action: Any) -> str:
        length = raw.FPDFAction_GetURIPath(self.document, action, None, 0)
        buffer = create_string_buffer(max(length, 1))
        raw.FPDFAction_GetURIPath(self.document, action, buffer, length)
        return buffer.value.decode("utf-8", "replace")


def place_of(document: pypdfium2.PdfDocument, goal: Any) -> Aim | None:
    """The place that a destination names; without one of its own it is the head of the page."""
    if not goal or (page := raw.FPDFDest_GetDestPageIndex(document, goal)) < 0:
        return None
    has_x, has_y, has_zoom = c_int(), c_int(), c_int()
    x, y, zoom = c_float(), c_float(), c_float()
    raw.FPDFDest_GetLocationInPage(goal, *(byref(each) for each in (has_x, has_y, has_zoom, x, y, zoom)))
    return page, round(x.value, 1) if has_x else 0.0, round(y.value, 1) if has_y else float("inf")


def names_in(document: pypdfium2.PdfDocument) -> dict[Aim, frozenset[str]]:
    """The names of a PDF's places: several may stand at one."""
    found: dict[Aim, set[str]] = {}
    for number in range(min(raw.FPDF_CountNamedDests(document), MOST_NAMES)):
        length = c_long(0)
        raw.FPDF_GetNamedDest(document, number, None, byref(length))
        buffer = create_string_buffer(max(length.value, 2))
        goal = raw.FPDF_GetNamedDest(document, number, buffer, byref(length))
        if place := place_of(document, goal):
            name = buffer.raw[: max(length.value - 2, 0)].decode("utf-16-le", "replace")
            found.setdefault(place, set()).add(name)
    return {place: frozenset(names) for place, names in found.items()}
