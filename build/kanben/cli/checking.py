"""Check finished editions, one or all of a title: by our own rules, by others' checkers, and against each other."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from kanben.cli.output import write_files
from kanben.cli.progress import progress
from kanben.cli.sourced import Sourced, sourced_by, sourced_by_pages, unknown
from kanben.cli.speech import language, printable, tell_troubles, to_json
from kanben.place import Place
from kanben.press.examiner import examine_agreement, examine_epub, examine_pdf, examine_web
from kanben.press.strangers import read_record, refuse_endless
from kanben.proof.outside.order import Answer, Kind, ask_all, silent
from kanben.proof.source import Sources
from kanben.trouble import Stop, trouble

PDF, EPUB = ".pdf", ".epub"
MANIFEST, START = "manifest.json", "index.html"


@dataclass(frozen=True, slots=True)
class Wish:
    """How to check and to tell: the options of the command."""

    as_json: bool = False
    show: Path | None = None
    stores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether something fails, whether a checker did not look, and whether a tool that kanben needs is missing."""

    fails: bool = False
    silent: bool = False
    lacks: bool = False

    def __or__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.fails or other.fails, self.silent or other.silent, self.lacks or other.lacks)


@dataclass(frozen=True, slots=True)
class Origin:
    """The title that was made into the editions, where somebody named it."""

    title: Path
    sources: Sources


def check_file(file: Path, wish: Wish, origin: Origin | None = None, shown: str = "") -> Outcome:
    """Check a PDF, an EPUB or the folder of a web edition, by what it is; `shown` is how it is called."""
    check = check_web_folder if file.is_dir() else check_epub_file if file.suffix.lower() == EPUB else check_pdf_file
    try:
        if file.is_file():
            refuse_endless(file)
        return check(file, wish, origin, shown or str(file))
    except Stop as stop:
        tell_troubles(stop.troubles, file.parent, wish.as_json)
        return Outcome(fails=True)


def check_pdf_file(file: Path, wish: Wish, origin: Origin | None, shown: str) -> Outcome:
    from kanben.cli.proof_table import proof_facts, proof_lines, spot_lines

    with progress(file.name, wish.as_json) as tell_progress:
        proof, pages, folios = examine_pdf(file, bool(wish.show), bool(origin), tell_progress)
        if wish.show:
            write_files(wish.show, pages)
        answers = ask_all("pdf", file)
    sourced = sourced_by_pages(origin.sources, origin.title, folios) if origin else unknown
    lines = [*proof_lines(proof, shown, language()), *spot_lines(proof, file.name, sourced, language())]
    tell(lines, proof_facts(proof, shown, sourced), answers, sourced, wish)
    return Outcome(proof.fails) | outcome(answers)


def check_epub_file(file: Path, wish: Wish, origin: Origin | None, shown: str) -> Outcome:
    from kanben.cli.epub_table import epub_facts, epub_lines
    from kanben.proof.epub.archive import open_archive

    with progress(file.name, wish.as_json):
        proof = examine_epub(file, wish.stores)
        answers = ask_all("epub", file)
    with open_archive(file, file.name) as archive:
        sourced = sourced_by(origin.sources, origin.title, archive.read) if origin else unknown
        lines = epub_lines(proof, shown, sourced, language())
        tell(lines, epub_facts(proof, shown, sourced), answers, sourced, wish)
    return Outcome(proof.fails) | outcome(answers)


def check_web_folder(folder: Path, wish: Wish, origin: Origin | None, shown: str) -> Outcome:
    from kanben.cli.web_table import web_facts, web_lines

    with progress(folder.name, wish.as_json):
        proof = examine_web(folder)
        answers = ask_all("web", folder)
    sourced = sourced_by(origin.sources, origin.title, reading(folder)) if origin else unknown
    tell(web_lines(proof, shown, sourced, language()), web_facts(proof, shown, sourced), answers, sourced, wish)
    return Outcome(proof.fails) | outcome(answers)


def reading(folder: Path) -> Callable[[str], bytes | None]:
    return lambda name: (folder / name).read_bytes() if (folder / name).is_file() else None


def outcome(answers: tuple[Answer, ...]) -> Outcome:
    return Outcome(any(answer.fails for answer in answers), silent(answers))


def tell(lines: list[str], facts: dict[str, object], answers: tuple[Answer, ...], sourced: Sourced, wish: Wish) -> None:
    """Print the tables of a file, ours first; or one object for machines."""
    from kanben.cli.outside_table import outside_facts, outside_lines

    if wish.as_json:
        click.echo(to_json(facts | {"outside": outside_facts(answers, sourced)}))
        return
    for line in (*lines, *outside_lines(answers, sourced, language())):
        click.echo(printable(line))


# ---- all editions of a title ---------------------------------------------------------------------------------


def check_editions(folder: Path, wish: Wish, origin: Origin | None = None, shown: str = "") -> Outcome:
    """Check every edition that a manifest names, and that all say the same."""
    try:
        files = editions_in(folder)
    except Stop as stop:
        tell_troubles(stop.troubles, folder, wish.as_json)
        return Outcome(fails=True)
    found = Outcome()
    for file in files.values():
        found |= check_file(file, wish, origin, f"{shown or folder}/{file.name}")
        if not wish.as_json:
            click.echo()
    return found | check_agreement(files, wish, origin, shown or str(folder))


def editions_in(folder: Path) -> dict[Kind, Path]:
    """The editions that lie in a folder, by kind; of the web edition its folder."""
    place, kinds = Place(MANIFEST), {"print": "pdf", "epub": "epub", "web": "web"}
    try:
        named = json.loads(read_record(folder / MANIFEST))["editions"]
        paths = {kinds[name]: folder / facts["file"] for name, facts in named.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise Stop((trouble("broken-manifest", place),)) from problem
    lost = [path for path in paths.values() if not lies_below(folder, path)]
    if lost or not paths:
        raise Stop(
            tuple(trouble("edition-missing", place, file=path.name) for path in lost)
            or (trouble("broken-manifest", place),)
        )
    order: tuple[Kind, ...] = ("pdf", "epub", "web")
    return {kind: paths[kind].parent if kind == "web" else paths[kind] for kind in order if kind in paths}


def lies_below(folder: Path, path: Path) -> bool:
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except OSError:  # a name that is too long
        return False


def check_agreement(files: dict[Kind, Path], wish: Wish, origin: Origin | None, shown: str) -> Outcome:
    """Lay the editions beside each other, where there are two."""
    from kanben.cli.web_table import agreement_facts, agreement_lines

    if len(files) < 2:
        return Outcome()
    try:
        with progress(shown, wish.as_json):
            proof = examine_agreement(files)
    except Stop:  # an edition that nobody can open was told as such
        return Outcome(fails=True)
    sourced = sourced_by(origin.sources, origin.title, lambda name: None) if origin else unknown
    if wish.as_json:
        click.echo(to_json(agreement_facts(proof, shown, sourced)))
        return Outcome(proof.fails)
    for line in agreement_lines(proof, shown, sourced, language()):
        click.echo(printable(line))
    return Outcome(proof.fails)
