"""kanben verify: say which release finished files are from, and whether they are intact."""

import sys
from pathlib import Path

import click

from kanben.book.chinese import in_title_marks
from kanben.cli.options import json_option
from kanben.cli.speech import Words, sentence, tell_troubles, to_json
from kanben.place import Place
from kanben.press.examiner import CLAIMED, Ask, examiner
from kanben.press.strangers import read_record, refuse_endless
from kanben.release.stamp import RECORD, SUMS
from kanben.release.verifying import Release, Standing, Verdict, read_release
from kanben.trouble import Stop

CODES: dict[Standing, int] = {"intact": 0, "altered": 1, "unknown": 2}
WORDS: Words = {
    "en": {"intact": "{file}: intact, {name} of {title}, release {version}, source {source}"},
    "zh": {"intact": "{file}：完好，即{title}{version} 的 {name}，书稿校验值 {source}"},
}


@click.command("verify")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "--release",
    "home",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder of the release; else that of the file.",
)
@json_option
def verify_command(files: tuple[Path, ...], home: Path | None, as_json: bool) -> None:
    """Say of each FILE, a PDF, an EPUB or a zipped web edition, which release it is from and whether it is intact.

    The exit code is 0 where all are intact, 1 where one was altered, 2 where nobody can tell.
    """
    with examiner(CLAIMED) as ask:
        standings = [verify_file(file, home or file.parent, as_json, ask) for file in files]
    order: tuple[Standing, ...] = ("altered", "unknown", "intact")
    sys.exit(CODES[next(each for each in order if each in standings)])


def verify_file(file: Path, home: Path, as_json: bool, ask: Ask) -> Standing:
    """Tell how a file stands to the release whose record lies in a folder."""
    try:
        there = {name: read_record(home / name) for name in (RECORD, SUMS) if (home / name).is_file()}
        release = read_release(there, Place(RECORD))
    except Stop as stop:
        tell_troubles(stop.troubles, home, as_json)
        return "unknown"
    try:
        refuse_endless(file)
        (verdict,) = ask(file.name, "verified", file, release)
    except Stop as stop:
        tell_troubles(stop.troubles, file.parent, as_json)
        return "unknown"
    tell(file, verdict, release, as_json)
    standing: Standing = verdict.standing
    return standing


def tell(file: Path, verdict: Verdict, release: Release | None, as_json: bool) -> None:
    if as_json:
        click.echo(to_json(facts(file, verdict, release)))
    elif verdict.trouble:
        tell_troubles((verdict.trouble,), file.parent)
    elif release:
        shown = {"title": in_title_marks(release.title), "version": release.version, "source": release.source}
        click.echo(sentence(WORDS, "intact", file=file, name=verdict.name, **shown))


def facts(file: Path, verdict: Verdict, release: Release | None) -> dict[str, object]:
    """The verdict for machines; what the file says of itself stands apart from what the record says."""
    return {
        "event": "verified",
        "file": str(file),
        "standing": verdict.standing,
        "code": verdict.trouble.code if verdict.trouble else "",
        "says": {"identifiers": list(verdict.claim.identifiers), "version": verdict.claim.version},
        "name": verdict.name,
        "title": release.title if release else "",
        "version": release.version if release else "",
        "source": release.source if release else "",
    }
