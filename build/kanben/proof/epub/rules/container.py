"""E10 and E14: the zip is one that every reading system opens, and its list of files is true."""

import re
import zipfile
from collections.abc import Iterator

from kanben.place import Place
from kanben.proof.epub.markup import MATHML, SVG, Document, local, namespace
from kanben.proof.epub.picture import KINDS, picture_of
from kanben.proof.epub.publication import SVG_TYPE, XHTML_TYPE, Item, Publication
from kanben.proof.epub.vocabulary import MEDIA_TYPES
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

MIMETYPE = "application/epub+zip"
MOST_XHTML = 300_000  # bytes; what old devices load at once
NAME = re.compile(r"[a-z0-9._~-]+")
FOLDERS = re.compile(r"[A-Za-z0-9._~/-]*")
CORE = frozenset(kind for kinds in MEDIA_TYPES.values() for kind in kinds)


def container(book: Publication) -> Ruling:
    """E10: mimetype first and stored, names in ASCII lower case, no XHTML above 300 kB."""
    return asked("E10", [*mimetype(book), *names(book), *heavy_pages(book)])


def mimetype(book: Publication) -> Iterator[Trouble]:
    place = Place("mimetype")
    first = book.archive.entries[0]
    if first.filename != "mimetype":
        yield trouble("mimetype-not-first", place, first=first.filename)
    elif first.compress_type != zipfile.ZIP_STORED:
        yield trouble("mimetype-packed", place)
    elif (book.archive.read("mimetype") or b"") != MIMETYPE.encode():
        yield trouble("mimetype-other", place, wanted=MIMETYPE)


def names(book: Publication) -> Iterator[Trouble]:
    seen: set[str] = set()
    for entry in book.archive.entries:
        folder, _, name = entry.filename.rpartition("/")
        if entry.filename.lower() in seen:
            yield trouble("name-twice", Place(entry.filename))
        elif not FOLDERS.fullmatch(folder) or (folder != "META-INF" and not NAME.fullmatch(name)):
            yield trouble("name-not-plain", Place(entry.filename))
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield trouble("packed-otherwise", Place(entry.filename))
        seen.add(entry.filename.lower())


def heavy_pages(book: Publication) -> Iterator[Trouble]:
    for page in book.pages:
        if (size := book.archive.sizes[page.name]) > MOST_XHTML:
            yield trouble("page-too-heavy", Place(page.name), size=size // 1000, most=MOST_XHTML // 1000)


# ---- the manifest --------------------------------------------------------------------------------------------


def manifest(book: Publication) -> Ruling:
    """E14: every file is listed, every listed file is there and is of its media type; pages say what they hold."""
    return asked("E14", [*listed(book), *unlisted(book), *spine_faults(book), *kinds(book), *properties(book)])


def listed(book: Publication) -> Iterator[Trouble]:
    for item in book.items:
        place = Place(book.package.name, item.line)
        if item.name and item.name not in book.archive.sizes:
            yield trouble("item-missing", place, file=item.href)
        elif item.name and book.archive.read(item.name) is None:
            yield trouble("item-unreadable", Place(item.name))


def unlisted(book: Publication) -> Iterator[Trouble]:
    known = {*book.by_name, book.package.name, "mimetype"}
    for name in book.archive.names:
        if name not in known and not name.startswith("META-INF/"):
            yield trouble("file-unlisted", Place(name))


def spine_faults(book: Publication) -> Iterator[Trouble]:
    ids = {item.id for item in book.items}
    refs = list(book.package.every("itemref"))
    if not refs:
        yield trouble("spine-empty", Place(book.package.name))
    seen: set[str] = set()
    for element in refs:
        name, place = element.get("idref", ""), book.at(book.package, element)
        if name not in ids:
            yield trouble("spine-astray", place, id=name)
        elif name in seen:
            yield trouble("spine-twice", place, id=name)
        seen.add(name)
    for item in book.spine:
        if item.media_type not in (XHTML_TYPE, SVG_TYPE):
            yield trouble("spine-kind", Place(book.package.name, item.line), file=item.href, kind=item.media_type)


def kinds(book: Publication) -> Iterator[Trouble]:
    """Compare the media type with the file's name, and a picture's with its bytes."""
    for item in book.items:
        place = Place(book.package.name, item.line)
        ending = item.name.rpartition(".")[2].lower()
        allowed = MEDIA_TYPES.get(ending)
        if allowed and item.media_type not in allowed:
            yield trouble("media-type", place, file=item.href, kind=item.media_type)
        elif item.media_type.startswith("image/") and item.media_type not in CORE:
            yield trouble("media-type-foreign", place, file=item.href, kind=item.media_type)
        elif item.media_type in KINDS.values() and item.name in book.archive.sizes:
            yield from picture_kind(book, item)


def picture_kind(book: Publication, item: Item) -> Iterator[Trouble]:
    picture = picture_of(book, item)
    if picture is None and item not in book.covers:  # a broken cover is E3's
        yield trouble("picture-unreadable", Place(item.name))
    elif picture and picture.kind != item.media_type:
        place = Place(book.package.name, item.line)
        yield trouble("media-type", place, file=item.href, kind=item.media_type)


def properties(book: Publication) -> Iterator[Trouble]:
    """A reading system prepares for formulas, drawings and scripts by what the manifest says."""
    for page in book.pages:
        item = book.by_name[page.name]
        holds = content_properties(page)
        place = Place(book.package.name, item.line)
        for name in sorted(holds - item.properties):
            yield trouble("property-missing", place, file=item.href, name=name)
        for name in sorted((item.properties & {"mathml", "svg", "scripted"}) - holds if page.root is not None else ()):
            yield trouble("property-untrue", place, file=item.href, name=name)


def content_properties(page: Document) -> frozenset[str]:
    found = {(namespace(element), local(element)) for element in page.every("math", "svg", "script", "form")}
    held = {"mathml": (MATHML, "math") in found, "svg": (SVG, "svg") in found}
    held["scripted"] = any(name in ("script", "form") for _, name in found)
    return frozenset(name for name, holds in held.items() if holds)
