"""What a chart is drawn on: a page of print, a wide screen, a narrow one."""

from dataclasses import dataclass

from kanben.script.made import in_script

FACE = "Noto Sans CJK SC"
INK, HAIR = "#000", "#999"
"""Words and axes; the lines that lead the eye."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Width and size of the words in units of the drawing: pt in print, px on screens.

    The words are measured in the face of the language; where that is `fixed`, the drawing also names it, for elsewhere
    the page around it says the face. `name` keeps the ids of several drawings on one page apart.
    Rows draw together where they would be higher than the `tallest` drawing may be.
    """

    name: str
    width: float
    size: float
    language: str
    fixed: bool = False
    tallest: float = 10_000.0

    @property
    def family(self) -> str:
        return in_script(FACE, self.language)
