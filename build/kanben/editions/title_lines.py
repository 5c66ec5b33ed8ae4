"""Break a title into lines: as large as fits, cut where words end as far as characters can tell."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

OPENING = "《〈（“‘「『【〔"
CLOSING = "》〉）”’」』】〕，。、：；！？—…·"
PIECE = re.compile(
    rf"(?P<text>[{OPENING}]*(?:[A-Za-z0-9][A-Za-z0-9.,'’&+%-]*|[^\s{OPENING}{CLOSING}]|[{CLOSING}])[{CLOSING}]*)(?P<space>\s*)"
)
"""What may not be cut: a Latin word or a Han character, with the marks that cling to it."""

ENDINGS = "的之式性化们們者"
"""Characters that close a word: a line may end after them, never before."""

LINKS = "与與和及或"
"""Words of one character between two others: a line may end before them, never after."""

LINE_HEIGHT = 1.35
NEARLY = 0.8
GOOD_CUT, FAIR_CUT, BAD_CUT = -1.0, 0.0, 2.0


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    spaced: bool

    @property
    def width(self) -> float:
        """In em: a Han character is 1 wide, a Latin letter about 0.6."""
        return sum(0.6 if char.isascii() else 1.0 for char in self.text)

    @property
    def han(self) -> bool:
        return not self.text.isascii()

    @property
    def ends_phrase(self) -> bool:
        return self.spaced or self.text[-1] in CLOSING

    @property
    def ends_word(self) -> bool:
        return self.ends_phrase or not self.han or self.text in ENDINGS or self.text in LINKS

    @property
    def begins_phrase(self) -> bool:
        return self.text[0] in OPENING


@dataclass(frozen=True, slots=True)
class Setting:
    """A title in lines, and the size of its letters."""

    size: float
    lines: tuple[str, ...]


@lru_cache(256)
def fit(title: str, width: float, height: float, largest: float) -> Setting:
    """Set a title into a box: the fewest lines whose letters are nearly as large as they can be."""
    pieces = pieces_of(title)
    settings = [setting(lines_of(pieces, count), width, height, largest) for count in range(1, min(8, len(pieces)) + 1)]
    best = max(found.size for found in settings)
    return next(found for found in settings if found.size >= NEARLY * best)


def setting(lines: tuple[tuple[Piece, ...], ...], width: float, height: float, largest: float) -> Setting:
    size = min(largest, width / max(map(breadth, lines)), height / (LINE_HEIGHT * len(lines)))
    return Setting(round(size, 1), tuple(map(words, lines)))


def pieces_of(title: str) -> tuple[Piece, ...]:
    """Take a title apart at every spot where a line may end."""
    return tuple(Piece(match["text"], bool(match["space"])) for match in PIECE.finditer(title)) or (
        Piece(title, False),
    )


def lines_of(pieces: tuple[Piece, ...], count: int) -> tuple[tuple[Piece, ...], ...]:
    """Break into `count` lines of like breadth; a break costs its raggedness and the spots of its cuts."""
    target = breadth(pieces) / count

    def raggedness(start: int, end: int) -> float:
        return (breadth(pieces[start:end]) - target) ** 2

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return raggedness(start, len(pieces)), (len(pieces),)
        choices = []
        for end in range(start + 1, len(pieces) - left + 2):
            cost, ends = best(end, left - 1)
            choices.append((cost + raggedness(start, end) + cut_cost(pieces, end), (end, *ends)))
        return min(choices)

    ends = best(0, count)[1]
    return tuple(pieces[start:end] for start, end in zip((0, *ends), ends, strict=False))


def cut_cost(pieces: tuple[Piece, ...], end: int) -> float:
    """Whether a line may well end before piece `end`: Chinese words have mostly two characters."""
    before, after = pieces[end - 1], pieces[end]
    if before.ends_phrase or after.begins_phrase:
        return GOOD_CUT
    if before.text in LINKS or after.text in ENDINGS:
        return BAD_CUT
    if before.ends_word or not after.han or after.text in LINKS:
        return FAIR_CUT
    return BAD_CUT if run_before(pieces, end) % 2 else FAIR_CUT


def run_before(pieces: tuple[Piece, ...], end: int) -> int:
    """How many characters stand before piece `end` since a word surely began."""
    run = 0
    while run < end and not pieces[end - 1 - run].ends_word:
        run += 1
        if pieces[end - run].begins_phrase:
            break
    return run


def breadth(pieces: tuple[Piece, ...]) -> float:
    """The width of a line in em, with the spaces inside it."""
    return sum(piece.width for piece in pieces) + 0.3 * sum(piece.spaced for piece in pieces[:-1])


def words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text + (" " if piece.spaced else "") for piece in pieces).rstrip()
