"""Read a text box as atoms: glyph clusters with their widths."""

from dataclasses import dataclass, field
from typing import Any

from weasyprint.text.ffi import FROM_UNITS
from weasyprint.text.line_break import Layout

from kanben.composition.amounts import HALF
from kanben.composition.characters import CLOSE, OPEN
from kanben.editions.print.composer.glyphs import FIELDS, WIDTH, cluster_bytes, glyph_fields, outer_half_is_empty, runs

FULL_WIDTH = 0.9
"""Em from which a mark counts as full width."""
MARKS = frozenset(OPEN + CLOSE)


@dataclass(slots=True)
class TextAtoms:
    """Columns of the atoms of one text box; firsts: each atom's first byte; widths and halves in px."""

    text: list[str] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    halves: list[float] = field(default_factory=list)


def read_text(text: str, style: Any) -> TextAtoms:
    """Shape a text without line breaks in its style."""
    layout, atoms, data = Layout(style), TextAtoms(), text.encode()
    layout.set_text(text)
    for glyphs, offset, font in runs(layout):
        fields = glyph_fields(glyphs)
        for k, start in enumerate(cluster_bytes(glyphs)):
            byte, width = start + offset, fields[FIELDS * k + WIDTH] * FROM_UNITS
            if atoms.firsts and (byte == atoms.firsts[-1] or not width):  # the same cluster, or an invisible character
                atoms.widths[-1] += width
                continue
            atoms.firsts.append(byte)
            atoms.widths.append(width)
            full = width > FULL_WIDTH * style["font_size"] and _is_half_empty(data, byte, font, fields[FIELDS * k])
            atoms.halves.append(HALF * width if full else 0)
    ends = [*atoms.firsts[1:], len(data)]
    atoms.text = [data[a:b].decode() for a, b in zip(atoms.firsts, ends, strict=True)]
    return atoms


def _is_half_empty(data: bytes, byte: int, font: Any, glyph: int) -> bool:
    mark = data[byte : byte + 3].decode(errors="ignore")[:1]
    return mark in MARKS and outer_half_is_empty(font, glyph, mark in OPEN)
