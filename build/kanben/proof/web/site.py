"""Read the folder of a web edition: its pages as trees, its other files by name."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree, html

from kanben.place import Place
from kanben.proof.epub.markup import Document, Element, is_a, resolve
from kanben.proof.epub.publication import hrefs
from kanben.proof.epub.styles import Source, addresses, styles_in
from kanben.trouble import Stop, trouble

START = "index.html"
MOST_READ = 32_000_000
"""Bytes of one page or stylesheet; kanben's own are a hundredth of it."""
EXEMPT = "search.html"
"""What search engines need not list."""


@dataclass(frozen=True)
class Site:
    """A web edition: the folder, its pages in the order of their names, and the address of each file below it."""

    folder: Path
    pages: tuple[Document, ...]
    names: frozenset[str]

    @cached_property
    def ids(self) -> dict[str, frozenset[str]]:
        """The ids of each page, and the names of old anchors."""
        roots = {page.name: page.root for page in self.pages if page.root is not None}
        return {name: frozenset(root.xpath("//@id | //a/@name")) for name, root in roots.items()}

    @cached_property
    def read_pages(self) -> tuple[Document, ...]:
        return tuple(page for page in self.pages if page.root is not None)

    @cached_property
    def images(self) -> tuple[tuple[Document, Element], ...]:
        return tuple((page, image) for page in self.read_pages for image in page.every("img"))

    @cached_property
    def styles(self) -> tuple[Source, ...]:
        """The stylesheets, then what pages say of their style themselves."""
        names = sorted(name for name in self.names if name.endswith(".css"))
        files = (Source(name, 1, read_start(self.folder / name).decode("utf-8", "replace")) for name in names)
        return (*files, *(source for page in self.read_pages for source in styles_in(page)))

    @cached_property
    def sound_styles(self) -> tuple[Source, ...]:
        """Those that can be parsed; W8 tells the others."""
        return tuple(source for source in self.styles if not source.is_too_deep)

    def at(self, page: Document, element: Element) -> Place:
        return Place(page.name, element.sourceline or 0)

    def has(self, name: str) -> bool:
        """Whether there is a file; a way out of the folder leads to the editions that lie beside it."""
        with suppress(OSError):  # a name that is too long for any file
            return name in self.names or (self.folder / name).is_file()
        return False


def read_site(folder: Path) -> Site:
    """Read a folder; one without an index.html is no web edition."""
    names = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    if START not in names:
        raise Stop((trouble("no-web-start", Place(START)),))
    return Site(folder, tuple(read_page(folder, name) for name in sorted(names) if name.endswith(".html")), names)


def read_page(folder: Path, name: str) -> Document:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        return Document(name, html.document_fromstring(read_start(folder / name), parser=parser))
    except (etree.ParserError, ValueError) as problem:
        return Document(name, None, 0, str(problem))


def read_start(path: Path) -> bytes:
    """Give all of a file of bearable size, and the beginning of another."""
    with path.open("rb") as file:
        return file.read(MOST_READ)


def every_link(site: Site) -> Iterator[tuple[Place, str, str, str]]:
    """Give each link and source with its place, as written, the file to which it leads, and the fragment.

    W2 follows the calls of notes.
    """
    linked = ((page, element, href) for page in site.read_pages for element, href in hrefs(page))
    found = [(page.name, site.at(page, each), href) for page, each, href in linked if not is_a(each, "noteref")]
    for source in site.sound_styles:
        found += [(source.name, Place(source.name, line), href) for href, line in addresses(source)]
    for base, place, href in found:
        if target := resolve(base, href):
            yield place, href, *target
