"""Tie each note to the exact place that calls it: marks of several forms, restarting on every page or not."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter

from kanben.manuscript.lines import Line
from kanben.manuscript.numerals import SUPERSCRIPT, value_of
from kanben.manuscript.traced import Traced, joined, seam, squeeze

MARK = r"\^?\s?[①-⑳]|\[\^?\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕|\^\d{1,3}|[¹²³⁰⁴-⁹]{1,3}"
BRACKETS = ("[]", "［］", "〔〕")
CALL_MARK = re.compile(MARK)
TEXT_MARK = re.compile(rf"({MARK})[\s\u3000.．、：:]*(?=\S)")
LISTED_MARK = re.compile(r"(\d{1,3})(?:[.．、](?!\d)|\s)\s*(?=\S)")
"""How notes are listed in a section of their own."""


@dataclass(frozen=True, slots=True)
class Call:
    """A mark in the text: the offset where it begins, its length, and the note it calls or the work it cites."""

    start: int
    length: int
    style: str
    value: int
    note: int = -1
    work: int = 0


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note's own words, and the mark that stood before them; `lines` are the offsets where its lines begin."""

    mark: Traced
    words: Traced
    style: str
    value: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """`calls` are those that were tied, by offset; `loose` calls have no note, `uncalled` notes no call."""

    lines: tuple[Line, ...]
    texts: tuple[NoteText, ...]
    calls: dict[int, Call]
    loose: tuple[Call, ...]
    uncalled: tuple[NoteText, ...]


def read_mark(mark: str) -> tuple[str, int]:
    """A mark's style and its value: ^① and ① are one style, so that a page may mix them."""
    core = mark.strip("^[]［］〔〕 ")
    form = re.sub(r"[\s^0-9]", "", mark).translate(SUPERSCRIPT)
    style = "circled" if "①" <= core <= "⑳" else "digits" if not form or form.isdecimal() else form
    return style, value_of(core)


def calls_in(line: Line, start: int = 0) -> list[Call]:
    """The marks within a line of text, in reading order."""
    found = []
    for match in CALL_MARK.finditer(line.text, start):
        style, value = read_mark(match.group())
        found.append(Call(line.words.at[match.start()], len(match.group()), style, value))
    return found


def note_at(line: Line, in_section: bool) -> NoteText | None:
    """The note that a line begins, if it begins with a mark."""
    match = TEXT_MARK.match(line.text) or (LISTED_MARK.match(line.text) if in_section else None)
    if not match:
        return None
    style, value = read_mark(match[1])
    return NoteText(
        line.words.cut(0, match.end()).strip(), line.words.cut(match.end()), style, value, line.words.at[:1]
    )


@dataclass(frozen=True, slots=True)
class Begun:
    """A note whose first line has been read; `further` lines are joined to it at once, when it ends."""

    note: NoteText
    further: list[Traced] = field(default_factory=list)

    def whole(self) -> NoteText:
        pieces = [self.note.words, *self.further]
        seams = [piece for before, after in pairwise(pieces) for piece in (seam(before, after), after)]
        lines = (*self.note.lines, *(words.at[0] for words in self.further))
        return replace(self.note, words=joined([self.note.words, *seams]), lines=lines)


