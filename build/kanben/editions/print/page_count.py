"""Count a book's pages while they are set, by what WeasyPrint logs of each."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from kanben.progress import Progress, TellProgress, tell_nobody

LOGGER = logging.getLogger("weasyprint.progress")
PAGE = "Step 5 - Creating layout - Page %d"
EVERY = 4
"""So many pages are set between one word of it and the next: who is told may be busy."""


class PageCount(logging.Handler):
    """Tells how many pages the book has so far; a leaf that is set again counts once."""

    def __init__(self, tell: TellProgress) -> None:
        super().__init__(logging.INFO)
        self.tell = tell
        self.leaves: dict[str, int] = {}
        self.leaf = ""
        self.told = 0

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear of pages within a block, where anybody wants to know."""
        if self.tell is tell_nobody:
            yield
            return
        level = LOGGER.level
        LOGGER.addHandler(self)
        LOGGER.setLevel(logging.INFO)
        try:
            yield
        finally:
            LOGGER.setLevel(level)
            LOGGER.removeHandler(self)

    def begin(self, leaf: str) -> None:
        self.leaf = leaf
        self.leaves.pop(leaf, None)

    def emit(self, record: logging.LogRecord) -> None:
        """A page of the leaf is begun."""
        if record.msg == PAGE and isinstance(record.args, tuple):
            (number,) = record.args
            if isinstance(number, int) and number % EVERY == 0:
                self.say(number)

    def end(self, pages: int) -> None:
        """The leaf has so many pages, with the blank one behind it."""
        self.leaves[self.leaf] = pages
        self.say(0)

    def say(self, pages: int) -> None:
        """Tell the sum with so many of a leaf that is being set, unless it was as high before."""
        count = sum(self.leaves.values()) + pages
        if count > self.told:
            self.told = count
            self.tell(Progress("layout", count))
