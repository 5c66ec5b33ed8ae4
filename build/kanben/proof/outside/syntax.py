"""Ask qpdf whether a PDF is sound, and Ghostscript whether every page of it can be drawn."""

from pathlib import Path

from kanben.messages import Severity
from kanben.place import Place
from kanben.proof.outside.remark import Remark
from kanben.proof.outside.running import room, run
from kanben.proof.outside.tools import GHOSTSCRIPT, QPDF

QPDF_WARNS = 3
DRAW = ("-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage")


def qpdf(pdf: Path) -> tuple[Remark, ...]:
    """Give what qpdf finds wrong with the file's syntax."""
    with room() as home:
        done = run([QPDF.need(), "--check", str(pdf.absolute())], home)
    severity: Severity = "warning" if done.code == QPDF_WARNS else "error"
    said = (done.err or done.out).splitlines() if done.code else []
    return tuple(
        Remark(severity, "syntax", Place(pdf.name), line.replace(f"{pdf.absolute()}", pdf.name)) for line in said
    )


def ghostscript(pdf: Path) -> tuple[Remark, ...]:
    """Give what Ghostscript says where it cannot draw a page."""
    with room() as home:
        done = run([GHOSTSCRIPT.need(), *DRAW, str(pdf.absolute())], home)
    said = [line for line in (done.out + done.err).splitlines() if line.strip()] or [f"exit code {done.code}"]
    return tuple(Remark("error", "drawing", Place(pdf.name), line) for line in said if done.code)
