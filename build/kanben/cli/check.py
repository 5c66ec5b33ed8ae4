"""kanben check: proof a title's source, or a finished PDF."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kanben.cli.build import all_titles, find_title, progress
from kanben.cli.output import write_files
from kanben.cli.speech import language, printable, tell_troubles, to_json
from kanben.place import Place
from kanben.trouble import Stop, Trouble, trouble

if TYPE_CHECKING:
    from kanben.proof.proof import Proof

PDF = ".pdf"


@click.command("check")
@click.argument("things", nargs=-1, metavar="[TITLE|BOOK.pdf]…")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line.")
@click.option(
    "--show", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Draw a PDF's offending lines."
)
def check_command(things: tuple[str, ...], as_json: bool, show: Path | None) -> None:
    """Proof the source of each TITLE (without one, of all below ./source), or measure the pages of BOOK.pdf."""
    paths = [find_thing(thing) for thing in things] or all_titles()
    if show and sum(path.is_file() for path in paths) != 1:
        raise click.UsageError("--show draws the pages of one PDF: name it alone")
    good = [check_source(path, as_json) if path.is_dir() else check_pdf_file(path, as_json, show) for path in paths]
    sys.exit(0 if all(good) else 1)


def find_thing(name: str) -> Path:
    """A PDF, or a title as `kanben build` finds it."""
    path = Path(name)
    if path.is_file() and path.suffix.lower() == PDF:
        return path
    if path.is_file() or path.suffix.lower() == PDF:
        is_there = "is checked neither as a title nor as a PDF" if path.is_file() else "is not there"
        raise click.UsageError(f"{name} {is_there}; kanben check takes title folders and PDF files")
    return find_title(name)


def check_source(folder: Path, as_json: bool) -> bool:
    """Tell every trouble of a title, warnings among them; say whether it could be built."""
    from kanben.press.title import finished_book  # pandoc and the rest are not needed for a PDF

    warnings: list[Trouble] = []
    try:
        with progress(folder.name):
            finished_book(folder, warnings.append)
    except Stop as stop:
        tell_troubles(stop.troubles, folder, as_json)
        return False
    tell_troubles(warnings, folder, as_json)
    return True


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


def read_file(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise Stop(
            (trouble("unreadable-file", Place(file.name), file=file.name, problem=problem.strerror),)
        ) from problem


def tell_proof(proof: "Proof", file: Path, as_json: bool) -> None:
    from kanben.cli.proof_table import proof_facts, proof_lines

    if as_json:
        click.echo(to_json(proof_facts(proof, str(file))))
        return
    for line in proof_lines(proof, str(file), language()):
        click.echo(printable(line))
