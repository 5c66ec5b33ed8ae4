"""Number the notes of each page from ① after layout, and find notes that no page can hold.

Layout sets every call and marker as ①, which is as wide as all circled numbers; only their text is changed here.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes

from kanben.editions.marks import note_mark
from kanben.editions.print.composer.text_atoms import read_text

CALL, MARKER = "::footnote-call", "::footnote-marker"


@dataclass(frozen=True, slots=True)
class LongNote:
    """A note too long for its page: part of it lies outside the type area."""

    page: int  # counted from 1
    element_id: str
    opening: str  # its first words


@dataclass(frozen=True, slots=True)
class NotesFound:
    """What number_notes_by_page saw: how many notes each page has, long notes, ids of notes on another page."""

    counts: tuple[int, ...]
    long_notes: tuple[LongNote, ...]
    strays: tuple[str, ...]


def number_notes_by_page(pages: Sequence[Any]) -> NotesFound:
    """Let note calls and markers (of a weasyprint Document's pages) count ①②③ from the start of every page."""
    numbered = [_number_page(page._page_box) for page in pages]
    long_notes = (note for n, page in enumerate(pages, 1) for note in _long_notes(page._page_box, n))
    return NotesFound(
        tuple(count for count, _ in numbered),
        tuple(long_notes),
        tuple(stray for _, strays in numbered for stray in strays),
    )


def _number_page(page: Any) -> tuple[int, list[str]]:
    """Number one page; give the count of its notes, and the ids of calls whose note is elsewhere."""
    found = list(page.descendants())
    markers, calls = _with_tag(found, MARKER), _with_tag(found, CALL)
    elements = list(dict.fromkeys(box.element for box in markers))
    marks = {element: note_mark(n) for n, element in enumerate(elements, 1)}
    for box in [*markers, *calls]:
        if box.element in marks:
            _set_text(box, marks[box.element])
    return len(elements), [_id(box.element) for box in calls if box.element not in marks]


def _with_tag(found: Iterable[Any], tag: str) -> list[Any]:
    return [box for box in found if isinstance(box, boxes.TextBox) and (box.element_tag or "").endswith(tag)]


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


def _long_notes(page: Any, number: int) -> Iterator[LongNote]:
    """Give the longest note of a page whose notes reach above its type area."""
    for area in page.children:
        if isinstance(area, boxes.FootnoteAreaBox) and area.position_y < page.content_box_y() - 0.01:
            note = max(area.children, key=lambda box: float(box.margin_height()))
            yield LongNote(number, _id(note.element), _opening(note))


def _id(element: Any) -> str:
    return str(element.get("id", "")) if element is not None else ""


def _opening(note: Any) -> str:
    words = (box.text for box in note.descendants() if isinstance(box, boxes.TextBox))
    return "".join(words)[:16]
