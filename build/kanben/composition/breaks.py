"""Find where lines may end, and where they must."""

from dataclasses import dataclass
from itertools import accumulate

from kanben.composition.amounts import ADDRESS, DASH, HYPHEN
from kanben.composition.atoms import Atoms
from kanben.composition.characters import ADDRESS_BREAK, NO_END, NO_START, UNSPLIT, WEB_ADDRESS, CharacterClass
from kanben.composition.words import word_penalties


@dataclass(frozen=True, slots=True)
class Breaks:
    """Atoms before which a line may end (with the penalty of it) or must end."""

    allowed: dict[int, int]
    forced: frozenset[int]
    order: list[int]  # both together, sorted


def find_breaks(atoms: Atoms, classes: list[CharacterClass]) -> Breaks:
    """Apply the rules of line start and line end, unsplit runs, note calls and hyphens to the breaks of UAX 14."""
    count, together = len(atoms.text), atoms.calls | atoms.joined
    text, starts = "".join(atoms.text), [0, *accumulate(map(len, atoms.text))]
    addresses = _in_addresses(text)
    inside = _unsplit(text) - addresses
    forced = {count} | {i for i in range(1, count) if atoms.text[i - 1] == "\n"}
    allowed: dict[int, int] = {}
    for i in range(1, count):
        if i in forced or starts[i] in inside or i in together or _is_forbidden(atoms.text, i):
            continue
        if i in atoms.unicode_breaks or _is_quote_break(atoms.half, classes, i):
            allowed[i] = DASH if atoms.text[i][0] in "—…" else 0
        elif starts[i] in addresses:
            allowed[i] = ADDRESS
    allowed.update({i: HYPHEN for i in atoms.hyphens if i not in together})
    if atoms.heading:
        penalties = word_penalties(text, atoms.language)
        allowed = {i: penalty + penalties.get(starts[i], 0) for i, penalty in allowed.items()}
    return Breaks(allowed, frozenset(forced), sorted(forced | allowed.keys()))


def _unsplit(text: str) -> set[int]:
    """Give the characters that no line may start with, as they stand within unsplit runs."""
    return {k for run in UNSPLIT.finditer(text) for k in range(run.start() + 1, run.end())}


def _in_addresses(text: str) -> set[int]:
    """Give the characters of web addresses that may start a line."""
    return {
        address.start() + point.end()
        for address in WEB_ADDRESS.finditer(text)
        for point in ADDRESS_BREAK.finditer(address[0], address.end(1) - address.start())
    }


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
