"""What every piece of a Book is: a frozen value that knows the place it came from."""

from dataclasses import dataclass
from typing import Literal

from kanben.place import NOWHERE, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline(Node):
    """A piece of a line: what each kind is stands in `inlines`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Node):
    """A piece of the flow: what each kind is stands in `blocks`, and of the apparatus in `entries`."""


Inlines = tuple[Inline, ...]
Blocks = tuple[Block, ...]
Fate = Literal["", "added", "deleted"]
"""What a redline says of a member of a list, a table or the apparatus as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener(Block):
    """A block that begins with a label, a picture or a word of its own; `before` holds the marks of a page it opens."""

    before: Inlines = ()
