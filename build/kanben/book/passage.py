"""The words of one leaf block as its source has them: what a proofreader reads."""

from dataclasses import dataclass
from typing import Literal

from kanben.place import Place

OBJECT = "\ufffc"
"""Stands for what is no prose: code, a formula, a picture, words in another language."""
REFERENCE = "\ufdd1"
"""Stands for a cross-reference, which becomes words of the book: 图2-1, 第二章. No source holds this code point."""
PassageKind = Literal["heading", "paragraph", "item", "cell", "caption", "verse", "foreign"]


@dataclass(frozen=True, slots=True)
class Passage:
    """`places` has the place of each character; `kept` the indexes of those that are as typed in both scripts.

    Note calls and citations have no width. Words in another language are a passage of their own, with its `language`.
    """

    kind: PassageKind
    text: str
    places: tuple[Place, ...]
    language: str = ""
    kept: frozenset[int] = frozenset()
