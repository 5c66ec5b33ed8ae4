"""Say of a drawing (SVG) how large it is."""

import re
from dataclasses import dataclass

from lxml import etree

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


def without_doctype(data: bytes) -> bytes:
    """The drawing without its document type, which says nothing that a program needs.

    Only that of SVG 1.1 may stand in an EPUB (EPUB 3.3 § 3.4), and a reader of XML might fetch the one that is named.
    """
    if b"<!DOCTYPE" not in data:
        return data
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)).getroottree()
    tree.docinfo.clear()
    return bytes(etree.tostring(tree, encoding="utf-8"))
