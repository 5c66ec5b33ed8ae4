"""Keep the answers of foreign programs from one run to the next; a damaged one is noticed, and asked for anew.

So is one that another folder's cache gave: what lies in a title that somebody sent is not what this machine was told.
"""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

DIGEST = hashlib.sha256().digest_size


class Cache:
    """Answers below one folder, each in a file named by its question and headed by its own digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.own = mark_of(folder)

    def remember(self, question: bytes, ask: Callable[[], bytes]) -> bytes:
        """Give the kept answer to a question, else ask and keep it; what `ask` raises is never kept."""
        file = self.folder / hashlib.sha256(question).hexdigest()
        known = read_whole(file, self.own) if self.own else None
        if known is None:
            known = ask()
            if self.own:
                write_whole(file, known, self.own)
        return known


def mark_of(folder: Path) -> bytes:
    """What this folder alone has, and no copy of it; nothing where it cannot be had, which is no fault of the title."""
    if leads_out_of_a_title(folder):
        return b""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        known = folder.stat()
        return f"{known.st_dev} {known.st_ino} {folder.resolve()}".encode()
    return b""


def leads_out_of_a_title(folder: Path) -> bool:
    """Whether a folder that is named within a title is none of the title's: a link stands on the way.

    A folder into which another owner lets nobody look is no title.
    """
    home = next((each for each in folder.absolute().parents if os.access(each / "title.yaml", os.F_OK)), None)
    return home is not None and not folder.resolve().is_relative_to(home.resolve())


def read_whole(file: Path, own: bytes = b"") -> bytes | None:
    """A kept answer; nothing when it is not there, or is not what was written, under the same mark."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return data[DIGEST:] if hashlib.sha256(own + data[DIGEST:]).digest() == data[:DIGEST] else None


def write_whole(file: Path, data: bytes, own: bytes = b"") -> None:
    """Keep an answer, whole or not at all; a cache that cannot be written is no fault of the title.

    What a killed run left half written is written anew. Where two write at once, one may take the other's half for its
    own: its digest tells, and it is asked for again.
    """
    new = file.with_name(f".new-{file.name}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        try:
            with new.open("xb") as scratch:  # never through a link that somebody put there
                scratch.write(hashlib.sha256(own + data).digest() + data)
            new.replace(file)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
