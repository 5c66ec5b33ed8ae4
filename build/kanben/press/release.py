"""A title as a release: its editions with a version in each, what they were made of, and what was changed."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from kanben.book.book import Book
from kanben.place import TITLE_YAML, Place
from kanben.press.kinds import Files
from kanben.press.redline import Draft, marked_changes, read_draft
from kanben.press.title import finished_book, press_book
from kanben.press.worker import Worker
from kanben.progress import TellProgress, tell_nobody
from kanben.reading.files import noting
from kanben.reading.own_templates import own_templates
from kanben.reading.revisions import FILE as REVISIONS
from kanben.reading.revisions import revisions_of
from kanben.redline.telling import told
from kanben.release.editions import handed_out
from kanben.release.handout import handout
from kanben.release.materials import BILL, bill_of_materials
from kanben.release.stamp import Facts, stamped
from kanben.trouble import Stop, Tell, Trouble, trouble

VERSION = re.compile(r"\w[\w.+-]{0,63}")
"""It names a folder as well."""


@dataclass(frozen=True, slots=True)
class Released:
    """The files of a release, by name, and the warnings."""

    name: str
    version: str
    files: Files
    troubles: tuple[Trouble, ...]


def press_release(
    folder: Path,
    layout: Worker,
    version: str,
    note: str,
    before: Draft | None,
    tell_progress: TellProgress = tell_nobody,
) -> Released:
    """Make a release; nothing is written. Without a version it is the edition that title.yaml names.

    `before` is the release before it, where its source is at hand.
    """
    troubles: list[Trouble] = []
    source: Files = {}
    with noting(source):
        book = versioned(finished_book(folder, troubles.append, tell_progress), version)
        note = note or listed_note(book.record.version, folder, troubles.append)
    pressed = press_book(book, folder, layout, troubles, tell_progress=tell_progress)
    changes = changes_since(before, folder) if before else {}
    editions = handed_out(book.name, pressed.files)
    editions[BILL] = bill_of_materials(book.record, editions)
    own = own_templates(folder)
    editions |= handout(book, editions, pressed.pages.count, note, own)
    files = stamped(book.record, editions, source, note, changes)
    return Released(book.name, book.record.version, files, pressed.troubles)


def versioned(book: Book, version: str) -> Book:
    """The book with its version, which stands in every edition."""
    named = version or book.record.edition
    if not named:
        raise Stop((trouble("no-version", TITLE_YAML),))
    if not VERSION.fullmatch(named):
        raise Stop((trouble("bad-version", TITLE_YAML, version=named),))
    return replace(book, record=replace(book.record, version=named))


def listed_note(version: str, folder: Path, tell: Tell) -> str:
    """What the title's own list of revisions says of a version; a list that passes over it is told."""
    if not (folder / REVISIONS).exists():
        return ""
    revisions = revisions_of(folder, Place(REVISIONS), tell)
    notes = [item.note for item, _ in revisions if item.version == version]
    if not notes:
        tell(trouble("unlisted-version", Place(REVISIONS), version=version))
    return "".join(notes[:1]).strip()


def changes_since(before: Draft, folder: Path) -> Facts:
    """What a redline of both lists."""
    return {"since": before.name, **told(marked_changes(before, read_draft("", folder)))}
