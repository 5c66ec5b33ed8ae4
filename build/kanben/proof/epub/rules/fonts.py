"""E6: few and light fonts, each with its licence; every rare character has a glyph."""

import re
from collections.abc import Iterator
from io import BytesIO

from kanben.place import Place
from kanben.proof.epub.archive import MB
from kanben.proof.epub.publication import Item, Publication
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

MOST = 5  # MB of all fonts together
LICENCE = re.compile(r"(?i)licen[cs]e|\bofl\b|ofl[.-]|copying")
RARE = re.compile("[\ue000-\uf8ff\U00020000-\U0003ffff\U000f0000-\U0010fffd]")
"""Private characters, and Han beyond the basic plane: what a reading system's own Chinese fonts may lack."""


def fonts(book: Publication) -> Ruling:
    """E6: fonts weigh less than 5 MB, note their licence, and draw every character that devices may lack."""
    found = [item for item in book.items if is_font(item)]
    weight = sum(book.archive.sizes.get(item.name, 0) for item in found) / MB
    covered: set[int] = set()
    faults: list[Trouble] = []
    for item in found:
        drawn, licence = read_font(book, item)
        covered |= drawn
        faults += font_faults(book, item, bool(drawn), licence)
    if weight >= MOST:
        faults.append(trouble("fonts-too-heavy", Place(found[0].name), size=f"{weight:.1f}", most=MOST))
    return asked("E6", [*faults, *uncovered(book, covered)], True, round(weight, 2), "MB", f"< {MOST}")


def is_font(item: Item) -> bool:
    kind = item.media_type
    return bool(item.name) and (kind.startswith(("font/", "application/font", "application/x-font"))
                                or kind == "application/vnd.ms-opentype")  # fmt: skip


def font_faults(book: Publication, item: Item, is_sound: bool, licence: bool) -> Iterator[Trouble]:
    place = Place(item.name)
    if not is_sound and not is_locked(book, item):
        yield trouble("font-unreadable", place)
    elif not (licence or is_licensed(book, item)):
        yield trouble("font-without-licence", place)


def is_licensed(book: Publication, item: Item) -> bool:
    """Whether a licence lies beside the font, or the package says its rights."""
    rights = (meta for meta in book.package.every("meta") if meta.get("refines") == f"#{item.id}")
    beside = any(LICENCE.search(name) for name in book.archive.names)
    return beside or any(meta.get("property") in ("dcterms:rights", "dcterms:license") for meta in rights)


def is_locked(book: Publication, item: Item) -> bool:
    """Whether a font is obfuscated, as META-INF/encryption.xml tells."""
    listed = book.archive.read("META-INF/encryption.xml") or b""
    return item.name.encode() in listed


def read_font(book: Publication, item: Item) -> tuple[set[int], bool]:
    """Give the characters that a font draws, and whether it names its licence; nothing of one that is broken."""
    from fontTools.ttLib import TTFont  # heavy, and few books have fonts

    data = book.archive.read(item.name)
    if data is None:
        return set(), False
    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            names = font["name"].names if "name" in font else ()
            return set(font.getBestCmap() or ()), any(name.nameID in (13, 14) for name in names)
    except Exception:  # a stranger's font may make its reader raise anything
        return set(), False


def uncovered(book: Publication, covered: set[int]) -> Iterator[Trouble]:
    """Tell each character once, where it first stands."""
    told: set[str] = set()
    for page in book.pages:
        for element in page.every():
            for text in (element.text, element.tail):
                rare = set(RARE.findall(text or "")) - told if text else set()
                for character in sorted(rare):
                    told.add(character)
                    if ord(character) not in covered:
                        point = f"U+{ord(character):04X}"
                        yield trouble(
                            "character-without-font", book.at(page, element), character=character, point=point
                        )
