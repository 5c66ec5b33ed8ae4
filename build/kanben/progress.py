"""How far the making of a title has come, as a value; who hears of it decides what to show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Stage = Literal["reading", "layout", "editions", "pages", "notes"]
"""Of a title: its parts are read, its pages laid out, its editions made. Of a PDF: pages are read, notes looked at."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Of what a stage does one after the other so many are done; `of` is 0 where nobody knows how many there are."""

    stage: Stage
    done: int
    of: int = 0


TellProgress = Callable[[Progress], None]


def tell_nobody(progress: Progress) -> None:
    """For those who do not wait."""
