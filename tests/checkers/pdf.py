"""Ask programs that are not ours about a PDF: qpdf, poppler, Ghostscript, page-validation."""

import re
from dataclasses import dataclass
from pathlib import Path

import page as page_validation

from tests.checkers.finding import Finding, run

FONT_ROW = re.compile(r"(?P<name>\S+)\s+(?P<kind>.+?)\s+(?P<encoding>\S+)\s+(?P<flags>(?:(?:yes|no)\s+){3})")


@dataclass(frozen=True, slots=True)
class Font:
    """A row of pdffonts."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    readable: bool  # has a ToUnicode table, so its text can be copied, searched and read aloud


def syntax_faults(pdf: Path) -> tuple[str, ...]:
    """Give what qpdf finds wrong with the file's syntax, nothing when it is sound."""
    done = run(["qpdf", "--check", str(pdf)])
    return tuple(done.stderr.splitlines() or done.stdout.splitlines()) if done.returncode else ()


def drawing_faults(pdf: Path) -> tuple[str, ...]:
    """Give what Ghostscript finds wrong while it draws every page, nothing when it can draw all."""
    quiet = ["-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage"]
    done = run(["gs", *quiet, str(pdf)])
    said = (done.stdout + done.stderr).splitlines()
    return tuple(said or [f"exit code {done.returncode}"]) if done.returncode else ()


def ua_failures(pdf: Path) -> tuple[Finding, ...]:
    """Give where the file fails PDF/UA-1 (ISO 14289-1), as page-validation sees it."""
    report = page_validation.validate_pdf(str(pdf), profile=page_validation.ValidationProfile.PDF_UA_1)
    return tuple(_finding(pdf, failure) for failure in report.failures)


def _finding(pdf: Path, failure: page_validation.ValidationFailure) -> Finding:
    return Finding("error", str(failure.rule_id), pdf.name, str(failure.message))


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
