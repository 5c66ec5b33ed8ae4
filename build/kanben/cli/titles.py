"""Find the titles that somebody means."""

from functools import partial
from pathlib import Path

import click

from kanben.cli.speech import Words, sentence

SOURCE = Path("source")
WORDS: Words = {
    "en": {
        "no-title": "there is no title folder {name}, nor {other}",
        "no-titles": "no title is here or in ./source; name a title folder, or make one: kanben new DIR",
    },
    "zh": {
        "no-title": "没有书稿文件夹 {name}，也没有 {other}",
        "no-titles": "此处和 ./source 中都没有书稿；请指定书稿文件夹，或新建一个：kanben new DIR",
    },
}
say = partial(sentence, WORDS)


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
