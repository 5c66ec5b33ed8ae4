"""Ellipses and dashes that are typed otherwise (GB/T 15834-2011 4.10, 4.11)."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import CHINESE, HAN, Galley, matches, told
from kanben.trouble import Trouble

MARKS = f"{HAN}，。；：？！、“”‘’《》（）"
ELLIPSIS = re.compile(r"\.{3,}|。{3,}|·{3,}|…+")
LISTED = re.compile(r"[,，、+<>=×*\s]$")
"""Before the ellipsis of a row of numbers, which has three dots: 1，2，…，n."""
DASH = re.compile(
    rf"(?<=[{MARKS}])(?:-{{2,}}|―+|─+|－{{2,}}|–{{2,}})(?=[{MARKS}])|(?<=[{HAN}”》）]) [-–—] (?=[{HAN}“《（])"
    rf"|(?<![—{HAN}])—(?!—)(?=[{HAN}])(?<=[，。；：？！”》）]—)|—{{3,}}|——[-–－]+"
)


def typed_ellipses(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(ELLIPSIS, galley):
        before, after = passage.text[: found.start()], passage.text[found.end() :]
        if found[0] == "……" or (found[0] == "…" and LISTED.search(before) and after[:1] in ",，、+<>=× "):
            continue
        if re.search(f"[{MARKS}]$", before) or re.match(f"[{MARKS}]", after):
            yield told("typed-ellipsis", passage, found.start(), found.end(), "……")


def typed_dashes(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(DASH, galley):
        if CHINESE.search(passage.text):
            yield told("typed-dash", passage, found.start(), found.end(), "——")
