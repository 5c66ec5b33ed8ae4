"""Tie each note to the exact place that calls it: marks of several forms, restarting on every page or not."""

import re
from dataclasses import dataclass, replace

from kanben.manuscript.lines import Line
from kanben.manuscript.numerals import SUPERSCRIPT, value_of
from kanben.manuscript.traced import Traced, seam, squeeze

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


class Tying:
    """Goes through the lines once; holds the calls that wait for their notes, and the block of notes being read."""

    def __init__(self) -> None:
        self.waiting: list[Call] = []
        self.block: list[NoteText] = []
        self.texts: list[NoteText] = []
        self.calls: dict[int, Call] = {}
        self.loose: list[Call] = []
        self.uncalled: list[NoteText] = []

    def is_called(self, note: NoteText) -> bool:
        return any(call.value == note.value and same_style(call, note) for call in self.waiting)

    def takes(self, line: Line, section: str, role_before: str) -> bool:
        """Read a line as the start of a note, or as more of the note begun on the line before."""
        if line.role == "heading" or is_list(section):
            return False
        listed = is_notes(section)
        note = note_at(line, listed)
        if note and (listed or (self.is_called(note) and note.value not in [n.value for n in self.block])):
            self.block.append(note)
            return True
        if line.gap != "line" or role_before != "note" or not self.block:
            return False
        last = self.block[-1]
        words = last.words + seam(last.words, line.words) + line.words
        self.block[-1] = replace(last, words=words, lines=(*last.lines, line.words.at[0]))
        return True

    def close_block(self) -> None:
        """Tie the notes of a page's foot to the last waiting calls: one to one where the series agree."""
        notes, self.block = self.block, []
        tail = self.waiting[-len(notes) :] if notes else []
        agree = len(tail) == len(notes) and all(map(self.agrees, tail, notes))
        for position, note in enumerate(notes):
            self.tie(note, tail[position] if agree else self.latest(note))

    def agrees(self, call: Call, note: NoteText) -> bool:
        """Whether a call is of the note's number, and of its form where any call is."""
        return call.value == note.value and (same_style(call, note) or self.latest(note) is None)

    def latest(self, note: NoteText) -> Call | None:
        fitting = [call for call in self.waiting if call.value == note.value and same_style(call, note)]
        return fitting[-1] if fitting else None

    def tie(self, note: NoteText, call: Call | None) -> None:
        if call is None:
            self.uncalled.append(note)
            return
        self.waiting.remove(call)
        self.calls[call.start] = replace(call, note=len(self.texts))
        self.texts.append(note)

    def tie_again(self) -> None:
        """A mark that is called twice calls the same note, if only one note ever bore it."""
        for call in self.waiting:
            same = [n for n, note in enumerate(self.texts) if note.value == call.value and same_style(call, note)]
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
            tying.waiting.extend([] if is_list(section) else calls_in(line))
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
