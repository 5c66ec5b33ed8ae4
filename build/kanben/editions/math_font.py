"""The face of formulas for screens that have none: STIX Two Math, cut down to what a book's formulas show.

Without a face that knows how formulas are built no bracket, root or integral grows with what it holds.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from unicodedata import normalize

from kanben.book.blocks import Figure
from kanben.book.book import Book
from kanben.book.inlines import Math
from kanben.book.walk import walk
from kanben.editions.fonts import RareFont

Memory = Callable[[bytes, Callable[[], bytes]], bytes]
FAMILY = "kanben math"
"""What the stylesheets call it, behind the faces that a reader may have."""
NAME = "fonts/math.woff2"
RIGHTS = (
    "Copyright 2001-2020 The STIX Fonts Project Authors (https://github.com/stipub/stixfonts)",
    "STIX Fonts and STIX Two are trademarks of The Institute of Electrical and Electronics Engineers, Inc.",
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. This license is available with a "
    "FAQ at: https://scripts.sil.org/OFL",
    "https://scripts.sil.org/OFL",
)
"""What the font says of its makers and its licence."""
ALWAYS = " -−′√"
"""Without a space a face is not a browser's first; it draws hyphens as minus signs, and roots without their sign."""
ITALICS = (0x210E, *range(0x1D434, 0x1D468), 0x1D6A4, 0x1D6A5, *range(0x1D6E2, 0x1D71C))


def math_font(book: Book, memory: Memory) -> tuple[RareFont, ...]:
    """The font for a book's formulas, nothing where it has none; a memory answers for the slow cutting."""
    shown = shown_in_formulas(book)
    if not shown:
        return ()
    path = font_path()
    question = "\0".join(("math font", str(path), str(path.stat().st_mtime_ns), shown)).encode()

    def ask() -> bytes:
        from kanben.editions.font_cutting import only_math  # fontTools, where a book needs it

        return only_math(path, shown)

    return (RareFont(NAME, "STIX Two Math", "", RIGHTS, memory(question, ask), FAMILY),)


def font_path() -> Path:
    """The face lies in the package that draws print's formulas; this process does not load the package itself."""
    package = find_spec("ziamath")
    assert package and package.origin
    return Path(package.origin).parent / "fonts" / "STIXTwoMath-Regular.ttf"


def shown_in_formulas(book: Book) -> str:
    """Every character of the formulas as a browser draws it, in order; nothing where there is no formula."""
    texts = [unescape(re.sub("<[^>]*>", "", node.mathml)) for node in formulas(book)]
    characters = set("".join(texts))
    slanted = {italics()[each] for each in characters if each in italics()}
    return "".join(sorted(characters | slanted | set(ALWAYS))) if texts else ""


def formulas(book: Book) -> Iterator[Math]:
    for node in walk(book):
        inner = walk(node.description) if isinstance(node, Figure) else ()
        yield from (each for each in (node, *inner) if isinstance(each, Math))


@cache
def italics() -> dict[str, str]:
    """A browser slants a variable of one letter by taking another character for it (MathML Core § 4.2)."""
    return {normalize("NFKC", chr(code)): chr(code) for code in ITALICS}
