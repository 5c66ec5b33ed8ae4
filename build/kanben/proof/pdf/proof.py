"""Proof a PDF: read it, survey it, ask every rule."""

from dataclasses import dataclass
from pathlib import Path

from kanben.composition.characters import HAN
from kanben.place import Place
from kanben.progress import TellProgress, tell_nobody
from kanben.proof.pdf.finding import Finding
from kanben.proof.pdf.glyphs import read_pdf
from kanben.proof.pdf.ink import note_rules
from kanben.proof.pdf.measured import Measured
from kanben.proof.pdf.order import RULES
from kanben.proof.pdf.survey import survey
from kanben.trouble import Stop, trouble


@dataclass(frozen=True, slots=True)
class Proof:
    """What a PDF measures: pages, body size and pitch in pt, measure in em, and a finding for each rule."""

    pages: int
    em: float
    pitch: float
    measure: float
    findings: tuple[Finding, ...]

    @property
    def fails(self) -> bool:
        return any(finding.verdict == "fail" for finding in self.findings)


def check_pdf(data: bytes | Path, name: str = "", tell_progress: TellProgress = tell_nobody) -> Proof:
    """Measure all rules on a PDF; one without Chinese text is a trouble."""
    printed = read_pdf(data, name, tell_progress)
    if not any(HAN.match(glyph.text) for sheet in printed.sheets for glyph in sheet.glyphs):
        raise Stop((trouble("pdf-without-chinese", Place(name)),))
    book = survey(printed)
    text = Measured(book, note_rules(data, book, tell_progress))
    return Proof(len(book.pages), book.em, book.pitch, book.measure, tuple(rule(text) for rule in RULES))
