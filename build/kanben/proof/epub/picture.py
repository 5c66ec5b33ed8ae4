"""Read a picture's kind, pixels and colours from its head."""

import re
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from kanben.proof.epub.markup import local, parse
from kanben.proof.epub.publication import SVG_TYPE, Item, Publication

KINDS = {
    "JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp", "TIFF": "image/tiff",
    "BMP": "image/bmp",
}  # fmt: skip
LENGTH = re.compile(r"\s*(\d{1,9})(?:\.\d*)?(?:px)?\s*")
NUMBER = re.compile(r"-?(\d{0,9})(?:\.\d*)?")


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture's head says; `kind` is its true media type."""

    kind: str
    width: int
    height: int
    mode: str = ""

    @property
    def pixels(self) -> int:
        return self.width * self.height

    @property
    def short(self) -> int:
        return min(self.width, self.height)

    @property
    def long(self) -> int:
        return max(self.width, self.height)


def picture_of(book: Publication, item: Item) -> Picture | None:
    """Look at a picture; None for one that is missing or broken."""
    data = book.archive.read(item.name)
    if data is None:
        return None
    if item.media_type == SVG_TYPE:
        return drawing_of(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a bomb's pixels are never decoded here, only counted
        try:
            with Image.open(BytesIO(data), formats=tuple(KINDS)) as image:  # no EPS, which asks Ghostscript
                return Picture(KINDS.get(image.format or "", ""), image.width, image.height, image.mode)
        except Exception:  # a stranger's picture may make its reader raise anything
            return None


def drawing_of(data: bytes) -> Picture | None:
    root = parse("", data).root
    if root is None or local(root) != "svg":
        return None
    sides = [LENGTH.fullmatch(root.get(side) or "") for side in ("width", "height")]
    if all(sides):
        width, height = (int(side[1]) for side in sides if side)
        return Picture(SVG_TYPE, width, height)
    box = [NUMBER.fullmatch(part) for part in re.split(r"[\s,]+", (root.get("viewBox") or "").strip())]
    width, height = (int(side[1] or 0) if side else 0 for side in (box if len(box) == 4 else [None] * 4)[2:])
    return Picture(SVG_TYPE, width, height)
