"""What is tried with any bytes: a function for each kind of file that comes from many hands.

Each raises where the product is wrong: an exception other than Stop, a fault that stands nowhere, a page that nobody
can read.
"""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from kanben.manuscript import KINDS, import_manuscript
from kanben.pandoc.program import remembering
from kanben.place import Place
from kanben.press.proofreading import proofread_title
from kanben.press.title import Pressed, press
from kanben.press.worker import Worker
from kanben.proof.epub.proof import check_epub
from kanben.proof.pictures import draw_pages
from kanben.proof.proof import check_pdf
from kanben.release.stamp import RECORD
from kanben.release.verifying import read_release, verify
from kanben.trouble import Stop
from tests.fuzz.rough_layout import RoughLayout
from tests.fuzz.soundness import are_readable, are_sound
from tests.titles import CHAPTER, PICTURE, title_yaml, write_title

Try = Callable[[bytes], None]
Files = dict[str, str | bytes]
SHOPS = ("apple", "kobo", "google", "kindle", "weread", "duokan")
DATA = "年,座\n2001,3\n2002,5\n"
AROUND: Files = {
    "glossary.yaml": "- {term: 石桥, definition: 以石为之。, also: [石梁]}\n",
    "index.yaml": "- 石桥\n- {term: 拱, under: 石桥}\n",
    "references.yaml": "- {id: mao, type: book, title: 桥记, author: [{literal: 茅某}], issued: 1962}\n",
    "images/a.svg": PICTURE,
    "data/a.csv": DATA,
}
"""What a chapter may refer to."""


def press_title(files: Mapping[str, str | bytes], layout: Worker | None = None) -> Pressed | None:
    """Press and proofread a title of these files; None where it stops, with troubles that are sound."""
    answers: dict[bytes, bytes] = {}

    def remember(question: bytes, ask: Callable[[], bytes]) -> bytes:
        return answers[question] if question in answers else answers.setdefault(question, ask())

    with tempfile.TemporaryDirectory() as home, remembering(remember):
        folder = write_title(Path(home) / "书", **files)
        pressed = None
        try:
            pressed = press(folder, layout or RoughLayout())
            are_sound(pressed.troubles, folder)
            are_readable(pressed.files)
        except Stop as stop:
            assert any(fault.severity == "error" for fault in stop.troubles)
            are_sound(stop.troubles, folder)
        are_sound(proofread_title(folder), folder)
        return pressed


def a_file(name: str, around: Files | None = None) -> Try:
    """A title that has these bytes as one of its files."""

    def attempt(data: bytes) -> None:
        press_title({**(around or AROUND), name: data})

    return attempt


def title_file(data: bytes) -> None:
    press_title({"title.yaml": data, **AROUND, "chapters/01.md": CHAPTER})


def picture(data: bytes) -> None:
    chapter = "# 桥\n\n![桥](images/b)\n\n[![桥](images/b){.inline}](#c)\n\n![一](images/b){#c}\n"
    press_title({"chapters/01.md": chapter, "images/b": data})


def table_and_chart(data: bytes) -> None:
    chapter = "# 桥\n\n![表](data/b.csv){.table}\n\n![图](data/b.csv){.chart kind=line}\n\n![图](data/b.csv){.chart kind=pie}\n"
    press_title({"chapters/01.md": chapter, "data/b.csv": data})


def own_templates(data: bytes) -> None:
    """One text in the place of every template that a title may have of its own."""
    homes = ("web", "epub", "print")
    press_title({**AROUND, **{f"templates/{home}/nodes.xhtml": data for home in homes}})
    press_title({**AROUND, "templates/web/part.html": data, "templates/print/part.xhtml": data})


def manuscript(data: bytes) -> None:
    imported = import_manuscript("m.txt", data, frozenset(KINDS))
    assert imported.files or imported.troubles
    assert imported.fidelity.residual == ()
    if imported.files:
        press_title(imported.files)


def pdf(data: bytes) -> None:
    try:
        proof = check_pdf(data, "a.pdf")
    except Stop as stop:
        assert stop.troubles
        return
    for _ in draw_pages(data, proof.findings):
        pass


def epub(data: bytes) -> None:
    try:
        check_epub(data, "a.epub", SHOPS)
    except Stop as stop:
        assert stop.troubles


def record(data: bytes) -> None:
    """A release's record, and a finished file that is asked what it says of itself."""
    try:
        release = read_release({RECORD: data}, Place(RECORD))
    except Stop as stop:
        assert stop.troubles
        release = None
    verify("a.pdf", data, release)


TARGETS: dict[str, Try] = {
    "title": title_file,
    "glossary": a_file("glossary.yaml"),
    "index": a_file("index.yaml"),
    "references": a_file("references.yaml"),
    "csl-json": a_file("references.json", {name: AROUND[name] for name in AROUND if "references" not in name}),
    "bibtex": a_file("references.bib", {name: AROUND[name] for name in AROUND if "references" not in name}),
    "ignored": a_file("proof-ignore.yaml"),
    "chapter": a_file("chapters/01.md"),
    "csv": table_and_chart,
    "picture": picture,
    "templates": own_templates,
    "manuscript": manuscript,
    "pdf": pdf,
    "epub": epub,
    "record": record,
}
