"""What is looked for on every page of a part, looked for once as long as the page stands."""

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, TypeVar

from weasyprint.formatting_structure import boxes

from kanben.editions.print.composer.note_slices import runs_into_notes

Answer = TypeVar("Answer")
CALL, MARKER = "::footnote-call", "::footnote-marker"
SEEN = "what_is_seen"
FLOATING = ("left", "right", "inline-start", "inline-end")


class Seen:
    """The boxes on a page, and among them those that are asked for again and again."""

    def __init__(self, page: Any) -> None:
        _, *self.boxes = page.descendants()
        self.runs_into_notes = runs_into_notes(page)
        self.known: dict[Hashable, Any] = {}
        """What others made of the page, by all that it was made of."""

    def answer(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """What was made of the page, once."""
        if question not in self.known:
            self.known[question] = make()
        answer: Answer = self.known[question]
        return answer

    @cached_property
    def elements(self) -> frozenset[Any]:
        return frozenset([box.element for box in self.boxes])

    @cached_property
    def tables(self) -> list[Any]:
        """The boxes around tables."""
        return [box for box in self.boxes if box.is_table_wrapper]

    @cached_property
    def bookmarks(self) -> list[Any]:
        """The boxes that the outline names."""
        return [box for box in self.boxes if box.bookmark_label]

    @cached_property
    def markers(self) -> list[Any]:
        """The marks before notes, and those of notes in the text: text boxes."""
        return self.texts(MARKER)

    @cached_property
    def calls(self) -> list[Any]:
        return self.texts(CALL)

    @cached_property
    def called(self) -> list[Any]:
        """The boxes around the marks of notes in the text."""
        return [box for box in self.boxes if isinstance(box, boxes.InlineBox) and box.element_tag.endswith(CALL)]

    @cached_property
    def has_floats(self) -> bool:
        styles = {id(box.style): box.style for box in self.boxes}
        return any(style["float"] in FLOATING for style in styles.values())

    def texts(self, tag: str) -> list[Any]:
        texts = (box for box in self.boxes if isinstance(box, boxes.TextBox))
        return [box for box in texts if (box.element_tag or "").endswith(tag)]


def seen_on(page: Any) -> Seen:
    """What is seen on a laid out page's box, with its head and folio."""
    known: Seen = page.__dict__.get(SEEN) or page.__dict__.setdefault(SEEN, Seen(page))
    return known


def look_again(page: Any) -> None:
    """Forget what was seen on a page that is changed."""
    page.__dict__.pop(SEEN, None)
