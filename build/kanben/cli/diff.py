"""kanben diff: a redline of two states of a title."""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from kanben.cli.codes import code_of, leaves_all
from kanben.cli.options import json_option, no_cache_option, out_option
from kanben.cli.output import write_all, write_files
from kanben.cli.progress import progress
from kanben.cli.speech import Words, printable, sentence, tell_troubles, to_json
from kanben.cli.titles import find_title
from kanben.cli.workshop import workshop
from kanben.press.worker import Worker
from kanben.revisions import files_at, is_revision
from kanben.trouble import Stop

if TYPE_CHECKING:
    from kanben.press.redline import PressedRedline

WORDS: Words = {
    "en": {
        "stopped": "nothing is written; what was made before stands as it was",
        "same": "{name}: no differences, {seconds} s",
        "made": "{name}: changes: {count}; characters added: {added}, deleted: {deleted}; passages moved: {moved}; "
        "{pages} pages, {seconds} s",
    },
    "zh": {
        "stopped": "未写入任何文件；以前做好的保持原样",
        "same": "{name}：没有差别，{seconds} 秒",
        "made": "{name}：改动 {count} 处，增 {added} 字，删 {deleted} 字，移动 {moved} 处；{pages} 页，{seconds} 秒",
    },
}
say = partial(sentence, WORDS)


@click.command("diff")
@click.argument("old")
@click.argument("new")
@out_option("Where the redline goes.")
@no_cache_option
@json_option
def diff_command(old: str, new: str, out: Path, no_cache: bool, as_json: bool) -> None:
    """Mark in NEW what differs from OLD, as a web folder and a PDF in OUT/TITLE-diff.

    Each is a title, or REV:FOLDER, a title's folder as git keeps it at a revision: HEAD~3:source/my-book.
    """
    begin = time.perf_counter()
    with workshop(no_cache) as layout:
        code = make_redline(old, new, layout, out, as_json, begin)
    sys.exit(code)


def make_redline(old: str, new: str, layout: Worker, out: Path, as_json: bool, begin: float) -> int:
    """Compare, and write the files; give the exit code."""
    from kanben.press.redline import press_redline, read_draft  # 0.2 s, spent while the worker starts
    from kanben.redline.front import NAME_ENDING

    where = Path()
    try:
        with (
            title_at(old) as old_folder,
            title_at(new) as new_folder,
            progress(new_folder.resolve().name + NAME_ENDING, as_json) as tell_progress,
        ):
            where = Path(old)
            before = read_draft(old, old_folder, tell_progress)
            where = Path(new)
            after = read_draft(new, new_folder, tell_progress)
            pressed = press_redline(before, after, layout, tell_progress)
        write_files(out / pressed.name, pressed.files, kept="web")
    except Stop as stop:
        tell_troubles(stop.troubles, where, as_json)
        if not as_json and leaves_all(stop.troubles):
            click.echo(say("stopped"), err=True)
        return code_of(stop.troubles)
    report(pressed, out, time.perf_counter() - begin, as_json)
    return 0


@contextmanager
def title_at(name: str) -> Iterator[Path]:
    """A title's folder; what git keeps is put into a folder of that name for the time being."""
    if not is_revision(name):
        yield find_title(name)
        return
    files = files_at(name)
    with tempfile.TemporaryDirectory(prefix="kanben-") as scratch:
        folder = Path(scratch) / (PurePosixPath(name.partition(":")[2]).name or "title")
        folder.mkdir()
        write_all(folder, files)
        yield folder


def report(pressed: "PressedRedline", out: Path, seconds: float, as_json: bool) -> None:
    where = out / pressed.name
    files = [str(where / name) for name in pressed.files if "/" not in name or name == "web/index.html"]
    if as_json:
        click.echo(to_json(facts(pressed, files, seconds)))
        return
    for file in files:
        click.echo(printable(file))
    total = pressed.marked.total
    numbers = {"added": total.added, "deleted": total.deleted, "moved": total.moved}
    words = "made" if pressed.marked.count else "same"
    shown = {"name": pressed.name, "pages": pressed.pages, "seconds": f"{seconds:.1f}", "count": pressed.marked.count}
    click.echo(say(words, **shown, **numbers))


def facts(pressed: "PressedRedline", files: list[str], seconds: float) -> dict[str, object]:
    """The redline for machines."""
    from kanben.redline.telling import told

    return {
        "event": "compared",
        "title": pressed.name,
        "files": files,
        "seconds": round(seconds, 2),
        **told(pressed.marked),
    }
