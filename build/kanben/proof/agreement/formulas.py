"""Say a formula of MathML in the words by which a PDF, where it is drawn, calls it."""

from unicodedata import normalize
from xml.etree import ElementTree

from kanben.pandoc.math_words import WRITERS, words_of_math
from kanben.proof.epub.markup import Element, local

PARTS = dict.fromkeys(WRITERS.keys() - {"msqrt"}, 2) | {"msubsup": 3, "munderover": 3}
"""How many children an element has that is said by its parts."""
SILENT = ("annotation", "annotation-xml")


def formula_says(math: Element) -> str:
    """Give what is shown on one line; of what is no sound MathML all its signs."""
    if any(is_broken(element) for element in math.iter("{*}*")):
        return "".join(math.itertext("{*}*"))
    return normalize("NFC", words_of_math(bare_tree(math)).strip())


def is_broken(element: Element) -> bool:
    name = local(element)
    return name in PARTS and len(element) not in (0, PARTS[name])


def bare_tree(element: Element) -> ElementTree.Element:
    """The same tree with local names alone."""
    bare = ElementTree.Element(local(element), dict(element.attrib))
    bare.text = element.text
    bare.extend(bare_tree(child) for child in element.iterchildren("{*}*") if local(child) not in SILENT)
    return bare
