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
    """

    name: str
    width: float
    size: float
    language: str
    fixed: bool = False

    @property
    def family(self) -> str:
        return in_script(FACE, self.language)

    def chars(self, width: float) -> int:
        """How many characters a width holds, at least one."""
        return max(1, int(width / self.size))


def ems(words: str) -> float:
    """About how long a line of words is: a Chinese character is an em wide, others little more than half of it."""
    return sum(1.0 if ord(character) > 0x2E7F else 0.58 for character in words)
