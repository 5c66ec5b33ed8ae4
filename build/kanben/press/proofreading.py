"""Proofread a title's source, for `kanben check` alone: a build does not wait for it."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kanben.book.book import Book
from kanben.book.entries import GlossaryEntry
from kanben.book.walk import walk
from kanben.messages import MESSAGES
from kanben.place import Place
from kanben.press.title import finished_book
from kanben.progress import TellProgress, tell_nobody
from kanben.proof.text.galley import Galley
from kanben.proof.text.order import CODES
from kanben.proof.text.proof import proofread
from kanben.reading.decode import decode
from kanben.reading.folder import read_title
from kanben.reading.ignored import Ignored, read_ignored
from kanben.reading.markdown.passages import Open, passages
from kanben.reading.markdown.source import Source
from kanben.trouble import Stop, Trouble, in_order, trouble

WARNINGS = frozenset(code for code, message in MESSAGES.items() if message.severity == "warning") - {"unused-ignore"}
"""What a title may pass over; an error is mended."""


def check_title(folder: Path, tell_progress: TellProgress = tell_nobody) -> tuple[Trouble, ...]:
    """All that is to be said of a title: what a build would tell, and what the proofreader finds."""
    found: list[Trouble] = []
    try:
        finished_book(folder, found.append, tell_progress)
    except Stop as stop:
        found += stop.troubles
    return in_order(proofread_title(folder, tuple(found)))


def proofread_title(folder: Path, known: tuple[Trouble, ...] = ()) -> tuple[Trouble, ...]:
    """What is known of a title and what the proofreader finds, where there is a Book, without what is passed over."""
    told: list[Trouble] = []
    ignored = read_ignored(folder, WARNINGS, told.append)
    book = read_title(folder, lambda fault: None, os.environ.get("SOURCE_DATE_EPOCH", ""))
    if not book:
        return (*told, *known)
    open_file = opener(folder)
    found = proofread(Galley(passages(book.parts, open_file), names_of(book)))
    return (*told, *without(ignored, (*known, *found), open_file))


def names_of(book: Book) -> tuple[tuple[str, ...], ...]:
    return tuple((node.term, *node.also) for node in walk(book) if isinstance(node, GlossaryEntry))


def opener(folder: Path) -> Open:
    """Gives the text of a file of the title, read once; reading has told what is wrong with it."""

    @cache
    def open_file(name: str) -> Source:
        path = folder / name
        text = decode(path.read_bytes(), name, lambda fault: None) if path.is_file() else None
        return Source(name, text or "")

    return open_file


def without(ignored: tuple[Ignored, ...], found: tuple[Trouble, ...], open_file: Open) -> tuple[Trouble, ...]:
    """What is left, and the entries that pass over nothing any more, if nothing kept their warnings from being told."""
    used: set[Ignored] = set()
    left: list[Trouble] = []
    for fault in found:
        fitting = [entry for entry in ignored if passes_over(entry, fault, open_file)]
        used.update(fitting)
        left += [] if fitting else [fault]
    if any(fault.severity == "error" for fault in found):
        return tuple(left)
    unused = (trouble("unused-ignore", entry.place, rule=entry.rule) for entry in ignored if entry not in used)
    return (*left, *unused)


def not_passed_over(folder: Path, found: Iterable[Trouble]) -> list[Trouble]:
    """What a title does not pass over of what else is told of it."""
    open_file = opener(folder)
    ignored = read_ignored(folder, WARNINGS, lambda fault: None)
    return [fault for fault in found if not any(passes_over(entry, fault, open_file) for entry in ignored)]


def passes_over(entry: Ignored, fault: Trouble, open_file: Open) -> bool:
    """The words are among those that are told, or stand in the source around what the proofreader finds."""
    if entry.rule != fault.code or entry.file not in ("", fault.place.file):
        return False
    if not entry.words or any(entry.words in said for name, said in fault.facts if name != "mended"):
        return True
    return fault.code in CODES and stands_at(entry.words, open_file(fault.place.file), fault.place)


def stands_at(words: str, source: Source, place: Place) -> bool:
    """Whether the words stand around a place, on its line."""
    begin = source.starts[place.line - 1]
    line = source.text[begin:].split("\n", 1)[0]
    at = line.find(words)
    while at >= 0:
        if at < place.column <= at + len(words):
            return True
        at = line.find(words, at + 1)
    return False
