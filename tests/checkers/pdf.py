"""Programs that are not ours on a PDF: qpdf, Ghostscript and page-validation as `kanben check` asks them; poppler."""

import re
from dataclasses import dataclass
from pathlib import Path

from kanben.proof.outside.page_validation import UA, validate
from kanben.proof.outside.remark import Remark
from kanben.proof.outside.syntax import ghostscript as drawing_faults
from kanben.proof.outside.syntax import qpdf as syntax_faults
from tests.checkers.running import run

__all__ = ["Font", "drawing_faults", "facts", "fonts", "page_texts", "syntax_faults", "ua_failures"]

FONT_ROW = re.compile(r"(?P<name>\S+)\s+(?P<kind>.+?)\s+(?P<encoding>\S+)\s+(?P<flags>(?:(?:yes|no)\s+){3})")


@dataclass(frozen=True, slots=True)
class Font:
    """A row of pdffonts."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    readable: bool  # has a ToUnicode table, so its text can be copied, searched and read aloud


def ua_failures(pdf: Path) -> tuple[Remark, ...]:
    """Give where the file fails PDF/UA-1 (ISO 14289-1), as page-validation sees it."""
    return validate(pdf, [UA])


def facts(pdf: Path) -> dict[str, str]:
    """Give pdfinfo's rows: Title, Pages, Page size, Tagged …"""
    rows = (line.partition(":") for line in _poppler("pdfinfo", "-box", str(pdf)).splitlines())
    return {name.strip(): value.strip() for name, _, value in rows}


def fonts(pdf: Path) -> tuple[Font, ...]:
    """Give every font that the file uses; one that nobody named is a silent fallback."""
    rows = map(FONT_ROW.match, _poppler("pdffonts", str(pdf)).splitlines()[2:])
    return tuple(_font(row) for row in rows if row)


def _font(row: re.Match[str]) -> Font:
    embedded, subset, readable = (flag == "yes" for flag in row["flags"].split())
    return Font(row["name"].partition("+")[2] or row["name"], row["kind"], embedded, subset, readable)


def page_texts(pdf: Path) -> tuple[str, ...]:
    """Give each page's text in reading order, as pdftotext reads it."""
    return tuple(_poppler("pdftotext", "-enc", "UTF-8", str(pdf), "-").split("\f")[:-1])


def _poppler(*command: str) -> str:
    done = run(command)
    if done.returncode:
        raise RuntimeError(f"{command[0]} cannot read {command[-1]}: {done.stderr.strip()}")
    return done.stdout
