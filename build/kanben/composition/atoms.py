"""What an engine measures of a paragraph: its atoms, in columns."""

from dataclasses import dataclass, field

from kanben.composition.amounts import AUTOSPACE


@dataclass(slots=True)
class Atoms:
    """Visible glyph clusters and inline boxes in reading order, one row of each column for each; widths in px."""

    em: float
    justify: bool
    heading: bool = False  # lines of about equal length that keep words whole
    language: str = "zh-Hans"
    autospace: float = AUTOSPACE  # em
    line_cost: float = 0  # demerits of each line, whatever it is like
    breaks_anywhere: bool = False  # may a word too long for a line be cut?
    text: list[str] = field(default_factory=list)
    width: list[float] = field(default_factory=list)
    half: list[float] = field(default_factory=list)  # of the empty half of a full-width mark, else 0
    calls: set[int] = field(default_factory=set)  # atoms of note calls
    joined: set[int] = field(default_factory=set)  # atoms that must not start a line
    unicode_breaks: set[int] = field(default_factory=set)  # atoms that may start a line by UAX 14
    hyphens: dict[int, float] = field(default_factory=dict)  # atom: width of the hyphen that a line before it ends with
