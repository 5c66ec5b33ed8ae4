"""Read the little markup that CSL-JSON allows in a title: <i>, <b>, <sup>, <sub> and <span>."""

import re
from typing import Any

MARKUP = re.compile(r"<(i|b|sup|sub|span)\b([^<>]*)>(.*?)</\1>", re.DOTALL)
KINDS = {"i": "Emph", "b": "Strong", "sup": "Superscript", "sub": "Subscript"}
NO_CASE = [["", ["nocase"], []]]


def marked_up(words: str) -> list[dict[str, Any]]:
    """Give a string as pandoc's inlines; any other `<` is a character like all others."""
    inlines: list[dict[str, Any]] = []
    end = 0
    for found in MARKUP.finditer(words):
        inlines += plain(words[end : found.start()])
        inner = marked_up(found[3])
        name = found[1]
        inlines.append({"t": "Span", "c": [*NO_CASE, inner]} if name == "span" else {"t": KINDS[name], "c": inner})
        end = found.end()
    return inlines + plain(words[end:])


def plain(words: str) -> list[dict[str, Any]]:
    """Give words and spaces apart: pandoc's citation processor looks for the spaces."""
    return [
        {"t": "Space"} if piece.isspace() else {"t": "Str", "c": piece} for piece in re.split(r"(\s+)", words) if piece
    ]
