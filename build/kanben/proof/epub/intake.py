"""Compare an EPUB with what shops ask."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from kanben.proof.epub.archive import MB
from kanben.proof.epub.markup import local, types
from kanben.proof.epub.picture import Picture, picture_of
from kanben.proof.epub.publication import SVG_TYPE, Publication, hrefs
from kanben.proof.epub.rules.fonts import is_font
from kanben.proof.epub.rules.navigation import contents
from kanben.proof.epub.rules.notes import is_call
from kanben.proof.epub.rules.package import ISBN, is_isbn
from kanben.proof.epub.rules.page_marks import marked
from kanben.proof.epub.stores import ASKS, Ask, Limit
from kanben.proof.ruling import Ruling, Verdict

LABEL = re.compile(r"[0-9]+|[ivxlcdmIVXLCDM]+")
FONT_ENDS = {"ttf": "TTF", "otf": "OTF", "woff": "WOFF", "woff2": "WOFF2"}
RGB = ("RGB", "RGBA", "L", "LA", "P", "1", "")

RULED = {
    "one-identifier": ("ncx-uid",),
    "notes-two-way": ("no-back-link", "back-link-astray"),
    "no-script": ("script", "event-handler", "live-element"),
    "nothing-remote": ("remote-item", "remote-resource"),
    "plain-names": ("name-not-plain",),
    "alt": ("alt-missing", "drawing-without-words"),
    "relative-sizes": ("fixed-size", "fixed-space"),
    "free-colours": ("fixed-body-colour",),
}
"""Demands that our own rules have measured: the codes of their faults."""


@dataclass(frozen=True, slots=True)
class Intake:
    """One demand of a shop with its verdict and the book's figure, as text."""

    ask: Ask
    verdict: Verdict
    figure: str


Measure = tuple[str, bool | None]
"""The book's figure, and whether it is good; None where it cannot be told."""


@dataclass(frozen=True)
class Offer:
    """A book on a shop's counter."""

    book: Publication
    size: int
    faults: Counter[str]

    @cached_property
    def cover(self) -> Picture | None:
        return picture_of(self.book, self.book.covers[0]) if self.book.covers else None

    @cached_property
    def pictures(self) -> list[tuple[str, Picture]]:
        """Every picture that can be read, the cover too."""
        read = ((item.name, picture_of(self.book, item)) for item in self.book.pictures)
        return [(name, picture) for name, picture in read if picture]

    def weight(self, name: str) -> float:
        return self.book.archive.sizes.get(name, 0) / MB


def intake(book: Publication, size: int, stores: Iterable[str], findings: Iterable[Ruling]) -> tuple[Intake, ...]:
    """Judge each demand of the shops named."""
    wanted = set(stores)
    faults = Counter(fault.code for finding in findings for fault in finding.faults)
    offer = Offer(book, size, faults)
    return tuple(judged(offer, ask) for ask in ASKS if ask.store in wanted)


def judged(offer: Offer, ask: Ask) -> Intake:
    """Fail a must that has a source; what is advice, or was found nowhere, warns at most."""
    figure, good = ruled(offer, ask.what) if ask.what in RULED else MEASURES[ask.what](offer, ask.limit)
    if good is None:
        return Intake(ask, "unmeasured", figure)
    bad: Verdict = "fail" if ask.must and ask.source else "warn"
    return Intake(ask, "ok" if good else bad, figure)


def ruled(offer: Offer, what: str) -> Measure:
    count = sum(offer.faults[code] for code in RULED[what])
    return str(count), not count


# ---- measures ------------------------------------------------------------------------------------------------


def most(value: float, limit: Limit | None, places: int = 1) -> Measure:
    return f"{value:.{places}f}", isinstance(limit, int | float) and value <= limit


def on_cover(measure: Callable[[Picture, Limit | None], Measure]) -> Callable[[Offer, Limit | None], Measure]:
    """Measure the cover; a book without one has another row for it."""

    def measured(offer: Offer, limit: Limit | None) -> Measure:
        return measure(offer.cover, limit) if offer.cover else ("–", None)

    return measured


