"""What each HTML element is in a tagged PDF (ISO 32000-1, 14.8.4; PDF/UA-1 § 7)."""

from typing import Any

from kanben.editions.print.standards.elements import Element

TAGS: dict[str, tuple[str, ...]] = {
    "body": ("Sect",),
    "section": ("Sect",),
    "article": ("Art",),
    "blockquote": ("BlockQuote",),
    "p": ("P",),
    "pre": ("P",),
    "hr": ("P",),
    **{f"h{level}": (f"H{level}",) for level in range(1, 7)},
    "ul": ("L",),
    "ol": ("L",),
    "dl": ("L",),
    "li": ("LI", "LBody"),
    "table": ("Table",),
    "thead": ("THead",),
    "tbody": ("TBody",),
    "tfoot": ("TFoot",),
    "tr": ("TR",),
    "th": ("TH",),
    "td": ("TD",),
    "caption": ("Caption",),
    "figcaption": ("Caption",),
    "img": ("Figure",),
    "a": ("Link",),
    "code": ("Code",),
    "ruby": ("Ruby",),
    "rt": ("RT",),
}
"""The tags of an element, outermost first; what is not here says nothing of its own, as em, span and div."""
FORMULAS = {("img", "math"): "Formula", ("div", "equation"): "P"}
"""A displayed formula is a paragraph that holds a Formula and the words of its label."""
IN_CONTENTS: dict[str, tuple[str, ...]] = {"ol": ("TOC",), "ul": ("TOC",), "li": ("TOCI",), "a": ("Reference", "Link")}
PSEUDO: dict[str, tuple[str, ...]] = {"footnote-call": ("Reference", "Link"), "footnote-marker": ("Lbl",)}
REFERRING = {"xref", "cite"}
"""Classes of the links that lead to another place of the book."""
GROUPING = {"Document", "Sect", "Index", "Art", "BlockQuote", "L", "Table", "TOC"}
"""Elements that hold elements, never text."""


def tags_of(box: Any, parent: Element) -> tuple[str, ...]:
    """Give the tags of a box's element at this place, outermost first."""
    name, _, pseudo = str(box.element_tag).partition("::")
    if pseudo:
        return PSEUDO.get(pseudo, ())
    if name in IN_CONTENTS and (parent.nearest("TOC") or is_contents(box.element)):
        return IN_CONTENTS[name]
    if name == "a" and REFERRING & set(classes(box.element)):
        return "Reference", "Link"
    if name == "figure" and any(picture.get("alt") for picture in box.element.iter("img")):
        return ("Figure",)
    if formula := FORMULAS.get((name, str(box.element.get("class", "")))):
        return (formula,)
    if name == "img" and parent.nearest("Figure"):
        return ()
    if name == "div" and "index" in classes(box.element):
        return ("Index",)
    return TAGS.get(name) or (("Span",) if language(box.element, parent) else ())


def is_contents(element: Any) -> bool:
    return "toc" in classes(element)


def classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split()


def language(element: Any, parent: Element) -> str:
    """The element's language where it differs from that of what is around it."""
    own = str(element.get("lang", ""))
    around = next((above.facts["Lang"] for above in parent.ancestors() if "Lang" in above.facts), None)
    return own if own != around else ""
