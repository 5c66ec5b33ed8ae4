"""Make paragraphs of lines: join what pages cut, put note calls at their spots, check the words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kanben.manuscript.joins import DOUBT, SURE, Cut, Layout, judge
from kanben.manuscript.ledger import Ledger
from kanben.manuscript.lines import Line
from kanben.manuscript.notes import CALL_MARK, Call
from kanben.manuscript.proposals import Unit
from kanben.manuscript.traced import CALL, Traced, seam


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in which CALL stands where a note is called; `notes` are the notes' numbers in that order."""

    words: Traced
    notes: tuple[int, ...] = ()

    @property
    def key(self) -> int:
        """The offset of its first character, which names it in the ledger."""
        return self.words.at[0]


@dataclass(frozen=True, slots=True)
class Desk:
    """What making paragraphs needs to know of the manuscript."""

    layout: Layout
    calls: dict[int, Call]
    ledger: Ledger


def set_calls(words: Traced, desk: Desk) -> tuple[Traced, tuple[int, ...]]:
    """Put CALL in the place of each tied mark, and account for the mark."""
    notes: list[int] = []
    for match in reversed(list(CALL_MARK.finditer(words.text))):
        call = desk.calls.get(words.at[match.start()])
        if call:
            desk.ledger.claim("note mark", "", words.cut(*match.span()))
            words = words.put(match.start(), match.end(), CALL)
            notes.append(call.note)
    return words, tuple(reversed(notes))


def is_joined(cut: Cut, key: int, desk: Desk) -> bool:
    """Decide on one cut; doubts are told, and followed only on wish."""
    verdict = judge(cut, desk.layout)
    where = cut.after.words.at[0]
    joined = verdict.confidence >= SURE
    if DOUBT < verdict.confidence < SURE:
        before, after = cut.before.text[-10:], cut.after.text[:10]
        what = f"{verdict.rule.replace('_', ' ')}: one paragraph?"
        joined = desk.ledger.propose("joins", where, key, what, f"{before}⏎{after}", before + after, verdict.confidence)
    if joined:
        desk.ledger.joins.append((cut.after.number, verdict.rule, verdict.confidence))
    return joined


def gather(lines: Sequence[Line], desk: Desk, kind: str = "body") -> list[Paragraph]:
    """Make the paragraphs of a stretch of text lines between two headings."""
    found: list[Unit] = []
    before: Line | None = None
    for line in lines:
        if before is not None:
            unit = found[-1]
            said = CALL_MARK.sub("", unit.text) if has_calls(unit.words, desk) else unit.text
            if is_joined(Cut(said, before, line), unit.words.at[0], desk):
                start = unit.words + seam(unit.words, line.words)
                found[-1] = Unit(kind, start + line.words, (*unit.joints, len(start)))
                before = line
                continue
        found.append(Unit(kind, line.words))
        before = line
    return [finish(unit, desk) for unit in found]


def has_calls(words: Traced, desk: Desk) -> bool:
    return any(words.at[match.start()] in desk.calls for match in CALL_MARK.finditer(words.text))


def finish(unit: Unit, desk: Desk) -> Paragraph:
    """Set the calls of a unit, then check its words."""
    words, notes = set_calls(unit.words, desk)
    shift = len(unit.words) - len(words)
    joints = unit.joints if not shift else tuple(words.at.index(unit.words.at[joint]) for joint in kept(unit, words))
    return Paragraph(desk.ledger.check(Unit(unit.kind, words, joints)), notes)


def kept(unit: Unit, words: Traced) -> Iterable[int]:
    """The joints whose next character is still there."""
    there = set(words.at)
    return (joint for joint in unit.joints if unit.words.at[joint] in there)
