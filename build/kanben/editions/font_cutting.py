"""Cut out of a font what a book needs of it. The only user of fontTools beside print."""

import io
from collections.abc import Collection, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont, TTLibError

from kanben.editions.fonts import FontFile, RareFont
from kanben.place import TITLE_YAML
from kanben.trouble import Tell, trouble

UNNEEDED = ("BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "JSTF", "VORG", "vhea", "vmtx")
"""Tables that single Han characters in horizontal lines do without."""
COPYRIGHT, TRADEMARK, LICENCE, LICENCE_URL = 0, 7, 13, 14
NAMES = (COPYRIGHT, 1, 2, 3, 4, 5, 6, TRADEMARK, LICENCE, LICENCE_URL)
"""Of the name table: who made the font, what it is called, its licence."""
SILENT = {
    "HanaMinB": "Copyright GlyphWiki Project. This font is a free software. Unlimited permission is granted to use, "
    "copy, and distribute it, with or without modification, either commercially and noncommercially. "
    'THIS FONT IS PROVIDED "AS IS" WITHOUT WARRANTY. http://fonts.jp/hanazono/'
}
"""Licences of fonts that say none in themselves."""
UNREADABLE = (OSError, TTLibError)
"""What is raised for a font that is lost, or that is half written."""
RESTRICTED, NO_SUBSETTING, BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
"""Bits of fsType (OpenType 1.9.1, OS/2); the lowest four are one number."""


def cut(file: FontFile, wanted: Collection[str], number: int, tell: Tell) -> RareFont | None:
    """A font of the wanted characters that it has; None where it has none, or, told why, may not be embedded."""
    with file.path.open("rb") as data, TTFont(data, fontNumber=file.number, lazy=True, recalcTimestamp=False) as font:
        known = font.getBestCmap()
        characters = "".join(sorted(character for character in wanted if ord(character) in known))
        if not characters:
            return None
        if is_forbidden(font["OS/2"].fsType):
            tell(trouble("font-not-embeddable", TITLE_YAML, family=file.family))
            return None
        rights = tuple(rights_of(font, file.family))
        ending = ".otf" if "CFF " in font else ".ttf"
        return RareFont(f"fonts/rare-{number}{ending}", file.family, characters, rights, only(font, characters))


def is_forbidden(fs_type: int) -> bool:
    return fs_type & 0x000F == RESTRICTED or bool(fs_type & (NO_SUBSETTING | BITMAPS_ONLY))


def rights_of(font: TTFont, family: str) -> Iterator[str]:
    fields = [font["name"].getDebugName(each) for each in (COPYRIGHT, TRADEMARK, LICENCE, LICENCE_URL)]
    yield from filter(None, fields)
    if not any(fields[2:]):
        yield SILENT.get(family, "The font names no licence.")


def only_math(path: Path, characters: str) -> bytes:
    """A face of formulas with some characters, and all that brackets, roots and sums of them are built of."""
    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        font.flavor = "woff2"
        return only(font, characters, ("ssty", "dtls", "flac"))


def only(font: TTFont, characters: str, features: Collection[str] = ()) -> bytes:
    """The font of some characters; the same bytes each time, with the date of the font that it is of."""
    options = subset.Options(notdef_outline=True, hinting=False, desubroutinize=True, layout_features=list(features))
    options.bidi_closure = False  # no mirrored bracket that nothing shows
    options.drop_tables += [table for table in UNNEEDED if table != "GSUB" or not features]
    options.name_IDs = list(NAMES)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=map(ord, characters))
    cutter.subset(font)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()
