"""Write title.yaml from what the title page says, and account for all that is furniture."""

import hashlib
from collections.abc import Sequence
from pathlib import PurePath
from uuid import NAMESPACE_URL, uuid5

from kanben.manuscript.ledger import Addition, Ledger
from kanben.manuscript.lines import Line, Role
from kanben.manuscript.plan import Planned
from kanben.manuscript.survey import Survey
from kanben.manuscript.title_files import dump
from kanben.manuscript.title_page import SUBTITLE, creator_of, date_of

FURNITURE: tuple[Role, ...] = ("contents", "repeated title", "page number", "running head")


def claim_furniture(survey: Survey, ledger: Ledger) -> None:
    """Account for the lines that no edition repeats."""
    for line in survey.lines:
        if line.role in FURNITURE:
            ledger.claim(line.role, "", line.words)


def lines_with(survey: Survey, role: Role) -> list[Line]:
    return [line for line in survey.lines if line.role == role]


def title_of(survey: Survey) -> str:
    """The title, or the file's name where the manuscript has none."""
    title = "".join(line.text for line in lines_with(survey, "title"))
    return title or shown(PurePath(survey.manuscript.name).stem) or "未命名"


def shown(name: str) -> str:
    """What is seen of a file's name, in one line."""
    return " ".join("".join(char if char.isprintable() else " " for char in name).split())


def write_record(survey: Survey, plan: Sequence[Planned], ledger: Ledger) -> bytes:
    """title.yaml: what was found, and nothing invented."""
    for line in lines_with(survey, "title"):
        ledger.claim("title", "title.yaml", line.words)
    if not lines_with(survey, "title"):
        note_untitled(survey, ledger)
    digest = hashlib.sha256(survey.manuscript.data).hexdigest()
    sections = survey.numbering.decimal or "numbers" in ledger.apply
    record = {
        "title": title_of(survey),
        **subtitle(survey, ledger),
        "language": "zh-Hans",
        "creators": creators(survey, ledger),
        **imprint(survey, ledger),
        "identifiers": {"uuid": str(uuid5(NAMESPACE_URL, f"urn:sha256:{digest}"))},
        "parts": parts_of(plan),
        "numbering": {"chapter": survey.numbering.chapter, "section": "1.1" if sections else ""},
        "notes": {"print": "page", "epub": "chapter", "web": "chapter", "marks": "circled"},
        "references": {"style": "note-zh"},
        "print": {"trim": "16k", "variant": "pdf/ua-1"},
    }
    return dump(record).encode()


def note_untitled(survey: Survey, ledger: Ledger) -> None:
    ledger.additions.append(Addition("title", "title.yaml", title_of(survey), "the manuscript has no title"))


def subtitle(survey: Survey, ledger: Ledger) -> dict[str, str]:
    """The lines that begin with a dash below the title."""
    words = []
    for line in lines_with(survey, "subtitle"):
        match = SUBTITLE.match(line.text)
        end = match.end() if match else 0
        ledger.claim("mark", "", line.words.cut(0, end))
        ledger.claim("subtitle", "title.yaml", line.words.cut(end))
        words.append(line.text[end:])
    return {"subtitle": "".join(words)} if words else {}


def creators(survey: Survey, ledger: Ledger) -> list[dict[str, str]]:
    found = []
    for line in lines_with(survey, "creator"):
        name, role, word = creator_of(line.text)
        ledger.claim("creator", "title.yaml", line.words.cut(0, len(name)))
        if word:
            ledger.claim("mark", "", line.words.cut(len(line.text) - len(word)))
        found.append({"name": name, "role": role})
    return found


def imprint(survey: Survey, ledger: Ledger) -> dict[str, str]:
    """Publisher and date, only where the title page states them."""
    out: dict[str, str] = {}
    for line in lines_with(survey, "publisher"):
        ledger.claim("publisher", "title.yaml", line.words)
        out["publisher"] = out.get("publisher", "") + line.text
    for line in lines_with(survey, "date"):
        ledger.claim("date", "", line.words)
        out["date"] = date_of(line.text)
    return out


def parts_of(plan: Sequence[Planned]) -> dict[str, list[str]]:
    return {
        matter: [planned.name for planned in plan if planned.matter == matter] for matter in ("front", "body", "back")
    }
