"""What the converters of one file share: its source, the pictures, and where troubles go."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from kanben.book.node import Blocks
from kanben.place import Place
from kanben.reading.markdown.source import Source
from kanben.trouble import Tell, trouble

WRITTEN = {
    "BlockQuote": "> …",
    "BulletList": "- …",
    "CodeBlock": "```",
    "DefinitionList": ": …",
    "Div": "::: …",
    "Figure": "![…](…)",
    "Header": "# …",
    "HorizontalRule": "---",
    "LineBlock": "| …",
    "OrderedList": "1. …",
    "SmallCaps": "{.smallcaps}",
    "Table": "|…|…|",
}
"""How an editor writes each of pandoc's constructs: understood in every language."""


class TakePicture(Protocol):
    """Gives the name under which editions write a picture, and the bytes of a file of data."""

    def take(self, target: str, place: Place) -> str: ...
    def data(self, target: str, place: Place) -> bytes | None: ...


@dataclass(frozen=True, slots=True)
class Context:
    source: Source
    pictures: TakePicture
    tell: Tell
    convert: Callable[[Any, "Context"], Blocks]
    in_note: bool = False

    def blocks(self, items: Any, context: "Context") -> Blocks:
        """Convert the blocks inside an inline (a note's); the two converters would import each other otherwise."""
        return self.convert(items, context)

    def inside_note(self) -> "Context":
        return replace(self, in_note=True)

    def fence(self, name: str, place: Place) -> Place:
        """Where a div of a class opens, whose first words are at a place: the last one before them."""
        source = self.source
        offset = source.text.rfind(name, 0, source.starts[place.line - 1] if place.line else None)
        return source.place(offset) if offset >= 0 else place

    def refuse(self, kind: str, place: Place, where: str = "") -> None:
        """Tell that a construct is not made, or not made there, rather than drop it."""
        self.tell(trouble("unsupported", place, what=where + WRITTEN.get(kind, kind)))
