"""The running words of an edition, in which another's are looked for, at a cost that no edition can drive up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise

from kanben.proof.agreement.said import Passage

NEAR, LONG, STRIDE = 600, 30, 15
"""Characters: short words are looked for no farther ahead than NEAR, LONG ones anywhere, since of these STRIDE in a row
stand at a multiple of STRIDE."""
BEHIND = 5_000
SLACK, TELLING = 80, 8
"""Words are not those looked for, where what follows those, of TELLING characters, begins before them within SLACK."""
TRIES, PARTED, ENDS = 20, 6, 8
"""Places that are tried, where many look alike: of words, of words that a page parts; ends of pages near a place."""
JOINTS = 50_000
"""How often in all is looked for what goes on behind a page: a real page has one or two such places."""


class Flow:
    """The words of passages in a row, and where a page's pieces begin and end in them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.text = "".join(passage.words for passage in passages)
        starts, length = [], 0
        for passage in passages:
            starts.append(length)
            length += len(passage.words)
        pages = {after.page for before, after in pairwise(passages) if before.page != after.page}
        joints = zip(starts[1:], pairwise(passages), strict=True)
        self.ends = [at for at, (before, after) in joints if before.page != after.page]
        self.begins = frozenset(n for n, passage in zip(starts, passages, strict=True) if passage.page in pages)
        """Where a passage of a page may go on from the one before."""
        moved = [after.floats or before.floats for before, after in pairwise((*passages[:1], *passages))]
        self.floating = frozenset(n for n, moves in zip(starts, moved, strict=True) if moves)
        self.fixed = [n for n in starts if n not in self.floating]
        """Where passages begin that a page may move, a table's source along with it, and where those that stay."""
        self.joints = JOINTS

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each run of STRIDE characters stands, of those at multiples of it."""
        found: dict[str, list[int]] = {}
        for at in range(0, len(self.text) - STRIDE + 1, STRIDE):
            found.setdefault(self.text[at : at + STRIDE], []).append(at)
        return found

    def find(self, words: str, cursor: int) -> int:
        """Give the end of words behind a place; -1 where they do not stand. A passage may go on behind a page's end."""
        reach = cursor + NEAR + len(words)
        found = self.text.find(words, cursor, reach)
        if found >= 0:
            return found + len(words)
        overlaps = ((at, end) for end in self.ends_within(cursor, reach) for at in self.overlaps(words, cursor, end))
        parted = (self.goes_on(words, at, end) for at, end in islice(overlaps, PARTED))
        near = next((end for end in parted if end >= 0), -1)
        return self.find_far(words, cursor) if near < 0 and len(words) >= LONG else near

    def ends_within(self, cursor: int, reach: int) -> list[int]:
        return self.ends[bisect_right(self.ends, cursor) : bisect_right(self.ends, reach)][:ENDS]

    def overlaps(self, words: str, cursor: int, end: int) -> Iterator[int]:
        """The places from which a beginning of the words reaches to an end, the longest first."""
        first = words[:4]
        at = self.text.find(first, max(cursor, end - len(words) + 1), end)
        for _ in range(TRIES):
            if at < 0:
                break
            yield at
            at = self.text.find(first, at + 1, end)
        yield from (end - length for length in range(min(3, len(words) - 1, end - cursor), 0, -1))

    def goes_on(self, words: str, at: int, end: int) -> int:
        """Give the end of words of which some stand from a place to a page's end, and the rest where a page goes on."""
        self.joints -= 1
        length = end - at
        if self.joints < 0 or not self.text.startswith(words[:length], at):
            return -1
        rest = words[length:]
        found = self.text.find(rest, end, end + 10 * NEAR + len(rest))
        for _ in range(TRIES):
            if found < 0 or found in self.begins:
                break
            found = self.text.find(rest, found + 1, end + 10 * NEAR + len(rest))
        return found + len(rest) if found in self.begins else -1

    def find_far(self, words: str, cursor: int) -> int:
        """Find long words anywhere behind a place: whole, else parted."""
        places = sorted(set(self.candidates(words, cursor)))
        whole = next((at for at in places if self.text.startswith(words, at)), -1)
        if whole >= 0:
            return whole + len(words)
        ends = ((at, self.ends[n]) for at in places if (n := bisect_right(self.ends, at)) < len(self.ends))
        parted = (self.goes_on(words, at, end) for at, end in islice(ends, PARTED) if end - at < len(words))
        return next((end for end in parted if end >= 0), -1)

    def candidates(self, words: str, cursor: int) -> Iterator[int]:
        """The places from which words may stand, by their first runs."""
        for offset in range(STRIDE):
            places = self.places.get(words[offset : offset + STRIDE], [])
            first = bisect_left(places, cursor + offset)
            yield from (at - offset for at in islice(places, first, first + TRIES))

    def is_ahead(self, place: int, end: int, cursor: int, following: Sequence[Passage]) -> bool:
        """Whether words that were found come later, since what follows those looked for begins before them."""
        if place == cursor or place in self.floating:
            return False
        long = (each.words for each in following if len(each.words) >= TELLING)
        return any(0 <= self.text.find(words, cursor, cursor + SLACK + len(words)) < end for words in long)

    def is_before_floats(self, words: str, cursor: int) -> bool:
        """Whether words stand just before tables and figures that print has set behind them."""
        n = bisect_left(self.fixed, cursor)
        last = self.fixed[n - 1] if n else 0
        found = self.text.find(words, max(last - len(words) + 1, cursor - BEHIND, 0), cursor)
        return 0 <= found < found + len(words) < cursor
