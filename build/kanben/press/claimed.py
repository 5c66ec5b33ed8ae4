"""The other side of press/examiner for `kanben verify`: which release a file is from, by its bytes and its words."""

from collections.abc import Iterator
from pathlib import Path

from kanben.press.strangers import readable
from kanben.release.verifying import Release, Verdict, verify


def verified(file: Path, release: Release | None) -> Iterator[Verdict]:
    with readable(file), file.open("rb") as opened:
        yield verify(file.name, opened, release)
