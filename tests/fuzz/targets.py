"""What is tried with any bytes: a function for each kind of file that comes from many hands.

Each raises where the product is wrong: an exception other than Stop, a fault that stands nowhere, a page that nobody
can read.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from kanben.cli.checking import editions_in
from kanben.cli.progress import last_count
from kanben.manuscript import KINDS, import_manuscript
from kanben.pandoc.program import remembering
from kanben.place import Place
from kanben.press.proofreading import proofread_title
from kanben.press.title import Pressed, finished_book, press
from kanben.press.worker import Worker
from kanben.proof.agreement.editions import epub_says
from kanben.proof.agreement.printed import pdf_says
from kanben.proof.agreement.proof import agreement
from kanben.proof.agreement.reading import said_by
from kanben.proof.agreement.said import Fact, Link, Passage, Said
from kanben.proof.epub.archive import open_archive
from kanben.proof.epub.proof import check_epub
from kanben.proof.epub.publication import read_publication
from kanben.proof.pdf.pictures import draw_pages
from kanben.proof.pdf.proof import check_pdf
from kanben.proof.web.proof import check_web
from kanben.release.stamp import RECORD
from kanben.release.verifying import read_release, verify
from kanben.trouble import Stop, Trouble
from tests.fuzz.around import AROUND, Files, remember
from tests.fuzz.rough_layout import RoughLayout
from tests.fuzz.soundness import are_readable, are_said, are_sound
from tests.fuzz.states import redline, revision
from tests.titles import CHAPTER, title_yaml, write_files, write_title

Try = Callable[[bytes], None]
SHOPS = ("apple", "kobo", "google", "kindle", "weread", "duokan")
CITING = "# 桥\n\n石桥有拱 [@mao, 12]。\n"
OTHER = Said(
    "web",
    (Passage("heading", "桥", Place("index.html", 1)), Passage("text", "石桥有拱。", Place("index.html", 2))),
    (Link("拱", Place("index.html", 2), targets=frozenset({"t1"}), lead="拱"),),
    marks=(Passage("mark", "h1 桥", Place("index.html", 1)), Passage("mark", "li 石桥", Place("index.html", 2))),
    facts=(Fact("title", "桥", Place("index.html", 1)), Fact("date", "2026", Place("index.html", 1))),
    leaf=(Passage("title", "桥", Place("index.html", 1)),),
    contents=((Link("桥", Place("index.html", 1), targets=frozenset({"ch01"}), lead="桥", level=1),),),
    pages=(Link("1", Place("index.html", 1), lead="桥"),),
)
"""What an edition says that is laid beside a stranger's."""
TURNS = 8


def press_title(files: Files, layout: Worker | None = None, readable: bool = True) -> Pressed | None:
    """Press and proofread a title of these files; None where it stops, with troubles that are sound."""
    with title_of(files) as folder:
        try:
            pressed = press(folder, layout or RoughLayout())
        except Stop as stop:
            is_sound(stop, folder)
            return None
        are_sound(pressed.troubles, folder)
        if readable:
            are_readable(pressed.files)
            are_said(finished_book(folder, lambda trouble: None), pressed.files)
        return pressed


def read_title(files: Files) -> None:
    """Read a title of these files, and run the passes."""
    with title_of(files) as folder:
        told: list[Trouble] = []
        try:
            finished_book(folder, told.append)
            are_sound(told, folder)
        except Stop as stop:
            is_sound(stop, folder)


def mended(files: Files) -> Files:
    """The title after an editor has taken out, again and again, each line on which an error was told."""
    for _ in range(TURNS):
        with title_of(files) as folder:
            try:
                finished_book(folder, lambda trouble: None)
                break
            except Stop as stop:
                wrong = [fault.place for fault in stop.troubles if fault.severity == "error" and fault.place.line]
        files = {name: without_lines(files[name], {at.line for at in wrong if at.file == name}) for name in files}
    return files


def without_lines(data: str | bytes, numbers: set[int]) -> bytes:
    lines = (data.encode() if isinstance(data, str) else data).split(b"\n")
    return b"\n".join(line for n, line in enumerate(lines, 1) if n not in numbers)


@contextmanager
def title_of(files: Files) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as home, remembering(remember):
        folder = write_title(Path(home) / "书", **files)
        yield folder
        are_sound(proofread_title(folder), folder)


def is_sound(stop: Stop, folder: Path) -> None:
    assert any(fault.severity == "error" for fault in stop.troubles)
    are_sound(stop.troubles, folder)


