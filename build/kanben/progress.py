"""How far the making of a title has come, as a value, and its words; who hears of it decides what to show."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from kanben.messages import Language

Stage = Literal["reading", "layout", "editions", "pages", "notes"]
"""Of a title: its parts are read, its pages laid out, its editions made. Of a PDF: pages are read, notes looked at."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Of what a stage does one after the other so many are done; `of` is 0 where nobody knows how many there are."""

    stage: Stage
    done: int
    of: int = 0


TellProgress = Callable[[Progress], None]
WORDS: dict[Language, dict[Stage, str]] = {
    "en": {
        "reading": "reading chapters",
        "layout": "laying out pages",
        "editions": "making editions",
        "pages": "reading pages",
        "notes": "measuring notes",
    },
    "zh": {"reading": "读稿", "layout": "排版", "editions": "制作成品", "pages": "读页面", "notes": "量脚注"},
}


def tell_nobody(progress: Progress) -> None:
    """For those who do not wait."""


def expected(progress: Progress, pages: int) -> Progress:
    """The pages that are laid out are compared with those of the last build, until there are more."""
    if progress.stage != "layout" or progress.of or not pages:
        return progress
    return replace(progress, of=max(pages, progress.done))


def stage_of(told: Progress, language: Language) -> str:
    return WORDS[language][told.stage]


def figures_of(told: Progress) -> str:
    """How many are done, of how many; as wide at the beginning of a stage as at its end."""
    if told.of:
        return f"{told.done:>{len(str(told.of))}}/{told.of}"
    return str(told.done) if told.done else ""
