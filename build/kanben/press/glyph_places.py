"""Find the very spot of a character in its file: layout knows only the line at which its block begins."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from kanben.place import Place
from kanben.trouble import Trouble


def at_their_characters(folder: Path, troubles: Iterable[Trouble]) -> Iterator[Trouble]:
    """Give the troubles as they are, those of a character with its line and column."""
    for told in troubles:
        character = dict(told.facts).get("character", "")
        yield replace(told, place=spot_of(folder, told.place, character)) if character else told


def spot_of(folder: Path, place: Place, character: str) -> Place:
    """The first such character from a place on, else the first of the file; or the place itself."""
    path = folder / place.file
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else []
    after = max(place.line - 1, 0)
    for number in chain(range(after, len(lines)), range(min(after, len(lines)))):
        if (column := lines[number].find(character)) >= 0:
            return Place(place.file, number + 1, column + 1)
    return place
