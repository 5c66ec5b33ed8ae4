"""Read a text box as atoms: glyph clusters with their widths."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, pango
from weasyprint.text.line_break import line_size

from kanben.composition.amounts import HALF
from kanben.composition.characters import CLOSE, OPEN
from kanben.editions.print.composer.glyphs import FIELDS, WIDTH, cluster_bytes, glyph_fields, outer_half_is_empty, runs
from kanben.editions.print.composer.kept_layout import KeptLayout

FULL_WIDTH = 0.9
"""Em from which a mark counts as full width."""
MARKS = {mark.encode(): mark in OPEN for mark in OPEN + CLOSE}
"""Marks that may have an empty half, as bytes (three each), and whether it is their left one."""


class Face(NamedTuple):
    """What a text's fonts make of its line, in px."""

    height: float
    baseline: float


class Clusters(NamedTuple):
    """Columns of glyphs that stand for the same characters: their first byte, their width (px), their first glyph."""

    firsts: list[int]
    widths: list[float]
    glyphs: list[int]


@dataclass(slots=True)
class TextAtoms:
    """Columns of the atoms of one text box; firsts: each atom's first byte; widths and halves in px."""

    face: Face
    text: list[str] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    halves: list[float] = field(default_factory=list)


def read_text(text: str, style: Any) -> TextAtoms:
    """Shape a text without line breaks in its style."""
    layout, data = KeptLayout(style), text.encode()
    layout.set_text(text)
    atoms = TextAtoms(_face(layout, style))
    for glyphs, offset, font in runs(layout):
        fields = glyph_fields(glyphs)
        starts = [start + offset for start in cluster_bytes(glyphs)]
        widths = [width * FROM_UNITS for width in fields[WIDTH::FIELDS]]
        clusters = Clusters(starts, widths, fields[::FIELDS].tolist())
        if len(set(starts)) < len(starts) or not all(widths):
            clusters = _gathered(clusters, bool(atoms.firsts))
        atoms.firsts += clusters.firsts
        atoms.widths += clusters.widths
        atoms.halves += _halves(clusters, data, font, FULL_WIDTH * style["font_size"])
    atoms.text = _texts(text, data, atoms.firsts)
    return atoms


def _face(layout: Any, style: Any) -> Face:
    line, _ = layout.get_first_line()
    return Face(line_size(line, style)[1], pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS)


def _gathered(clusters: Clusters, is_continued: bool) -> Clusters:
    """Put glyphs of one cluster together, and invisible characters to the one before."""
    firsts, widths, glyphs = gathered = Clusters([], [], [])
    for byte, width, glyph in zip(*clusters, strict=True):
        if firsts and (byte == firsts[-1] or not width):
            widths[-1] += width
        elif firsts or width or not is_continued:
            firsts.append(byte)
            widths.append(width)
            glyphs.append(glyph)
    return gathered


def _halves(clusters: Clusters, data: bytes, font: Any, full: float) -> list[float]:
    """Give the width of the empty half of each cluster that is a full-width mark, in px, and 0 for others."""
    halves, known = [0.0] * len(clusters.firsts), dict[int, bool]()
    for k, byte in enumerate(clusters.firsts):
        opening = MARKS.get(data[byte : byte + 3])
        if opening is None or clusters.widths[k] <= full:
            continue
        glyph = clusters.glyphs[k]
        if glyph not in known:
            known[glyph] = outer_half_is_empty(font, glyph, opening)
        halves[k] = HALF * clusters.widths[k] if known[glyph] else 0
    return halves


def _texts(text: str, data: bytes, firsts: list[int]) -> list[str]:
    """Cut a text at the first bytes of its atoms; where it runs to the left some are empty."""
    if len(firsts) == len(text) and firsts == sorted(firsts):
        return list(text)
    return [data[a:b].decode() for a, b in pairwise([*firsts, len(data)])]
