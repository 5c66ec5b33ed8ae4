"""Read works from the text of a bibliography, for the tests."""

from kanben.reading.references import Works, read_references
from kanben.trouble import Trouble


def read(text: str, name: str = "references.yaml") -> tuple[Works, list[Trouble]]:
    told: list[Trouble] = []
    return read_references(name, text.encode(), told.append), told


def said(text: str, name: str = "references.yaml") -> list[str]:
    return [str(trouble) for trouble in read(text, name)[1]]
