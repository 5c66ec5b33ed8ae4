"""Fonts that go with the web edition and the EPUB: of rare characters alone, for readers have none of these."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from unicodedata import name

from kanben.book.blocks import Figure
from kanben.book.book import Book, Part
from kanben.book.node import Node
from kanben.book.walk import walk
from kanben.keep import kept, kept_telling
from kanben.place import Place
from kanben.refusal import raise_want
from kanben.trouble import Tell, trouble

RARE_FAMILIES = ("Noto Serif CJK SC", "HanaMinB")
"""Print's families for characters that its others do not hold: HanaMinB has CJK Extension B to F."""
FAMILY = "kanben rare"
"""What the stylesheets call it, last in each list of families."""
IN_GBK = "\uf92c\uf979\uf995\uf9e7\uf9f1\ufa0c\ufa0d\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa18\ufa1f\ufa20\ufa21\ufa23\ufa24"
IN_GBK += "\ufa27\ufa28\ufa29"
"""The compatibility ideographs that every Chinese font has."""
RARE = re.compile(
    f"(?![{IN_GBK}])[\u2e80-\u2fff\u31c0-\u31ef\u3400-\u4dbf\u9fa6-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Radicals, strokes, and the Han beyond GBK: what fonts of phones and reading devices often lack."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
PATIENCE = 30.0  # seconds
REGULAR = 80  # fontconfig's number of that weight
CSS, LICENCE = "fonts.css", "fonts/licence.txt"
ABOUT = "These fonts hold only what this book shows of them. They were cut out of the fonts named below.\n"
FORMATS = {".otf": "opentype", ".ttf": "truetype", ".woff2": "woff2"}


@dataclass(frozen=True, slots=True)
class RareFont:
    """`name` is its file's in the edition; `rights` are what the font says of its makers and its licence.

    Stylesheets call it `alias`; without `characters` it is asked for any.
    """

    name: str
    family: str
    characters: str
    rights: tuple[str, ...]
    data: bytes
    alias: str = FAMILY


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font of this machine; `number` counts the fonts in its file, `stamp` is when that was written."""

    family: str
    path: Path
    number: int
    stamp: int = 0


def rare_fonts(book: Book, tell: Tell) -> tuple[RareFont, ...]:
    """The fonts for a book's rare characters, none where it has none; each that no font has is told."""
    spots = dict(reversed(characters_of(book)))
    for character, place in spots.items():
        if PRIVATE.match(character):
            tell(trouble("private-character", place, character=character, called=called(character)))
    wanted = {character for character in spots if RARE.match(character)}
    fonts: list[RareFont] = []
    for file in filter(None, map(find_font, RARE_FAMILIES)) if wanted else ():
        if font := cut_out(file, frozenset(wanted), len(fonts) + 1, tell):
            fonts.append(font)
            wanted -= set(font.characters)
    for character in sorted(wanted):
        tell(trouble("missing-glyph", spots[character], character=character, called=called(character)))
    return tuple(fonts)


def cut_out(file: FontFile, wanted: frozenset[str], number: int, tell: Tell) -> RareFont | None:
    """What is wanted of a font; nothing where its file was lost or spoiled since it was found, which is never kept."""
    from kanben.editions.font_cutting import UNREADABLE, cut  # fontTools, where a book needs it

    try:
        return kept_telling(file.family, tell, cut, file, wanted, number)
    except UNREADABLE:
        return None


def called(character: str) -> str:
    return f"U+{ord(character):04X} {name(character, '')}".rstrip()


# ---- what a book shows ---------------------------------------------------------------------------------------


def characters_of(book: Book) -> list[tuple[str, Place]]:
    """Each rare or private character and where it stands, as often as it does; those of the record first."""
    record = [str(getattr(book.record, field.name)) for field in fields(book.record)]
    return [*found_in(record, book.place), *(each for part in book.parts for each in kept(part.id, rare_in, part))]


def rare_in(part: Part) -> tuple[tuple[str, Place], ...]:
    return tuple(each_rare(part))


def each_rare(part: Part) -> Iterator[tuple[str, Place]]:
    for node in walk(part):
        yield from found_in(texts_of(node), node.place)
        if isinstance(node, Figure):
            for inner in walk(node.description):
                yield from found_in(texts_of(inner), inner.place)


def found_in(texts: Sequence[str], place: Place) -> Iterator[tuple[str, Place]]:
    for text in texts:
        for pattern in (RARE, PRIVATE):
            for character in pattern.findall(text):
                yield character, place


WORDS: dict[type, tuple[str, ...]] = {}


def texts_of(node: Node) -> list[str]:
    """All that a node holds of words: text, alternative text, a term and its other names."""
    kind = type(node)
    if kind not in WORDS:
        WORDS[kind] = tuple(field.name for field in fields(kind) if field.type in (str, tuple[str, ...]))
    values = [getattr(node, each) for each in WORDS[kind]]
    return [text for value in values for text in ([value] if isinstance(value, str) else value)]


# ---- what a machine has --------------------------------------------------------------------------------------


def find_font(family: str) -> FontFile | None:
    """The font of a family that is nearest to regular, by fontconfig's own program; None where either is missing."""
    command = ["fc-list", "--format", "%{weight}\t%{index}\t%{file}\n", family]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
        lines = [line.split("\t") for line in sorted(done.stdout.splitlines())]
        _, index, path = min(lines, key=lambda line: distance(line[0]), default=("", "", ""))
        return FontFile(family, Path(path), int(index), Path(path).stat().st_mtime_ns) if path else None
    except (OSError, subprocess.SubprocessError) as fault:  # also a file that was lost since fontconfig saw it
        raise_want(fault)
        return None


def distance(weight: str) -> float:
    """How far a weight is from regular; a font of all weights says them as a range."""
    return abs(float(weight) - REGULAR) if weight.isdecimal() else 0


# ---- what an edition gets ------------------------------------------------------------------------------------


def font_files(fonts: Sequence[RareFont]) -> dict[str, bytes]:
    """The fonts' files by name, the stylesheet that names them, and their licences; nothing for no fonts."""
    if not fonts:
        return {}
    rights = [f"{font.name.rpartition('/')[2]}: {font.family}\n" + "\n".join(font.rights) + "\n" for font in fonts]
    files = {font.name: font.data for font in fonts}
    return files | {CSS: "".join(map(face, fonts)).encode(), LICENCE: "\n".join([ABOUT, *rights]).encode()}


def face(font: RareFont) -> str:
    """The rule by which a browser takes the font, for its own characters alone (CSS Fonts 4 § 4.5)."""
    codes = ", ".join(f"U+{ord(character):X}" for character in font.characters)
    source = f'url("{font.name}") format("{FORMATS[PurePosixPath(font.name).suffix]}")'
    limits = f"  unicode-range: {codes};\n" if codes else ""
    return f'@font-face {{\n  font-family: "{font.alias}";\n  src: {source};\n{limits}}}\n'
