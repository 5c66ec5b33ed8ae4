"""Tell what an edition found in a book, and stop where it cannot be made; tell how many are made."""

from collections.abc import Iterable
from pathlib import Path

from kanben.press.glyph_places import at_their_characters
from kanben.progress import Progress, TellProgress
from kanben.trouble import Stop, Trouble, in_order


def tell_all(told: Iterable[Trouble], folder: Path, troubles: list[Trouble]) -> None:
    """Add what was told of the title in a folder to its troubles; errors among these stop it."""
    troubles += at_their_characters(folder, told)
    if any(fault.severity == "error" for fault in troubles):
        raise Stop(in_order(troubles))


class EditionCount:
    """Tells how many of a title's editions are made."""

    def __init__(self, of: int, tell: TellProgress) -> None:
        self.done, self.of, self.tell = 0, of, tell
        self.tell(Progress("editions", 0, of))

    def one(self) -> None:
        """Another one is made."""
        self.done += 1
        self.tell(Progress("editions", self.done, self.of))
