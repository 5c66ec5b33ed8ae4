"""Take a title's pictures: found inside its folder, checked, and given an ASCII name that all editions use."""

import re
from hashlib import sha256
from pathlib import Path, PurePosixPath

from lxml import etree

from kanben.keep import kept
from kanben.limits import DRAWING, HEAVY, PIXELS, SHAPES, SIDE
from kanben.place import Place
from kanben.raster.drawing import drawn_alone
from kanben.raster.facts import Raster, raster
from kanben.raster.parts import Broken
from kanben.reading.drawing_faults import PARSER, drawing_fault
from kanben.reading.drawn_shapes import shows_too_much
from kanben.reading.files import is_device, read_inside
from kanben.trouble import Tell, Trouble, too_much, trouble

ENDINGS = {"JPEG": ".jpg", "PNG": ".png"}
SAFE_NAME = re.compile(r"images/[a-z0-9][a-z0-9._-]*\.(svg|png|jpg)")
KINDS = (
    (0, b"GIF8", "GIF"),
    (8, b"WEBP", "WebP"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (4, b"ftypavif", "AVIF"),
    (4, b"ftyp", "HEIC"),
    (0, b"BM", "BMP"),
    (0, b"%PDF", "PDF"),
    (0, b"%!PS", "EPS"),
    (0, b"8BPS", "PSD"),
    (4, b"jP  ", "JPEG 2000"),
    (0, b"\x1f\x8b", "gzip (SVGZ)"),
)
"""(where, what stands there, what it is) of files that are often taken for pictures that every edition can show."""


class Pictures:
    """The pictures of one title, each read once."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        self.folder, self.tell = folder, tell
        self.taken: dict[str, str] = {}
        self.files: dict[str, bytes] = {}

    def take(self, target: str, place: Place) -> str:
        """Give the name under which editions write a picture; a picture that cannot be used is told once a use."""
        if target in self.taken:
            return self.taken[target]
        data = read_inside(self.folder, target, place, self.tell, missing="missing-image")
        if data is None:
            return target
        ending, faults = kept(target, examine, data, target, place)
        for fault in faults:
            self.tell(fault)
        if any(fault.severity == "error" for fault in faults):
            return target
        name = self.taken[target] = ascii_name(target, data, ending)
        self.files[name] = kept(target, drawn_alone, data) if ending == ".svg" else data
        return name

    def data(self, target: str, place: Place) -> bytes | None:
        """The bytes of a file that the text draws in; None, having told why, when it cannot be read."""
        return read_inside(self.folder, target, place, self.tell, missing="missing-data")


def ascii_name(target: str, data: bytes, kind: str) -> str:
    """images/growth.svg stays; a name in Chinese or upper case becomes one of the file's digest."""
    plain = str(PurePosixPath("images") / PurePosixPath(target).name)
    is_safe = SAFE_NAME.fullmatch(plain) and not is_device(PurePosixPath(plain).name)
    if plain == str(PurePosixPath(target)) and is_safe and plain.endswith(kind):
        return plain
    return f"images/{sha256(data).hexdigest()[:16]}{kind}"


def examine(data: bytes, file: str, place: Place) -> tuple[str, list[Trouble]]:
    """(file ending, what is wrong)."""
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:5] in (b"<?xml", b"<svg ", b"<!DOC", b"<!-- "):
        if len(data) > DRAWING.most:
            return "", [too_much(DRAWING, len(data), place, file=file)]
        problem = kept(file, drawing_fault, data)
        if problem:
            return ".svg", [trouble("bad-image", place, file=file, problem=problem)]
        if kept(file, shows_too_much, data):
            return ".svg", [too_much(SHAPES, SHAPES.most + 1, place, file=file)]
        return ".svg", [trouble("svg-without-font", place, file=file)] if has_words_without_font(data) else []
    try:
        facts = raster(data)
    except Broken:
        return "", [trouble("broken-image", place, file=file)]
    if facts is None:
        return "", [stranger(data, file, place)]
    return ENDINGS[facts.kind], raster_faults(facts, len(data), file, place)


def stranger(data: bytes, file: str, place: Place) -> Trouble:
    """What is told of a file of another kind."""
    kind = next((kind for at, mark, kind in KINDS if data.startswith(mark, at)), "")
    if kind:
        return trouble("wrong-kind", place, file=file, kind=kind)
    return trouble("bad-image", place, file=file, problem="not SVG, PNG or JPEG")


def raster_faults(facts: Raster, size: int, file: str, place: Place) -> list[Trouble]:
    faults = []
    width, height = facts.upright
    if facts.moving:
        faults.append(trouble("moving-picture", place, file=file))
    amounts = ((SIDE, max(width, height)), (PIXELS, width * height), (HEAVY, size))
    faults += [too_much(limit, count, place, file=file) for limit, count in amounts if count > limit.most]
    return faults


def has_words_without_font(data: bytes) -> bool:
    """Whether an SVG leaves it to each program in which typeface its words are drawn."""
    root = etree.fromstring(data, PARSER())
    if any("font" in "".join(style.itertext()) for style in root.iter("{*}style")):
        return False
    texts = (text for text in root.iter("{*}text") if "".join(text.itertext()).strip())
    return not all(map(names_font, texts))


def names_font(text: etree._Element) -> bool:
    """On the text or around it, or on a span within it."""
    told = text.xpath("(ancestor-or-self::* | .//*)/@*[name()='font-family' or name()='font' or name()='style']")
    return any(value.attrname != "style" or "font" in value for value in told)
