"""Say a formula on one line of plain text: g=(a−b)/b, x_(t−1), √(a²+b²)."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

INVISIBLE = str.maketrans(dict.fromkeys("\u2061\u2062\u2063\u2064\u200b"))
RAISED = str.maketrans("0123456789+−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
PRIMES = frozenset("′″‴⁗*")
COMBINING = {"¯": "\u0304", "‾": "\u0304", "→": "\u20d7", "˙": "\u0307", "¨": "\u0308", "^": "\u0302", "~": "\u0303"}
ONE_THING = re.compile(r"\w+(?:\.\d+)?|√\w+|\([^()]*\)")
NAME, LARGE = re.compile("[a-z]{2,}"), re.compile("[∑∏∫].+")


def words_of_math(element: Element) -> str:
    """The words of an element of MathML and of all that it holds."""
    write = WRITERS.get(element.tag)
    if write and len(element):
        return write(*(words_of_math(child) for child in element))
    if element.tag == "mtable":
        return "；".join(" ".join(filter(None, map(words_of_math, row))) for row in element)
    if element.tag in ("mspace", "mphantom", "maligngroup"):
        return " " if element.get("width", "").startswith(("1", "2")) else ""
    return joined([words_of_math(child) for child in element]) if len(element) else token(element)


def token(element: Element) -> str:
    """A letter of another style is that letter: 𝑨 is A."""
    text = "".join(unicodedata.normalize("NFKC", c) if ord(c) > 0xFFFF else c for c in element.text or "")
    return text.translate(INVISIBLE)


def joined(pieces: Sequence[str]) -> str:
    """Put pieces in a row; the name of a function keeps apart from what follows."""
    row, before = "", ""
    for piece in filter(None, pieces):
        apart = (NAME.fullmatch(before) and piece[:1].isalnum()) or LARGE.match(before)
        row += f" {piece}" if apart else piece
        before = piece
    return row


def grouped(words: str) -> str:
    """In brackets, where more than one thing is meant."""
    return words if len(words) == 1 or ONE_THING.fullmatch(words) else f"({words})"


def fraction(above: str, below: str) -> str:
    return f"{grouped(above)}/{grouped(below)}"


def raised(base: str, above: str) -> str:
    if above in PRIMES:
        return base + above
    high = above.translate(RAISED)
    is_plain = len(above) < 4 and all(a != b for a, b in zip(above, high, strict=True))
    return grouped(base) + (high if is_plain else f"^{grouped(above)}")


def lowered(base: str, below: str) -> str:
    return f"{base}_{grouped(below)}"


def both(base: str, below: str, above: str) -> str:
    return f"{base}_{grouped(below)}" + (above if above in PRIMES else f"^{grouped(above)}")


def over(base: str, above: str) -> str:
    mark = COMBINING.get(above, above)
    return base + mark if unicodedata.combining(mark[:1] or " ") and len(base) == 1 else f"{grouped(base)}^{above}"


def root(*inside: str) -> str:
    return f"√{grouped(joined(inside))}"


WRITERS: dict[str, Callable[..., str]] = {
    "mfrac": fraction,
    "msup": raised,
    "msub": lowered,
    "munder": lowered,
    "mover": over,
    "msubsup": both,
    "munderover": both,
    "msqrt": root,
    "mroot": lambda inside, degree: f"√[{degree}]{grouped(inside)}",
}
