"""The mark of tables and figures that print turns, to stand on pages of their own: {.landscape}."""

from dataclasses import replace
from typing import Any

from kanben.book.blocks import Figure, Table
from kanben.book.node import Blocks

Json = Any
LANDSCAPE = "landscape"


def take_landscape(item: Json) -> bool:
    """Whether one of pandoc's tables or figures has the mark; it is taken off: elsewhere it is told as unknown."""
    match item:
        case {"t": "Table", "c": [[_, classes, _], *_]}:
            pass
        case {"t": "Figure", "c": [_, _, [{"c": [{"t": "Image", "c": [[_, classes, _], *_]}]}]]}:
            pass
        case _:
            return False
    marked = LANDSCAPE in classes
    classes[:] = [name for name in classes if name != LANDSCAPE]
    return marked


def turned(found: Blocks) -> Blocks:
    """A table or figure, marked."""
    return tuple(replace(block, landscape=True) if isinstance(block, Table | Figure) else block for block in found)
