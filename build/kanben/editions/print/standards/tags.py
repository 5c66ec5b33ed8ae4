"""Write a leaf's branch of the structure tree, where WeasyPrint would write its own tree."""

from collections.abc import Sequence
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint.pdf import anchors

from kanben.editions.print.composer.guard import Replacement
from kanben.editions.print.kept.seen import seen_on
from kanben.editions.print.pieces.piece import DOCUMENT, Branch
from kanben.editions.print.pieces.plain import marked, marked_key
from kanben.editions.print.standards.areas import call_link, is_call, raise_tables, with_height
from kanben.editions.print.standards.artifacts import mark_artifacts
from kanben.editions.print.standards.elements import Annotation, Content, Element
from kanben.editions.print.standards.structure import structure_of

_add_tags = weasyprint.pdf.add_tags


def prepare(pages: Sequence[Any]) -> None:
    """Say what is no content, link note calls to their notes, and keep one area for each piece of a link."""
    mark_artifacts(pages)
    notes = {name for page in pages for name in page.anchors}
    for page in pages:
        own = [link for link in page.links if link[3].link]  # boxes within a link have its target, but no link
        page.links[:] = [with_height(page._page_box, link) for link in own] + [
            call_link(page._page_box, box, notes) for box in seen_on(page._page_box).called if is_call(box)
        ]
        raise_tables(page)


def add_tags(pdf: Any, document: Any, pdf_version: Any, page_streams: Sequence[Any]) -> None:
    """Add the branch, and keep on the PDF what the book's tree must know of it."""
    marks = [stream._tags for stream in page_streams]
    pdf.branch = Writer(pdf, marks).branch(structure_of(document.pages, marks))


class Writer:
    """Turns elements into pydyf's objects."""

    def __init__(self, pdf: Any, marks: Sequence[Any]) -> None:
        self.pdf, self.pages = pdf, pdf.page_references
        self.owners: list[list[int | None]] = [[None] * len(page) for page in marks]
        self.annotations: list[int] = []
        self.names: list[tuple[str, int]] = []

    def branch(self, document: Element) -> Branch:
        """Write all below the document's element, which is the book's; the numbers are pydyf's."""
        tops = [self.element(kid, marked(-DOCUMENT)).number for kid in document.inner()]
        pages = tuple(map(tuple, self.owners))
        return Branch(tuple(tops), pages, tuple(self.annotations), tuple(self.names), document.facts.get("Lang") or "")

    def add(self, facts: dict[str, Any]) -> Any:
        written = pydyf.Dictionary(facts)
        self.pdf.add_object(written)
        return written

    def element(self, element: Element, parent: bytes) -> Any:
        written = self.add({"Type": "/StructElem", "S": f"/{element.tag}", "P": parent})
        written.update({key: self.value(key, value) for key, value in element.facts.items() if value})
        if name := element.facts.get("ID"):
            self.names.append((name, written.number))
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        if page is not None:
            written["Pg"] = self.pages[page]
        written["K"] = pydyf.Array([self.kid(kid, page, written) for kid in element.kids])
        return written

    def value(self, key: str, value: Any) -> Any:
        if key != "A":
            return pydyf.String(value)
        return pydyf.Dictionary({k: pydyf.Array(v) if isinstance(v, list) else v for k, v in value.items()})

    def kid(self, kid: Element | Content | Annotation, page: int | None, owner: Any) -> Any:
        if isinstance(kid, Element):
            return self.element(kid, owner.reference).reference
        where = {"Pg": self.pages[kid.page]}
        if isinstance(kid, Annotation):
            kid.dictionary["StructParent"] = marked_key(len(self.owners) + len(self.annotations))
            self.annotations.append(owner.number)
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.dictionary.reference, **where})
        self.owners[kid.page][kid.mcid] = owner.number
        return kid.mcid if kid.page == page else pydyf.Dictionary({"Type": "/MCR", "MCID": kid.mcid, **where})


REPLACEMENTS = (Replacement(weasyprint.pdf, "add_tags", add_tags, _add_tags),)
RELIED_ON = (_add_tags, anchors.add_links, weasyprint.pdf.generate_pdf)
