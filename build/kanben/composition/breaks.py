"""Find where lines may end, and where they must."""

from dataclasses import dataclass
from itertools import accumulate

from kanben.composition.amounts import DASH, HYPHEN
from kanben.composition.atoms import Atoms
from kanben.composition.characters import NO_END, NO_START, UNSPLIT, CharacterClass


@dataclass(frozen=True, slots=True)
class Breaks:
    """Atoms before which a line may end (with the penalty of it) or must end."""

    allowed: dict[int, int]
    forced: frozenset[int]
    order: list[int]  # both together, sorted


def find_breaks(atoms: Atoms, classes: list[CharacterClass]) -> Breaks:
    """Apply the rules of line start and line end, unsplit runs, note calls and hyphens to the breaks of UAX 14."""
    count, together = len(atoms.text), atoms.calls | atoms.joined
    inside, starts = _unsplit(atoms.text)
    forced = {count} | {i for i in range(1, count) if atoms.text[i - 1] == "\n"}
    allowed: dict[int, int] = {}
    for i in range(1, count):
        if i in forced or starts[i] in inside or i in together or _is_forbidden(atoms.text, i):
            continue
        if i in atoms.unicode_breaks or _is_quote_break(atoms.half, classes, i):
            allowed[i] = DASH if atoms.text[i][0] in "—…" else 0
    allowed.update({i: HYPHEN for i in atoms.hyphens if i not in together})
    return Breaks(allowed, frozenset(forced), sorted(forced | allowed.keys()))


def _unsplit(text: list[str]) -> tuple[set[int], list[int]]:
    """Give the characters that no line may start with, as they stand within unsplit runs, and each atom's first one."""
    starts = [0, *accumulate(map(len, text))]
    inside = {k for run in UNSPLIT.finditer("".join(text)) for k in range(run.start() + 1, run.end())}
    return inside, starts


def _is_forbidden(text: list[str], i: int) -> bool:
    before, after = text[i - 1], text[i][0]
    if after in NO_START or before in NO_END:
        return True
    return after == "—" and text[i + 1 : i + 2] != ["—"]  # a single one connects; —— may start a line


def _is_quote_break(half: list[float], classes: list[CharacterClass], i: int) -> bool:
    """Unicode glues “ ” to both neighbours; full-width ones are brackets."""
    a, b = classes[i - 1], classes[i]
    if b == "open" and half[i]:
        return a in ("han", "pause", "stop", "closer")
    return a == "closer" and bool(half[i - 1]) and b in ("han", "latin", "open")
