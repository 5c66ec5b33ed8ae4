"""Read an EPUB's package: what it says of itself, which files it has, and in which order they are read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from kanben.limits import EPUB_ELEMENTS, EPUB_ITEMS, Limit
from kanben.place import Place
from kanben.proof.epub.archive import Archive
from kanben.proof.epub.markup import DC, OPF, XLINK_HREF, Document, Element, local, parse, resolve, types, words
from kanben.trouble import Stop, too_much, trouble

CONTAINER = "META-INF/container.xml"
XHTML_TYPE, SVG_TYPE, NCX_TYPE, CSS_TYPE = (
    "application/xhtml+xml", "image/svg+xml", "application/x-dtbncx+xml", "text/css",
)  # fmt: skip


class Pages(Protocol):
    """What a rule asks of a publication that looks at its pages alone: an EPUB, or a web edition."""

    def at(self, page: Document, element: Element) -> Place: ...

    @property
    def images(self) -> tuple[tuple[Document, Element], ...]: ...


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the manifest; `name` is the file's name in the zip, empty for one outside the book."""

    id: str
    name: str
    href: str
    media_type: str
    properties: frozenset[str]
    line: int


@dataclass(frozen=True)
class Publication:
    """An open EPUB: its archive, its package document, and everything that follows from the two."""

    file: str
    archive: Archive
    package: Document

    @property
    def root(self) -> Element:
        return self.package.root

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(item_of(self.package.name, element) for element in self.package.every("item"))

    @cached_property
    def by_name(self) -> dict[str, Item]:
        return {item.name: item for item in self.items if item.name}

    @cached_property
    def spine(self) -> tuple[Item, ...]:
        by_id = {item.id: item for item in reversed(self.items)}
        refs = (element.get("idref", "") for element in self.package.every("itemref"))
        return tuple(by_id[ref] for ref in refs if ref in by_id)

    @cached_property
    def pages(self) -> tuple[Document, ...]:
        """All XHTML: first the spine in reading order, then what stands outside it."""
        ordered = dict.fromkeys((*self.spine, *self.items))
        names = dict.fromkeys(item.name for item in ordered if item.media_type == XHTML_TYPE and item.name)
        return tuple(self.document(name) for name in names if name in self.archive.sizes)

    @cached_property
    def nav(self) -> Document | None:
        found = next((item.name for item in self.items if "nav" in item.properties), "")
        return next((page for page in self.pages if page.name == found), None)

    @cached_property
    def ncx(self) -> Document | None:
        found = next((item.name for item in self.items if item.media_type == NCX_TYPE), "")
        return self.document(found) if found in self.archive.sizes else None

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {}

    def document(self, name: str) -> Document:
        """Parse an XML file, once."""
        if name not in self._documents:
            self._documents[name] = within(EPUB_ELEMENTS, parse(name, self.archive.read(name)))
        return self._documents[name]

    @cached_property
    def pictures(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.media_type.startswith("image/") and item.name)

    @cached_property
    def covers(self) -> tuple[Item, ...]:
        """The pictures named as cover, in the way of EPUB 3, else of EPUB 2."""
        named = tuple(item for item in self.items if "cover-image" in item.properties)
        old = {element.get("content") for element in self.package.every("meta") if element.get("name") == "cover"}
        return named or tuple(item for item in self.pictures if item.id in old)

    @cached_property
    def images(self) -> tuple[tuple[Document, Element], ...]:
        """Every img of the text, and its page; the cover is not among them."""
        every = ((page, image) for page in self.pages for image in page.every("img"))
        return tuple((page, image) for page, image in every if not self.is_cover(page, image))

    def is_cover(self, page: Document, image: Element) -> bool:
        target = resolve(page.name, image.get("src", ""))
        return bool(target and target[0] in {cover.name for cover in self.covers})

    @cached_property
    def is_fixed(self) -> bool:
        """Whether pages are drawn, not flowing: rules of flowing text do not speak of them."""
        return "pre-paginated" in self.metas("rendition:layout")

    def metas(self, prop: str) -> list[str]:
        """The values of a property of the whole book."""
        return [value(meta) for meta in self.meta_elements(prop)]

    def meta_elements(self, prop: str) -> list[Element]:
        metas = (meta for meta in self.package.every("meta") if meta.get("property") == prop)
        return [meta for meta in metas if not meta.get("refines")]

    def dublin(self, name: str) -> list[Element]:
        return [element for element in self.package.every(name) if element.tag == f"{{{DC}}}{name}"]

    @cached_property
    def identifier(self) -> str:
        """The unique identifier."""
        unique = self.root.get("unique-identifier")
        return next((value(element) for element in self.dublin("identifier") if element.get("id") == unique), "")

    def at(self, page: Document, element: Element) -> Place:
        return Place(page.name, element.sourceline or 0)

    def navs(self, kind: str) -> list[Element]:
        """The lists of the navigation document of one kind: toc, landmarks, page-list."""
        every = self.nav.every("nav") if self.nav else ()
        return [element for element in every if kind in types(element)]


def value(element: Element) -> str:
    return (element.text or "").strip()


def item_of(package: str, element: Element) -> Item:
    href = element.get("href", "")
    target = resolve(package, href)
    name = target[0] if target else ""
    media_type, identifier = element.get("media-type", "").strip().lower(), element.get("id", "")
    return Item(identifier, name, href, media_type, words(element, "properties"), element.sourceline or 0)


def read_publication(archive: Archive, file: str) -> Publication:
    """Find the package by the container; without one there is no EPUB."""
    container = sound(archive, CONTAINER, file)
    found = next((element.get("full-path", "") for element in container.every("rootfile")), "")
    package = sound(archive, found, file)
    if package.root is None or package.root.tag != f"{{{OPF}}}package":
        raise Stop((trouble("no-package", Place(file), part=found),))
    return Publication(file, archive, within(EPUB_ITEMS, package, "item"))


def within(limit: Limit, document: Document, *tags: str) -> Document:
    """A document that has no more elements, or elements of a name, than are taken; others are slow at every rule."""
    count = 0 if document.root is None else sum(1 for _ in document.root.iter(*(f"{{*}}{tag}" for tag in tags or "*")))
    if count > limit.most:
        raise Stop((too_much(limit, count, Place(document.name)),))
    return document


def sound(archive: Archive, name: str, file: str) -> Document:
    """Parse a file without which nothing can be said."""
    if name not in archive.sizes:
        raise Stop((trouble("epub-lacks-file", Place(file), part=name or "content.opf"),))
    document = parse(name, archive.read(name))
    if document.root is None:
        problem = document.problem
        raise Stop((trouble("broken-package", Place(file), part=f"{name}:{document.line}", problem=problem),))
    return document


def hrefs(page: Document) -> Iterator[tuple[Element, str]]:
    """Every link and source in a page, with its element."""
    for element in page.every():
        for attribute in ("href", "src", "poster", "data", XLINK_HREF):
            if (href := element.get(attribute)) is not None and not (
                attribute == "data" and local(element) != "object"
            ):
                yield element, href.strip()
