"""kanben check: proof a title's source, or a finished PDF or EPUB."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kanben.cli.build import all_titles, find_title, progress
from kanben.cli.output import write_files
from kanben.cli.speech import language, printable, tell_troubles, to_json
from kanben.messages import Language
from kanben.place import Place
from kanben.trouble import Stop, trouble

if TYPE_CHECKING:
    from kanben.proof.epub.proof import EpubProof
    from kanben.proof.proof import Proof

PDF, EPUB = ".pdf", ".epub"
STORE_NAMES = ("apple", "kobo", "google", "kindle", "weread", "duokan")
WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "show": "--show draws the pages of one PDF: name it alone, and no EPUB",
        "store": "--store is asked of EPUBs alone: name BOOK.epub",
        "other": "{name} is no title, PDF or EPUB; kanben check takes title folders, PDF and EPUB files",
        "missing": "{name} is not there; kanben check takes title folders, PDF and EPUB files",
        "checked": "{name}: {errors} to mend, {warnings} to look at",
        "faultless": "{name}: no faults found",
    },
    "zh": {
        "show": "--show 画一份 PDF 的页面：只写一个 PDF，不写 EPUB",
        "store": "--store 只用于 EPUB：请写 BOOK.epub",
        "other": "{name} 不是书稿、PDF 或 EPUB；kanben check 只看书稿文件夹、PDF 和 EPUB 文件",
        "missing": "找不到 {name}；kanben check 只看书稿文件夹、PDF 和 EPUB 文件",
        "checked": "{name}：{errors} 处待改，{warnings} 处待查",
        "faultless": "{name}：没有发现错误",
    },
}


@click.command("check")
@click.argument("things", nargs=-1, metavar="[TITLE|BOOK.pdf|BOOK.epub]…")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line.")
@click.option(
    "--show", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Draw a PDF's offending lines."
)
@click.option(
    "--store", "stores", multiple=True, type=click.Choice([*STORE_NAMES, "all"]), help="What a shop asks of an EPUB."
)
def check_command(things: tuple[str, ...], as_json: bool, show: Path | None, stores: tuple[str, ...]) -> None:
    """Proof the source of each TITLE, or a finished BOOK.pdf or BOOK.epub.

    Without one, of the title in this folder, else of all titles under ./source.
    """
    paths = [find_thing(thing) for thing in things] or all_titles()
    kinds = [path.suffix.lower() if path.is_file() else "" for path in paths]
    if show and (EPUB in kinds or kinds.count(PDF) != 1):
        raise click.UsageError(say("show"))
    if stores and set(kinds) != {EPUB}:
        raise click.UsageError(say("store"))
    wanted = STORE_NAMES if "all" in stores else stores
    good = [check_thing(path, as_json, show, wanted) for path in paths]
    sys.exit(0 if all(good) else 1)


def check_thing(path: Path, as_json: bool, show: Path | None, stores: tuple[str, ...]) -> bool:
    if path.is_dir():
        return check_source(path, as_json)
    if path.suffix.lower() == EPUB:
        return check_epub_file(path, as_json, stores)
    return check_pdf_file(path, as_json, show)


def find_thing(name: str) -> Path:
    """A PDF or an EPUB, or a title as `kanben build` finds it."""
    path = Path(name)
    is_kind = path.suffix.lower() in (PDF, EPUB)
    if path.is_file() and is_kind:
        return path
    if path.is_file() or (is_kind and not path.is_dir()):
        raise click.UsageError(say("other" if path.is_file() else "missing", name=name))
    return find_title(name)


def check_source(folder: Path, as_json: bool) -> bool:
    """Tell every trouble of a title, and what the proofreader finds; say whether it could be built."""
    from kanben.press.proofreading import check_title  # pandoc and the rest are not needed for a PDF

    with progress(folder.resolve().name):
        found = check_title(folder)
    tell_troubles(found, folder, as_json)
    errors = sum(fault.severity == "error" for fault in found)
    if not as_json:
        words = "checked" if found else "faultless"
        click.echo(say(words, name=folder.resolve().name, errors=errors, warnings=len(found) - errors), err=True)
    return not errors


def say(words: str, **facts: object) -> str:
    return printable(WORDS[language()][words].format(**facts))


def check_pdf_file(file: Path, as_json: bool, show: Path | None) -> bool:
    """Print a row for each rule; say whether none fails."""
    from kanben.proof.pictures import draw_pages
    from kanben.proof.proof import check_pdf

    try:
        with progress(file.name):
            data = read_file(file)
            proof = check_pdf(data, file.name)
            if show:
                write_files(show, dict(draw_pages(data, proof.findings)))
    except Stop as stop:
        tell_troubles(stop.troubles, file.parent, as_json)
        return False
    tell_proof(proof, file, as_json)
    return not proof.fails


def check_epub_file(file: Path, as_json: bool, stores: tuple[str, ...]) -> bool:
    """Print a row for each rule and for what shops ask; say whether none fails."""
    from kanben.proof.epub.proof import check_epub

    try:
        with progress(file.name), readable(file):
            proof = check_epub(file, file.name, stores)
    except Stop as stop:
        tell_troubles(stop.troubles, file.parent, as_json)
        return False
    tell_epub_proof(proof, file, as_json)
    return not proof.fails


@contextmanager
def readable(file: Path) -> Iterator[None]:
    """Turn a file that the system does not give us into a trouble."""
    try:
        yield
    except OSError as problem:
        place = Place(file.name)
        raise Stop((trouble("unreadable-file", place, file=file.name, problem=problem.strerror),)) from problem


def read_file(file: Path) -> bytes:
    with readable(file):
        return file.read_bytes()


def tell_proof(proof: "Proof", file: Path, as_json: bool) -> None:
    from kanben.cli.proof_table import proof_facts, proof_lines

    if as_json:
        click.echo(to_json(proof_facts(proof, str(file))))
        return
    for line in proof_lines(proof, str(file), language()):
        click.echo(printable(line))


def tell_epub_proof(proof: "EpubProof", file: Path, as_json: bool) -> None:
    from kanben.cli.epub_table import epub_facts, epub_lines

    if as_json:
        click.echo(to_json(epub_facts(proof, str(file))))
        return
    for line in epub_lines(proof, str(file), language()):
        click.echo(printable(line))
