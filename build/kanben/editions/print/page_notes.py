"""Number the notes of each page from ① after layout, and find notes that stand where they should not.

Layout sets every call and marker as ①, which is as wide as all circled numbers; only their text is changed here. All
calls of one note on a page have its mark. The head of a table that goes on is set again with its calls, but the notes
stand on the table's first page: there alone the calls are shown.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes

from kanben.editions.notes import note_mark
from kanben.editions.print.composer.note_lines import name_of
from kanben.editions.print.composer.text_atoms import read_text
from kanben.editions.print.kept.seen import seen_on


@dataclass(frozen=True, slots=True)
class CrowdedPage:
    """A page whose notes have no room beside its text; the id is that of its first note."""

    page: int  # counted from 1
    element_id: str


@dataclass(frozen=True, slots=True)
class NotesFound:
    """What number_notes_by_page saw: how many notes each page has, crowded pages, ids of notes on another page."""

    counts: tuple[int, ...]
    crowded: tuple[CrowdedPage, ...]
    strays: tuple[str, ...]


@dataclass
class Numbering:
    """Numbers one page after the other, and remembers the notes that were set."""

    set_before: set[Any] = field(default_factory=set)
    counts: list[int] = field(default_factory=list)
    crowded: list[CrowdedPage] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)

    def page(self, page: Any) -> None:
        seen = seen_on(page)
        markers, calls = seen.markers, seen.calls
        marks = {name: note_mark(n) for n, name in enumerate(dict.fromkeys(map(_name, markers)), 1)}
        self.counts.append(len(marks))
        for box in [*markers, *calls]:
            if _name(box) in marks:
                _set_text(box, marks[_name(box)])
            elif box.element in self.set_before:
                _hide(box)
            else:
                self.strays.append(_id(box.element))
        self.set_before.update(box.element for box in markers)
        if seen.runs_into_notes:
            self.crowded.append(CrowdedPage(len(self.counts), _first_id(page)))


def number_notes_by_page(pages: Sequence[Any]) -> NotesFound:
    """Let note calls and markers (of a weasyprint Document's pages) count ①②③ from the start of every page."""
    numbering = Numbering()
    for page in pages:
        numbering.page(page._page_box)
    return NotesFound(tuple(numbering.counts), tuple(numbering.crowded), tuple(numbering.strays))


def _name(box: Any) -> Any:
    """What the calls and the marker of one note have in common; an element where notes have no names."""
    return name_of(box.element) or box.element


def _set_text(box: Any, mark: str) -> None:
    """Change the text of a laid out box, within the width that it has."""
    if not box.text.strip():
        return
    box.text = mark + box.text[len(box.text.rstrip()) :]
    box.pango_layout = copy(box.pango_layout)  # copies of a box share one
    box.pango_layout.text = box.text
    if len(mark) > 1 and (width := sum(read_text(box.text, box.style).widths)) > box.width:
        box.style = box.style.copy()
        box.style["font_size"] *= box.width / width


def _hide(box: Any) -> None:
    box.style = box.style.copy()
    box.style["visibility"] = "hidden"


def _first_id(page: Any) -> str:
    area = next(area for area in page.children if isinstance(area, boxes.FootnoteAreaBox))
    return _id(area.children[0].element)


def _id(element: Any) -> str:
    return str(element.get("id", "")) if element is not None else ""
