"""The other side of press/examiner: what is asked of finished files, in a process that may die of them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kanben.press.strangers import readable
from kanben.progress import TellProgress
from kanben.proof.agreement.printed import folios
from kanben.proof.agreement.proof import Agreement, agreement
from kanben.proof.agreement.reading import said_by
from kanben.proof.epub.proof import EpubProof, check_epub
from kanben.proof.outside.order import Kind
from kanben.proof.pdf.pictures import draw_pages
from kanben.proof.pdf.proof import check_pdf
from kanben.proof.web.proof import WebProof, check_web


def pdf(file: Path, draws: bool, asks_folios: bool, tell: TellProgress) -> Iterator[Any]:
    """The proof of a PDF; the pages with lines that offend, as files; the folios of its pages."""
    with readable(file):
        proof = check_pdf(file, file.name, tell)
        yield proof
        yield dict(draw_pages(file, proof.findings)) if draws else {}
        yield folios(file, file.name) if asks_folios else ()


def epub(file: Path, stores: tuple[str, ...]) -> Iterator[EpubProof]:
    with readable(file):
        yield check_epub(file, file.name, stores)


def web(folder: Path) -> Iterator[WebProof]:
    with readable(folder):
        yield check_web(folder)


def agreed(files: Mapping[Kind, Path]) -> Iterator[Agreement]:
    yield agreement([said_by(kind, file) for kind, file in files.items()])
