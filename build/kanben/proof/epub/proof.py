"""Proof an EPUB: open it, ask every rule, and what the shops ask."""

from dataclasses import dataclass
from pathlib import Path

from kanben.proof.epub.archive import open_archive
from kanben.proof.epub.intake import Intake, intake
from kanben.proof.epub.order import EPUB_RULES
from kanben.proof.epub.publication import read_publication
from kanben.proof.ruling import Ruling


@dataclass(frozen=True, slots=True)
class EpubProof:
    """What an EPUB is: version, pages, pictures, size in bytes; a finding for each rule, and what shops ask."""

    version: str
    pages: int
    pictures: int
    size: int
    findings: tuple[Ruling, ...]
    intake: tuple[Intake, ...] = ()

    @property
    def fails(self) -> bool:
        verdicts = [*(row.verdict for row in self.findings), *(row.verdict for row in self.intake)]
        return "fail" in verdicts


def check_epub(data: bytes | Path, name: str = "", stores: tuple[str, ...] = ()) -> EpubProof:
    """Ask all rules of an EPUB; one that cannot be opened, or that hides more than it shows, is a trouble."""
    with open_archive(data, name) as archive:
        book = read_publication(archive, name)
        size = len(data) if isinstance(data, bytes) else data.stat().st_size
        findings = tuple(rule(book) for rule in EPUB_RULES)
        asked = intake(book, size, stores, findings) if stores else ()
        version = book.root.get("version", "")
        return EpubProof(version, len(book.pages), len(book.pictures), size, findings, asked)
