"""Say where in an editor's files something stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a source file; line and column count from 1, 0 means the whole file (or line)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


NOWHERE = Place("")
TITLE_YAML = Place("title.yaml")
"""The place of what is told of a title as a whole."""
