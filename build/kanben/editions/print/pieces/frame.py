"""What a PDF has once for the whole book: catalogue, record, outline, names, page labels, the root of its structure.

WeasyPrint writes the record, the variant's metadata and its colour profile, as for a document without pages.

  pdf.add_tags     the tree's root is written here
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

import pydyf
import weasyprint.pdf
from weasyprint import DEFAULT_OPTIONS
from weasyprint.document import Document
from weasyprint.pdf import VARIANTS

from kanben.book.book import Book, Record, Variant
from kanben.editions.print.composer.guard import Layer, Replacement
from kanben.editions.print.folios import Folio
from kanben.editions.print.pieces.outline import Bookmark
from kanben.editions.print.pieces.piece import CATALOG, DOCUMENT, PAGES, STRUCTURE, Gap, Piece, Text
from kanben.editions.print.pieces.plain import Plain, marked, marking, number_of
from kanben.editions.print.standards.variants import PRESS, finish_book, press_for
from kanben.editions.print.units import PT_PER_PX

CHECKED = {"70.0": "626343ef25c396e8"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""
SHEETS = 1000
"""From here on, below 0, numbers of a frame's pydyf PDF stand for the pages of the pieces."""

_add_tags = weasyprint.pdf.add_tags


@dataclass(frozen=True)
class Placed:
    """A piece at its place: `base` is the number of its first object, `key` its first row of the parent tree.

    What the frame says of it is made once.
    """

    piece: Piece
    base: int
    key: int

    @cached_property
    def told(self) -> "Told":
        """All that the frame says of it."""
        branch = self.piece.branch
        named = tuple((name, self.base + number) for name, number in branch.names)
        tops = tuple(self.base + number for number in branch.tops)
        rows = self.parents if self.piece.keys else b""
        last = self.key + self.piece.keys
        return Told(tuple(self.sheets), self.names, self.bookmarks, tops, rows, last, named, branch.language)

    @cached_property
    def sheets(self) -> list[int]:
        return [self.base + number for number in self.piece.sheets]

    @cached_property
    def names(self) -> dict[str, bytes]:
        """Its rows of the name tree; a name is where it comes first."""
        found: dict[str, bytes] = {}
        for name, page, place in reversed(self.piece.spots):
            found[name] = b"%b [%d 0 R %b]" % (pydyf.String(name).data, self.sheets[page], place)
        return found

    @cached_property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Those of its pages, in the order of the book."""
        pages = zip(self.sheets, self.piece.pages, strict=True)
        return tuple(bookmark(sheet, page.height, *each) for sheet, page in pages for each in page.bookmarks)

    @cached_property
    def parents(self) -> bytes:
        """Its rows of the parent tree."""
        branch, base = self.piece.branch, self.base
        rows = [b"[%b]" % references(None if one is None else base + one for one in page) for page in branch.pages]
        rows += [b"%d 0 R" % (base + owner) for owner in branch.annotations]
        keys = range(self.key, self.key + len(rows))
        nums = b" ".join(b"%d %b" % pair for pair in zip(keys, rows, strict=True))
        return b"<</Limits [%d %d]/Nums [%b]>>" % (keys[0], keys[-1], nums)


class Told(NamedTuple):
    """What the frame says of a piece at its place; `rows` are those of the parent tree, which end before `last`."""

    sheets: tuple[int, ...]
    names: Mapping[str, bytes]
    bookmarks: tuple[Bookmark, ...]
    tops: tuple[int, ...]
    rows: bytes
    last: int
    named: tuple[tuple[str, int], ...]
    language: str


@dataclass(frozen=True, slots=True)
class Frame:
    """`own` are the objects that pieces refer to, by their numbers; `info` is the place of the record."""

    own: dict[int, Text]
    plain: Plain
    info: Gap


@dataclass(slots=True)
class Written:
    """An object whose bytes are known; what Plain and pydyf.PDF.add_object ask of one."""

    data: bytes
    number: int = 0
    compressible: bool = True


def bookmark(sheet: int, height: float, level: int, words: str, place: tuple[float, float], state: str) -> Bookmark:
    """A bookmark of the page that has the number `sheet`, and a height in px."""
    x, y = (pydyf._to_bytes(float(length)) for length in (place[0] * PT_PER_PX, (height - place[1]) * PT_PER_PX))
    title = pydyf.String(words).data
    return Bookmark(level, b"/Title %b/Dest [%d 0 R /XYZ %b %b 0]" % (title, sheet, x, y), state != "closed")


def facts_of(book: Book) -> tuple[Record, Variant, bytes]:
    """What a frame says of the book, and the profile of the press where it is for that."""
    return book.record, book.settings.variant, press_for(book.settings.variant)


def frame_of(
    pieces: Sequence[Told],
    folios: Sequence[Folio],
    metadata: Any,
    record: Record,
    variant: Variant,
    press: bytes,
    outline: int,
) -> Frame:
    """`metadata` are WeasyPrint's of the first leaf, which are the book's; `outline` is its number, 0 for none."""
    sheets = [number for piece in pieces for number in piece.sheets]
    with marking(), LAYER.installed():
        pdf = bare_pdf(metadata, variant)
        finish_book(pdf, record, variant, press)
        pdf.pages["Kids"] = [part for n in range(len(sheets)) for part in (-SHEETS - n, 0, "R")]
        if outline:
            pdf.catalog["Outlines"] = b"%d 0 R" % outline
        pdf.catalog["PageLabels"] = page_labels(folios)
        pdf.catalog.setdefault("Names", pydyf.Dictionary())["Dests"] = added(pdf, names_of(pieces))
        own = {PAGES: Written(b"<</Type /Pages/Kids [%b]/Count %d>>" % (references(sheets), len(sheets)))}
        if variant != PRESS:
            own |= structure(pdf, pieces)
        pdf.add_object(pdf.info)
        elsewhere = {-SHEETS - n: Gap("book", number) for n, number in enumerate(sheets)}
        elsewhere |= {pdf.pages.number: Gap("book", PAGES), pdf.catalog.number: Gap("book", CATALOG)}
        plain = Plain.of(used_objects(pdf), elsewhere)
        texts = {number: plain.text(thing) for number, thing in (own | {CATALOG: pdf.catalog}).items()}
        return Frame(texts, plain, plain.places[pdf.info.number])


def bare_pdf(metadata: Any, variant: str) -> Any:
    _, implied = VARIANTS[variant]
    document = Document([], metadata, None, None, {}, None)
    return weasyprint.pdf.generate_pdf(document, None, 1, **DEFAULT_OPTIONS | implied | {"pdf_variant": variant})


def used_objects(pdf: Any) -> list[Any]:
    """All but what only pages would need."""
    (resources,) = (thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary) and "ExtGState" in thing)
    unused = {0, resources.number, number_of(resources["ColorSpace"]), number_of(resources["Font"])}
    return [thing for thing in pdf.objects if thing.number not in unused]


def added(pdf: Any, data: bytes) -> bytes:
    thing = Written(data)
    pdf.add_object(thing)
    return marked(thing.number)


def references(numbers: Iterable[int | None]) -> bytes:
    return b" ".join(b"null" if number is None else b"%d 0 R" % number for number in numbers)


def names_of(pieces: Sequence[Told]) -> bytes:
    """The name tree of all places, each where it comes first."""
    found: dict[str, bytes] = {}
    for told in reversed(pieces):
        found |= told.names
    return b"<</Names [%b]>>" % b" ".join(found[name] for name in sorted(found))


def page_labels(folios: Sequence[Folio]) -> Any:
    """A number tree: at each change of style or jump of number, the style and the number that it starts with.

    A cover has its name instead.
    """
    numbers = pydyf.Array()
    for _, run in groupby(enumerate(folios), key=lambda item: (item[1].name, item[1].style, item[1].number - item[0])):
        index, folio = next(run)
        counted = {"S": f"/{folio.style}", "St": folio.number}
        numbers += [index, pydyf.Dictionary({"P": pydyf.String(folio.name)} if folio.name else counted)]
    return pydyf.Dictionary({"Nums": numbers})


def structure(pdf: Any, pieces: Sequence[Told]) -> dict[int, Written]:
    """The root of the structure tree and its Document, with the way back from each page's content."""
    language = next((told.language for told in pieces if told.language), "")
    tops = [number for told in pieces for number in told.tops]
    rows = [added(pdf, told.rows) for told in pieces if told.rows]
    tree = added(pdf, b"<</Kids [%b]>>" % b" ".join(rows))
    last = max((told.last for told in pieces), default=0)
    named = sorted(name for told in pieces for name in told.named)
    names = b" ".join(b"%b %d 0 R" % (pydyf.String(name).data, number) for name, number in named)
    ids = b"/IDTree %b" % added(pdf, b"<</Names [%b]>>" % names) if named else b""
    pdf.catalog["StructTreeRoot"] = b"%d 0 R" % STRUCTURE
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    facts = b"/Lang " + pydyf.String(language).data if language else b""
    return {
        STRUCTURE: Written(
            b"<</Type /StructTreeRoot/K [%d 0 R]/ParentTree %b/ParentTreeNextKey %d%b>>" % (DOCUMENT, tree, last, ids)
        ),
        DOCUMENT: Written(
            b"<</Type /StructElem/S /Document/P %d 0 R%b/K [%b]>>" % (STRUCTURE, facts, references(tops))
        ),
    }


def add_tags(*_: Any) -> None:
    """Leave the tree to the book."""


LAYER = Layer(
    CHECKED,
    (Replacement(weasyprint.pdf, "add_tags", add_tags, _add_tags),),
    (weasyprint.pdf.generate_pdf,),
)
