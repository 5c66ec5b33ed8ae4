"""Keep the account of an import: where every character of the manuscript goes, and what was proposed on the way."""

from bisect import bisect_right
from dataclasses import dataclass, field

from kanben.manuscript.proposals import Finding, Proposal, Unit, findings_in
from kanben.manuscript.traced import Traced
from kanben.manuscript.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Claim:
    """Characters of the manuscript that go to a kind of place: body of chapters/01.md, or furniture (no file)."""

    kind: str
    file: str
    spots: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """An applied proposal: the characters at `spots` were changed to `after`."""

    spots: tuple[int, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal whose place in the written files is not known yet; `unit` is the offset of its paragraph's start."""

    kind: str
    spot: int
    unit: int
    what: str
    before: str
    after: str
    confidence: float
    applied: bool


@dataclass(frozen=True, slots=True)
class Addition:
    """Words that the import itself wrote, such as the heading of an untitled preface."""

    kind: str
    file: str
    text: str
    why: str


@dataclass(slots=True)
class Ledger:
    """Collects while an import runs; `apply` are the kinds of proposals that are carried out at once."""

    text: str
    apply: frozenset[str]
    vocabulary: Vocabulary
    claims: list[Claim] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    joins: list[tuple[int, str, float]] = field(default_factory=list)
    """(line, rule, confidence) of each cut that was joined."""
    noted: set[int] = field(default_factory=set)
    """The notes that have been written; one that several files call is written again in each."""
    places: dict[int, tuple[str, int]] = field(default_factory=dict)
    """Where in the files the paragraph that starts at an offset was written."""

    def claim(self, kind: str, file: str, *words: Traced) -> None:
        for piece in words:
            self.claims.append(Claim(kind, file, piece.at))

    def propose(self, kind: str, spot: int, unit: int, what: str, before: str, after: str, confidence: float) -> bool:
        """Note a proposal that is no change of words; tell whether it is to be applied."""
        applied = kind in self.apply
        self.drafts.append(Draft(kind, spot, unit, what, before, after, confidence, applied))
        return applied

    def check(self, unit: Unit) -> Traced:
        """Note what the rules find in a unit, and give its words with the applied kinds changed."""
        changes: list[tuple[int, int, str]] = []
        for finding in findings_in(unit, self.vocabulary):
            before = unit.text[finding.start : finding.end]
            spots = unit.words.at[finding.start : finding.end]
            applied = self.propose(
                finding.kind,
                spots[0],
                unit.words.at[0],
                f"{finding.what}: {around(unit.text, finding)}",
                before,
                finding.after,
                finding.confidence,
            )
            if applied:
                self.edits.append(Edit(spots, finding.after))
                changes.append((finding.start, finding.end, finding.after))
        return unit.words.put(changes)

    def proposals(self) -> tuple[Proposal, ...]:
        """The drafts in manuscript order, with both places."""
        starts = line_starts(self.text)
        found = []
        for draft in sorted(self.drafts, key=lambda draft: (draft.spot, draft.kind)):
            line, column = position(starts, draft.spot)
            file, file_line = self.places.get(draft.unit) or self.places.get(draft.spot, ("", 0))
            found.append(
                Proposal(
                    draft.kind,
                    line,
                    column,
                    file,
                    file_line,
                    draft.what,
                    draft.before,
                    draft.after,
                    draft.confidence,
                    draft.applied,
                )
            )
        return tuple(found)


def around(text: str, finding: Finding) -> str:
    """A few characters on both sides of a finding, so that an editor finds it by eye."""
    context = text[max(0, finding.start - 8) : finding.end + 8]
    return "".join(character for character in context if character >= " ")


def line_starts(text: str) -> list[int]:
    """The offsets at which lines begin; a form feed begins none."""
    ends = {n + 1 for n, c in enumerate(text) if c == "\n" or (c == "\r" and text[n + 1 : n + 2] != "\n")}
    return sorted({0} | ends | {n + 1 for n, c in enumerate(text) if c in "\v\x85\u2028\u2029"})


def position(starts: list[int], spot: int) -> tuple[int, int]:
    """The line and column, from 1, of an offset."""
    line = bisect_right(starts, spot)
    return line, spot - starts[line - 1] + 1
