"""Make paragraphs of lines: join what pages cut, put note calls at their spots, check the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kanben.manuscript.joins import DOUBT, SURE, Cut, Layout, judge
from kanben.manuscript.ledger import Ledger
from kanben.manuscript.lines import Line
from kanben.manuscript.notes import CALL_MARK, Call
from kanben.manuscript.proposals import Unit
from kanben.manuscript.traced import CALL, Traced, joined, seam

TAIL = 2000
"""How many of a paragraph's last characters are looked at to decide whether it goes on."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in which CALL stands where a note is called or a work is cited.

    `notes` are the numbers of the notes in that order, from 0, or -n for the n-th work.
    """

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
    changes: list[tuple[int, int, str]] = []
    for match in CALL_MARK.finditer(words.text):
        call = desk.calls.get(words.at[match.start()])
        if call:
            desk.ledger.claim("citation mark" if call.work else "note mark", "", words.cut(*match.span()))
            changes.append((*match.span(), CALL))
            notes.append(-call.work if call.work else call.note)
    return words.put(changes), tuple(notes)


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
    groups: list[list[Line]] = []
    said = ""
    for line in lines:
        group = groups[-1] if groups else []
        if group and is_joined(Cut(said, group[-1], line), group[0].words.at[0], desk):
            group.append(line)
            said = (said + CALL_MARK.sub("", line.text))[-TAIL:]
        else:
            groups.append([line])
            said = CALL_MARK.sub("", line.text)[-TAIL:]
    return [finish(join_lines([line.words for line in group], kind), desk) for group in groups]


def join_lines(pieces: Sequence[Traced], kind: str) -> Unit:
    """Set the lines of a paragraph one after another."""
    whole, joints, length = [pieces[0]], [], len(pieces[0])
    for before, after in pairwise(pieces):
        between = seam(before, after)
        whole += [between, after]
        joints.append(length + len(between))
        length = joints[-1] + len(after)
    return Unit(kind, joined(whole), tuple(joints))


def finish(unit: Unit, desk: Desk) -> Paragraph:
    """Set the calls of a unit, then check its words."""
    words, notes = set_calls(unit.words, desk)
    there = {spot: index for index, spot in enumerate(words.at)}
    joints = tuple(there[spot] for joint in unit.joints if (spot := unit.words.at[joint]) in there)
    return Paragraph(desk.ledger.check(Unit(unit.kind, words, joints)), notes)
