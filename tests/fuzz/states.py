"""Two states of a title, by any bytes: as folders, and as a stranger's git keeps them."""

import tempfile
from pathlib import Path

from kanben.cli.output import write_all
from kanben.pandoc.program import remembering
from kanben.press.redline import marked_changes, press_redline, read_draft
from kanben.redline.telling import told
from kanben.revisions import files_at
from kanben.trouble import Stop
from tests.fuzz.around import AROUND, remember
from tests.fuzz.rough_layout import RoughLayout
from tests.fuzz.soundness import are_readable
from tests.repositories import git
from tests.titles import write_title

NEXT = b"\f"
"""Parts the two states of a chapter; between names of files."""


def redline(data: bytes) -> None:
    """What was edited in a chapter, shown on pages that can be read."""
    before, _, after = data.partition(NEXT)
    with tempfile.TemporaryDirectory() as home, remembering(remember):
        folders = [
            write_title(Path(home) / name / "书", **{**AROUND, "chapters/01.md": text})
            for name, text in (("old", before), ("new", after))
        ]
        try:
            drafts = [read_draft(folder.parent.name, folder) for folder in folders]
        except Stop as stop:
            assert any(fault.severity == "error" for fault in stop.troubles)
            return
        told(marked_changes(*drafts))
        are_readable(press_redline(*drafts, RoughLayout()).files)


def revision(data: bytes) -> None:
    """A revision by any name, of a folder that holds files of any names: all that git gives is put where it belongs."""
    asked, _, names = data.partition(NEXT)
    with tempfile.TemporaryDirectory() as room:
        home, then = Path(room) / "repository", Path(room) / "then"
        home.mkdir()
        keep_tree(home, [name for name in names.split(NEXT) if name and b"\0" not in name])
        other = asked.replace(b"\0", b"").decode("utf-8", "replace")  # no program can be given a zero
        for name in (f"v:{home}", f"{other}:{home}"):
            try:
                then.mkdir(exist_ok=True)
                write_all(then, files_at(name))
            except Stop as stop:
                assert stop.troubles
        assert {path.name for path in Path(room).iterdir()} <= {"repository", "then"}


def keep_tree(home: Path, names: list[bytes]) -> None:
    """Keep a file under each name, as no git would by itself, and call that v."""
    git(home, "init", "--quiet")
    blob = bytes.fromhex(git(home, "hash-object", "-w", "--stdin", said="桥").strip())
    (home / ".git/tree").write_bytes(b"".join(b"100644 " + name + b"\0" + blob for name in sorted(set(names))))
    tree = git(home, "hash-object", "-t", "tree", "-w", "--literally", ".git/tree").strip()
    kept = git(home, "commit-tree", tree, said="v").strip()
    git(home, "update-ref", "refs/tags/v", kept)
