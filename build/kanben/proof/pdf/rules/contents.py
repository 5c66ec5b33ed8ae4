"""T1: each entry of the contents gives the folio of the page on which its heading really stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kanben.proof.pdf.finding import Finding, Spot, counted
from kanben.proof.pdf.lines import Line, squeeze
from kanben.proof.pdf.measured import Measured
from kanben.proof.pdf.survey import ENTRY_END, PageLines, Survey, ends_with_folio

LEADER = re.compile(r"[.…·⋯‥\s]+$")
LEADERS = re.compile(r"[.…·⋯‥]{3}")
KNOWN_BY = 10  # characters of a heading


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading's words on its last line, `longer` with those on the line above, and the folio beside them."""

    title: str
    longer: str
    folio: str
    line: Line


def contents_folios(text: Measured) -> Finding:
    """T1: contents, printed folios and page labels agree."""
    book = text.book
    entries = [entry for page in book.pages if page.is_contents for entry in entries_of(book, page)]
    wrong = [spot_of(entry) for entry in entries if entry.folio not in true_folios(book, entry)]
    labels = [Spot(page.number, page.folio) for page in book.pages if mislabelled(book, page)]
    leaders = sum(bool(LEADERS.search(entry.line.text)) for entry in entries)
    more = {"entries": len(entries), "wrong": len(wrong), "labels": len(labels), "typed leaders": leaders}
    return counted("T1", [*wrong, *labels], bool(entries), **more)


def spot_of(entry: Entry) -> Spot:
    return Spot(entry.line.page, f"{entry.title} {entry.folio}", entry.line.box)


def entries_of(book: Survey, page: PageLines) -> Iterator[Entry]:
    """Read a page of contents; an entry over two lines has its folio on the last."""
    words: list[str] = []
    area = book.area(page.number)
    for line in page.flow:
        found = ENTRY_END.search(line.text) if ends_with_folio(line, area) else None
        if found is None:
            words.append(line.text)
            continue
        if title := line.text[: found.start()]:
            words.append(title)
        if words:
            yield Entry(bare(words[-1]), bare("".join(words[-2:])), found[1], line)
        words = []


def bare(words: str) -> str:
    return LEADER.sub("", squeeze(words))


def true_folios(book: Survey, entry: Entry) -> set[str]:
    """Give the folios of the pages where an entry's heading stands, by the outline, else by the words themselves."""
    titles = {heading: squeeze(heading.title) for heading in book.outline}
    sheets = {heading.sheet for heading, title in titles.items() if is_same(title, entry.title)}
    if not sheets:  # a last line of few words is known with the line above alone
        sheets = {heading.sheet for heading, title in titles.items() if is_same(title, entry.longer)}
    if not sheets:
        sheets = {page.number for page in book.pages if not page.is_contents and any(heads(page, entry))}
    if not sheets:  # a turned table: its caption stands on one of the pages that cannot be read
        sheets = {page.number for page in book.pages if page.sheet.has_turned}
    return {folio_of(book, book.pages[number - 1]) for number in sheets}


def is_same(title: str, entry: str) -> bool:
    return title == entry or (len(entry) >= KNOWN_BY and (title.endswith(entry) or entry.endswith(title)))


def heads(page: PageLines, entry: Entry) -> Iterator[bool]:
    """Whether each line of a page may begin an entry's heading."""
    for line in page.flow:
        words = squeeze(line.text)
        yield words == entry.title or (len(words) >= KNOWN_BY and entry.title.startswith(words))


def folio_of(book: Survey, page: PageLines) -> str:
    """Give a page's label, else the folio printed on it, else what its neighbours count."""
    if page.sheet.label or page.folio:
        return page.sheet.label or page.folio
    known = next((p for p in book.pages if p.folio.isdigit()), None)
    return str(int(known.folio) + page.number - known.number) if known else str(page.number)


def mislabelled(book: Survey, page: PageLines) -> bool:
    """Whether a reader that shows labels would show another number than the one printed."""
    return bool(page.folio) and page.folio != (page.sheet.label or str(page.number))
