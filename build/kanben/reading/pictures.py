"""Take a title's pictures: found inside its folder, checked, and given an ASCII name that all editions use."""

import io
import re
from hashlib import sha256
from pathlib import Path, PurePosixPath

from lxml import etree
from PIL import Image as Raster

from kanben.place import Place
from kanben.reading.files import read_inside
from kanben.trouble import Tell, trouble

ENDINGS = {"JPEG": ".jpg", "PNG": ".png"}
SAFE_NAME = re.compile(r"images/[a-z0-9][a-z0-9._-]*\.(svg|png|jpg)")
LARGEST_SIDE = 20_000  # pixels
SVG_NAMES = re.compile(r"script|foreignObject|on[a-z]+", re.I)
ELSEWHERE = re.compile(r"^\s*(?!#|data:image/(?:png|jpeg)[;,])", re.I)
OUTSIDE_STYLE = re.compile(r"@import|url\(\s*['\"]?\s*(?!#|data:image/(?:png|jpeg)[;,])", re.I)


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
        kind, problem = examine(data)
        if problem:
            self.tell(trouble("bad-image", place, file=target, problem=problem))
            return target
        name = self.taken[target] = ascii_name(target, data, kind)
        self.files[name] = data
        return name


def ascii_name(target: str, data: bytes, kind: str) -> str:
    """images/growth.svg stays; a name in Chinese or upper case becomes one of the file's digest."""
    plain = str(PurePosixPath("images") / PurePosixPath(target).name)
    if plain == str(PurePosixPath(target)) and SAFE_NAME.fullmatch(plain) and plain.endswith(kind):
        return plain
    return f"images/{sha256(data).hexdigest()[:16]}{kind}"


def examine(data: bytes) -> tuple[str, str]:
    """(file ending, what is wrong)."""
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:5] in (b"<?xml", b"<svg ", b"<!DOC", b"<!-- "):
        return ".svg", examine_svg(data)
    try:
        with Raster.open(io.BytesIO(data), formats=list(ENDINGS)) as picture:
            if max(picture.size) > LARGEST_SIDE:
                return "", f"{picture.size[0]}×{picture.size[1]} px"
            picture.verify()
            return ENDINGS[str(picture.format)], ""
    except Exception:  # a decoder raises whatever it stumbles over in a broken file
        return "", "not SVG, PNG or JPEG"


def examine_svg(data: bytes) -> str:
    """Refuse what could run or fetch: scripts, event attributes, foreign objects, references outside, entities."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        return str(error)
    entities = root.getroottree().docinfo.internalDTD
    if entities is not None and any(entities.iterentities()):
        return "entities"
    if etree.QName(root).localname != "svg":
        return f"<{etree.QName(root).localname}>"
    if root.getroottree().xpath("//processing-instruction('xml-stylesheet')"):
        return "<?xml-stylesheet?>"
    return next((problem for element in root.iter(etree.Element) if (problem := examine_element(element))), "")


def examine_element(element: etree._Element) -> str:
    tag = etree.QName(element).localname
    if SVG_NAMES.fullmatch(tag):
        return f"<{tag}>"
    if tag == "style" and (found := OUTSIDE_STYLE.search("".join(element.itertext()))):
        return f"<style>…{found[0]}"
    for name, value in element.attrib.items():
        plain = etree.QName(name).localname
        moves_a_link = plain == "attributeName" and "href" in str(value)
        leads_out = plain in ("href", "src") and ELSEWHERE.match(str(value))
        if SVG_NAMES.fullmatch(plain) or moves_a_link or leads_out or OUTSIDE_STYLE.search(str(value)):
            return f'{plain}="{str(value)[:40]}"'
    return ""
