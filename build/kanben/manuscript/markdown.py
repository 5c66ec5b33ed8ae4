"""Write Markdown that pandoc reads back as the same words, one paragraph on one line."""

import re

from kanben.manuscript.traced import CALL

SPECIAL = re.compile(r"[\\`*_{}\[\]<>^~$@|#&!]")
LIST_START = re.compile(r"(\(?)([A-Za-z]{1,8}|\d{1,9})([.)])(?=\s|$)")
FIRST = ("-", "+", "=", ":", "%")
"""Marks that mean something only where a line begins."""
AFTER_CALL = re.compile(rf"(?<={CALL})[:(]")


def escape(text: str) -> str:
    """Take their meaning from the characters of one line of words; note calls are left in."""
    plain = AFTER_CALL.sub(lambda match: "\\" + match.group(), SPECIAL.sub(r"\\\g<0>", text))
    if plain.startswith(FIRST):
        return "\\" + plain
    if match := LIST_START.match(plain):
        opening = "\\(" if match[1] else ""
        return f"{opening}{match[2]}\\{match[3]}{plain[match.end() :]}"
    return plain


def with_calls(text: str, calls: tuple[str, ...]) -> str:
    """Escape words and set each call, [^n1] or [@ref01], where its place is held."""
    pieces = escape(text).split(CALL)
    return "".join(piece + call for piece, call in zip(pieces, (*calls, ""), strict=True))


ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
NOTE_CALL = re.compile(r"\[(?:\^n|@ref)\d+\]")
NOTE_TEXT = re.compile(r"\[\^(n\d+)\]: (.*)")
HEADING = re.compile(r"#{1,6} (.*?)(?: \{\.unnumbered\})?")


def read_back(line: str) -> str:
    """Give the words of one written line, without its note calls."""
    return ESCAPED.sub(r"\1", NOTE_CALL.sub("", line))


def read_file(markdown: str) -> list[tuple[str, str]]:
    """Read a written file back as (heading, body or note n1; words), in order: what the proof of fidelity checks."""
    found: list[tuple[str, str]] = []
    lines = markdown.split("\n")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if not line or line.startswith(":::"):
            continue
        if match := NOTE_TEXT.fullmatch(line):
            found.append((f"note {match[1]}", read_back(match[2])))
        elif match := HEADING.fullmatch(line):
            found.append(("heading", read_back(match[1])))
        else:
            found.append(("body", read_back(line.removeprefix("—— ") if after == ":::" else line)))
    return found
