"""Say of a drawing (SVG) how large it is."""

import re
from dataclasses import dataclass

from lxml import etree

from kanben.raster.embedded import all_impersonal

SVG = "http://www.w3.org/2000/svg"
WORDS = {None, SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"}
"""The vocabularies of which a drawing is made; other words are notes of the program that made it."""
DRAWN = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
PIXELS = {"": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96 / 72, "pc": 16}
"""CSS px in each unit of length (CSS Values 4 § 6.2)."""
LENGTH = re.compile(rf"\s*(\d*\.?\d+)({'|'.join(PIXELS)})\s*", re.I)
NUMBER = re.compile(r"\d*\.?\d+")


@dataclass(frozen=True, slots=True)
class Drawing:
    """In CSS px; one that is not `sized` says only its shape, and takes the room that it is given."""

    width: float
    height: float
    sized: bool


def drawing(data: bytes) -> Drawing | None:
    """The size that a drawing gives itself, else that of its viewBox; None where it says neither."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    lengths = [pixels(root.get(side, "")) for side in ("width", "height")]
    if all(lengths):
        return Drawing(lengths[0], lengths[1], True)
    box = [float(number) for number in NUMBER.findall(root.get("viewBox", ""))[2:]]
    return Drawing(box[0], box[1], False) if len(box) == 2 and all(box) else None


def pixels(length: str) -> float:
    """0 where it is no length, or one that depends on what is around it (100%, 20em)."""
    found = LENGTH.fullmatch(length)
    return float(found[1]) * PIXELS[found[2].lower()] if found else 0


def drawn_alone(data: bytes) -> bytes:
    """The drawing, and nothing that no program needs to draw it.

    No document type: only that of SVG 1.1 may stand in an EPUB (EPUB 3.3 § 3.4), and a reader of XML might fetch the
    one that is named. And nothing that tells of people and places: what the editor's program noted for itself, and
    what a camera wrote into a photograph that the drawing holds.
    """
    root = etree.fromstring(data, DRAWN)
    strange = {namespace for element in root.iter() if (namespace := etree.QName(element).namespace) not in WORDS}
    etree.strip_elements(root, f"{{{SVG}}}metadata", *(f"{{{name}}}*" for name in strange), with_tail=False)
    for element in root.iter():
        keep_drawn(element)
    etree.cleanup_namespaces(root)
    drawn = bytes(etree.tostring(root, encoding="utf-8"))
    return data if drawn == data.strip() else drawn


def keep_drawn(element: etree._Element) -> None:
    """Leave an element the attributes that SVG knows, and its photographs without what tells of them."""
    for name, value in element.attrib.items():
        if etree.QName(name).namespace in WORDS:
            element.set(name, all_impersonal(value))
        else:
            del element.attrib[name]
    if element.text:
        element.text = all_impersonal(element.text)
