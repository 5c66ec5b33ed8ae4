"""kanben release: make a title's editions and stamp them as a release."""

import sys
import time
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kanben.cli.codes import code_of
from kanben.cli.diff import title_at
from kanben.cli.options import json_option, no_cache_option, out_option
from kanben.cli.output import write_once
from kanben.cli.progress import last_count, progress
from kanben.cli.speech import Words, printable, sentence, tell_troubles, to_json
from kanben.cli.titles import find_title
from kanben.cli.workshop import workshop
from kanben.press.worker import Worker
from kanben.trouble import Stop

if TYPE_CHECKING:
    from kanben.press.release import Released

WORDS: Words = {
    "en": {
        "stopped": "nothing is written; what was released before stands as it was",
        "made": "{name}: {version} is released, {seconds} s",
        "same": "{name}: {version} was released before, byte for byte the same, {seconds} s",
    },
    "zh": {
        "stopped": "未写入任何文件；以前发布的保持原样",
        "made": "{name}：已发布 {version}，{seconds} 秒",
        "same": "{name}：{version} 以前已经发布，逐字节相同，{seconds} 秒",
    },
}
say = partial(sentence, WORDS)


@click.command("release")
@click.argument("title")
@click.option(
    "--version", metavar="VERSION", default="", help="Its version: 1.2; else the edition that title.yaml names."
)
@click.option("--note", metavar="WORDS", default="", help="What is new in it, in your words.")
@click.option("--since", default="", metavar="REV", help="The git revision of the release before: list the changes.")
@out_option("Where releases go.")
@no_cache_option
@json_option
def release_command(title: str, version: str, note: str, since: str, out: Path, no_cache: bool, as_json: bool) -> None:
    """Make the editions of TITLE as a release, in OUT/TITLE/release/VERSION.

    A version that was released before is never written over.
    """
    folder = find_title(title)
    with workshop(no_cache) as layout:
        code = release_title(folder, layout, version, note, since, out, as_json)
    sys.exit(code)


def release_title(folder: Path, layout: Worker, version: str, note: str, since: str, out: Path, as_json: bool) -> int:
    """Press a release and write its folder; give the exit code."""
    from kanben.press.redline import read_draft  # 0.2 s, spent while the worker starts
    from kanben.press.release import press_release

    begin, name = time.perf_counter(), folder.resolve().name
    shown = progress(name, as_json, last_count(out / name))
    named = f"{since}:{folder}"
    where = Path()
    try:
        with title_at(named) if since else nullcontext() as past, shown as tell_progress:
            where = Path(named)
            before = read_draft(since, past, tell_progress) if past else None
            where = folder
            released = press_release(folder, layout, version, note, before, tell_progress)
        home = out / released.name / "release" / released.version
        new = write_once(home, released.files)
    except Stop as stop:
        tell_troubles(stop.troubles, where, as_json)
        if not as_json:
            click.echo(say("stopped"), err=True)
        return code_of(stop.troubles)
    tell_troubles(released.troubles, folder, as_json)
    report(released, home, new, time.perf_counter() - begin, as_json)
    return 0


def report(released: "Released", home: Path, new: bool, seconds: float, as_json: bool) -> None:
    files = [str(home / name) for name in released.files]
    if as_json:
        facts = {"event": "released", "title": released.name, "version": released.version, "files": files, "new": new}
        click.echo(to_json({**facts, "seconds": round(seconds, 2)}))
        return
    for file in files:
        click.echo(printable(file))
    words = "made" if new else "same"
    click.echo(say(words, name=released.name, version=released.version, seconds=f"{seconds:.1f}"))
