"""Remember the paragraphs that were read: pages are laid out again, and all notes of a page at each new one."""

from collections import OrderedDict
from typing import Any

from weasyprint.formatting_structure import boxes

from kanben.editions.print.composer.box_line import PlacedParagraph
from kanben.editions.print.composer.box_paragraph import BoxParagraph, NotComposableError, walk

KEPT = 200
"""Paragraphs remembered at a time."""


class Memory:
    """The latest paragraphs of one layout, by line box, and by what its copies have in common."""

    def __init__(self) -> None:
        self.placed: OrderedDict[int, tuple[Any, Any, PlacedParagraph | None]] = OrderedDict()
        self.read: OrderedDict[Any, tuple[Any, BoxParagraph | None]] = OrderedDict()

    def paragraph(self, context: Any, linebox: Any, container: Any) -> PlacedParagraph | None:
        """Give the paragraph in a line box, or nothing if it is not for us."""
        known = self.placed.get(id(linebox))
        if known is None or known[0] is not linebox or known[1] is not linebox.children:
            paragraph = self._read(context, linebox, container)
            placed = PlacedParagraph(paragraph, linebox) if paragraph else None
            known = self.placed[id(linebox)] = linebox, linebox.children, placed  # ids are true while boxes are kept
            _forget_oldest(self.placed)
        return known[2]

    def _read(self, context: Any, linebox: Any, container: Any) -> BoxParagraph | None:
        key = _in_common(linebox)
        if key not in self.read:
            try:
                paragraph = BoxParagraph(context, linebox, container)
            except NotComposableError:
                paragraph = None
            self.read[key] = linebox, paragraph
            _forget_oldest(self.read)
        return self.read[key][1]


def _in_common(linebox: Any) -> tuple[Any, ...]:
    """Give what copies of a line box share and others do not; inline blocks are not copied with their layout."""
    return tuple(
        (id(box.style), id(box.element), box.text) if isinstance(box, boxes.TextBox) else _shared(box)
        for box in walk(linebox)
    )


def _shared(box: Any) -> tuple[int, ...]:
    return (id(box),) if isinstance(box, boxes.AtomicInlineLevelBox) else (id(box.style), id(box.element))


def _forget_oldest(known: OrderedDict[Any, Any]) -> None:
    if len(known) > KEPT:
        known.popitem(last=False)
