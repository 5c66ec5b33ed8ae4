"""Read in which style a title cites: one of ours by its name, or a CSL file of its own."""

from pathlib import Path
from typing import NamedTuple

from lxml import etree

from kanben.place import Place
from kanben.reading.files import read_inside
from kanben.reading.schema import TitleFile
from kanben.reading.yaml_marks import Marked
from kanben.trouble import Tell, nearest, trouble

STYLES = (
    "gb-t-7714-2025",
    "gb-t-7714-2025-author-date",
    "gb-t-7714-2025-note",
    "gb-t-7714-2015",
    "gb-t-7714-2015-author-date",
    "gb-t-7714-2015-note",
    "note-zh",
)
CSL = "http://purl.org/net/xbiblio/csl"
NAMES = {"csl": CSL}


class ChosenStyle(NamedTuple):
    """The name of a style, and its CSL where it is the title's own."""

    name: str
    csl: str = ""


def read_style(folder: Path, title: TitleFile, marked: Marked, tell: Tell) -> ChosenStyle:
    """Give the title's style; one of ours where its own cannot be used, which is told."""
    name = title.references.style
    if name in STYLES:
        return ChosenStyle(name)
    place = marked.place("references", "style")
    if not name.endswith(".csl"):
        expected = " / ".join((*STYLES, "….csl"))
        tell(
            trouble("wrong-value", place, nearest(name, STYLES), key="references.style", value=name, expected=expected)
        )
        return ChosenStyle(STYLES[0])
    data = read_inside(folder, name, place, tell)
    csl = examined(name, data, tell) if data is not None else ""
    return ChosenStyle(name, csl) if csl else ChosenStyle(STYLES[0])


def examined(name: str, data: bytes, tell: Tell) -> str:
    """The text of a CSL file that citeproc can use; empty, having told why, for any other."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        tell(trouble("bad-style", Place(name, error.lineno or 1), problem=error.msg))
        return ""
    if problem := problem_of(root):
        tell(trouble("bad-style", Place(name, 1), problem=problem))
        return ""
    for layout in root.iterfind(".//csl:layout[@locale]", NAMES):
        tell(trouble("csl-m", Place(name, layout.sourceline or 1)))
        return ""
    return str(etree.tostring(root, encoding="unicode"))


def problem_of(root: etree._Element) -> str:
    if root.tag != f"{{{CSL}}}style":
        return f"<{etree.QName(root).localname}>"
    if root.get("class") not in ("in-text", "note"):
        return f"class=“{root.get('class', '')}”"
    if root.find("csl:citation/csl:layout", NAMES) is None:
        return "<citation>, <layout>?"
    return ""
