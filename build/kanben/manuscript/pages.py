"""Guess where the printed pages began: their height in lines shows between paragraphs that were cut."""

import math
import re
from collections.abc import Iterator, Sequence
from statistics import median

from kanben.manuscript.joins import Layout, is_sentence_end
from kanben.manuscript.lines import Line, width
from kanben.manuscript.notes import CALL_MARK

HEADING_LINES, NOTE_SHARE = 2.0, 0.8
"""How many lines of text a heading takes, and a line of a note, roughly."""
CHAPTER = re.compile(r"第\s*\S{1,3}\s*章")
Page = list[tuple[Line, float]]


def height(line: Line, goes_on: bool, measure: float) -> float:
    """How many lines of the printed column a line of the manuscript filled."""
    if line.role == "heading":
        return HEADING_LINES
    words = width(CALL_MARK.sub("", line.text))
    if line.role == "note":
        return NOTE_SHARE * math.ceil(words / (measure * 1.25))
    return max(1, math.ceil((words + (0 if goes_on else 2) - 1.5) / measure))


def known_pages(lines: Sequence[Line], measure: float) -> Iterator[tuple[Page, float]]:
    """The lines from one certain page start to the next, each with the height above it, and the height of all."""
    page: Page = []
    above, before = 0.0, ""
    for line in lines:
        if line.role not in ("text", "heading", "note"):
            continue
        goes_on = line.role == "text" and line.gap != "line" and len(before) > 15 and not is_sentence_end(before)
        chapter = line.role == "heading" and CHAPTER.match(line.text)
        if page and (goes_on or line.foot or line.gap == "page" or chapter):
            yield page, above
            page, above = [], 0.0
        page.append((line, above))
        above += height(line, goes_on, measure)
        before = CALL_MARK.sub("", line.text) if line.role == "text" else "" if line.role == "heading" else before
    if page:
        yield page, above


def likely_page_starts(lines: Sequence[Line], layout: Layout) -> frozenset[int]:
    """The numbers of lines that stand where, by its height, a page is likely to have begun."""
    if layout.measure <= 0 or layout.wrapped:
        return frozenset()
    pages = list(known_pages(lines, layout.measure))
    if len(pages) < 10:
        return frozenset()
    usual = median(whole for _, whole in pages)
    return frozenset(
        line.number
        for page, whole in pages
        if whole >= 1.5 * usual
        for line, above in page
        if above > usual / 2 and abs((above + usual / 2) % usual - usual / 2) <= 1
    )
