"""Faults that pandoc would pass over in silence, or would choke on: found in the text before pandoc sees it."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kanben.limits import BRACKETS, DEPTH, LINE, RUN
from kanben.place import Place
from kanben.reading.decode import CONTROL
from kanben.reading.markdown.lines import NOTE_START, Line, lines_of
from kanben.reading.markdown.other_markup import other_markup
from kanben.reading.markdown.slips import slips
from kanben.reading.markdown.source import Source
from kanben.trouble import Tell, Trouble, nearest, too_much, trouble

DIV = re.compile(r"^(:{3,})\s*(.*?)\s*:*$")
NOTE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](:?)")
TICKS = re.compile("`+")
CODE = "\ufffc"
"""What stands for each character of a code span: no mark, and no blank."""
LONG_RUN = re.compile(rf"[^\s\[\]\u3000-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]{{{RUN.most + 1},}}")
"""Of characters between which no line ends; brackets are counted by themselves."""
TABLE_RULE = frozenset("|:- \t")
CELL_END = re.compile(r"(?<!\\)\|")
BRACKET = re.compile(r"\\.|[\[\]]")
LEAD = re.compile(r"(?:[\s>]|[-*+]\s|\d+[.)]\s)*")
LEVEL = re.compile(r">|[-*+]|\d+[.)]|  ")
NUMBERED = re.compile("&#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));")
"""A character by its number, which pandoc puts in its place."""

Lines = list[Line]


def lint(source: Source, tell: Tell) -> bool:
    """Tell every fault; say whether pandoc may read the text."""
    lines = list(text_lines(source.text))
    for check in (open_divs, lost_notes, empty_notes, lost_cells, control_characters, slips):
        for fault in check(source.file, lines):
            tell(fault)
    for fault in other_markup(source.file, source.text, lines):
        tell(fault)
    deadly = [fault for check in (brackets, depth, length) for fault in check(source.file, lines)]
    for fault in deadly:
        tell(fault)
    return not deadly


def text_lines(text: str) -> Iterator[Line]:
    """Each line outside code; code spans are covered."""
    for line in lines_of(text):
        if not line.code:
            yield replace(line, text=without_code(line.text)) if "`" in line.text else line


def without_code(row: str) -> str:
    """A line with its code spans covered: each ends at the next row of as many ticks as it begins with.

    Where no such row follows, pandoc takes a tick for a tick, and tries again with those behind it.
    """
    ticks = [found.span() for found in TICKS.finditer(row)]
    rows: dict[int, list[tuple[int, int]]] = {}
    for begin, end in reversed(ticks):
        rows.setdefault(end - begin, []).append((begin, end))
    pieces, at = [], 0
    for begin, end in ticks:
        for start in range(begin, end) if begin >= at else ():
            if close := next_row(rows.get(end - start, []), end):
                pieces += [row[at:start], CODE * (close - start)]
                at = close
                break
    return "".join([*pieces, row[at:]])


def next_row(rows: list[tuple[int, int]], behind: int) -> int:
    """The end of the first row of ticks that stands behind a place, which only moves on; 0 where none does."""
    while rows and rows[-1][0] < behind:
        rows.pop()
    return rows[-1][1] if rows else 0


def open_divs(file: str, lines: Lines) -> Iterator[Trouble]:
    opened: list[tuple[int, str]] = []
    for line in lines:
        if not (div := DIV.match(line.text)):
            continue
        if div[2]:
            opened.append((line.number, div[2].strip("{}. ")))
        elif opened:
            opened.pop()
        else:
            yield trouble("stray-div", Place(file, line.number, 1))
    for number, name in opened:
        yield trouble("open-div", Place(file, number, 1), name=name)


def lost_notes(file: str, lines: Lines) -> Iterator[Trouble]:
    """Calls without a note, notes without a call, notes of one name, and notes within notes."""
    calls: dict[str, Place] = {}
    notes: dict[str, Place] = {}
    for line, match in matches(NOTE, lines):
        place = Place(file, line.number, match.start() + 1)
        if match[2] and not line.text[: match.start()].strip():
            if match[1] in notes:
                yield trouble("repeated-note", place, name=match[1])
            notes.setdefault(match[1], place)
            continue
        if line.note:  # pandoc would drop the inner note
            yield trouble("note-in-note", place)
        calls.setdefault(match[1], place)
    uncalled = [name for name in notes if name not in calls]
    for name, place in calls.items():
        if name not in notes:
            yield trouble("undefined-note", place, near=nearest(name, uncalled), name=name)
    for name in uncalled:
        yield trouble("unused-note", notes[name], name=name)


def empty_notes(file: str, lines: Lines) -> Iterator[Trouble]:
    """A note without words on its line: pandoc would take the next paragraph into it."""
    empty: Place | None = None
    for line in lines:
        if empty and line.text.strip():
            if not line.note or NOTE_START.match(line.text):
                yield trouble("empty-note", empty)
            empty = None
        if (start := NOTE_START.match(line.text)) and not line.text[start.end() :].strip():
            empty = Place(file, line.number, 1)
    if empty:
        yield trouble("empty-note", empty)


def lost_cells(file: str, lines: Lines) -> Iterator[Trouble]:
    """A row of a table with more cells than its rule has columns: pandoc would drop them."""
    columns = 0
    for line in lines:
        if not line.text.strip():
            columns = 0
        elif columns and (cells := cells_in(line.text)) > columns:
            yield trouble("lost-cells", Place(file, line.number), cells=cells, columns=columns)
        elif TABLE_RULE.issuperset(line.text) and "|" in line.text and "-" in line.text:
            columns = cells_in(line.text) if cells_in(line.text) > 1 else 0


def control_characters(file: str, lines: Lines) -> Iterator[Trouble]:
    """What may not stand in a file, by its number: no page can hold it, or it turns the words behind it round."""
    for line, found in matches(NUMBERED, lines):
        number = int(found[1], 16) if found[1] else int(found[2])
        if 0 < number <= sys.maxunicode and CONTROL.match(chr(number)):
            place = Place(file, line.number, found.start() + 1)
            yield trouble("control-character", place, character=f"U+{number:04X}")


def cells_in(row: str) -> int:
    bare = row.strip().removeprefix("|")
    ends = len(CELL_END.findall(bare))
    return ends if CELL_END.match(bare, len(bare) - 1) else ends + 1


def matches(pattern: re.Pattern[str], lines: Iterable[Line]) -> Iterator[tuple[Line, re.Match[str]]]:
    for line in lines:
        for match in pattern.finditer(line.text):
            yield line, match


def brackets(file: str, lines: Lines) -> Iterator[Trouble]:
    """The outermost bracket of each paragraph that has too many open at once."""
    opened: list[Place] = []
    most = (0, Place(file))
    for line in [*lines, Line(0, "")]:
        for match in BRACKET.finditer(line.text):
            if match[0] == "[":
                opened.append(Place(file, line.number, match.start() + 1))
                most = max(most, (len(opened), opened[0]), key=lambda depth: depth[0])
            elif match[0] == "]" and opened:
                opened.pop()
        if not line.text.strip():
            if most[0] > BRACKETS.most:
                yield too_much(BRACKETS, most[0], most[1])
            opened, most = [], (0, Place(file))


def depth(file: str, lines: Lines) -> Iterator[Trouble]:
    """The first line of each descent below the limit; divs and leading marks count alike."""
    divs, was_deep = 0, False
    for line in lines:
        if not line.text.strip():
            continue
        if div := DIV.match(line.text):
            divs += 1 if div[2] else -1
        lead = LEAD.match(line.text)
        depth = divs + (len(LEVEL.findall(lead[0])) if lead else 0)
        if depth > DEPTH.most and not was_deep:
            yield too_much(DEPTH, depth, Place(file, line.number))
        was_deep = depth > DEPTH.most


def length(file: str, lines: Lines) -> Iterator[Trouble]:
    for line in lines:
        if len(line.text) > LINE.most:
            yield too_much(LINE, len(line.text), Place(file, line.number))
        for run in LONG_RUN.finditer(line.text):
            place = Place(file, line.number, run.start() + 1)
            yield too_much(RUN, len(run[0]), place)
