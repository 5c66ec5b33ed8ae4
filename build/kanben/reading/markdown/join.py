"""Join pandoc's words and spaces into whole texts: a line break between Chinese characters is no space."""

import re

from kanben.book.inlines import Text
from kanben.book.node import Inline, Inlines

CHINESE = re.compile(
    "[\u2e80-\u2fdf\u3001-\u30ff\u31c0-\u31ef\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—]"
)
SOFT_BREAK = "\ufdd0"  # no character: decode() lets none through from a source


def join(inlines: list[Inline]) -> Inlines:
    """Merge neighbouring texts, then settle the soft breaks by what stands on both sides."""
    merged: list[Inline] = []
    for inline in inlines:
        if merged and isinstance(inline, Text) and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + inline.text, place=merged[-1].place)
        else:
            merged.append(inline)
    return tuple(settle(merged, n) for n in range(len(merged)))


def settle(inlines: list[Inline], n: int) -> Inline:
    inline = inlines[n]
    if not isinstance(inline, Text) or SOFT_BREAK not in inline.text:
        return inline
    text = re.sub(f"(.?){SOFT_BREAK}(?=(.?))", lambda m: m[1] + ("" if glued(m[1], m[2]) else " "), inline.text)
    return Text(text, place=inline.place)


def glued(before: str, after: str) -> bool:
    """At the edge of a text, beside a note call or styled words, the one known side decides."""
    sides = [side for side in (before, after) if side]
    return bool(sides) and all(CHINESE.match(side) for side in sides)
