"""How far the making of a title has come, as a value; who hears of it decides what to show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Stage = Literal["reading", "layout", "editions"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Of a stage's parts read, pages laid out or editions made so many are done; `of` is 0 where nobody knows all."""

    stage: Stage
    done: int
    of: int = 0


TellProgress = Callable[[Progress], None]


def tell_nobody(progress: Progress) -> None:
    """For those who do not wait."""
