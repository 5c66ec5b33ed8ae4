"""Find each character of a text that pandoc has read in the source: escapes, entities and line breaks lie between."""

import re
from html import unescape

FAR = 4000  # characters: farther off stands another block
ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
GAP = re.compile(r"[ \t]*(?:\n[ \t>]*)?")
BREAK = re.compile(r"[ \t|]*\n[ \t>|]*")
"""Between two lines of a block, in a quote or in the last column of a table too."""
BLANK = re.compile(r"\n[ \t>]*\n")


def spelled(text: str, source: str, begin: int) -> list[int]:
    """The offset of each character, from `begin` on; empty where the text is not found."""
    blank = BLANK.search(source, begin)
    for end in (blank.start() if blank else len(source), begin + FAR):
        if (at := source.find(text, begin, end)) >= 0:
            return list(range(at, at + len(text)))
        for start in starts(text[0], source, begin, end):
            if offsets := follow(text, source, start):
                return offsets
    return []


def starts(first: str, source: str, begin: int, end: int) -> list[int]:
    """Where a text may begin: at its first character, or at what may be written for it."""
    pattern = re.escape(first) + r"|\\|&" + (r"|\n" if first == " " else "")
    return [begin + match.start() for match in re.finditer(pattern, source[begin:end])]


def follow(text: str, source: str, at: int) -> list[int]:
    """The offsets of a text that begins right there; empty where the source goes on otherwise."""
    offsets: list[int] = []
    for character in text:
        spot, at = step(character, source, at)
        if at < 0:
            return []
        offsets.append(spot)
    return offsets


def step(character: str, source: str, at: int) -> tuple[int, int]:
    """Where a character stands, and where the next may; -1 where it does not stand there."""
    if character == " " and (gap := GAP.match(source, at)) and gap[0]:
        return at, gap.end()
    if (gap := BREAK.match(source, at)) and character != " ":
        at = gap.end()
    if source.startswith("\\" + character, at) or (character == "\u00a0" and source.startswith("\\ ", at)):
        return at, at + 2
    if (entity := ENTITY.match(source, at)) and unescape(entity[0]) == character:
        return at, entity.end()
    return at, at + 1 if source.startswith(character, at) else -1