def at_least(value: int, limit: Limit | None) -> Measure:
    return str(value), isinstance(limit, int | float) and value >= limit


def cover_size(cover: Picture, limit: Limit | None) -> Measure:
    good = isinstance(limit, tuple) and cover.width >= int(limit[0]) and cover.height >= int(limit[1])
    return f"{cover.width} × {cover.height}", good


def cover_ratio(cover: Picture, limit: Limit | None) -> Measure:
    ratio = cover.height / max(cover.width, 1)
    return f"{ratio:.2f}", isinstance(limit, int | float) and abs(ratio - limit) <= 0.05


def cover_full(cover: Picture, _: Limit | None) -> Measure:
    return f"{cover.width} × {cover.height}", cover.width >= 1200 or cover.height >= 1800


def kinds(found: Iterable[str], limit: Limit | None) -> Measure:
    """Which kinds there are, and whether all are among those that a shop takes."""
    here = sorted(set(found))
    told = ", ".join(kind.rpartition("/")[2] for kind in here)
    return told or "–", all(isinstance(limit, tuple) and kind in limit for kind in here)


def cover_weight(offer: Offer, limit: Limit | None) -> Measure:
    return most(offer.weight(offer.book.covers[0].name), limit) if offer.book.covers else ("–", None)


def cover_pages(offer: Offer) -> list[tuple[str, bool]]:
    """The pages that show the cover, and whether each shows nothing else."""
    covers = {item.name for item in offer.book.covers}
    found = []
    for page in offer.book.pages:
        shows = [href for element, href in hrefs(page) if local(element) in ("img", "image")]
        if any(href.rpartition("/")[2] in {name.rpartition("/")[2] for name in covers} for href in shows):
            body = next(page.every("body"), None)
            words = "" if body is None else "".join(body.itertext("{*}*")).strip()
            found.append((page.name, len(shows) == 1 and not words))
    return found


def cover_alone(offer: Offer, _: Limit | None) -> Measure:
    pages = cover_pages(offer)
    return str(len(pages)), all(alone for _, alone in pages) if pages else None


def no_cover_page(offer: Offer, _: Limit | None) -> Measure:
    pages = cover_pages(offer)
    return str(len(pages)), not pages


def picture_pixels(offer: Offer, limit: Limit | None) -> Measure:
    raster = [picture.pixels for _, picture in offer.pictures if picture.kind != SVG_TYPE]
    return most(max(raster), limit, 0) if raster else ("–", None)


def picture_weight(offer: Offer, limit: Limit | None) -> Measure:
    return most(max((offer.weight(name) for name, _ in offer.pictures), default=0), limit)


def picture_rgb(offer: Offer, _: Limit | None) -> Measure:
    modes = sorted({picture.mode for _, picture in offer.pictures if picture.mode})
    return ", ".join(modes) or "–", all(mode in RGB for mode in modes)


def drawing_side(offer: Offer, limit: Limit | None) -> Measure:
    sides = [picture.long for _, picture in offer.pictures if picture.kind == SVG_TYPE]
    return most(max(sides), limit, 0) if sides else ("–", None)


def page_weight(offer: Offer, limit: Limit | None) -> Measure:
    return most(max((offer.weight(page.name) for page in offer.book.pages), default=0), limit, 2)


def version(offer: Offer, limit: Limit | None) -> Measure:
    found = offer.book.root.get("version", "")
    return found, found == limit


def has_contents(offer: Offer, _: Limit | None) -> Measure:
    found = [name for name, there in (("nav", offer.book.navs("toc")), ("NCX", offer.book.ncx)) if there]
    return ", ".join(found) or "–", bool(found)


def contents_depth(offer: Offer, limit: Limit | None) -> Measure:
    return most(max((entry.depth for entry in contents(offer.book)), default=0), limit, 0)


