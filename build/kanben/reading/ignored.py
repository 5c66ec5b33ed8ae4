"""Read proof-ignore.yaml: what kanben check warns of and the editor wants as it stands, each with a reason."""

from dataclasses import dataclass
from pathlib import Path

from kanben.place import Place
from kanben.reading.files import read_inside
from kanben.reading.schema import IGNORE_ITEM, IgnoreItem, shorten, validate
from kanben.reading.yaml_marks import Marked, load_marked
from kanben.trouble import Tell, nearest, trouble

FILE = "proof-ignore.yaml"
SHAPE = "- {rule: …, words: …, reason: …}"


@dataclass(frozen=True, slots=True)
class Ignored:
    """Warnings of one code that are passed over: where these words stand, in this file; empty means anywhere."""

    rule: str
    words: str
    file: str
    place: Place


def read_ignored(folder: Path, rules: frozenset[str], tell: Tell) -> tuple[Ignored, ...]:
    """The entries in the file's order, none where there is no file; every fault is told."""
    if not (folder / FILE).exists():
        return ()
    data = read_inside(folder, FILE, Place(FILE), tell)
    marked = load_marked(data, FILE, tell) if data is not None else None
    if not marked:
        return ()
    if not isinstance(marked.value, list | None):
        tell(trouble("wrong-value", marked.place(), key=FILE, value=shorten(marked.value), expected=SHAPE))
        return ()
    items = ((n, validate(IGNORE_ITEM, marked, tell, n)) for n in range(len(marked.value or ())))
    return tuple(entry(item, n, marked) for n, item in items if item and is_sound(item, n, marked, rules, tell))


def is_sound(item: IgnoreItem, n: int, marked: Marked, rules: frozenset[str], tell: Tell) -> bool:
    if item.rule not in rules:
        tell(trouble("unknown-rule", marked.place(n, "rule"), near=nearest(item.rule, rules), rule=item.rule))
        return False
    return True


def entry(item: IgnoreItem, n: int, marked: Marked) -> Ignored:
    return Ignored(item.rule, item.words, item.file, marked.place(n))
