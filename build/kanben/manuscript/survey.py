"""Look over a whole manuscript before anything is written: furniture, contents, headings, title page, notes."""

from dataclasses import dataclass, replace

from kanben.manuscript.decode import Manuscript
from kanben.manuscript.entries import entries_of
from kanben.manuscript.furniture import ContentsLine, find_contents, find_furniture
from kanben.manuscript.headings import Found, find_headings
from kanben.manuscript.joins import Layout, layout_of
from kanben.manuscript.lines import Line, split_lines
from kanben.manuscript.notes import BRACKETS, Call, Notes, tie_notes
from kanben.manuscript.numbers import Numbering, numbering_of
from kanben.manuscript.pages import likely_page_starts
from kanben.manuscript.title_page import find_repeated_title, find_title
from kanben.manuscript.traced import squeeze


@dataclass(frozen=True, slots=True)
class Survey:
    """The lines of a manuscript with their roles, and what they add up to."""

    manuscript: Manuscript
    lines: tuple[Line, ...]
    contents: tuple[ContentsLine, ...]
    headings: tuple[Found, ...]
    layout: Layout
    notes: Notes
    numbering: Numbering


def survey_manuscript(manuscript: Manuscript) -> Survey:
    """Give every line its role, in an order in which each step can trust the ones before."""
    lines, contents = find_contents(find_furniture(split_lines(manuscript.text)))
    layout = layout_of(lines)
    known = frozenset(squeeze(line.words) for line in contents)
    headings = find_headings(lines, known, layout.measure if layout.wrapped else 0)
    first = headings[0].lines[0] if headings else len(lines)
    lines = find_repeated_title(find_title(lines, first), first)
    taken = {spot for found in headings for spot in found.lines}
    lines = tuple(replace(line, role="heading") if spot in taken else line for spot, line in enumerate(lines))
    notes = cite_works(tie_notes(lines), headings)
    layout = replace(layout, page_starts=likely_page_starts(notes.lines, layout))
    return Survey(manuscript, notes.lines, contents, headings, layout, notes, numbering_of(headings))


def cite_works(notes: Notes, headings: tuple[Found, ...]) -> Notes:
    """Take bracketed marks that call no note for citations, where 参考文献 numbers its works at the end of the book."""
    listed = [found for found in headings if found.kind == "references"]
    if len(listed) != 1 or any(note.style in BRACKETS for note in notes.texts):
        return notes
    start = listed[0].lines[-1] + 1
    after = [found.lines[0] for found in headings if found.level == 1 and found.lines[0] >= start]
    if any(found.kind == "chapter" and found.lines[0] >= start for found in headings):
        return notes
    lines = notes.lines[start : after[0] if after else None]
    works = len(entries_of([line for line in lines if line.role == "text"]))
    cited = {call.start: replace(call, work=call.value) for call in notes.loose if cites(call, works)}
    loose = tuple(call for call in notes.loose if call.start not in cited)
    return replace(notes, calls={**notes.calls, **cited}, loose=loose)


def cites(call: Call, works: int) -> bool:
    return call.style in BRACKETS and 1 <= call.value <= works


def unmatched_contents(survey: Survey) -> list[ContentsLine]:
    """Lines of the table of contents that no heading answers."""
    headed = {squeeze(found.mark.text + found.title.text) for found in survey.headings}
    return [line for line in survey.contents if squeeze(line.words) not in headed]
