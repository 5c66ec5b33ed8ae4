"""What a redline says of a book: words and blocks, beside those that stood there before."""

from dataclasses import dataclass

from kanben.book.node import Block, Blocks, Inline, Inlines


@dataclass(frozen=True, slots=True)
class Change(Inline):
    """Words and what stood in their place: without `was` they are new, without `children` they are gone.

    `restyled` words are the same in another dress: in emphasis, in a link; `unseen` says what no printed word does,
    such as where the link leads. `id` is given to what is listed.
    """

    was: Inlines = ()
    children: Inlines = ()
    restyled: bool = False
    unseen: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class ChangedBlocks(Block):
    """Blocks and what stood in their place. Those that moved have the name of the `move` at both of its ends.

    `target` is the id of the other end.
    """

    was: Blocks = ()
    blocks: Blocks = ()
    restyled: bool = False
    unseen: str = ""
    move: str = ""
    id: str = ""
    target: str = ""
