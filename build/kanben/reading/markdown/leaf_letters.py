"""Give the letters of pandoc's inlines in runs that stand unbroken in the source."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from kanben.reading.markdown.track import letters

Json = Any
BREAK = "\0"  # here the source holds letters that are no words: the name of a note, a class


def runs(text: str) -> list[str]:
    return [bare for run in text.split(BREAK) if (bare := letters(run))]


def pieces(inlines: Json) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case {"t": "Str", "c": text}:
                yield text
            case {"t": "Code" | "Math", "c": [_, text]}:
                yield text + BREAK
            case {"t": "Link" | "Image", "c": [_, children, [target, _]]}:
                yield from pieces(children)
                yield BREAK + unquote(target) + BREAK
            case {"t": "Span", "c": [_, children]}:
                yield from pieces(children)
                yield BREAK
            case {"t": "Cite" | "Quoted", "c": [_, children]}:
                yield from pieces(children)
            case {"t": "Note"}:
                yield BREAK
            case {"c": list(children)}:
                yield from pieces(children)
