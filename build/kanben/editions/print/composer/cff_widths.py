"""Let all glyphs of a CID-keyed CFF font count their widths from one number.

A font's parts (its FDs) each have a width that glyphs leave out, and one that they count from. Checkers of PDF/UA that
look at the first part alone, and at glyphs that begin with rmoveto alone, read wrong widths then. Drawing is the same.
(Adobe Technical Notes 5176 and 5177.)
"""

import io
from typing import Any, NamedTuple

from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

USUAL = 1000  # a full em, left out
SHORT, NEGATIVE, LONG, FIXED = (
    247,
    251,
    28,
    255,
)  # first bytes of numbers; smaller ones from 32 on are numbers of a byte
FIRST_NUMBER = 32
MOVES = {21: 2, 22: 1, 4: 1, 14: 0}
"""Operators that a glyph may begin with (rmoveto, hmoveto, vmoveto, endchar), and their operands; stems take pairs."""
STEMS = {1, 3, 18, 19, 20, 23}


HORIZONTAL, VERTICAL, BOTH, ZERO = b"\x16", b"\x04", b"\x15", b"\x8b"


class Opening(NamedTuple):
    """How a charstring begins: its first operand, where that ends, whether it is the width; where the operator is."""

    first: int
    end: int
    is_width: bool
    operator: int


def count_widths_alike(data: bytes) -> bytes:
    """Give a bare CFF table in which every part counts widths from 0 and leaves out 1000."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts.topDictIndex[0]
    for number, name in enumerate(top.charset):
        glyph = top.CharStrings[name]
        glyph.bytecode = counted(glyph.bytecode, top.FDArray[top.FDSelect[number]].Private)
    for part in top.FDArray:
        part.Private.nominalWidthX, part.Private.defaultWidthX = 0, USUAL
    file = io.BytesIO()
    fonts.compile(file, TTFont(recalcBBoxes=False))
    return file.getvalue()


def counted(code: bytes, private: Any) -> bytes:
    """A charstring with its width counted from 0, or left out where it is the usual one."""
    opening = read_opening(code)
    width: int = private.nominalWidthX + opening.first if opening.is_width else private.defaultWidthX
    start = opening.end if opening.is_width else 0
    if width == USUAL:
        return code[start:]
    move = moved_both_ways(code[start : opening.operator], code[opening.operator : opening.operator + 1])
    return LONG.to_bytes(1) + width.to_bytes(2, "big", signed=True) + move + code[opening.operator + 1 :]


def moved_both_ways(operands: bytes, operator: bytes) -> bytes:
    """`57 hmoveto` as `57 0 rmoveto`; other beginnings stay."""
    if operator == HORIZONTAL:
        return operands + ZERO + BOTH
    return ZERO + operands + BOTH if operator == VERTICAL else operands + operator


def read_opening(code: bytes) -> Opening:
    """Read the operands before the first operator: there is one too many where the first is the width."""
    first, end, count, at = 0, 0, 0, 0
    while code[at] == LONG or code[at] >= FIRST_NUMBER:
        value, after = read_number(code, at)
        if count == 0:
            first, end = value, after
        count, at = count + 1, after
    operator = code[at]
    spare = count % 2 if operator in STEMS else count - MOVES[operator]
    return Opening(first, end, spare == 1, at)


def read_number(code: bytes, at: int) -> tuple[int, int]:
    """An operand, and where the next begins; the fraction of one of five bytes is left out."""
    byte = code[at]
    if byte == LONG:
        return int.from_bytes(code[at + 1 : at + 3], "big", signed=True), at + 3
    if byte == FIXED:
        return int.from_bytes(code[at + 1 : at + 3], "big", signed=True), at + 5
    if byte >= NEGATIVE:
        return -(byte - NEGATIVE) * 256 - code[at + 1] - 108, at + 2
    if byte >= SHORT:
        return (byte - SHORT) * 256 + code[at + 1] + 108, at + 2
    return byte - 139, at + 1
