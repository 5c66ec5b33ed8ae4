"""Faults that pandoc would pass over in silence, or would choke on: found in the text before pandoc sees it."""

import re
from collections.abc import Callable, Iterator

from kanben.place import Place
from kanben.reading.markdown.source import Source
from kanben.trouble import Tell, Trouble, nearest, trouble

BRACKETS = 12  # pandoc's time doubles with each further open bracket
DEPTH = 40  # levels of quotes, lists and divs
LONGEST = 100_000  # characters in one line
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
DIV = re.compile(r"^(:{3,})\s*(.*?)\s*:*$")
NOTE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](:?)")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
OPEN_BRACKETS = re.compile(rf"(?:\[\s*){{{BRACKETS},}}")
LEAD = re.compile(r"(?:[\s>]|[-*+]\s|\d+[.)]\s)*")
LEVEL = re.compile(r">|[-*+]|\d+[.)]|  ")

Lines = list[tuple[int, str]]
Check = Callable[[str, Lines], Iterator[Trouble]]


def lint(source: Source, tell: Tell) -> bool:
    """Tell every fault; say whether pandoc may read the text."""
    lines = list(text_lines(source.text))
    for check in (open_divs, lost_notes):
        for fault in check(source.file, lines):
            tell(fault)
    deadly = [fault for check in (brackets, depth, length) for fault in check(source.file, lines)]
    for fault in deadly:
        tell(fault)
    return not deadly


def text_lines(text: str) -> Iterator[tuple[int, str]]:
    """Number and text of each line outside code; code spans are blanked."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        mark = FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        else:
            yield number, CODE.sub(lambda code: " " * len(code[0]), line)


def open_divs(file: str, lines: Lines) -> Iterator[Trouble]:
    opened: list[tuple[int, str]] = []
    for number, line in lines:
        if not (div := DIV.match(line)):
            continue
        if div[2]:
            opened.append((number, div[2].strip("{}. ")))
        elif opened:
            opened.pop()
        else:
            yield trouble("stray-div", Place(file, number, 1))
    for number, name in opened:
        yield trouble("open-div", Place(file, number, 1), name=name)


def lost_notes(file: str, lines: Lines) -> Iterator[Trouble]:
    """Calls without a note, notes without a call, and notes of one name."""
    calls: dict[str, Place] = {}
    notes: dict[str, Place] = {}
    for number, line in lines:
        for match in NOTE.finditer(line):
            place = Place(file, number, match.start() + 1)
            if not (match[2] and match.start() == 0):
                calls.setdefault(match[1], place)
            elif match[1] in notes:
                yield trouble("repeated-note", place, name=match[1])
            else:
                notes[match[1]] = place
    uncalled = [name for name in notes if name not in calls]
    for name, place in calls.items():
        if name not in notes:
            yield trouble("undefined-note", place, near=nearest(name, uncalled), name=name)
    for name in uncalled:
        yield trouble("unused-note", notes[name], name=name)


def brackets(file: str, lines: Lines) -> Iterator[Trouble]:
    for number, line in lines:
        if found := OPEN_BRACKETS.search(line):
            yield trouble("too-many-brackets", Place(file, number, found.start() + 1), count=found[0].count("["))


def depth(file: str, lines: Lines) -> Iterator[Trouble]:
    """The first line of each descent below the limit; divs and leading marks count alike."""
    divs, was_deep = 0, False
    for number, line in lines:
        if div := DIV.match(line):
            divs += 1 if div[2] else -1
        lead = LEAD.match(line)
        deep = divs + (len(LEVEL.findall(lead[0])) if lead else 0) > DEPTH
        if deep and not was_deep:
            yield trouble("too-deep", Place(file, number), limit=DEPTH)
        was_deep = deep


def length(file: str, lines: Lines) -> Iterator[Trouble]:
    for number, line in lines:
        if len(line) > LONGEST:
            yield trouble("long-line", Place(file, number), limit=LONGEST)
