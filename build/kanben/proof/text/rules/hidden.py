"""Characters that nobody sees: pasted along from pages of the web, they part words for every search."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import HAN, Galley, matches, told
from kanben.trouble import Trouble

HIDDEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\U000e0000-\U000e007f]+"
    f"|(?<=[{HAN}])[\u200c\u200d]+|[\u200c\u200d]+(?=[{HAN}])"
)
LOST = re.compile("\ufffd+")
"""What stands where a program could not read a character."""


def hidden_characters(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(HIDDEN, galley):
        code = f"U+{ord(found[0][0]):04X}"
        yield told("hidden-character", passage, found.start(), found.end(), "", character=code)


def lost_characters(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(LOST, galley):
        yield told("lost-character", passage, found.start(), found.end())