class Waiting:
    """The calls that wait for their notes, in reading order; found by what a note must bear to be theirs."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.wanting: defaultdict[tuple[int, str], list[Call]] = defaultdict(list)

    def shelves(self, call: Call) -> list[list[Call]]:
        styles = {call.style, "digits"}
        return [self.calls, *(self.wanting[call.value, style] for style in styles)]

    def put(self, call: Call) -> None:
        for shelf in self.shelves(call):
            shelf.append(call)

    def take(self, call: Call) -> None:
        for shelf in self.shelves(call):
            del shelf[bisect_left(shelf, call.start, key=attrgetter("start"))]

    def latest(self, note: NoteText) -> Call | None:
        """The last call that a note can be the note of."""
        fitting = self.wanting.get((note.value, note.style))
        return fitting[-1] if fitting else None


class Tying:
    """Goes through the lines once; holds the calls that wait for their notes, and the block of notes being read."""

    def __init__(self) -> None:
        self.waiting = Waiting()
        self.block: list[Begun] = []
        self.texts: list[NoteText] = []
        self.calls: dict[int, Call] = {}
        self.loose: list[Call] = []
        self.uncalled: list[NoteText] = []

    def starts_in_block(self, note: NoteText) -> bool:
        """Whether a note is called, and the first of its number in the block."""
        return self.waiting.latest(note) is not None and note.value not in [begun.note.value for begun in self.block]

    def takes(self, line: Line, section: str, role_before: str) -> bool:
        """Read a line as the start of a note, or as more of the note begun on the line before."""
        if line.role == "heading" or is_list(section):
            return False
        listed = is_notes(section)
        note = note_at(line, listed)
        if note and (listed or self.starts_in_block(note)):
            self.block.append(Begun(note))
            return True
        if line.gap != "line" or role_before != "note" or not self.block:
            return False
        self.block[-1].further.append(line.words)
        return True

    def close_block(self) -> None:
        """Tie the notes of a page's foot to the last waiting calls: one to one where the series agree."""
        notes, self.block = [begun.whole() for begun in self.block], []
        tail = self.waiting.calls[-len(notes) :] if notes else []
        agree = len(tail) == len(notes) and all(map(self.agrees, tail, notes))
        for position, note in enumerate(notes):
            self.tie(note, tail[position] if agree else self.waiting.latest(note))

    def agrees(self, call: Call, note: NoteText) -> bool:
        """Whether a call is of the note's number, and of its form where any call is."""
        return call.value == note.value and (same_style(call, note) or self.waiting.latest(note) is None)

    def tie(self, note: NoteText, call: Call | None) -> None:
        if call is None:
            self.uncalled.append(note)
            return
        self.waiting.take(call)
        self.calls[call.start] = replace(call, note=len(self.texts))
        self.texts.append(note)

    def tie_again(self) -> None:
        """A mark that is called twice calls the same note, if only one note ever bore it."""
        borne: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for number, note in enumerate(self.texts):
            borne[note.value, note.style].append(number)
        for call in self.waiting.calls:
            same = [number for style in {call.style, "digits"} for number in borne[call.value, style][:2]]
            if len(same) == 1 and call.style != "circled":
                self.calls[call.start] = replace(call, note=same[0])
            else:
                self.loose.append(call)


def same_style(call: Call, note: NoteText) -> bool:
    return call.style == note.style or note.style == "digits"


def tie_notes(lines: tuple[Line, ...]) -> Notes:
    """Find the blocks of notes and tie them; what cannot be tied stays text and is told."""
    tying = Tying()
    out: list[Line] = []
    section = ""
    for line in lines:
        section = line.text if line.role == "heading" else section
        if line.role not in ("text", "heading"):
            out.append(line)
        elif tying.takes(line, section, out[-1].role if out else "text"):
            out.append(replace(line, role="note"))
        else:
            out.append(replace(line, foot=bool(tying.block)))
            tying.close_block()
            for call in [] if is_list(section) else calls_in(line):
                tying.waiting.put(call)
    tying.close_block()
    tying.tie_again()
    listed = {start for note in tying.uncalled for start in note.lines}
    lone = [note for line in out if (note := lone_note(line, tying.calls))]
    apart = listed | {note.mark.at[0] for note in lone}
    lines = tuple(replace(line, role="text", lone=True) if line.words.at[0] in apart else line for line in out)
    loose = tuple(call for call in tying.loose if call.start not in apart)
    return Notes(lines, tuple(tying.texts), tying.calls, loose, (*tying.uncalled, *lone))


def lone_note(line: Line, calls: dict[int, Call]) -> NoteText | None:
    """A line of text that has the look of a page's note: it begins with ① but is no sentence, as an item would be."""
    note = note_at(line, False) if line.role == "text" else None
    if not note or note.style != "circled" or note.mark.at[0] in calls or line.text.endswith(("。", "；", "！", "？")):
        return None
    return note


def is_notes(section: str) -> bool:
    return squeeze(section) in ("注释", "注", "尾注")


def is_list(section: str) -> bool:
    """A section whose entries begin with numbers of their own."""
    return squeeze(section) in ("参考文献", "参考书目", "主要参考文献", "参考资料")
