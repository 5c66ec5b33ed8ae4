"""Keep the answers of foreign programs from one run to the next; a damaged one is noticed, and asked for anew."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

DIGEST = hashlib.sha256().digest_size


class Cache:
    """Answers below one folder, each in a file named by its question and headed by its own digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def remember(self, question: bytes, ask: Callable[[], bytes]) -> bytes:
        """Give the kept answer to a question, else ask and keep it; what `ask` raises is never kept."""
        file = self.folder / hashlib.sha256(question).hexdigest()
        known = read_whole(file)
        if known is None:
            known = ask()
            write_whole(file, known)
        return known


def read_whole(file: Path) -> bytes | None:
    """A kept answer; nothing when it is not there, or is not what was written."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return data[DIGEST:] if hashlib.sha256(data[DIGEST:]).digest() == data[:DIGEST] else None


def write_whole(file: Path, data: bytes) -> None:
    """Keep an answer, whole or not at all; a cache that cannot be written is no fault of the title."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as scratch:
                scratch.write(hashlib.sha256(data).digest() + data)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink()
            raise
