"""Ask git for a title's folder as it was: the only place that runs git, which is given no name that it might obey."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from threading import Event, Timer
from typing import IO, BinaryIO, cast

from kanben.limits import FILES_THEN, GIT, THEN
from kanben.place import Place
from kanben.refusal import needing
from kanben.trouble import Stop, too_much, trouble

OBEYED = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""What an editor's surroundings may say to git; other variables name another repository, or a file to write into."""
OFFLINE = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1"}
"""A repository may say that what it lacks is fetched, and by which command: a stranger's command."""
LONGEST_NAME, LONGEST_PATH = 255, 2000
"""Bytes; what systems hold, less what stands before it."""
FILE_MODES = {"100644", "100755"}
"""A link or a module of another repository is no file of the title."""


def is_revision(name: str) -> bool:
    """Whether a name is REV:FOLDER; a folder that is called so is a folder."""
    return ":" in name and not Path(name).is_dir()


def files_at(name: str) -> dict[str, bytes]:
    """The files of REV:FOLDER by their names in the folder; FOLDER is seen from here, or whole."""
    revision, _, folder = name.partition(":")
    if not revision or revision.startswith("-") or not folder:
        raise Stop((trouble("unreadable-revision", Place(name)),))
    home, path = repository_of(Path(folder).resolve(), name)
    tree = found(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], home)
    if tree is None:
        raise Stop((trouble("unknown-revision", Place(name), revision=revision),))
    listed = found(["ls-tree", "-r", "-z", "--full-tree", f"{tree.decode().strip()}:{path}"], home)
    if not listed:
        raise Stop((trouble("no-folder-then", Place(name), revision=revision, folder=folder),))
    if (count := listed.count(b"\0")) > FILES_THEN.most:
        raise Stop((too_much(FILES_THEN, count, Place(name)),))
    return dict(contents(listed, home, name))


def repository_of(folder: Path, name: str) -> tuple[Path, str]:
    """The top of the repository, and the folder's path in it; the folder itself may be gone by now."""
    standing = next(each for each in (folder, *folder.parents) if each.is_dir())
    top = found(["rev-parse", "--show-toplevel"], standing)
    home = Path(os.fsdecode(top or b"").rstrip("\n")).resolve()
    if top is None or not standing.resolve().is_relative_to(home):  # its settings may say that it is of another folder
        raise Stop((trouble("no-repository", Place(name)),))
    inside = standing.resolve().relative_to(home) / folder.relative_to(standing)
    return home, "" if inside == Path() else PurePosixPath(inside).as_posix()


def contents(listed: bytes, home: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes; a name that no folder can hold, which git itself never makes, is passed by."""
    rows = [row.split(b"\t", 1) for row in listed.split(b"\0") if row]
    listing = [(facts.split()[2], os.fsdecode(file)) for facts, file in rows if facts.split()[0].decode() in FILE_MODES]
    folders = {str(parent) for _, file in listing for parent in PurePosixPath(file).parents}
    files = [(number, file) for number, file in listing if is_name(file) and file not in folders]
    answer = found(["cat-file", "--batch"], home, b"".join(number + b"\n" for number, _ in files)) or b""
    at = 0
    for _, file in files:
        head = answer[at : answer.index(b"\n", at)]
        if head.endswith(b" missing"):
            raise Stop((trouble("missing-object", Place(name), file=file),))
        at += len(head) + 1
        size = int(head.split()[2])
        yield file, answer[at : at + size]
        at += size + 1


def is_name(file: str) -> bool:
    """Whether a folder can hold a file of that name, and in itself."""
    parts = file.split("/")
    sizes = [len(os.fsencode(part)) for part in parts]
    return not {"", ".", ".."} & set(parts) and max(sizes) <= LONGEST_NAME and sum(sizes) <= LONGEST_PATH


def found(arguments: Sequence[str], folder: Path, asked: bytes = b"") -> bytes | None:
    """What git answers in a folder; None where it finds nothing."""
    place, late = Place(str(folder)), Event()

    def give_up() -> None:
        late.set()
        running.kill()

    with TemporaryFile() as given:
        given.write(asked)
        given.seek(0)
        running = started(["git", "-C", str(folder), *arguments], given, place)
    timer = Timer(GIT.most, give_up)
    try:
        with running:
            timer.start()
            answer = cast(BinaryIO, running.stdout).read(THEN.most + 1)  # a small repository may say very much
            if len(answer) > THEN.most:
                running.kill()
    finally:  # whoever is asked to end waits for no thread
        timer.cancel()
    if late.is_set():
        raise Stop((trouble("git-timeout", place, seconds=GIT.most),))
    if len(answer) > THEN.most:
        raise Stop((too_much(THEN, len(answer), place),))
    return None if running.returncode else answer


def started(command: Sequence[str], given: IO[bytes], place: Place) -> "subprocess.Popen[bytes]":
    with needing("missing-git", place):
        return subprocess.Popen(
            command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings()
        )


def surroundings() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(OBEYED)}
    return kept | OFFLINE
