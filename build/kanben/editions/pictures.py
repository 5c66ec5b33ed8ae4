"""The pictures as the editions show them: screens get what a screen needs, print every pixel that the editor gave."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version

from kanben.book.book import Book, Cover, Part, Variant
from kanben.book.inlines import Image
from kanben.book.walk import walk
from kanben.editions.press_profile import find_profile
from kanben.keep import kept
from kanben.place import Place
from kanben.raster.facts import Raster, raster
from kanben.raster.parts import Broken, impersonal
from kanben.trouble import Stop, trouble

SCREEN_QUALITY, PRINT_QUALITY = 85, 95  # of JPEG
LONGEST = 2400  # px: what the widest column shows on the finest screens
COVER_SIZE, COVER_WEIGHT = (1600, 2560), 1_000_000  # px, bytes
WORKERS = 2
"""Pillow decodes and writes outside Python's lock; print is laid out on another core meanwhile."""


Memory = Callable[[bytes, Callable[[], bytes]], bytes]
"""Gives the answer to a question: a kept one, else what asking gives."""


def on_screen(book: Book, memory: Memory) -> Book:
    """The book with each picture that its text shows made fit for a screen; what needs nothing keeps its bytes."""
    shown = {name: place for part in book.parts for name, place in kept(part.id, images_in, part)}
    with ThreadPoolExecutor(WORKERS) as pool:
        fit = pool.map(lambda name: kept(name, for_screen, book.pictures[name], name, shown[name], memory), shown)
        pictures = dict(zip(shown, fit, strict=True))
    return replace(book, pictures=book.pictures | pictures)


def images_in(part: Part) -> tuple[tuple[str, Place], ...]:
    return tuple((node.source, node.place) for node in walk(part) if isinstance(node, Image))


def for_screen(data: bytes, name: str, place: Place, memory: Memory) -> bytes:
    """Upright, in sRGB, at most so large, and without what a camera wrote of where and when."""
    try:
        facts = raster(data)
        if facts is None:
            return data  # a drawing
        if needs_pixels(facts, LONGEST):
            return memory(question(data), lambda: made_anew(data, facts))
        return impersonal(data) if facts.personal else data
    except Broken as broken:
        raise Stop((trouble("broken-image", place, file=name),)) from broken


def question(data: bytes) -> bytes:
    """All that the picture on the screen depends on."""
    facts = ["picture", version("pillow"), str(LONGEST), sha256(press_profile()).hexdigest(), sha256(data).hexdigest()]
    return "\0".join(facts).encode()


def made_anew(data: bytes, facts: Raster) -> bytes:
    from kanben.raster.convert import converted  # Pillow, where a picture needs it

    return converted(data, facts, press_profile(), LONGEST, SCREEN_QUALITY)


def for_print(data: bytes, variant: Variant) -> bytes:
    """A picture for layout, which knows neither profiles nor deep colours, and turns what lies on its side badly.

    It is made no smaller. One that cannot be read stays as it is: layout tells of it.
    """
    try:
        facts = raster(data)
        if facts is None or not (facts.personal or is_strange(facts, variant)):
            return data
        if not is_strange(facts, variant):
            return impersonal(data)
        from kanben.raster.convert import converted

        return converted(data, facts, press_profile(), max(facts.upright), PRINT_QUALITY)
    except Broken:
        return data


def is_strange(facts: Raster, variant: Variant) -> bool:
    """Whether layout would show other colours, or turn it; the archive's files know no inks (ISO 19005-3, 6.2.4.3)."""
    inks = facts.colours == "CMYK"
    other_colours = variant == "pdf/a-3u" if inks else not facts.in_srgb
    return facts.orientation != 1 or facts.depth > 8 or other_colours


def needs_pixels(facts: Raster, longest: int) -> bool:
    """Whether a picture must be decoded and written anew."""
    return (
        max(facts.width, facts.height) > longest
        or facts.colours == "CMYK"
        or facts.depth > 8
        or facts.orientation != 1
        or not facts.in_srgb
    )


def editors_cover(book: Book) -> bytes:
    """The editor's picture as the one cover of the e-book, a JPEG; empty where there is none, or it is a drawing."""
    if book.cover is None:
        return b""
    return kept("cover", as_cover, book.pictures[book.cover.source], book.cover)


def as_cover(data: bytes, cover: Cover) -> bytes:
    try:
        facts = raster(data)
        if facts is None:
            return b""
        if is_fit_cover(facts, data):
            return impersonal(data) if facts.personal else data
        from kanben.raster.convert import cover_jpeg

        return cover_jpeg(data, facts, press_profile(), COVER_SIZE, COVER_WEIGHT)
    except Broken as broken:
        raise Stop((trouble("broken-image", cover.place, file=cover.source),)) from broken


def is_fit_cover(facts: Raster, data: bytes) -> bool:
    plain = facts.kind == "JPEG" and facts.colours == "RGB" and not needs_pixels(facts, max(COVER_SIZE))
    return plain and facts.width <= COVER_SIZE[0] and len(data) <= COVER_WEIGHT


@cache
def press_profile() -> bytes:
    """What a picture in four inks means that says nothing of it; nothing where this machine has no such profile."""
    path = find_profile()
    return path.read_bytes() if path else b""
