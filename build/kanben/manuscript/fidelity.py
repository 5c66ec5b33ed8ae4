"""Prove that no character was lost, added or doubled: compare the manuscript's account with the files as written."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

import yaml

from kanben.manuscript.ledger import Claim, Ledger, line_starts, position
from kanben.manuscript.lines import is_control
from kanben.manuscript.markdown import read_file
from kanben.manuscript.traced import squeeze

LONG = 4_000_000
"""From this product of lengths on, two differing stretches are shown whole: comparing them takes too long."""

Destination = tuple[str, str]
"""(file, kind): ("chapters/01.md", "body")."""


@dataclass(frozen=True, slots=True)
class Residue:
    """Characters that do not come out right; line 0 where they stand in no manuscript line."""

    what: str
    line: int
    column: int
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Fidelity:
    """`characters` is the number of non-white ones; `counts` says where they went, kind by kind."""

    characters: int
    counts: tuple[tuple[str, int], ...]
    residual: tuple[Residue, ...]


def emitted_words(files: Mapping[str, bytes]) -> dict[Destination, str]:
    """Read the written files back, one run of words for each kind in each file."""
    out: defaultdict[Destination, list[str]] = defaultdict(list)
    for name, data in files.items():
        pairs = read_file(data.decode()) if name.endswith(".md") else read_yaml(name, data)
        for kind, words in pairs:
            out[name, kind].append(squeeze(words))
    return {where: "".join(words) for where, words in out.items()}


def read_yaml(name: str, data: bytes) -> list[tuple[str, str]]:
    """The manuscript's words in a YAML file."""
    value = yaml.safe_load(data)
    if name == "title.yaml":
        named = [("creator", creator["name"]) for creator in value.get("creators", [])]
        return [(key, value[key]) for key in ("title", "subtitle", "publisher") if key in value] + named
    if name == "glossary.yaml":
        pairs: list[tuple[str, str]] = []
        for entry in value or []:
            pairs += [("term", entry["term"])]
            pairs += [
                ("definition" if kind == "body" else kind, words) for kind, words in read_file(entry["definition"])
            ]
        return pairs
    return [("reference", work["verbatim"]) for work in value["references"] if "verbatim" in work]


def expected_words(ledger: Ledger) -> dict[Destination, list[tuple[int, str]]]:
    """What each destination must hold: the claimed characters in manuscript order, applied proposals carried out."""
    changed = {spot: edit.after if n == 0 else "" for edit in ledger.edits for n, spot in enumerate(edit.spots)}
    spots: defaultdict[Destination, set[int]] = defaultdict(set)
    for claim in ledger.claims:
        if claim.file:
            spots[claim.file, claim.kind].update(claim.spots)
    return {
        where: [(spot, squeeze(changed.get(spot, ledger.text[spot]))) for spot in sorted(held)]
        for where, held in spots.items()
    }


def edited_claims(ledger: Ledger) -> list[Claim]:
    """Characters that an applied proposal took away belong to no words any more: they count as applied."""
    claimed = {spot for claim in ledger.claims for spot in claim.spots}
    gone = [tuple(spot for spot in edit.spots if spot not in claimed) for edit in ledger.edits]
    return [Claim("changed by --apply", "", spots) for spots in gone]


def check_claims(ledger: Ledger) -> tuple[Counter[str], list[Residue]]:
    """Count every non-white character of the manuscript once; show what is claimed never, or twice."""
    starts = line_starts(ledger.text)
    held: Counter[int] = Counter()
    counts: Counter[str] = Counter()
    for claim in [*ledger.claims, *edited_claims(ledger)]:
        real = {spot for spot in claim.spots if not ledger.text[spot].isspace()}
        held.update(real)
        counts["note" if claim.kind.startswith("note n") else claim.kind] += len(real)
    residual = []
    for spot, character in enumerate(ledger.text):
        if character.isspace() or is_control(character) or held[spot] == 1:
            continue
        what = "goes twice" if held[spot] else "goes nowhere"
        residual.append(Residue(what, *position(starts, spot), "", character))
    return counts, residual


def added_words(ledger: Ledger) -> dict[Destination, list[str]]:
    """What the import itself wrote at each destination."""
    added: defaultdict[Destination, list[str]] = defaultdict(list)
    for addition in ledger.additions:
        added[addition.file, addition.kind].append(squeeze(addition.text))
    return added


def without(emitted: str, added: list[str]) -> str:
    """The words of a file without those that the import wrote before them."""
    for words in added:
        emitted = emitted.removeprefix(words)
    return emitted


def compare(where: Destination, expected: list[tuple[int, str]], emitted: str, ledger: Ledger) -> list[Residue]:
    """Show where the words of a file differ from what the account says they are."""
    wanted = "".join(words for _, words in expected)
    if wanted == emitted:
        return []
    spots = [spot for spot, words in expected for _ in words]
    starts = line_starts(ledger.text)
    found = []
    for a, b, c, d in differences(wanted, emitted):
        line, column = position(starts, spots[min(a, len(spots) - 1)]) if spots else (0, 0)
        if b > a:
            found.append(Residue("is missing", line, column, where[0], wanted[a:b]))
        if d > c:
            found.append(Residue("is added", line, column, where[0], emitted[c:d]))
    return found


def differences(wanted: str, emitted: str) -> list[tuple[int, int, int, int]]:
    """The stretches (a, b, c, d) where wanted[a:b] stands against emitted[c:d]; one, where they are long."""
    start = alike(wanted, emitted)
    left, right = wanted[start:], emitted[start:]
    end = alike(left[::-1], right[::-1])
    left, right = left[: len(left) - end], right[: len(right) - end]
    if len(left) * len(right) > LONG:
        return [(start, start + len(left), start, start + len(right))]
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [(a + start, b + start, c + start, d + start) for tag, a, b, c, d in codes if tag != "equal"]


def alike(one: str, other: str) -> int:
    """How many characters two strings begin alike."""
    shorter = min(len(one), len(other))
    return next((n for n in range(shorter) if one[n] != other[n]), shorter)


def prove(ledger: Ledger, files: Mapping[str, bytes]) -> Fidelity:
    """Check the account in itself, then every written file against it."""
    counts, residual = check_claims(ledger)
    controls = sum(is_control(character) and not character.isspace() for character in ledger.text)
    if controls:
        counts["control characters"] = controls
    expected, emitted, added = expected_words(ledger), emitted_words(files), added_words(ledger)
    for where in sorted(expected.keys() | emitted.keys()):
        residual += compare(
            where, expected.get(where, []), without(emitted.get(where, ""), added.get(where, [])), ledger
        )
    total = sum(not character.isspace() for character in ledger.text)
    return Fidelity(total, tuple(sorted(counts.items())), tuple(residual))
