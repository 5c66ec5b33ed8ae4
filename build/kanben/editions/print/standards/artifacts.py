"""Keep what a screen reader must not read out of its way, as artifacts: running heads, folios, repeated table heads."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from kanben.editions.print.composer.guard import Replacement
from kanben.editions.print.composer.table_parts import is_continuation

ARTIFACT = "is_artifact"
REPEATED = ("thead", "tfoot")

_marked = Stream.marked


def mark_artifacts(pages: Sequence[Any]) -> None:
    """Remember on each box that is no content that it is none."""
    seen: dict[Any, int] = {}
    for number, page in enumerate(pages):
        for box in artifacts(page._page_box, number, seen):
            for inner in [box, *descendants(box)]:
                setattr(inner, ARTIFACT, True)


def artifacts(box: Any, page: int, seen: dict[Any, int]) -> Iterator[Any]:
    """Margin boxes, pictures without a description, and what is above a table's rows from its second page on."""
    for child in children(box):
        again = child.element_tag in REPEATED and seen.setdefault(child.element, page) != page
        if again or isinstance(child, boxes.MarginBox) or is_continuation(child) or is_silent_picture(child):
            yield child
        else:
            yield from artifacts(child, page, seen)


def is_silent_picture(box: Any) -> bool:
    return isinstance(box, boxes.ReplacedBox) and box.element is not None and not box.element.get("alt")


def children(box: Any) -> list[Any]:
    """A box's children; absolutely placed ones are wrapped in placeholders."""
    return [getattr(child, "_box", child) for child in getattr(box, "children", ())]


def descendants(box: Any) -> Iterator[Any]:
    for child in children(box):
        yield child
        yield from descendants(child)


def marked(self: Any, box: Any, tag: str) -> AbstractContextManager[None]:
    """Draw content with its number in the structure, and what is none as an artifact."""
    done: AbstractContextManager[None] = self.artifact() if is_artifact(box) else _marked(self, box, tag)
    return done


def is_artifact(box: Any) -> bool:
    return bool(getattr(box, ARTIFACT, False))


REPLACEMENTS = (Replacement(Stream, "marked", marked, _marked),)
RELIED_ON = (_marked, Stream.artifact)
