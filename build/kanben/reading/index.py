"""Read index.yaml: the words that an index looks for in the text, and what it says of them."""

from pathlib import Path

from kanben.book.entries import IndexEntry, SeeEntry
from kanben.keep import kept_telling
from kanben.place import Place
from kanben.reading.files import read_inside
from kanben.reading.schema import INDEX_ITEM, IndexItem, shorten, validate
from kanben.reading.yaml_marks import Marked, load_marked
from kanben.trouble import Tell, trouble

FILE = "index.yaml"
SHAPE = "- {term: …}"


def read_index(folder: Path, place: Place, tell: Tell) -> tuple[IndexEntry, ...] | None:
    """The entries in the file's order; none where there is no file: then only marks make the index.

    Every fault is told; None when nobody can say what the index would hold.
    """
    if not (folder / FILE).exists():
        return ()
    data = read_inside(folder, FILE, place, tell)
    return None if data is None else kept_telling(FILE, tell, read_entries, data)


def read_entries(data: bytes, tell: Tell) -> tuple[IndexEntry, ...] | None:
    marked = load_marked(data, FILE, tell)
    if not marked or not isinstance(marked.value, list | None):
        if marked:
            tell(trouble("wrong-value", marked.place(), key=FILE, value=shorten(marked.value), expected=SHAPE))
        return None
    checked = [(n, validate(INDEX_ITEM, marked, tell, n)) for n in range(len(marked.value or ()))]
    items = {n: item for n, item in checked if item}
    check_words(items, marked, tell)
    return tuple(entry(item, marked.place(n)) for n, item in items.items()) if len(items) == len(checked) else None


def entry(item: IndexItem, place: Place) -> IndexEntry:
    return IndexEntry(
        item.term,
        also=tuple(item.also),
        sort=item.sort,
        under=item.under,
        find=item.find,
        see=tuple(SeeEntry(name, place=place) for name in item.see),
        see_also=tuple(SeeEntry(name, place=place) for name in item.see_also),
        place=place,
    )


def check_words(items: dict[int, IndexItem], marked: Marked, tell: Tell) -> None:
    """No two entries may have one name in one place, or look for one word."""
    known: dict[tuple[str, str], Place] = {}
    for n, item in items.items():
        names = [("entry", f"{item.under}，{item.term}" if item.under else item.term)]
        looked_for = (item.term, *item.also) if item.find and not item.see else ()
        for name in (*names, *(("word", word) for word in looked_for)):
            if name in known and known[name] != marked.place(n):
                tell(trouble("repeated-index-term", marked.place(n), term=name[1], first=known[name].line))
            known.setdefault(name, marked.place(n))
