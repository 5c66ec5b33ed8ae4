"""Find where a screen says that another page begins than the PDF has there, and links of print that lead astray."""

from collections.abc import Iterator, Mapping
from itertools import chain

from kanben.proof.agreement.compare import Difference
from kanben.proof.agreement.leading import is_folio
from kanben.proof.agreement.said import LEAD, PRINT, Said, bare


def other_pages(here: Said, there: Said) -> Iterator[Difference]:
    """Tell each mark of a page that the PDF has not, and each behind which stand words of another page."""
    if there.edition != PRINT or not there.pages:
        return
    flow = flow_by_pages(there)
    numbers = {page.words: page.page for page in there.pages}
    for mark in here.pages:
        if mark.words not in numbers:
            yield Difference("page", mark, mark.words)
        elif mark.lead and mark.lead not in from_page(flow, numbers[mark.words]):
            yield Difference("page", mark, mark.words, mark.lead)


def astray(screen: Said, printed: Said) -> Iterator[Difference]:
    """Tell each link on a folio that leads to another page, and each entry of the contents that no bookmark of it does.

    A number that is a link on the screen as well is no folio: a year, or the number of a work.
    """
    labels = {page.page: page.words for page in printed.pages}
    known = {(link.words, name) for link in screen.links for name in link.targets}
    for link in (*printed.links, *printed.ways):
        label = labels.get(link.onto, "")
        is_known = any((link.words, name) in known for name in link.targets)
        if is_folio(link) and label and link.words != label and not is_known:
            yield Difference("way", link, link.words, label)
    marks: dict[str, set[int]] = {}
    for entry in chain.from_iterable(printed.contents):
        marks.setdefault(bare(entry.words), set()).add(entry.onto)
    for link in printed.ways:
        if link.onto and link.onto not in marks.get(bare(link.words), {link.onto}):
            yield Difference("way", link, link.words, link.lead or labels.get(link.onto, ""))


def flow_by_pages(said: Said) -> dict[int, str]:
    """The letters of the flow, page by page."""
    flow: dict[int, str] = {}
    for passage in said.passages:
        if passage.kind in ("heading", "text"):
            flow[passage.page] = flow.get(passage.page, "") + bare(passage.words)
    return flow


def from_page(flow: Mapping[int, str], number: int) -> str:
    """The letters of a page, and so many of the next as words may go on there."""
    return flow.get(number, "") + flow.get(number + 1, "")[: LEAD - 1]
