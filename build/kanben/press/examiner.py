"""Have finished files of strangers read by a process of its own, which has little time and memory for it.

PDFium unpacks whatever a file says, and ends the process that it runs in where the system gives it no more.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kanben.limits import CHECK, CHECK_MEMORY
from kanben.place import Place
from kanben.press.worker import Errand, Worker
from kanben.progress import Progress, TellProgress, tell_nobody

if TYPE_CHECKING:
    from kanben.proof.agreement.proof import Agreement
    from kanben.proof.epub.proof import EpubProof
    from kanben.proof.outside.order import Kind
    from kanben.proof.pdf.proof import Proof
    from kanben.proof.web.proof import WebProof

EXAMINED = "kanben.press.examined"
CLAIMED = "kanben.press.claimed"
"""Rooms on the other side: what is asked of editions, and what a file says of itself, which loads far less."""
MEGABYTE = 1_000_000
PACE = 1.0
"""Seconds that a page which was read gives to the rest: twelve times what one takes."""


def examine_pdf(
    file: Path, draws: bool, asks_folios: bool, tell: TellProgress
) -> tuple["Proof", dict[str, bytes], Any]:
    def heard(done: Progress) -> None:
        """Each page that was read gives time for another, whoever listens."""
        tell(done)

    proof, pages, folios = examined(file.name, "pdf", file, draws, asks_folios, tell=heard)
    return proof, pages, folios


def examine_epub(file: Path, stores: tuple[str, ...]) -> "EpubProof":
    proof: EpubProof
    (proof,) = examined(file.name, "epub", file, stores)
    return proof


def examine_web(folder: Path) -> "WebProof":
    proof: WebProof
    (proof,) = examined(folder.name, "web", folder)
    return proof


def examine_agreement(files: "Mapping[Kind, Path]") -> "Agreement":
    proof: Agreement
    (proof,) = examined(next(iter(files.values())).name, "agreed", dict(files))
    return proof


def examined(shown: str, asked: str, *arguments: Any, tell: TellProgress = tell_nobody) -> tuple[Any, ...]:
    with examiner(EXAMINED) as ask:
        return ask(shown, asked, *arguments, tell=tell)


class Ask(Protocol):
    """Asks a function of the other side about a file, which is told by the name under which it is shown."""

    def __call__(
        self, shown: str, asked: str, *arguments: Any, tell: TellProgress = tell_nobody
    ) -> tuple[Any, ...]: ...


@contextmanager
def examiner(room: str) -> Iterator[Ask]:
    """Start one process for files that are asked about one after the other."""
    errand = Errand(room, Place(""), CHECK.code, CHECK_MEMORY.code, "check-died", PACE)
    reader = Worker(CHECK.most, CHECK_MEMORY.most * MEGABYTE, errand=errand)

    def ask(shown: str, asked: str, *arguments: Any, tell: TellProgress = tell_nobody) -> tuple[Any, ...]:
        reader.errand = replace(errand, place=Place(shown))
        return tuple(reader.call(room, asked, *arguments, tell=tell))

    try:
        yield ask
    finally:
        reader.end()
