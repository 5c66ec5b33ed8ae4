"""kanben check: proof a title's source, or finished editions of it."""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from kanben.cli.checking import EPUB, MANIFEST, PDF, START, Origin, Outcome, Wish, check_editions, check_file
from kanben.cli.codes import FAULTY, TOOL_MISSING, code_of
from kanben.cli.options import json_option
from kanben.cli.output import write_files
from kanben.cli.progress import progress
from kanben.cli.speech import Words, sentence, tell_troubles
from kanben.cli.titles import all_titles, find_title
from kanben.trouble import Stop, Trouble

MANY = 12
STORE_NAMES = ("apple", "kobo", "google", "kindle", "weread", "duokan")
WORDS: Words = {
    "en": {
        "show": "--show draws the pages of one PDF: name it alone, and no EPUB",
        "store": "--store is asked of EPUBs alone: name BOOK.epub",
        "other": "{name} is no title, PDF or EPUB; kanben check takes titles, PDF and EPUB files, folders of editions",
        "missing": "{name} is not there; kanben check takes titles, PDF and EPUB files, folders of editions",
        "checked": "{name}: {errors} to mend, {warnings} to look at",
        "faultless": "{name}: no faults found",
    },
    "zh": {
        "show": "--show 画一份 PDF 的页面：只写一个 PDF，不写 EPUB",
        "store": "--store 只用于 EPUB：请写 BOOK.epub",
        "other": "{name} 不是书稿、PDF 或 EPUB；kanben check 只看书稿文件夹、PDF 和 EPUB 文件，以及成品文件夹",
        "missing": "找不到 {name}；kanben check 只看书稿文件夹、PDF 和 EPUB 文件，以及成品文件夹",
        "checked": "{name}：{errors} 处待改，{warnings} 处待查",
        "faultless": "{name}：没有发现错误",
    },
}
say = partial(sentence, WORDS)


@click.command("check")
@click.argument("things", nargs=-1, metavar="[TITLE|BOOK.pdf|BOOK.epub|DIR]…")
@click.option("--all", "every", is_flag=True, help="Proof a TITLE's editions too; no checker may be missing.")
@json_option
@click.option(
    "--show", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Draw a PDF's offending lines."
)
@click.option(
    "--store", "stores", multiple=True, type=click.Choice([*STORE_NAMES, "all"]), help="What a shop asks of an EPUB."
)
def check_command(
    things: tuple[str, ...], every: bool, as_json: bool, show: Path | None, stores: tuple[str, ...]
) -> None:
    """Proof the source of each TITLE, or a finished BOOK.pdf or BOOK.epub, a web edition's folder, or all editions.

    Without one, of the title in this folder, else of all titles under ./source. The checkers of others that are
    installed are asked about finished editions; with --all none may be missing, and a title's editions are made (and
    thrown away) to be proofed, each fault with its place in the source.
    """
    paths = [find_thing(thing) for thing in things] or all_titles()
    kinds = [path.suffix.lower() if path.is_file() else "" for path in paths]
    if show and (EPUB in kinds or kinds.count(PDF) != 1):
        raise click.UsageError(say("show"))
    if stores and set(kinds) != {EPUB}:
        raise click.UsageError(say("store"))
    wish = Wish(as_json, show, STORE_NAMES if "all" in stores else stores)
    found = Outcome()
    for path in paths:
        found |= check_thing(path, wish, every)
    sys.exit(FAULTY if found.fails else TOOL_MISSING if found.lacks or (every and found.silent) else 0)


def check_thing(path: Path, wish: Wish, every: bool) -> Outcome:
    if path.is_file() or is_made(path, START):
        return check_file(path, wish)
    if is_made(path, MANIFEST):
        return check_editions(path, wish)
    found = check_source(path, wish.as_json)
    if any(fault.severity == "error" for fault in found):
        return stopped(found)
    return check_made(path, wish, found) if every else Outcome()


def stopped(troubles: tuple[Trouble, ...]) -> Outcome:
    """What a title comes to that cannot be made: a missing tool is none of its faults."""
    lacks = code_of(troubles) == TOOL_MISSING
    return Outcome(lacks=lacks, fails=not lacks)


def is_made(folder: Path, name: str) -> bool:
    """Whether a folder was made, and holds this file; that of a title is its own, whatever lies in it."""
    return (folder / name).is_file() and not (folder / "title.yaml").exists()


def check_made(title: Path, wish: Wish, known: tuple[Trouble, ...]) -> Outcome:
    """Make a title's editions in a folder for the while, and check all, with the source at hand.

    What making them tells is told, but for the troubles that are known.
    """
    from kanben.cli.workshop import workshop
    from kanben.press.proofreading import not_passed_over
    from kanben.press.title import finished_book, press
    from kanben.proof.source import sources_of

    name = title.resolve().name
    with tempfile.TemporaryDirectory(prefix="kanben-check-", ignore_cleanup_errors=True) as room:
        try:
            with progress(name, wish.as_json) as tell_progress, workshop() as layout:
                pressed = press(title, layout, tell_progress=tell_progress)
                book = finished_book(title, lambda fault: None)
            write_files(Path(room) / name, pressed.files)
        except Stop as stop:
            tell_troubles(stop.troubles, title, wish.as_json)
            return stopped(stop.troubles)
        told = [fault for fault in not_passed_over(title, pressed.troubles) if fault not in known]
        tell_troubles(told, title, wish.as_json)
        return check_editions(Path(room) / name, wish, Origin(title, sources_of(book, pressed.pages)), name)


def find_thing(name: str) -> Path:
    """A PDF or an EPUB, or a title as `kanben build` finds it."""
    path = Path(name)
    is_kind = path.suffix.lower() in (PDF, EPUB)
    if path.is_file() and is_kind:
        return path
    if path.is_file() or (is_kind and not path.is_dir()):
        raise click.UsageError(say("other" if path.is_file() else "missing", name=name))
    return find_title(name)


def check_source(folder: Path, as_json: bool) -> tuple[Trouble, ...]:
    """Tell and give every trouble of a title, and what the proofreader finds."""
    from kanben.press.proofreading import check_title  # pandoc and the rest are not needed for a PDF

    with progress(folder.resolve().name, as_json) as tell_progress:
        found = check_title(folder, tell_progress)
    tell_troubles(found, folder, as_json, asked=True)
    errors = sum(fault.severity == "error" for fault in found)
    if not as_json:
        for line in counted(found):
            click.echo(line, err=True)
        words = "checked" if found else "faultless"
        click.echo(say(words, name=folder.resolve().name, errors=errors, warnings=len(found) - errors), err=True)
    return found


def counted(found: tuple[Trouble, ...]) -> Iterator[str]:
    """How many there are of each code, the most first, where they are too many to be seen at once."""
    counts = Counter(fault.code for fault in found).most_common()
    if len(found) > MANY and len(counts) > 1:
        yield from (f"{count:6}  {code}" for code, count in counts)
