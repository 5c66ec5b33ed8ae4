"""Find where a screen says that another page of print begins than the PDF has there."""

from collections.abc import Iterator, Mapping

from kanben.proof.agreement.compare import Difference
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
