"""Refuse what could run or fetch in a drawing (SVG): a stranger's page, for whoever opens it in a browser."""

import re
from functools import partial

from lxml import etree

from kanben.fetched import fetched, is_too_deep
from kanben.live_markup import ATTRIBUTES, FETCHING, LIVE, LOADING, RUNNING, moves
from kanben.raster.drawing import SVG
from kanben.raster.embedded import embedded
from kanben.reading.decode import CONTROL

STRANGERS = {f"http://www.w3.org/{name}" for name in ("1999/xhtml", "1998/Math/MathML", "2001/xml-events")}
"""Words of web pages, which can do more than draw."""
EMBEDDING = "foreignobject"
"""The element within which a drawing has a page."""
EVENTS = re.compile(r"on[a-z]+", re.I)
DRAWN = {None, SVG}
ENCODINGS = {"", "UTF-8", "US-ASCII", "ASCII"}
"""Elsewhere a program may read other characters than we do."""
PARSER = partial(etree.XMLParser, resolve_entities=False, no_network=True, huge_tree=False)
SHOWN = 40  # characters of a value that are told


def drawing_fault(data: bytes) -> str:
    """What a drawing may not have; nothing where it only draws."""
    try:
        root = etree.fromstring(data, PARSER())
    except etree.XMLSyntaxError as error:
        return str(error)
    if problem := document_fault(root.getroottree(), data):
        return problem
    if turning := CONTROL.search("".join(root.itertext())):
        return f"U+{ord(turning[0]):04X}"
    return next((problem for element in root.iter(etree.Element) if (problem := element_fault(element))), "")


def document_fault(tree: etree._ElementTree, data: bytes) -> str:
    """What stands around the drawing: another encoding, entities, defaults for attributes, a stylesheet elsewhere."""
    info = tree.docinfo
    if (info.encoding or "").upper() not in ENCODINGS:
        return f'encoding="{info.encoding}"'
    if info.internalDTD is not None and (any(info.internalDTD.iterentities()) or b"<!ATTLIST" in data):
        return "entities"
    root = etree.QName(tree.getroot())
    if root.localname != "svg":
        return f"<{root.localname}>"
    if root.namespace != SVG:  # browsers show nothing of it
        return f'<svg xmlns="{root.namespace or ""}">'
    if next(tree.iter(etree.Entity), None) is not None:
        return "entities"
    return "<?xml-stylesheet?>" if tree.xpath("//processing-instruction('xml-stylesheet')") else ""


def element_fault(element: etree._Element) -> str:
    name = etree.QName(element)
    if runs(name.localname) or name.namespace in STRANGERS or (name.namespace in DRAWN and is_of_pages(name.localname)):
        return f"<{name.localname}>"
    if name.localname.lower() == "style" and (found := style_fault("".join(element.itertext()))):
        return f"<style>…{found}"
    pairs = ((etree.QName(name).localname, str(value)) for name, value in element.attrib.items())
    return next((f'{name}="{value[:SHOWN]}"' for name, value in pairs if attribute_fault(name, value)), "")


def runs(name: str) -> bool:
    return name.lower() in RUNNING or name.lower() == EMBEDDING or bool(EVENTS.fullmatch(name))


def is_of_pages(name: str) -> bool:
    """Whether it does something, once a program puts the drawing into a page."""
    return name.lower() in LIVE | LOADING


def attribute_fault(name: str, value: str) -> bool:
    if moves(name, value):
        return True
    leads_out = name.lower() in FETCHING and leads_elsewhere(value)
    return leads_out or bool(ATTRIBUTES.fullmatch(name)) or bool(style_fault(value))


def style_fault(css: str) -> str:
    """The first address in a stylesheet or a value that leads out of the drawing."""
    if is_too_deep(css):
        return "((("
    return next((address[:SHOWN] or "url()" for address, _ in fetched(css) if leads_elsewhere(address)), "")


def leads_elsewhere(address: str) -> bool:
    """Whether it is neither a place in the drawing nor a picture of bearable size that it holds."""
    if not address.strip() or address.lstrip().startswith("#"):
        return False
    held = embedded(address)
    return held is None or held[1].is_too_large
