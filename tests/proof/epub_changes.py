"""Change one thing in a finished EPUB, and leave all else as it was."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

FOLDER = "EPUB/"
OPF, NAV, NCX, ONE, TWO, CSS = "content.opf", "nav.xhtml", "toc.ncx", "ch01.xhtml", "ch02.xhtml", "style.css"
"""Files of the small book of bridges."""


@dataclass(frozen=True)
class Change:
    """In a file below EPUB/ (or in all, `*`), the first match of a pattern becomes something else."""

    file: str
    old: str
    new: str = ""

    def of(self, text: str) -> str:
        changed = re.sub(self.old, self.new, text, count=0 if self.file == "*" else 1, flags=re.DOTALL)
        if self.file != "*" and changed == text:
            raise LookupError(f"{self.file} has no {self.old}")
        return changed

    def line(self, text: str) -> int:
        """The line on which the change stands."""
        found = re.search(self.old, text, re.DOTALL)
        return text[: found.start()].count("\n") + 1 if found else 0


def files_of(epub: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(epub)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def packed(files: Mapping[str, bytes], methods: Mapping[str, int] | None = None) -> bytes:
    """Pack files in their order; mimetype stored, the others by Deflate, if nothing else is said."""
    given = {"mimetype": zipfile.ZIP_STORED} | dict(methods or {})
    room = BytesIO()
    with zipfile.ZipFile(room, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(zipfile.ZipInfo(name), data, given.get(name, zipfile.ZIP_DEFLATED))
    return room.getvalue()


def changed(epub: bytes, *changes: Change, **added: bytes) -> bytes:
    """Apply changes, and put files below EPUB/ (or replace them): `**{"x.png": …}`."""
    files = files_of(epub)
    for change in changes:
        every = [name for name in files if name.endswith((".xhtml", ".opf", ".ncx"))]
        for name in every if change.file == "*" else [FOLDER + change.file]:
            files[name] = change.of(files[name].decode()).encode()
    return packed(files | {FOLDER + name: data for name, data in added.items()})


def listed(name: str, kind: str, more: str = "") -> Change:
    """List one more file in the manifest."""
    return Change("content.opf", "</manifest>", f'<item href="{name}" id="more" media-type="{kind}"{more}/></manifest>')


def end_of(name: str, more: str) -> Change:
    """Put something at the end of a page's text."""
    return Change(name, "</body>", f"{more}</body>")
