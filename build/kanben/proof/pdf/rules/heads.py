"""N3: running heads and folios: what stands on left pages, right pages, openers and blank pages."""

import re
from collections import Counter
from collections.abc import Iterator

from kanben.proof.pdf.finding import Finding, Spot, counted, spot
from kanben.proof.pdf.lines import Line, squeeze
from kanben.proof.pdf.measured import Measured
from kanben.proof.pdf.survey import PageLines, Survey

ROMAN = re.compile("[ivxlcdm]+", re.IGNORECASE)
OPENER = 1.6  # of the body: type so large opens a chapter
BOOKLET = 8  # pages that could bear a head: shorter matter needs none
OFFICIAL = re.compile(r"[—–]\s*\d+\s*[—–]")  # so official documents write folios, and have no heads (GB/T 9704 7.5)


def running_heads(text: Measured) -> Finding:
    """N3: title left, chapter right, none on openers and blank pages; folios outside, roman before 1 on a recto."""
    book = text.book
    parts = {
        "blank": blank_faults(book),
        "openers": opener_faults(book),
        "left": left_faults(book),
        "right": right_faults(book),
        "sides": side_faults(book),
        "order": order_faults(book),
    }
    found = {name: list(faults) for name, faults in parts.items()}
    heads = sum(bool(page.heads) for page in book.pages)
    opening = openers(book)
    running = sum(bool(page.flow) and page.number not in opening for page in book.pages)
    wanted = running > BOOKLET and not is_official(book)
    if not heads and wanted:
        found["left"] = [Spot(page.number, "") for page in book.pages[:1]]
    every = [fault for faults in found.values() for fault in faults]
    counts = {name: len(faults) for name, faults in found.items()}
    return counted("N3", every, heads > 0 or wanted or is_official(book), heads=heads, **counts)


def is_official(book: Survey) -> bool:
    """Whether every folio stands between dashes."""
    folios = [page.folio_line.text for page in book.pages if page.folio_line]
    return bool(folios) and all(OFFICIAL.fullmatch(folio) for folio in folios)


def blank_faults(book: Survey) -> Iterator[Spot]:
    """A page without text carries neither head nor folio."""
    for page in book.pages:
        if page.is_blank and not page.sheet.has_turned and (page.heads or page.folio_line):
            yield from map(spot, page.heads or [line for line in [page.folio_line] if line])


def openers(book: Survey) -> set[int]:
    """Give the pages on which chapters begin: by the outline, else by the size of their first line."""
    if book.outline:
        return {heading.sheet for heading in book.outline if heading.depth == 0}
    return {page.number for page in book.pages if page.flow and page.flow[0].em > OPENER * book.em}


def opener_faults(book: Survey) -> Iterator[Spot]:
    opening = openers(book)
    for page in book.pages:
        if page.number in opening and not page.is_blank:
            yield from map(spot, page.heads)


def head_text(page: PageLines) -> str:
    return squeeze("".join(line.text for line in page.heads)).rstrip("…")  # a long one may be cut


def left_faults(book: Survey) -> Iterator[Spot]:
    """All left pages bear one title."""
    left = [page for page in book.pages if page.number % 2 == 0 and page.heads]
    usual = Counter(map(head_text, left)).most_common(1)
    for page in left:
        if head_text(page) != usual[0][0]:
            yield spot(page.heads[0])


def right_faults(book: Survey) -> Iterator[Spot]:
    """A right page bears the title of its chapter, as the outline has it."""
    chapters = [heading for heading in book.outline if heading.depth == 0]
    for page in book.pages:
        before = [heading for heading in chapters if heading.sheet <= page.number]
        if page.number % 2 and page.heads and before:
            title, head = squeeze(before[-1].title), head_text(page)
            if head not in title and title not in head:
                yield spot(page.heads[0])


def side_faults(book: Survey) -> Iterator[Spot]:
    """Folios stand outside: at the left of left pages, at the right of right ones."""
    for page in book.pages:
        line = page.folio_line
        if line and (middle(line) > page.sheet.width / 2) != bool(page.number % 2):
            yield spot(line)


def middle(line: Line) -> float:
    return (line.box[0] + line.box[2]) / 2


def order_faults(book: Survey) -> Iterator[Spot]:
    """Front matter counts in roman; the body begins with 1 on a right page and counts on."""
    arabic = [page for page in book.pages if page.folio.isdigit() and page.folio_line]
    if not arabic:
        return
    offset = arabic[0].number - int(arabic[0].folio)
    if offset % 2 and arabic[0].folio_line:
        yield spot(arabic[0].folio_line)
    for page in arabic:
        if page.number - int(page.folio) != offset and page.folio_line:
            yield spot(page.folio_line)
    for page in book.pages:
        if page.number > arabic[0].number and ROMAN.fullmatch(page.folio) and page.folio_line:
            yield spot(page.folio_line)
