"""How much: spaces in em, and the demerits by which lines are weighed against each other."""

from kanben.composition.boundaries import Boundary

HALF = 0.5
"""What a mark with an empty half loses beside another mark and at a line's edges (GB/T 15834-2011 5.1.10)."""
AUTOSPACE = 0.125
"""Between Han and a Latin letter or digit, as CSS text-autospace; CLREQ 3.2.2 would have up to a quarter."""

SHRINK: dict[Boundary, float] = {"word": 0.06, "bracket": 0.25, "pause": 0.25, "stop": 0.25}
"""The order in which a line is squeezed, and the most that one place gives."""
STRETCH: dict[Boundary, float] = {"word": 0.25}
"""What is opened first; then the gaps that have no space of their own, evenly; then all gaps."""
EVEN = 0.10
"""The most that gaps without a space of their own open before the others join them.

Han beside Latin has its eighth already: opened further, PDF readers would take it for a space."""

LOOSE = 0.10
"""The opening per gap, in em, whose badness is 100."""
TIGHT = 40
"""The badness of the tightest possible line."""

LINE = 10
HYPHEN = 60
DASH = 25
SHORT_LAST = 15
RUNT = 3000
EMERGENCY = 20000
UNEVEN = 20000
"""Times the square of the difference in opening between neighbouring lines."""
SHORTEST_LAST = 3.5
"""A last line shorter than this, in em, is avoided."""
LONGEST_RUNT = 6
"""A last line shorter than this, in em, should have two Han at least."""
