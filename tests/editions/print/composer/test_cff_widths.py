"""A font whose widths are counted from one number is drawn as before."""

import io
import subprocess
from typing import Any

import pytest
from fontTools import subset
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from kanben.editions.print.composer.cff_widths import count_widths_alike

TEXT = "桥一二。，“”——0123456789abcXYZ ，"


@pytest.fixture(scope="module", params=[True, False], ids=["hinted", "plain"])
def cut(request: pytest.FixtureRequest) -> bytes:
    """The bare CFF table of some glyphs of a Chinese font."""
    asked = ["fc-match", "Noto Serif CJK SC:bold", "--format=%{file}"]
    file = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    font = TTFont(file, fontNumber=2)
    options = subset.Options(desubroutinize=True, hinting=request.param, layout_features=[])
    cutter = subset.Subsetter(options)
    cutter.populate(text=TEXT)
    cutter.subset(font)
    written = io.BytesIO()
    font.save(written)
    data: bytes = TTFont(written).reader["CFF "]
    return data


def glyphs(data: bytes) -> dict[str, tuple[float, Any]]:
    """Each glyph's width and outline, as fontTools reads them."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts.topDictIndex[0]
    found = {}
    for number, name in enumerate(top.charset):
        glyph, pen = top.CharStrings[name], RecordingPen()
        glyph.private = top.FDArray[top.FDSelect[number]].Private
        glyph.draw(pen)
        found[name] = glyph.width, pen.value
    return found


def parts(data: bytes) -> list[tuple[int, int]]:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return [(part.Private.nominalWidthX, part.Private.defaultWidthX) for part in fonts.topDictIndex[0].FDArray]


def test_widths_and_outlines_are_the_same_and_widths_count_from_nought(cut: bytes) -> None:
    alike = count_widths_alike(cut)
    assert len(set(parts(cut))) > 1
    assert set(parts(alike)) == {(0, 1000)}
    assert glyphs(alike) == glyphs(cut)
    assert len({width for width, _ in glyphs(alike).values()}) > 5