def contents_page(offer: Offer, _: Limit | None) -> Measure:
    there = any("nav" in item.properties for item in offer.book.spine)
    return "✓" if there else "–", there


def title_and_language(offer: Offer, _: Limit | None) -> Measure:
    found = [name for name in ("title", "language") if offer.book.dublin(name)]
    return ", ".join(found) or "–", len(found) == 2


def isbn(offer: Offer, _: Limit | None) -> Measure:
    texts = ["".join(element.itertext()).strip() for element in offer.book.dublin("identifier")]
    found = [text for text in texts if (match := ISBN.fullmatch(text)) and is_isbn(match[1])]
    return found[0] if found else "–", bool(found)


def note_calls(offer: Offer, test: Callable[[frozenset[str], frozenset[str]], bool]) -> Measure:
    """Count calls of notes that are marked in a shop's way, of all."""
    calls = [element for page in offer.book.pages for element in page.every("a") if is_call(element)]
    good = [call for call in calls if test(types(call), frozenset((call.get("class") or "").split()))]
    return (f"{len(good)}/{len(calls)}", len(good) == len(calls)) if calls else ("–", None)


def notes_marked(offer: Offer, _: Limit | None) -> Measure:
    return note_calls(offer, lambda kinds, _: "noteref" in kinds)


def notes_duokan(offer: Offer, _: Limit | None) -> Measure:
    return note_calls(offer, lambda _, classes: "duokan-footnote" in classes)


def font_kinds(offer: Offer, limit: Limit | None) -> Measure:
    ends = [item.name.rpartition(".")[2].lower() for item in offer.book.items if is_font(item)]
    return kinds((FONT_ENDS.get(end, end) for end in ends), limit) if ends else ("–", None)


def page_labels(offer: Offer, _: Limit | None) -> Measure:
    labels = [mark.label for mark in marked(offer.book)]
    good = sum(bool(LABEL.fullmatch(label)) for label in labels)
    return (f"{good}/{len(labels)}", good == len(labels)) if labels else ("–", None)


def untold(_: Offer, __: Limit | None) -> Measure:
    """What no look into the file can tell."""
    return "–", None


MEASURES: dict[str, Callable[[Offer, Limit | None], Measure]] = {
    "file-size": lambda offer, limit: most(offer.size / MB, limit),
    "cover": lambda offer, _: ("✓" if offer.cover else "–", offer.cover is not None),
    "cover-short-side": on_cover(lambda cover, limit: at_least(cover.short, limit)),
    "cover-long-side": on_cover(lambda cover, limit: at_least(cover.long, limit)),
    "cover-most-side": on_cover(lambda cover, limit: most(cover.long, limit, 0)),
    "cover-size": on_cover(cover_size),
    "cover-full": on_cover(cover_full),
    "cover-ratio": on_cover(cover_ratio),
    "cover-weight": cover_weight,
    "cover-kinds": on_cover(lambda cover, limit: kinds([cover.kind], limit)),
    "cover-rgb": on_cover(lambda cover, _: (cover.mode or "–", cover.mode in RGB)),
    "cover-named": lambda offer, _: (str(len(offer.book.covers)), bool(offer.book.covers)),
    "cover-alone": cover_alone,
    "no-cover-page": no_cover_page,
    "picture-pixels": picture_pixels,
    "picture-weight": picture_weight,
    "picture-kinds": lambda offer, limit: kinds((picture.kind for _, picture in offer.pictures), limit),
    "picture-rgb": picture_rgb,
    "drawing-side": drawing_side,
    "page-weight": page_weight,
    "version": version,
    "contents": has_contents,
    "contents-depth": contents_depth,
    "contents-page": contents_page,
    "title-and-language": title_and_language,
    "isbn": isbn,
    "notes-marked": notes_marked,
    "notes-duokan": notes_duokan,
    "font-kinds": font_kinds,
    "page-labels": page_labels,
    "epubcheck": untold,
    "agreement": untold,
}
"""How each kind of demand is measured."""
