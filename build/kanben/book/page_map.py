"""Where the pages of the print edition begin: what layout tells the other editions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class PageStart(NamedTuple):
    """A page's first text: the character `offset` of leaf block `spot` of `part`; white space is not counted.

    A page that begins with a heading, a figure or a table names that block's id and has spot 0.
    """

    label: str
    part: str
    spot: int
    offset: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class PageMap:
    """`labels` maps ids to printed folios; `starts` are the pages in order, without blank ones. Empty without print."""

    labels: Mapping[str, str] = field(default_factory=dict)
    starts: tuple[PageStart, ...] = ()
    count: int = 0
