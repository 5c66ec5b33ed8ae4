"""Find title, subtitle and makers on a manuscript's first lines, and the title said again before the text."""

import re
from dataclasses import replace

from kanben.manuscript.furniture import HEAD_LIMIT
from kanben.manuscript.lines import Line, Role
from kanben.manuscript.traced import squeeze

SENTENCE = re.compile(r"[。！？；，]")
SUBTITLE = re.compile(r"[—－―-]{1,2}\s*(?=\S)")
DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
PUBLISHER = re.compile(r".*(?:出版社|出版公司|书局|书店)")
CREATOR = re.compile(
    r".*(?:课题组|编写组|写作组|研究院|研究所|研究中心|研究室|智库|委员会|协会|学会|大学|中心)|.*(?:著|编著|主编|编|译|编译)"
)
NAMES = re.compile(r"[\u4e00-\u9fff·]{2,5}(?:[\s、，]+[\u4e00-\u9fff·]{2,5})*")
ROLES = (("主编", "editor"), ("编著", "author"), ("编译", "translator"), ("译", "translator"), ("编", "compiler"))


def is_short(line: Line) -> bool:
    return len(line.text) <= HEAD_LIMIT and not SENTENCE.search(line.text)


def find_title(lines: tuple[Line, ...], first_heading: int) -> tuple[Line, ...]:
    """Give roles to the short lines before the contents, the first heading or the first sentence."""
    out = list(lines)
    role: Role | None = "title"
    for spot in range(first_heading):
        line = lines[spot]
        if line.role == "contents" or (line.role == "text" and not is_short(line)):
            break
        if line.role != "text":
            continue
        if not (role := "title" if role == "title" else role_of(line)):
            break
        out[spot] = replace(line, role=role)
        role = None
    return tuple(out) if any(line.role == "text" for line in out) else lines


def role_of(line: Line) -> Role | None:
    """What a short line below the title is, or nothing where that cannot be told."""
    if SUBTITLE.match(line.text):
        return "subtitle"
    if DATE.fullmatch(line.text):
        return "date"
    if PUBLISHER.fullmatch(line.text):
        return "publisher"
    return "creator" if CREATOR.fullmatch(line.text) or NAMES.fullmatch(line.text) else None


def find_repeated_title(lines: tuple[Line, ...], first_heading: int) -> tuple[Line, ...]:
    """Mark lines before the first heading that say the title page's lines once again, word for word."""
    faces = {squeeze(line.text) for line in lines if line.role in ("title", "subtitle", "creator")}
    out = list(lines)
    for spot, line in enumerate(lines[:first_heading]):
        if line.role == "text" and squeeze(line.text) in faces:
            faces.discard(squeeze(line.text))
            out[spot] = replace(line, role="repeated title")
    return tuple(out)


def creator_of(text: str) -> tuple[str, str, str]:
    """Take a maker's line apart: name, role, and the word that named the role."""
    for word, role in ROLES:
        if text.endswith(word) and len(text) > len(word) + 1:
            return text[: -len(word)].rstrip(), role, word
    if text.endswith("著") and len(text) > 2:
        return text[:-1].rstrip(), "author", "著"
    return text, "author", ""


def date_of(text: str) -> str:
    """Write 2024年6月 as 2024-06; empty where it is no date."""
    match = DATE.fullmatch(text)
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else ""
