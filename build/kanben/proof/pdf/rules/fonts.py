"""F1: fonts travel with the book, whole characters are drawn, and a Simplified book has Simplified faces."""

import re
from collections import Counter

from kanben.composition.characters import HAN
from kanben.proof.pdf.finding import Finding, Spot, counted, spot
from kanben.proof.pdf.glyphs import UNKNOWN, Font
from kanben.proof.pdf.lines import Line
from kanben.proof.pdf.measured import Measured

FOREIGN = re.compile(r"(?i:cjk[- ]?(?:jp|kr|tc|hk)|mincho|mingliu|gothic|gulim|batang)|(?<=[a-z\s-])(?:JP|KR|TC|HK)\b")
KANA = re.compile("[\u3041-\u30ff]")
SIMPLIFIED = frozenset("们这国来时说为对会发经过进学现实长东车马书门问间")
TRADITIONAL = frozenset("們這國來時說為對會發經過進學現實長東車馬書門問間")


def fonts(text: Measured) -> Finding:
    """F1: every font is embedded and subset, every character has a glyph, no face is of another script's shapes."""
    every = [line for page in text.book.pages for line in (*page.flow, *page.notes, *page.heads)]
    uses = Counter((char.font, bool(HAN.match(char.text))) for line in every for char in line.chars)
    names = {font for font, _ in uses}
    outside = {font for font in names if not font.embedded}
    whole = {font for font in names if font.embedded and not font.subset}
    quoting = {char.font for line in every if KANA.search(line.text) for char in line.chars}
    foreign = {font for font, has_han in uses if has_han and is_simplified(every) and FOREIGN.search(font.name)}
    foreign -= quoting  # the font of a Japanese passage
    missing = [spot(line) for line in every if UNKNOWN in line.text]
    faults = [first_use(every, font) for font in sorted(outside | whole | foreign, key=lambda font: font.name)]
    more = {"outside": len(outside), "whole": len(whole), "foreign": len(foreign), "missing": len(missing)}
    return counted("F1", [*faults, *missing], True, fonts=len(names), **more)


def first_use(lines: list[Line], font: Font) -> Spot:
    line = next(line for line in lines if any(char.font == font for char in line.chars))
    return Spot(line.page, font.name, line.box)


def is_simplified(lines: list[Line]) -> bool:
    """Tell the script by characters that it writes otherwise."""
    counts = Counter(char for line in lines for char in line.text)
    return sum(counts[char] for char in SIMPLIFIED) >= sum(counts[char] for char in TRADITIONAL)
