"""What a checker is known to say without cause: it is counted and passed over, with the reason."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kanben.proof.agreement.printed import pdf_says
from kanben.proof.agreement.said import bare
from kanben.proof.outside.remark import Remark

BESIDE = re.compile(r"^Resource violates Content Security Policy .*“(?!\w+:|//)[^”]*” blocked")
"""What is refused lies in the edition's own folder: its address names neither scheme nor host."""


NAMED_DRAWING = re.compile(r"^Attribute “aria-[a-z]+” not allowed on element “svg”")


@dataclass(frozen=True, slots=True)
class Known:
    """Remarks of one code that fit, on a file; `reason` is a row of REASONS in the messages."""

    checker: str
    code: str
    fits: Callable[[Remark, Path], bool]
    reason: str


def is_of_later_archives(remark: Remark, pdf: Path) -> bool:
    return remark.spot.startswith(("PDF_A_2", "PDF_A_3"))


def lies_beside(remark: Remark, folder: Path) -> bool:
    return bool(BESIDE.match(remark.what))


def names_a_drawing(remark: Remark, epub: Path) -> bool:
    return remark.place.file.endswith(".xhtml") and bool(NAMED_DRAWING.match(remark.what))


def is_of_notes(remark: Remark, pdf: Path) -> bool:
    """Whether every line that is quoted stands in a note."""
    notes = " ".join(bare(passage.words) for passage in pdf_says(pdf.read_bytes(), pdf.name).of("note"))
    quoted = [bare(line) for line in remark.spot.split("; ")]
    return all(quoted) and all(line in notes for line in quoted)


KNOWN = (
    Known("page-validation", "METADATA-FILTER", is_of_later_archives, "metadata-filter"),
    Known("Nu", "warning", lies_beside, "self-on-disk"),
    Known("Nu", "error", names_a_drawing, "aria-on-svg"),
    Known("outloud", "PAG-001", is_of_notes, "notes-are-no-footers"),
)


def reason(checker: str, remark: Remark, file: Path) -> str:
    """Why a remark is passed over; nothing where it is not."""
    fitting = (known for known in KNOWN if (known.checker, known.code) == (checker, remark.code))
    return next((known.reason for known in fitting if known.fits(remark, file)), "")
