"""Two states of a small title, and their redline in plain signs: [-gone-]{+new+}{~in another dress~}."""

from pathlib import Path
from typing import Any

from kanben.book.changes import Change, ChangedBlocks
from kanben.book.entries import GlossaryEntry, IndexEntry
from kanben.book.inlines import Code, CrossReference, Image, Math, Note, Ruby, Text
from kanben.book.node import Block, Inline, Node
from kanben.book.walk import fields_of
from kanben.press.redline import Draft, read_draft, with_own_pictures
from kanben.redline.comparing import Redline, compare
from kanben.redline.front import Marked, marked_book
from tests.titles import write_title
from tests.told import CHAPTER, Files

HEAD = "# 桥\n\n"


def draft(folder: Path, files: Files) -> Draft:
    return read_draft(folder.parent.name, write_title(folder, **files))


def redline_of(folder: Path, old: Files, new: Files) -> Redline:
    before, after = draft(folder / "old" / "bridges", old), draft(folder / "new" / "bridges", new)
    finished = with_own_pictures(before.finished, after.finished)
    return compare(before.read, finished, after.read, after.finished)


def marked(folder: Path, old: Files, new: Files) -> Marked:
    return marked_book(redline_of(folder, old, new), "old", "new")


def signs(folder: Path, old: str, new: str, **more: str | bytes) -> str:
    """The redline of a chapter of these texts, a block to a line."""
    told = marked(folder, {CHAPTER: HEAD + old, **more}, {CHAPTER: HEAD + new, **more})
    return in_signs(next(part for part in told.book.parts if part.id == "ch01").blocks)


def in_signs(value: Any) -> str:
    if isinstance(value, tuple):
        lines = any(isinstance(item, Block) for item in value)
        return ("\n" if lines else "").join(map(in_signs, value))
    match value:
        case Change() if value.restyled:
            return f"{{~{in_signs(value.children)}~}}"
        case Change():
            was = f"[-{in_signs(value.was)}-]" if value.was else ""
            return was + (f"{{+{in_signs(value.children)}+}}" if value.children else "")
        case ChangedBlocks(move=str(move)) if move:
            return f"移走：{in_signs(value.was)}" if value.was else f"移来：{in_signs(value.blocks)}"
        case ChangedBlocks():
            gone, new = in_signs(value.was), in_signs(value.blocks)
            kind = "式" if value.restyled else "增" if value.blocks else "删"
            return f"{kind}：{new or gone}"
        case Text(text) | Code(text):
            return text
        case Ruby():
            return f"{value.base}({value.reading})"
        case Math():
            return f"${value.tex}$"
        case Image():
            return f"〈{value.source}〉"
        case CrossReference():
            return f"→{value.target}"
        case Note():
            return f"⟨{in_signs(value.blocks)}⟩"
        case GlossaryEntry() | IndexEntry():
            return f"{value.change}{value.term}：{in_signs(getattr(value, 'blocks', ()))}"
        case Inline() | Node():
            return "".join(in_signs(getattr(value, name)) for name in fields_of(value))
    return ""
