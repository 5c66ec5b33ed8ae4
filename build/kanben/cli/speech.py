"""Say troubles to an editor: in Chinese under a zh locale, else in English; never a terminal's control codes."""

import io
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import click

from kanben.messages import Language
from kanben.place import Place
from kanben.trouble import Trouble

Words = dict[Language, dict[str, str]]
"""What a command says, each sentence by its name."""


def language() -> Language:
    """The reader's language, by the usual order of the locale's variables."""
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def sentence(words: Words, name: str, /, **facts: object) -> str:
    """What a command says of some facts, whose words send a terminal nothing but themselves."""
    return words[language()][name].format_map({fact: printable(str(said)) for fact, said in facts.items()})


def speak_in_any_encoding() -> None:
    """Let a terminal that knows no Chinese be shown its code points."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # none where it is closed
            stream.reconfigure(errors="backslashreplace")


def tell_troubles(troubles: Iterable[Trouble], folder: Path, as_json: bool = False, *, asked: bool = False) -> None:
    """Print each trouble with its file as seen from here: on the standard output where it is what was asked for."""
    for fault in troubles:
        place = Place(str(folder / fault.place.file), fault.place.line, fault.place.column)
        if as_json:
            click.echo(to_json(facts(fault, place)))
        else:
            moved = Trouble(fault.code, place, fault.facts, fault.near)
            click.echo("\n".join(map(printable, moved.say(language()).split("\n"))), err=not asked)


def facts(fault: Trouble, place: Place) -> dict[str, object]:
    return {
        "event": "trouble",
        "code": fault.code,
        "severity": fault.severity,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "what": fault.what(language()),
        "mend": fault.mend(language()),
    }


def to_json(value: object) -> str:
    """One line of JSON; Chinese stays readable, what a terminal might obey is escaped."""
    line = json.dumps(value, ensure_ascii=not is_unicode(sys.stdout))
    return "".join(c if c.isprintable() or c == "\u3000" else json.dumps(c)[1:-1] for c in line)


def is_unicode(stream: TextIO | None) -> bool:
    return stream is None or (stream.encoding or "").lower().startswith("utf")


def printable(text: str) -> str:
    """A file's name or words may hold escape codes and ends of lines: show them, do not send them."""
    return "".join(c if c.isprintable() or c == "\u3000" else repr(c)[1:-1] for c in text)
