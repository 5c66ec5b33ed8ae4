"""The checkers of others, in the order in which they are told, and how all are asked at once."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kanben.place import Place
from kanben.proof.outside.ace import ace
from kanben.proof.outside.axe import axe
from kanben.proof.outside.epubcheck import epubcheck
from kanben.proof.outside.known import reason
from kanben.proof.outside.nu import nu, nu_of_epub
from kanben.proof.outside.outloud import outloud
from kanben.proof.outside.page_validation import page_validation
from kanben.proof.outside.remark import Absent, Remark, Silent
from kanben.proof.outside.syntax import ghostscript, qpdf
from kanben.trouble import Stop, Trouble, trouble

Kind = Literal["pdf", "epub", "web"]
Ask = Callable[[Path], tuple[Remark, ...]]

CHECKERS: dict[Kind, tuple[tuple[str, Ask], ...]] = {
    "pdf": (("qpdf", qpdf), ("Ghostscript", ghostscript), ("page-validation", page_validation), ("outloud", outloud)),
    "epub": (("EPUBCheck", epubcheck), ("Ace", ace), ("Nu", nu_of_epub)),
    "web": (("Nu", nu), ("axe", axe)),
}
UNREADABLE = (Silent, OSError, json.JSONDecodeError, KeyError, IndexError, TypeError)
"""How an answer fails that is not what the checker gives as a rule."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one checker says; `passed_over` are (remark, reason), `silence` tells why it said nothing."""

    checker: str
    remarks: tuple[Remark, ...] = ()
    passed_over: tuple[tuple[Remark, str], ...] = ()
    silence: Trouble | None = None

    @property
    def errors(self) -> int:
        return sum(remark.severity == "error" for remark in self.remarks)

    @property
    def fails(self) -> bool:
        return self.errors > 0


def ask_all(kind: Kind, file: Path) -> tuple[Answer, ...]:
    """Ask every checker of a kind of edition, all at the same time; no fault of theirs is one of ours."""
    checkers = CHECKERS[kind]
    with ThreadPoolExecutor(len(checkers)) as pool:
        return tuple(pool.map(lambda each: answer(each[0], each[1], file), checkers))


def answer(name: str, ask: Ask, file: Path) -> Answer:
    """Ask one checker; what it is known to say without cause is set apart."""
    try:
        found = dict.fromkeys(ask(file))
    except Absent as absent:
        facts = {"checker": name, "missing": absent.name, "command": absent.command}
        return Answer(name, silence=trouble("checker-absent", Place(file.name), **facts))
    except Stop as stop:  # nobody can open the file; that is told elsewhere
        return Answer(name, silence=stop.troubles[0])
    except UNREADABLE as problem:
        return Answer(name, silence=trouble("checker-silent", Place(file.name), checker=name, problem=problem))
    reasons = {remark: reason(name, remark, file) for remark in found}
    passed_over = tuple((remark, why) for remark, why in reasons.items() if why)
    return Answer(name, tuple(remark for remark, why in reasons.items() if not why), passed_over)


def silent(answers: Sequence[Answer]) -> bool:
    """Whether a checker did not look."""
    return any(each.silence for each in answers)
