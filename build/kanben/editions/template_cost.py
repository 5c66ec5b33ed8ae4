"""Say what an operation of a template may cost before it is done: the characters that it reads, or would make.

What is counted is never less than what would be made, so a few signs of a template cannot fill the memory.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.utils import Namespace

from kanben.limits import TEMPLATE

HELD = 8
"""What a list costs for each thing that it holds."""
TIMES = {"*", "expandtabs", "indent", "tojson"}
"""Operations that make their text as often as a number says."""
SQUARED = {"striptags", "urlize", "wordwrap", "pprint", "sum", "encode", "decode"}
"""Operations of which some take as long as their text is long, for each of its characters."""
SHARE = 100  # of them together cost as much as one that is made
FORMATS = {"%", "format", "format_map"}
NUMBERS = re.compile(r"\d+")
LONGEST_WIDTH = 10  # digits
HIDDEN_WIDTH = re.compile(r"%[-+ #\d.]*\*|\{[^{}]*:[^{}]*\{")
"""A width that is not typed but comes with the values: %*d, {:{}}."""


def cost(name: str, value: Any, others: Iterable[Any]) -> int:
    """What a filter, an operator or a method costs for a value and what else it is given.

    Most make no more than each character of their own once for each of what is given (`replace`, `join`), and as many
    as a number says (`center`).
    """
    others = tuple(others)
    own, given = size(value), max(sum(map(size, others)), 1)
    number = sum(abs(other) for other in others if isinstance(other, int))
    if name in TIMES:
        return own * given * max(number, 1)
    if name in FORMATS and isinstance(value, str):
        return own * given * width(value)
    if name in SQUARED:
        return own * (given + own // SHARE)
    return own * given + (number**2 if name == "round" else number)


def width(text: str) -> int:
    """The longest that a format makes any of its values."""
    if HIDDEN_WIDTH.search(text):
        raise SecurityError(f"{text[:40]}: a width that is not typed")
    return max((int(digits[:LONGEST_WIDTH]) for digits in NUMBERS.findall(text)), default=1) or 1


def size(value: Any) -> int:
    """The characters of a value were it written out; counting ends where there are more than any page may have."""
    if isinstance(value, str | bytes):
        return len(value)
    total, row = 0, [value]
    while row and total <= TEMPLATE.most:
        total += size_of_one(row.pop(), row)
    return total


def size_of_one(value: Any, row: list[Any]) -> int:
    """The characters of a value alone; what it holds joins the row."""
    if isinstance(value, str | bytes):
        return len(value)
    if isinstance(value, int):
        return value.bit_length() // 8 + 1
    if isinstance(value, range):
        return HELD * len(value)
    if isinstance(value, Namespace):
        value = object.__getattribute__(value, "__dict__")  # its own says what templates put there, alone
    if isinstance(value, Undefined) or not isinstance(value, Collection):
        return 1
    row.extend(value.values() if isinstance(value, Mapping) else ())
    row.extend(value)
    return HELD * (len(value) + 1)
