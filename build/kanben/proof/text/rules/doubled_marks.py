"""Marks that stand twice, or beside another that they exclude; marks at a heading's end."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

DOUBLED = re.compile("([，、；：])[，、；：。]+|(?<!。)。(?:。(?!。)|[，、；：])|[！？][。，、；：]|…。|[！？]{4,}")
CLOSED = re.compile("(?<=。)([”’」』]+)。")
END = re.compile(r"[。，、；：,;:]$|(?<!\.)\.$")


def doubled_marks(galley: Galley) -> Iterator[Trouble]:
    """Of marks in a row, the strongest stays."""
    for passage, found in matches(DOUBLED, galley):
        if is_shown(found):
            continue
        strongest = max(found[0], key="，、；：…。！？".index)
        yield told("doubled-mark", passage, found.start(), found.end(), strongest)
    for passage, found in matches(CLOSED, galley):
        yield told("doubled-mark", passage, found.start(), found.end(), found[1])


def is_shown(found: re.Match[str]) -> bool:
    """Whether marks are spoken of, not used: “，。；：”."""
    return len(set(found[0])) > 2 or found.string[: found.start()].endswith("“")


def marks_at_heading_ends(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(END, galley):
        if passage.kind == "heading":
            yield told("heading-mark", passage, found.start(), found.end(), "")
