"""References to chapters, figures and tables whose numbers are typed: they go wrong when the numbers move."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

CHAPTER = r"第[一二三四五六七八九十百\d]{1,3}章"
FIGURE = r"[图表]\s?\d{1,3}(?:[-—.－]\d{1,3}){0,2}(?![\d年月])"
TYPED = re.compile(rf"(?:(?<![看听遇可再])见|参[阅看]|请看|如(?=[图表]))(?:本书)?({CHAPTER}|{FIGURE})(?!的?注)")


def is_quoted(before: str) -> bool:
    return before.count("“") > before.count("”")


def typed_references(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(TYPED, galley):
        if not is_quoted(found.string[: found.start()]):
            yield told("typed-reference", passage, found.start(1), found.end(1), number=found[1])
