"""Hold what was found on a machine, so that judging it needs no machine."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

System = Literal["apt", "brew", "other"]
"""How things are installed there."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The name of each need that was met, with a version or a place; what is absent was not found."""

    system: System
    found: Mapping[str, str]
