"""Read revisions.yaml: what was new in each version of the book, as the editor keeps it."""

from pathlib import Path

from kanben.book.blocks import Cell, Plain, Row, Table
from kanben.book.chinese import chinese_date
from kanben.book.inlines import LineBreak, Text
from kanben.keep import kept_telling
from kanben.limits import REVISIONS
from kanben.place import Place
from kanben.reading.files import read_inside
from kanben.reading.schema import REVISION_ITEM, RevisionItem, shorten, validate
from kanben.reading.yaml_marks import load_marked
from kanben.trouble import Tell, too_much, trouble

FILE = "revisions.yaml"
SHAPE = "- {version: …, date: …, note: …}"
HEADS = ("版本", "日期", "修订内容")
Items = tuple[tuple[RevisionItem, Place], ...]


def read_revisions(folder: Path, place: Place, tell: Tell) -> Table | None:
    """The versions as a table, in the file's order; None, every fault told, where they cannot be read."""
    items = revisions_of(folder, place, tell)
    return table_of(items, place) if items else None


def revisions_of(folder: Path, place: Place, tell: Tell) -> Items:
    data = read_inside(folder, FILE, place, tell)
    return () if data is None else kept_telling(FILE, tell, read_items, data)


def read_items(data: bytes, tell: Tell) -> Items:
    marked = load_marked(data, FILE, tell)
    if not marked:
        return ()
    if not isinstance(marked.value, list) or not marked.value:
        tell(trouble("wrong-value", marked.place(), key=FILE, value=shorten(marked.value), expected=SHAPE))
        return ()
    if (count := len(marked.value)) > REVISIONS.most:
        tell(too_much(REVISIONS, count, marked.place(REVISIONS.most)))
        return ()
    checked = [(validate(REVISION_ITEM, marked, tell, n), marked.place(n)) for n in range(len(marked.value))]
    return tuple((item, place) for item, place in checked if item)


def table_of(items: Items, place: Place) -> Table:
    """A row for each; the column of dates only where there is one."""
    dated = any(item.date for item, _ in items)
    head = row(HEADS, dated, place, head=True)
    rows = (row((item.version, chinese_date(item.date), item.note), dated, at) for item, at in items)
    return Table((), (head,), tuple(rows), place=place)


def row(words: tuple[str, str, str], dated: bool, place: Place, *, head: bool = False) -> Row:
    shown = words if dated else (words[0], words[2])
    return Row(tuple(cell(each, place, head) for each in shown), place=place)


def cell(words: str, place: Place, head: bool) -> Cell:
    lines = [Text(line, place=place) for line in words.splitlines()]
    broken = tuple(each for line in lines for each in (LineBreak(place=place), line))[1:]
    return Cell((Plain(broken, place=place),) if broken else (), head=head, place=place)
