"""Turn pandoc's inlines into the words of a Book: as much of them as a citation can hold."""

from collections.abc import Iterator, Sequence
from typing import Any

from kanben.book.inlines import Link, Style, Styled, Text
from kanben.book.node import Inline, Inlines

STYLES: dict[str, Style] = {
    "Emph": "emphasis",
    "Strong": "strong",
    "Superscript": "superscript",
    "Subscript": "subscript",
    "Strikeout": "strike",
    "Underline": "underline",
}
QUOTES = {"DoubleQuote": "“”", "SingleQuote": "‘’"}


def words_of(inlines: Sequence[dict[str, Any]]) -> Inlines:
    """Give pandoc's inlines as ours, neighbouring text joined."""
    words: list[Inline] = []
    for inline in inlines:
        for word in word_of(inline):
            if isinstance(word, Text) and words and isinstance(words[-1], Text):
                words[-1] = Text(words[-1].text + word.text)
            else:
                words.append(word)
    return tuple(words)


def word_of(inline: dict[str, Any]) -> Iterator[Inline]:
    match inline:
        case {"t": "Str", "c": str(text)}:
            yield Text(text)
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield Text(" ")
        case {"t": "Quoted", "c": [{"t": kind}, inner]}:
            yield from words_of([{"t": "Str", "c": QUOTES[kind][0]}, *inner, {"t": "Str", "c": QUOTES[kind][1]}])
        case {"t": "Span", "c": [_, inner]} | {"t": "Cite", "c": [_, inner]} | {"t": "SmallCaps", "c": inner}:
            yield from words_of(inner)
        case {"t": "Link", "c": [_, inner, [target, _]]}:
            yield Link(target, words_of(inner))
        case {"t": kind, "c": inner} if kind in STYLES:
            yield Styled(STYLES[kind], words_of(inner))
        case _:
            raise ValueError(f"a citation cannot hold pandoc's {inline.get('t')}")
