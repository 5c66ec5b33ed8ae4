"""The text of a Markdown file and the places in it."""

from bisect import bisect_right
from functools import cached_property

from kanben.place import Place


class Source:
    """A file's text; offsets count characters."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        starts = [0]
        while found := self.text.find("\n", starts[-1]) + 1:
            starts.append(found)
        return starts

    def line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def place(self, offset: int) -> Place:
        line = self.line(offset)
        return Place(self.file, line, offset - self.starts[line - 1] + 1)

    def find(self, needle: str, line: int) -> Place:
        """The first place of some words at or below a line; the line itself when they are not found."""
        offset = self.text.find(needle, self.starts[line - 1]) if line else -1
        return self.place(offset) if offset >= 0 else Place(self.file, line)
