"""kanben build: make the editions of titles."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kanben.book.book import VARIANTS, Variant
from kanben.cache import Cache
from kanben.cli.options import json_option, no_cache_option, out_option
from kanben.cli.output import write_files
from kanben.cli.progress import last_count, progress
from kanben.cli.speech import language, printable, tell_troubles, to_json
from kanben.messages import Language
from kanben.pandoc.program import no_memory, remembering
from kanben.press.kinds import EDITIONS, SCRIPTS, Edition, Script
from kanben.press.worker import Worker, worker
from kanben.script.standards import NAME_ENDING
from kanben.trouble import Stop

if TYPE_CHECKING:
    from kanben.press.title import Pressed

SOURCE, CACHE = Path("source"), Path(".cache/kanben")
TOOL_MISSING = 3
TOOLS = {"missing-git", "missing-pandoc", "missing-pagefind"}
WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "no-title": "there is no title folder {name}, nor {other}",
        "no-titles": "no title is here or in ./source; name a title folder, or make one: kanben new DIR",
        "stopped": "{name}: nothing is written ({count} to mend); what was made before stands as it was",
        "made": "{name}: {seconds} s",
        "printed": "{name}: {pages} pages, {seconds} s",
    },
    "zh": {
        "no-title": "没有书稿文件夹 {name}，也没有 {other}",
        "no-titles": "此处和 ./source 中都没有书稿；请指定书稿文件夹，或新建一个：kanben new DIR",
        "stopped": "{name}：未写入任何文件（{count} 处待改）；以前做好的版本保持原样",
        "made": "{name}：{seconds} 秒",
        "printed": "{name}：{pages} 页，{seconds} 秒",
    },
}


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
    with remembering(no_memory if no_cache else Cache(CACHE).remember), worker() as layout:
        codes = [build_title(each, layout, editions or EDITIONS, variant, script, out, as_json) for each in folders]
    sys.exit(max(codes))


def find_title(name: str) -> Path:
    """A path to a folder, else a name under ./source."""
    if Path(name).is_dir():
        return Path(name)
    if (SOURCE / name).is_dir():
        return SOURCE / name
    raise click.UsageError(say("no-title", name=name, other=SOURCE / name))


def all_titles() -> list[Path]:
    """The title whose folder this is, else all under ./source."""
    if Path("title.yaml").is_file():
        return [Path()]
    found = sorted(path.parent for path in SOURCE.glob("*/title.yaml"))
    if not found:
        raise click.UsageError(say("no-titles"))
    return found


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
        if not as_json:
            errors = sum(fault.severity == "error" for fault in stop.troubles)
            click.echo(say("stopped", name=name, count=errors), err=True)
        return exit_code(stop)
    tell_troubles(pressed.troubles, folder, as_json)
    report(pressed, out, time.perf_counter() - begin, as_json)
    return 0


def exit_code(stop: Stop) -> int:
    """That of a missing tool, else 1: the source has errors."""
    return TOOL_MISSING if {fault.code for fault in stop.troubles} & TOOLS else 1


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


def say(words: str, **facts: object) -> str:
    return printable(WORDS[language()][words].format(**facts))
