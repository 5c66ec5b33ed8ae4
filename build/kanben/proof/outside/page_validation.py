"""Ask page-validation whether a PDF is what it claims to be: PDF/UA-1 (ISO 14289-1), PDF/A (ISO 19005)."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from kanben.place import Place
from kanben.proof.outside.remark import Remark, Silent
from kanben.proof.outside.running import room, run
from kanben.proof.outside.tools import PAGE_VALIDATION

PROGRAM = Path(__file__).with_name("validated.py")
UA = "PDF_UA_1"
CLAIM_UA = re.compile(rb"pdfuaid:part\s*(?:=\s*[\"']|>)\s*1")
CLAIM_A = re.compile(
    rb"pdfaid:part\s*(?:=\s*[\"']|>)\s*([1-3]).{0,200}?pdfaid:conformance\s*(?:=\s*[\"']|>)\s*([ABU])", re.S
)


def page_validation(pdf: Path) -> tuple[Remark, ...]:
    """Validate what the file claims; one that claims nothing is held to PDF/UA-1, which readers need."""
    return validate(pdf, claims(pdf.read_bytes()) or (UA,))


def claims(data: bytes) -> tuple[str, ...]:
    """The profiles that a PDF's metadata names, which stand uncompressed in the file."""
    archive = CLAIM_A.search(data)
    named = f"PDF_A_{archive[1].decode()}{archive[2].decode()}" if archive else ""
    return (*([UA] if CLAIM_UA.search(data) else []), *([named] if named else []))


def validate(pdf: Path, profiles: Sequence[str]) -> tuple[Remark, ...]:
    """Give what fails each profile."""
    PAGE_VALIDATION.need()
    with room() as home:
        done = run([sys.executable, "-I", str(PROGRAM), str(pdf.absolute()), *profiles], home)
    if done.code:
        raise Silent(done.last_words)
    return tuple(
        Remark("error", each["rule"], Place(pdf.name), each["what"], each["profile"]) for each in json.loads(done.out)
    )
