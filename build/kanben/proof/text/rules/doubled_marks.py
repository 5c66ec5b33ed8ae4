"""Marks that stand twice, beside another or a word that they exclude, or where no sentence has them."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

DOUBLED = re.compile("([，、；：])[，、；：。]+|(?<!。)。(?:。(?!。)|[，、；：])|[！？][。，、；：]|…。|[！？]{4,}")
CLOSED = re.compile("(?<=。)([”’」』]+)。")
AND_SO_ON = re.compile(
    "、[^，。；：！？、…]{1,10}(……等等?|等等?……)"
    r"(?=[，。；：！？）》”人都各多数地国物书几\d一二三四五六七八九十]|作品|问题|方面|内容|行业|货物|$)"
)
"""What follows shows that 等 is no verb."""
OPENER, CLOSER, STOP = "（《〈【〔", "）》〉】〕", "，。、；："
MISPLACED = re.compile(
    f"(?<=[{OPENER}])[{STOP}]+(?![{CLOSER}{STOP}])|(?<![{OPENER}{STOP}])[，、；：]+(?=[{CLOSER}])|^[{STOP}！？]+(?=.)"
)
"""Right within brackets that hold more than marks, or at the beginning."""
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


def and_so_ons(galley: Galley) -> Iterator[Trouble]:
    """An ellipsis says 等, and 等 an ellipsis (4.11)."""
    for passage, found in matches(AND_SO_ON, galley):
        yield told("doubled-and-so-on", passage, found.start(1), found.end(1), "等")


def misplaced_marks(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(MISPLACED, galley):
        if found.start() or passage.kind == "paragraph":
            yield told("misplaced-mark", passage, found.start(), found.end(), "")


def is_shown(found: re.Match[str]) -> bool:
    """Whether marks are spoken of, not used: “，。；：”."""
    return len(set(found[0])) > 2 or found.string[: found.start()].endswith("“")


def marks_at_heading_ends(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(END, galley):
        if passage.kind == "heading":
            yield told("heading-mark", passage, found.start(), found.end(), "")
