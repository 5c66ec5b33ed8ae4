"""Find what a printed page carries besides its text: folios, running heads, the table of contents, a repeated title."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kanben.manuscript.lines import Line, Role
from kanben.manuscript.traced import squeeze

FOLIO = re.compile(r"[-—–·•\s]*(?:第\s*)?([0-9０-９]{1,4}|[ivxlc]{1,6})(?:\s*页)?[-—–·•\s]*")
CONTENTS_HEADING = re.compile(r"目\s*[录次]|(?:table of )?contents", re.IGNORECASE)
CONTENTS_LINE = re.compile(
    r"(?P<words>\S.*?)(?:\t+|\s*[.…·․‥⋯]{2,}|\s{2,}|\s)\s*(?P<folio>[0-9０-９]{1,4}|[ivxlc]{1,6})"
)
CONTENTS_LIMIT = 160
"""A line of a table of contents is never longer than this many characters, leaders included."""
HEAD_LIMIT = 40
"""A running head or a title is never longer than this many characters."""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the manuscript's table of contents: evidence for headings, never text."""

    line: int
    words: str
    folio: str


def with_role(lines: tuple[Line, ...], spots: Iterable[int], role: Role) -> tuple[Line, ...]:
    chosen = set(spots)
    return tuple(replace(line, role=role) if spot in chosen else line for spot, line in enumerate(lines))


def find_contents(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[ContentsLine, ...]]:
    """Mark the heading 目录 and the lines with folios after it; a stray wordless line between them is let be."""
    start = next((n for n, line in enumerate(lines) if CONTENTS_HEADING.fullmatch(line.text)), None)
    if start is None:
        return lines, ()
    found: list[ContentsLine] = []
    spots = [start]
    for spot in range(start + 1, len(lines)):
        match = CONTENTS_LINE.fullmatch(lines[spot].text) if len(lines[spot].text) <= CONTENTS_LIMIT else None
        if lines[spot].role != "text":
            continue
        if not match:
            break
        spots.append(spot)
        found.append(ContentsLine(lines[spot].number, match["words"].rstrip(".…· "), match["folio"]))
    return (with_role(lines, spots, "contents"), tuple(found)) if found else (lines, ())


def at_page_edge(lines: tuple[Line, ...], spot: int) -> bool:
    """Whether a line is the first or the last of a page that a form feed ends or begins."""
    return lines[spot].gap == "page" or (spot + 1 < len(lines) and lines[spot + 1].gap == "page")


def rising(numbers: list[tuple[int, int]]) -> list[int]:
    """The spots whose numbers rise by one or two from one to the next, if there are at least three in all."""
    kept: list[tuple[int, int]] = []
    for spot, number in numbers:
        if not kept or 1 <= number - kept[-1][1] <= 2:
            kept.append((spot, number))
    return [spot for spot, _ in kept] if len(kept) >= 3 else []


def find_folios(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Mark lines that hold a page number only: at a form feed, or as a series that rises through the manuscript."""
    alone = [(n, m[1]) for n, line in enumerate(lines) if (m := FOLIO.fullmatch(line.text))]
    fed = [spot for spot, _ in alone if at_page_edge(lines, spot)]
    series = rising([(spot, int(folio)) for spot, folio in alone if folio.isdecimal()])
    return with_role(lines, [*fed, *series], "page number")


def next_to_page_end(lines: tuple[Line, ...], spot: int) -> bool:
    """Whether a line touches a page number or a form feed."""
    beside = (lines[n] for n in (spot - 1, spot + 1) if 0 <= n < len(lines))
    return at_page_edge(lines, spot) or any(line.role in ("page number", "running head") for line in beside)


def find_running_heads(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Mark short lines at the edges of pages that come back at least three times, page numbers aside."""

    def face(line: Line) -> str:
        return re.sub(r"\d+", "#", squeeze(line.text))

    edges = [
        spot
        for spot, line in enumerate(lines)
        if line.role == "text" and len(line.text) <= HEAD_LIMIT and next_to_page_end(lines, spot)
    ]
    often = Counter(face(lines[spot]) for spot in edges)
    heads = [spot for spot in edges if often[face(lines[spot])] >= 3]
    said = {lines[spot].text for spot in heads}
    first = next((spot for spot, line in enumerate(lines) if line.text in said), None)  # the title itself, perhaps
    again = [spot for spot, line in enumerate(lines) if line.text in said and spot != first and line.role == "text"]
    return with_role(lines, [*heads, *again], "running head")


def close_page_gaps(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Let the line after page numbers and running heads know that a page began there."""
    out: list[Line] = []
    for before, line in zip((None, *lines), lines, strict=False):
        paged = before is not None and before.role in ("page number", "running head")
        inherits = before is not None and out[-1].gap == "page" and before.role in ("page number", "running head")
        out.append(replace(line, gap="page") if (paged or inherits) and line.role == "text" else line)
    return tuple(out)


def find_furniture(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Mark page numbers first, then the running heads beside them."""
    return close_page_gaps(find_running_heads(find_folios(lines)))
