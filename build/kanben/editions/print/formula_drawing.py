"""Draw MathML as outlines of STIX Two Math: the only room that knows ziamath. Chinese words stay text.

ziamath's nodes are found by their element's name, and a class of that name takes the place of its own: so some are set
right here. Its font gives each character a glyph: ours gives one of the book's face for what is no mathematics.
"""

import unicodedata
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ziafont.fonttypes import BBox
from ziamath import zmath
from ziamath.config import config
from ziamath.mathfont import MathFont
from ziamath.nodes.moperator import Moperator
from ziamath.nodes.mspace import Mspace
from ziamath.nodes.mtable import Mtable

from kanben.editions.print.formulas import Drawn

SIZE = 24.0  # the size at which ziamath's smallest letters are in proportion
ASCENT, DESCENT = 0.88, 0.12  # of a Han character, in em
EM = 1 / 1.333  # what ziamath takes for an em is one in points, at a size in pixels
RELATIVE = ("em", "ex", "mu", "space")
THIN = "0.1667em"
BAR = "\u2015"  # ziamath draws it as a rule of the width below it
HATS = {"\u0302": "\u02c6", "\u0303": "\u02dc", "^": "\u02c6", "~": "\u02dc"}
INTEGRALS = tuple("∫∬∭∮")
LINES = ("¯", "‾", "_")


def draw(mathml: str, display: bool, face: str) -> Drawn:
    """Draw what stands in a math element; `face` draws the Han characters."""
    root = ElementTree.fromstring(f'<math display="{"block" if display else "inline"}">{mathml}</math>')
    for element in list(root.iter()):
        adapt(element)
    font = book_font(face)
    font.strange.clear()
    config.svg2 = False
    drawing = zmath.Math(root, size=SIZE, font=FONT)
    box = drawing.node.bbox
    width, height = box.xmax - box.xmin, box.ymax - box.ymin
    svg = Element("svg", xmlns="http://www.w3.org/2000/svg", width=f"{width:.3f}", height=f"{height:.3f}")
    svg.set("viewBox", f"{box.xmin:.3f} {-box.ymax:.3f} {width:.3f} {height:.3f}")
    drawing.node.draw(0, 0, svg)
    strange = tuple(sorted(font.strange))
    return Drawn(ElementTree.tostring(svg), width / SIZE, box.ymax / SIZE, -box.ymin / SIZE, strange)


# ---- the font ------------------------------------------------------------------------------------------------

FONT = "the book's"


def book_font(face: str) -> "BookFont":
    """The one font of this process, made when it is first asked for."""
    font = zmath.loadedfonts.get(FONT)
    if not isinstance(font, BookFont):
        font = zmath.loadedfonts[FONT] = BookFont(zmath.fontname)
    font.face = face
    return font


class BookFont(MathFont):
    """STIX Two Math, and the book's face for wide characters; `strange` are those that neither holds."""

    face = ""

    def __init__(self, name: Any) -> None:
        super().__init__(name)
        self.strange: set[str] = set()

    def findglyph(self, char: str, variant: Any) -> Any:
        if self.glyphindex(char):
            return super().findglyph(char, variant)
        if unicodedata.east_asian_width(char) not in "WF":
            self.strange.add(char)
        return HanGlyph(char, self)


class HanGlyph:
    """A full-width character as ziamath asks for one; it becomes text of the drawing."""

    index, id = 0, ""

    def __init__(self, char: str, font: BookFont) -> None:
        em = font.info.layout.unitsperem
        self.char, self.font, self.em = char, font, em
        self.path = SimpleNamespace(bbox=BBox(0, em, -DESCENT * em, ASCENT * em))

    def advance(self, nextchr: Any = None) -> float:
        return float(self.em)

    def place(self, x: float, y: float, size: float) -> Element:
        facts = {"x": f"{x:.3f}", "y": f"{y:.3f}", "font-size": f"{size:.3f}", "font-family": self.font.face}
        text = Element("text", facts)
        text.text = self.char
        return text


# ---- the elements --------------------------------------------------------------------------------------------


def adapt(element: Element) -> None:
    """Say what MathML leaves to the reader's program, as TeX would have it."""
    if element.tag in ("mrow", "mtext") and not len(element) and not element.text:
        element.tag = "mspace"  # ziamath gives nothing an endless box
        element.set("width", "0em")
    elif element.tag == "mo" and element.text in (",", ";"):
        element.set("rspace", THIN)
    elif element.tag == "mo" and element.text in INTEGRALS:
        element.set("stretchy", "false")
    elif element.tag == "mtable":
        space_table(element)
    elif element.tag in ("mover", "munder") and element[1].tag == "mo":
        adapt_accent(element, element[1])


def space_table(table: Element) -> None:
    """Equations meet at their signs, in full size; the columns of a matrix and of cases stand apart."""
    aligns = [cell.get("columnalign") for cell in next(iter(table), ())]
    if "right" in aligns:
        gaps = ["0em" if a == "right" else "2em" for a in aligns[:-1]]
        table.attrib |= {"columnspacing": " ".join(gaps) or "0em", "rowspacing": ".4em", "displaystyle": "true"}
    else:
        table.attrib |= {"columnspacing": ".9em", "rowspacing": ".25em", "displaystyle": "false"}


def adapt_accent(element: Element, mark: Element) -> None:
    """A rule over more than a letter is one; a hat on one letter is not stretched."""
    one_letter = len(list(leaves(element[0]))) == 1
    if mark.text in LINES and not one_letter:
        mark.text = BAR
    elif mark.text in HATS and one_letter:
        mark.tag, mark.text = "mtext", HATS[mark.text]
        element.set("accent", "true")


def leaves(element: Element) -> Iterator[Element]:
    return (inner for inner in element.iter() if not len(inner))


def true_em(points: float, size: str) -> float:
    """Measure in em what is given in em."""
    return points * (EM if size.endswith(RELATIVE) else 1)


class Operator(Moperator, tag="mo"):
    """An operator whose space is measured in em."""

    def size_px(self, size: str, fontsize: float | None = None) -> float:
        return true_em(super().size_px(size, fontsize), size)


class Space(Mspace, tag="mspace"):
    """A space that is measured in em."""

    def size_px(self, size: str, fontsize: float | None = None) -> float:
        return true_em(super().size_px(size, fontsize), size)


class MathTable(Mtable, tag="mtable"):
    """A table of formulas whose gaps are measured in em."""

    def size_px(self, size: str, fontsize: float | None = None) -> float:
        return true_em(super().size_px(size, fontsize), size)
