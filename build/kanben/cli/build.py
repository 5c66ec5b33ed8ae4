"""kanben build: make the editions of titles."""

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kanben.book.book import VARIANTS, Variant
from kanben.cli.codes import code_of, leaves_all
from kanben.cli.options import json_option, no_cache_option, out_option
from kanben.cli.output import write_files
from kanben.cli.progress import last_count, progress
from kanben.cli.speech import Words, printable, sentence, tell_troubles, to_json
from kanben.cli.titles import all_titles, find_title
from kanben.cli.workshop import workshop
from kanben.press.kinds import EDITIONS, SCRIPTS, Edition, Script
from kanben.press.worker import Worker
from kanben.script.standards import NAME_ENDING
from kanben.trouble import Stop

if TYPE_CHECKING:
    from kanben.press.title import Pressed

WORDS: Words = {
    "en": {
        "stopped": "{name}: nothing is written ({count} to mend); what was made before stands as it was",
        "made": "{name}: {seconds} s",
        "printed": "{name}: {pages} pages, {seconds} s",
    },
    "zh": {
        "stopped": "{name}：未写入任何文件（{count} 处待改）；以前做好的版本保持原样",
        "made": "{name}：{seconds} 秒",
        "printed": "{name}：{pages} 页，{seconds} 秒",
    },
}
say = partial(sentence, WORDS)


@click.command("build")
@click.argument("titles", nargs=-1, metavar="[TITLE]…")
@click.option(
    "--edition", "editions", multiple=True, type=click.Choice(EDITIONS), help="Only this edition; may repeat."
)
@click.option("--variant", type=click.Choice(VARIANTS), help="What the PDF is made for; else what title.yaml says.")
@click.option(
    "--script",
    default="simplified",
    type=click.Choice(SCRIPTS),
    help="The script to set it in; Traditional editions go to OUT/TITLE-hant, with a list to review.",
)
@out_option("Where the editions go.")
@no_cache_option
@json_option
def build_command(
    titles: tuple[str, ...],
    editions: tuple[Edition, ...],
    variant: Variant | None,
    script: Script,
    out: Path,
    no_cache: bool,
    as_json: bool,
) -> None:
    """Make the editions of each TITLE, a folder or a name under ./source.

    Without one, of the title in this folder, else of all titles under ./source.
    """
    folders = [find_title(name) for name in titles] or all_titles()
    codes = []
    for folder in folders:  # a worker of its own: hands can be hired by one that has laid out nothing yet
        with workshop(no_cache) as layout:
            codes.append(build_title(folder, layout, editions or EDITIONS, variant, script, out, as_json))
    sys.exit(max(codes))


def build_title(
    folder: Path,
    layout: Worker,
    editions: tuple[Edition, ...],
    variant: Variant | None,
    script: Script,
    out: Path,
    as_json: bool,
) -> int:
    """Press one title and write its files; give the exit code."""
    from kanben.press.title import press  # 0.2 s, spent while the worker starts

    begin, name = time.perf_counter(), folder.resolve().name
    made = name + NAME_ENDING if script == "traditional" else name
    try:
        with progress(made, as_json, last_count(out / made)) as tell_progress:
            pressed = press(folder, layout, editions, variant, script, tell_progress)
            write_files(out / pressed.name, pressed.files, kept="web" if "web" in editions else "")
    except Stop as stop:
        tell_troubles(stop.troubles, folder, as_json)
        if not as_json and leaves_all(stop.troubles):
            errors = sum(fault.severity == "error" for fault in stop.troubles)
            click.echo(say("stopped", name=name, count=errors), err=True)
        return code_of(stop.troubles)
    tell_troubles(pressed.troubles, folder, as_json)
    report(pressed, out, time.perf_counter() - begin, as_json)
    return 0


def report(pressed: "Pressed", out: Path, seconds: float, as_json: bool) -> None:
    where = out / pressed.name
    files = [str(where / name) for name in pressed.files if "/" not in name or name == "web/index.html"]
    if as_json:
        click.echo(to_json({"event": "made", "title": pressed.name, "files": files, "seconds": round(seconds, 2)}))
        return
    for file in files:
        click.echo(printable(file))
    made = "printed" if pressed.pages.count else "made"
    click.echo(say(made, name=pressed.name, pages=pressed.pages.count, seconds=f"{seconds:.1f}"))