def a_file(name: str) -> Try:
    """A title that has these bytes as one of its files; there is but one bibliography."""
    around = {other: AROUND[other] for other in AROUND if other.partition(".")[0] != name.partition(".")[0]}

    def attempt(data: bytes) -> None:
        read_title({**around, "chapters/01.md": CITING, name: data})

    return attempt


def chapter(data: bytes) -> None:
    press_title({**AROUND, "chapters/01.md": data})


def title_file(data: bytes) -> None:
    press_title({"title.yaml": data, **AROUND, "chapters/01.md": CHAPTER})


def picture(data: bytes) -> None:
    text = "# 桥\n\n![桥](images/b)\n\n[![桥](images/b){.inline}](#c)\n\n![一](images/b){#c}\n"
    press_title({"chapters/01.md": text, "images/b": data})


def table_and_chart(data: bytes) -> None:
    wishes = (".table", ".chart kind=line alt=图", ".chart kind=pie alt=图")
    text = "".join(f"![桥](data/b.csv){{{wish}}}\n\n" for wish in wishes)
    press_title({"chapters/01.md": f"# 桥\n\n{text}", "data/b.csv": data})


def own_templates(data: bytes) -> None:
    """One text in the place of every template that a title may have of its own."""
    homes = ("web", "epub", "print")
    press_title({**AROUND, **{f"templates/{home}/nodes.xhtml": data for home in homes}}, readable=False)
    pages = ("web/part.html", "epub/part.xhtml", "print/part.xhtml", "print/style.css")
    press_title({**AROUND, **{f"templates/{page}": data for page in pages}}, readable=False)


def manuscript(data: bytes) -> None:
    imported = import_manuscript("m.txt", data, frozenset(KINDS))
    assert imported.files or imported.troubles
    assert imported.fidelity.residual == ()
    if imported.files:
        read_title(dict(imported.files))


def pdf(data: bytes) -> None:
    try:
        proof = check_pdf(data, "a.pdf")
        agreement([OTHER, pdf_says(data, "a.pdf")])
    except Stop as stop:
        assert stop.troubles
        return
    for _ in draw_pages(data, proof.findings):
        pass


def epub(data: bytes) -> None:
    try:
        check_epub(data, "a.epub", SHOPS)
        with open_archive(data, "a.epub") as archive:
            agreement([epub_says(read_publication(archive, "a.epub")), OTHER])
    except Stop as stop:
        assert stop.troubles


def web(data: bytes) -> None:
    """A web edition of one page, by itself and compared with another that says something else."""
    with tempfile.TemporaryDirectory() as home:
        pages = {"index.html": data, "other/index.html": b"<html lang='zh'><p>\xe6\xa1\xa5</p></html>"}
        folder = write_files(Path(home), pages)
        try:
            check_web(folder)
            agreement([said_by("web", folder), said_by("web", folder / "other")])
        except Stop as stop:
            assert stop.troubles


def manifest(data: bytes) -> None:
    """A folder of finished editions, which says itself what they are."""
    with tempfile.TemporaryDirectory() as home:
        folder = write_files(Path(home), {"manifest.json": data, "a.pdf": b"%PDF"})
        assert last_count(folder) >= 0
        try:
            assert editions_in(folder)
        except Stop as stop:
            assert stop.troubles


def style(data: bytes) -> None:
    """A title that cites in a style of its own."""
    own = title_yaml(["chapters/01.md", "references.yaml"], "references: {style: own.csl}\n")
    read_title({**AROUND, "title.yaml": own, "chapters/01.md": CITING, "own.csl": data})


def record(data: bytes) -> None:
    """A release's record, and a finished file that is asked what it says of itself."""
    try:
        release = read_release({RECORD: data}, Place(RECORD))
    except Stop as stop:
        assert stop.troubles
        release = None
    verify("a.pdf", BytesIO(data), release)


TARGETS: dict[str, Try] = {
    "title": title_file,
    "glossary": a_file("glossary.yaml"),
    "index": a_file("index.yaml"),
    "references": a_file("references.yaml"),
    "csl-json": a_file("references.json"),
    "bibtex": a_file("references.bib"),
    "csl": style,
    "revisions": a_file("revisions.yaml"),
    "ignored": a_file("proof-ignore.yaml"),
    "chapter": chapter,
    "csv": table_and_chart,
    "picture": picture,
    "templates": own_templates,
    "manuscript": manuscript,
    "pdf": pdf,
    "epub": epub,
    "web": web,
    "manifest": manifest,
    "record": record,
    "redline": redline,
    "revision": revision,
}
