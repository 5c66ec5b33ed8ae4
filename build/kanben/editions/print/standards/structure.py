"""Read laid out pages into one structure tree: what is split over pages is one element again."""

from collections.abc import Mapping, Sequence
from typing import Any

import pydyf
from weasyprint.anchors import rectangle_aabb
from weasyprint.formatting_structure import boxes

from kanben.editions.print.standards.artifacts import children, descendants, is_artifact
from kanben.editions.print.standards.elements import CELLS, Annotation, Content, Element, prune, wrap_mixed
from kanben.editions.print.standards.roles import GROUPING, language, tags_of
from kanben.editions.print.units import PT_PER_PX

Marks = Mapping[Any, Mapping[str, Any]]
"""Of a page: each drawn box and its number in the page's marked content (mcid)."""


class Structure:
    """Grows the tree page by page; an HTML element has one structure element, however many boxes it has."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.known: dict[Any, Element] = {}

    def read(self, page: Any, number: int, marks: Marks) -> None:
        """Add one page: first its text, then the notes at its foot."""
        reader = PageReader(self, page._page_box, number, marks)
        for child in children(page._page_box):
            if not isinstance(child, boxes.FootnoteAreaBox):
                reader.walk(child, self.root)
        for area in children(page._page_box):
            if isinstance(area, boxes.FootnoteAreaBox):
                for note in children(area):
                    reader.walk(note, self.note(note))

    def note(self, box: Any) -> Element:
        """The Note of a box at a page's foot: it is read where it is printed, after what its page begins."""
        key = box.element, box.element_tag
        if key not in self.known:
            call = self.known.get((box.element, f"{box.element_tag}::footnote-call"), self.root)
            note = self.known[key] = (call.nearest("Sect") or self.root).add("Note", box.element)
            note.facts["ID"] = str(box.element.get("id", "")) if box.element is not None else ""
        return self.known[key]


class PageReader:
    """Walks one page's boxes."""

    def __init__(self, structure: Structure, page_box: Any, number: int, marks: Marks) -> None:
        self.structure, self.known = structure, structure.known
        self.page_box, self.number, self.marks = page_box, number, marks

    def walk(self, box: Any, parent: Element) -> None:
        if is_artifact(box):
            return
        if isinstance(box, boxes.TextBox):
            self.content(box, self.text_home(box, parent))
            return
        element = self.place(box, parent)
        if annotation := getattr(box, "link_annotation", None):
            self.annotate(box, element, annotation)
        for child in children(box):
            self.walk(child, element)
        if isinstance(box, boxes.ReplacedBox):
            self.content(box, element)
            self.describe(box, element)

    def content(self, box: Any, element: Element) -> None:
        if mark := self.marks.get(box):
            element.kids.append(Content(self.number, mark["mcid"]))

    def text_home(self, box: Any, parent: Element) -> Element:
        """Where text may stand: a paragraph of its own, where the element around it holds none."""
        wrapper = "RB" if parent.tag == "Ruby" else "P" if parent.tag in GROUPING else ""
        if not wrapper:
            return parent
        last = parent.kids[-1] if parent.kids else None
        if isinstance(last, Element) and last.tag == wrapper and last.source is box.element:
            return last
        return parent.add(wrapper, box.element)

    def place(self, box: Any, parent: Element) -> Element:
        """The element that a box belongs to, made when it is first met."""
        key = box.element, box.element_tag
        if box.element is None:
            return parent
        if key not in self.known:
            made = self.make(box, parent)
            if made is parent:
                return parent
            self.known[key] = made
        return self.known[key]

    def make(self, box: Any, parent: Element) -> Element:
        match box.element_tag:
            case "html":
                self.structure.root.facts.setdefault("Lang", box.element.get("lang"))
                return parent
            case "li::marker":
                item = parent.nearest("LI")
                return item.add("Lbl", at=0) if item else parent
            case "dt":
                return parent.add("LI").add("Lbl", box.element)
            case "dd":
                return item_of(parent).add("LBody", box.element)
        element = parent
        for tag in tags_of(box, parent):
            element = element.add(tag, box.element)
        if element is not parent:
            element.facts |= facts_of(box, element, parent)
        return element

    def annotate(self, box: Any, element: Element, annotation: Any) -> None:
        """Put a hot area into its Link, and let it be named by its words."""
        annotation["Contents"] = pydyf.String(words_of(box))
        annotation["F"] = 4  # printed
        link = element.nearest("Link") or element.add("Link")
        link.kids.append(Annotation(self.number, annotation))

    def describe(self, box: Any, element: Element) -> None:
        """Give a Figure the picture's description and its place on the page."""
        figure = element.nearest("Formula") or element.nearest("Figure")
        if figure is None:
            return
        left, top, right, bottom = on_sheet(
            self.page_box, box.content_box_x(), box.content_box_y(), box.width, box.height
        )
        height = self.page_box.margin_height()
        corners = left, height - bottom, right, height - top
        figure.facts.setdefault("Alt", box.element.get("alt"))
        figure.facts.setdefault("A", {"O": "/Layout", "BBox": [round(side * PT_PER_PX, 2) for side in corners]})


def on_sheet(page_box: Any, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
    """The left, upper, right and lower edge of an area as it is drawn: the text of some pages is turned."""
    drawn: tuple[float, float, float, float] = rectangle_aabb(
        page_box.children[0].transformation_matrix, x, y, width, height
    )
    return drawn


def item_of(parent: Element) -> Element:
    """The item of a definition list that a definition belongs to."""
    items = parent.inner()
    return items[-1] if items and items[-1].tag == "LI" else parent.add("LI")


def facts_of(box: Any, element: Element, parent: Element) -> dict[str, Any]:
    """An element's further keys: its language, its scope in a table, how a list is numbered."""
    facts: dict[str, Any] = {}
    if "::" not in box.element_tag and (other := language(box.element, parent)):
        facts["Lang"] = other
    if element.tag in CELLS:
        facts["A"] = cell_facts(box, element)
    elif element.tag == "L" and box.element_tag == "ol":
        facts["A"] = {"O": "/List", "ListNumbering": "/Decimal"}
    return facts


def cell_facts(box: Any, element: Element) -> dict[str, Any]:
    facts: dict[str, Any] = {"O": "/Table"}
    if element.tag == "TH":
        facts["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
    facts |= {key: span for key, span in (("ColSpan", box.colspan), ("RowSpan", box.rowspan)) if span != 1}
    return facts


def words_of(box: Any) -> str:
    return "".join(inner.text for inner in [box, *descendants(box)] if isinstance(inner, boxes.TextBox))


def structure_of(pages: Sequence[Any], marks: Sequence[Marks]) -> Element:
    """The whole book's tree; `marks` are those of each page."""
    structure = Structure()
    for number, (page, marked) in enumerate(zip(pages, marks, strict=True)):
        structure.read(page, number, marked)
    prune(structure.root)
    wrap_mixed(structure.root)
    return structure.root
