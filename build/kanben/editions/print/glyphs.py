"""Ask after layout which font draws each character: only those that the styles name may do so.

Pango takes a character that no named font holds from any other, in silence, or draws a box. Each list of families is
asked once for each character that is set in it; a common one stands between any two, so that they do not meet.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple
from unicodedata import category, name

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import ffi, pango
from weasyprint.text.line_break import Layout

from kanben.book.blocks import CodeBlock, Figure
from kanben.book.book import Book, Part
from kanben.book.charts import Chart
from kanben.book.entries import GlossaryEntry, IndexEntry
from kanben.book.inlines import Code, Note, Ruby, Text
from kanben.book.node import Node
from kanben.book.walk import walk
from kanben.editions.fonts import called
from kanben.editions.print.composer.glyphs import FIELDS, cluster_bytes, glyph_fields, runs
from kanben.editions.print.families import Families
from kanben.editions.print.kept.seen import seen_on
from kanben.place import NOWHERE, TITLE_YAML, Place
from kanben.trouble import Trouble, trouble

INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
COMMON = "一"
Stack = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a character stands: a part's leaf block, or the nearest element with an id."""

    part: str
    spot: int
    id: str


@dataclass
class Characters:
    """All characters of a book by the list of families that they are set in, each with its first spot.

    `charts` are the words in charts by the ids of their figures: layout sees a picture there.
    """

    charts: dict[str, str]
    spots: dict[Stack, dict[str, Spot]] = field(default_factory=dict)
    styles: dict[Stack, Any] = field(default_factory=dict)

    def read(self, part: str, box: Any, spot: int = 0, near: str = "") -> None:
        """Take in the text of a laid out box and of all below it."""
        element = box.element
        if element is not None:
            spot, near = int(element.get("data-spot") or spot), element.get("id") or near
        if isinstance(box, boxes.TextBox):
            self.add(box.text, box.style, Spot(part, spot, near))
            return
        if isinstance(box, boxes.ReplacedBox):
            self.add(self.charts.get(near, ""), box.style, Spot(part, spot, near))
        for child in getattr(box, "children", ()):
            self.read(part, child, spot, near)

    def add(self, text: str, style: Any, spot: Spot) -> None:
        stack = style["font_family"], style["font_weight"], style["font_style"], style["lang"]
        known = self.spots.setdefault(stack, {})
        self.styles.setdefault(stack, style)
        for character in set(text).difference(known):
            known[character] = spot


class Strange(NamedTuple):
    """A character that its named fonts do not draw, where it stands first, and the font of rare ones that does."""

    stack: Stack
    character: str
    spot: Spot
    font: str


class Drawers:
    """Which font draws which character, asked once for each list of families."""

    def __init__(self, families: Families) -> None:
        self.families = families
        self.known: dict[Stack, dict[str, str]] = {}

    def strange(self, part: str, pages: Iterable[Any], charts: dict[str, str]) -> Iterator[Strange]:
        """The characters on a weasyprint Document's pages that no named font holds, or only that of rare ones."""
        question = Strange, part, tuple(charts.items())
        for page in pages:
            yield from seen_on(page._page_box).answer(question, partial(self.strange_on, part, page, charts))

    def strange_on(self, part: str, page: Any, charts: dict[str, str]) -> tuple[Strange, ...]:
        """Those of one page."""
        characters = Characters(charts)
        characters.read(part, page._page_box)
        return tuple(self.strange_in(characters))

    def strange_in(self, characters: Characters) -> Iterator[Strange]:
        for stack, spots in characters.spots.items():
            named = {self.families[family.casefold()] for family in stack[0] if family.casefold() in self.families}
            fonts = self.fonts(stack, spots, characters.styles[stack])
            for character, spot in spots.items():
                font = fonts.get(character, fonts[COMMON])
                if font not in named:
                    yield Strange(stack, character, spot, "")
                elif font != fonts[COMMON] and is_han(character):
                    yield Strange(stack, character, spot, font)

    def fonts(self, stack: Stack, characters: Iterable[str], style: Any) -> dict[str, str]:
        """The family that draws each character that has ink."""
        known = self.known.setdefault(stack, {})
        if new := visible(set(characters) - known.keys()):
            drawn = fonts_of(COMMON + COMMON.join(sorted(new)), style)
            found = ((character, drawn.get(character, drawn[COMMON])) for character in {COMMON, *new})
            known.update((character, self.families.get(font.casefold(), font)) for character, font in found)
        return known


def words_of_charts(value: Book | Part) -> dict[str, str]:
    figures = (node for node in walk(value) if isinstance(node, Figure))
    return {figure.id: own_words(figure.image) for figure in figures if isinstance(figure.image, Chart)}


def glyph_faults(book: Book, strange: Iterable[Strange]) -> Iterator[Trouble]:
    """Tell each character that no named font holds, and each that only the font of rare ones does, at its block."""
    first: dict[tuple[Stack, str], Strange] = {}
    for each in strange:
        first.setdefault((each.stack, each.character), each)
    for each in first.values():
        yield fault(each.character, each.font, place_of(book, each.spot, each.character))


def visible(characters: Iterable[str]) -> set[str]:
    """Give the characters that have ink."""
    return {c for c in characters if category(c) not in INVISIBLE and ord(c) not in SELECTORS}


def is_han(character: str) -> bool:
    return name(character, "").startswith("CJK")


def fault(character: str, rare_font: str, place: Place) -> Trouble:
    facts = {"character": character, "called": called(character)}
    if rare_font:
        return trouble("rare-character", place, **facts, font=rare_font)
    return trouble("missing-glyph", place, **facts)


def fonts_of(text: str, style: Any) -> dict[str, str]:
    """Give the family of the font that draws each character; nothing where there is none."""
    layout, data = Layout(style), text.encode()
    drawn: dict[str, str] = {}
    layout.set_text(text)
    for glyphs, offset, font in runs(layout):
        family, fields = family_of(font), glyph_fields(glyphs)
        for n, start in enumerate(cluster_bytes(glyphs)):
            unknown = fields[FIELDS * n] & pango.PANGO_GLYPH_UNKNOWN_FLAG
            first = data[start + offset :].decode()[0]
            drawn[first] = "" if unknown else drawn.get(first, family)
    return drawn


def family_of(font: Any) -> str:
    described = pango.pango_font_describe_with_absolute_size(font)
    family: str = ffi.string(pango.pango_font_description_get_family(described)).decode()
    pango.pango_font_description_free(described)
    return family


# ---- where a character stands in the source ------------------------------------------------------------------


def place_of(book: Book, spot: Spot, character: str) -> Place:
    """Give the place of the words that hold a character, first in the block that was set, else anywhere in the book."""
    blocks = (node for part in book.parts if part.id == spot.part for node in walk(part) if stands_at(node, spot))
    for root in (*blocks, book):
        for node in walk(root):
            if character in own_words(node) and node.place != NOWHERE:
                return node.place
    return TITLE_YAML


def stands_at(node: Node, spot: Spot) -> bool:
    if isinstance(node, Note) or not spot.spot:
        return bool(spot.id) and getattr(node, "id", "") == spot.id
    return getattr(node, "spot", 0) == spot.spot


def own_words(node: Node) -> str:
    match node:
        case Text() | Code() | CodeBlock():
            return node.text
        case Ruby():
            return node.base + node.reading
        case GlossaryEntry():
            return node.term + "".join(node.also)
        case IndexEntry():
            return node.term
        case Chart():
            return node.words
    return ""
