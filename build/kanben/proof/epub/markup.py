"""Read XML of strangers, and the words that EPUB puts into XHTML."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"
NCX = "http://www.daisy.org/z3986/2005/ncx/"
MATHML = "http://www.w3.org/1998/Math/MathML"
SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE = f"{{{OPS}}}type"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")

Element = Any
"""An element of lxml, which has no types of its own."""


@dataclass(frozen=True)
class Document:
    """An XML file of the EPUB; `root` is None where it cannot be parsed, which `problem` explains at `line`."""

    name: str
    root: Element | None
    line: int = 0
    problem: str = ""
    entities: tuple[str, ...] = ()

    def every(self, *tags: str) -> Iterator[Element]:
        """Give elements in reading order: of these local names, else all."""
        return (element for element in self.elements if not tags or local(element) in tags)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        return () if self.root is None else tuple(self.root.iter("{*}*"))


def parse(name: str, data: bytes | None) -> Document:
    """Parse without entities, network or document types: what a file names outside itself stays unread."""
    if data is None:
        return Document(name, None, 0, "unreadable")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        return Document(name, None, problem.lineno or 0, (problem.msg or "").partition(", line ")[0])
    subset = root.getroottree().docinfo.internalDTD
    return Document(name, root, entities=tuple(entity.name for entity in subset.iterentities()) if subset else ())


NONE: frozenset[str] = frozenset()


def local(element: Element) -> str:
    return str(element.tag.rpartition("}")[2])


def namespace(element: Element) -> str:
    return str(element.tag.rpartition("}")[0][1:])


def words(element: Element, attribute: str) -> frozenset[str]:
    """The words of an attribute that lists some."""
    value = element.get(attribute)
    return frozenset(value.split()) if value else NONE


def types(element: Element) -> frozenset[str]:
    return words(element, TYPE)


def is_a(element: Element, *names: str) -> bool:
    """Whether an element says so by epub:type or by its role (footnote, doc-footnote)."""
    return bool(types(element) & set(names) or words(element, "role") & {f"doc-{name}" for name in names})


def holds(element: Element, *tags: str) -> bool:
    """Whether an element of these names stands within."""
    return any(next(element.iter(f"{{*}}{tag}"), None) is not None for tag in tags)


def text_of(element: Element) -> str:
    """All words of an element, spaces run together."""
    return " ".join("".join(element.itertext("{*}*")).split())


def resolve(base: str, href: str) -> tuple[str, str] | None:
    """Give the file in the EPUB and the fragment to which a link leads; None for links that leave the book."""
    if SCHEME.match(href):
        return None
    path, _, fragment = href.partition("#")
    path = unquote(path.partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base, unquote(fragment)
