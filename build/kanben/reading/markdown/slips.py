"""Doubt what pandoc takes for plain words: headings without their space, wide marks, attributes in curly quotes."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kanben.place import Place
from kanben.reading.markdown.lines import Line
from kanben.trouble import Trouble, trouble

HEADING = re.compile(r" {0,3}([#＃]{1,6})([ \t\u3000]*)([^#＃{\s][^#＃]*)")
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
NOTE = re.compile(r"(?<!\\)([\[［【][\^＾]([^\]］】\s]{1,40})[\]］】])([:：]?)")
ATTRIBUTE = re.compile(r"(?<!\\)\{[^{}]*?([A-Za-z][\w-]*)=[“”][^{}]*\}")
WIDE = (
    (re.compile(r"^ {0,3}(：{3,})"), ":::"),
    (re.compile(r"(！[\[［【])[^\]］】]*[\]］】][(（](?!#|[a-z]+:)"), "!["),
    (re.compile(r"([［【][@＠]|\[＠)[A-Za-z]"), "[@"),
    (re.compile(r"^ {0,3}(｜).*｜\s*$"), "|"),
    (re.compile(r"^ {0,3}(：)[^：].*\{#[\w-]+[^{}]*\}\s*$"), ":"),
)
"""Marks of structure that were typed wide, and how they are written."""
ROW = re.compile(r" {0,3}\|([^|]+\|){2,}\s*")
RULE = re.compile(r"[|:+= -]*-[|:+= -]*")


def slips(file: str, lines: Sequence[Line]) -> Iterator[Trouble]:
    for line in lines:
        yield from unseen_headings(file, line)
        yield from unseen_notes(file, line)
        yield from unseen_marks(file, line)
        yield from curly_attributes(file, line)
    yield from unseen_tables(file, lines)


def unseen_marks(file: str, line: Line) -> Iterator[Trouble]:
    for pattern, plain in WIDE:
        for found in pattern.finditer(line.text):
            yield trouble("unseen-mark", Place(file, line.number, found.start(1) + 1), words=found[1], mend=plain)


def unseen_tables(file: str, lines: Sequence[Line]) -> Iterator[Trouble]:
    """Rows between bars at the start of a block, without the line of hyphens below the first."""
    for above, line, below in zip_longest([None, *lines], lines, lines[1:]):
        if line is None or not ROW.fullmatch(line.text) or RULE.fullmatch(line.text):
            continue
        is_first = above is None or not above.text.strip()
        if is_first and not (below and RULE.fullmatch(below.text.strip())):
            yield trouble("unseen-table", Place(file, line.number, 1))


def unseen_headings(file: str, line: Line) -> Iterator[Trouble]:
    """A single # right before what is not Chinese is more often a number or a tag."""
    if not (found := HEADING.fullmatch(line.text)):
        return
    marks, gap, words = found.groups()
    is_heading = "＃" not in marks and gap.startswith((" ", "\t"))
    if not is_heading and (len(marks) > 1 or gap or HAN.match(words)):
        yield trouble("unseen-heading", Place(file, line.number, 1), marks="#" * len(marks))


def unseen_notes(file: str, line: Line) -> Iterator[Trouble]:
    """A call or a note with any mark of it wide; a colon behind a call in the text is right."""
    for found in NOTE.finditer(line.text):
        defines = bool(found[3]) and not line.text[: found.start()].strip()
        typed, plain = (found[0], f"[^{found[2]}]:") if defines else (found[1], f"[^{found[2]}]")
        if typed != plain:
            yield trouble("unseen-note", Place(file, line.number, found.start() + 1), words=typed, mend=plain)


def curly_attributes(file: str, line: Line) -> Iterator[Trouble]:
    for found in ATTRIBUTE.finditer(line.text):
        yield trouble("curly-attribute", Place(file, line.number, found.start(1) + 1), name=found[1])
