"""E3: the book has one cover, large enough for a shop's window, with words for who cannot see it."""

from collections.abc import Iterator

from kanben.place import Place
from kanben.proof.epub.picture import Picture, picture_of
from kanben.proof.epub.publication import Item, Publication
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

LEAST, GOOD = 1000, (1600, 2560)
"""Pixels: the least on the long side, and the sides of a cover that no shop enlarges."""


def cover(book: Publication) -> Ruling:
    """E3: one picture is the cover, JPEG or PNG in RGB, 1600 × 2560; where it is shown it has its words."""
    if not book.covers:
        return asked("E3", [trouble("no-cover", Place(book.package.name))])
    return asked("E3", [*item_faults(book), *size_faults(book, book.covers[0]), *shown_faults(book)])


def item_faults(book: Publication) -> Iterator[Trouble]:
    first, *others = book.covers
    for item in others:
        yield trouble("several-covers", Place(book.package.name, item.line), file=item.href)
    if "cover-image" not in first.properties:
        yield trouble("cover-without-property", Place(book.package.name, first.line), file=first.href)
    old = [meta.get("content") for meta in book.package.every("meta") if meta.get("name") == "cover"]
    if first.id not in old:
        yield trouble("cover-without-meta", Place(book.package.name, first.line), id=first.id)


def size_faults(book: Publication, item: Item) -> Iterator[Trouble]:
    place = Place(item.name)
    picture = picture_of(book, item)
    if picture is None:
        yield trouble("cover-unreadable", place)
        return
    if picture.kind not in ("image/jpeg", "image/png"):
        yield trouble("cover-kind", place, kind=picture.kind or item.media_type)
    if picture.mode not in ("RGB", "RGBA", "L", "P", "1"):
        yield trouble("cover-colours", place, mode=picture.mode or "–")
    yield from pixels(picture, place)


def pixels(picture: Picture, place: Place) -> Iterator[Trouble]:
    size = f"{picture.width} × {picture.height}"
    if picture.long < LEAST:
        yield trouble("cover-too-small", place, size=size, least=LEAST)
    elif picture.width < GOOD[0] or picture.height < GOOD[1]:
        yield trouble("cover-small", place, size=size, good=f"{GOOD[0]} × {GOOD[1]}")


def shown_faults(book: Publication) -> Iterator[Trouble]:
    for page in book.pages:
        for image in page.every("img"):
            if book.is_cover(page, image) and not (image.get("alt") or "").strip():
                yield trouble("cover-without-alt", book.at(page, image))
