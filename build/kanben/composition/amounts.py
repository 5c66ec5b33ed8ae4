"""How much: spaces in em, and the demerits by which lines are weighed against each other."""

from kanben.composition.boundaries import Boundary

HALF = 0.5
"""What a mark with an empty half loses beside another mark and at a line's edges (GB/T 15834-2011 5.1.10)."""
AUTOSPACE = 0.125
"""Between Han and a Latin letter or digit, as CSS text-autospace; CLREQ 3.2.2 would have up to a quarter."""

SHRINK: dict[Boundary, float] = {"word": 0.06, "bracket": 0.4, "pause": 0.4, "stop": 0.4}
"""The order in which a line is squeezed, and the most that one place gives."""
WORD_SHARE = 2.5
"""How much wider a Western space opens than a gap between two Han, which have none."""
WIDEST_WORD, WIDEST_AUTOSPACE = 0.25, 1 / 3
"""The most that a Western space opens, and the widest space between Han and Latin, before the other gaps must do."""

LOOSE = 0.10
"""The opening per gap, in em, whose badness is 100."""
LOOSEST, VISIBLY_LOOSE = 0.12, 400
"""The opening per gap, in em, from which readers see a line as loose, and its penalty."""
HOPELESS = 1
"""The opening per gap, in em, from which a line stays short: before a picture, say, that has no room beside it."""
TIGHT = 100
"""The badness of the tightest possible line."""

LINE = 10
HYPHEN = 60
ADDRESS = 30
"""A line that ends inside a web address."""
DASH = 25
SPARED = 60000
"""What each line costs where lines are to be spared: about five as tight as may be, and none visibly loose."""
SHORT_LAST = 15
RUNT = 3000
EMERGENCY = 20000
UNEVEN = 20000
"""Times the square of the difference in opening between neighbouring lines."""
RAGGED, RAGGED_HEADING = 5, 1
"""Times the square of what a line that is not justified lacks, in em."""
BALANCE_STEP = 0.25
"""In em: how finely the lines of a heading are made equal."""
SHORTEST_LAST = 3.5
"""A last line shorter than this, in em, is avoided."""
LONGEST_RUNT = 6
"""A last line shorter than this, in em, should have two Han at least."""
