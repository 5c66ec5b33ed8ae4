"""Say what an edit changed: where it is, which pages moved, which notes changed their page, how long chapters are."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kanben.book.blocks import Heading, Paragraph, Plain
from kanben.book.book import Book, Part
from kanben.book.inlines import Note
from kanben.book.node import Block
from kanben.book.page_map import PageMap, PageStart
from kanben.book.text import heading_text, text_of
from kanben.book.walk import walk
from kanben.keep import kept

WORD = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_\u3000-\u9fff]+")
"""As publishers count: each Han character, and each word or number in other letters."""
SHOWN = 24  # characters of a note, or of the paragraph that is looked for
Facts = dict[str, object]


@dataclass(frozen=True, slots=True)
class State:
    """A finished book and the pages that it was set on."""

    book: Book
    pages: PageMap


def changes(before: State | None, after: State) -> Facts:
    """All that is said of an edit."""
    return {
        "count": [before.pages.count if before else after.pages.count, after.pages.count],
        "moved": list(moved_headings(before, after)) if before else [],
        "notes": list(moved_notes(before, after)) if before else [],
        "chapters": chapters(before, after),
    }


def moved_headings(before: State, after: State) -> Iterator[Facts]:
    old = dict(headed_pages(before))
    for title, page in headed_pages(after):
        if old.get(title, page) != page:
            yield {"title": title, "before": old[title], "after": page}


def headed_pages(state: State) -> Iterator[tuple[str, str]]:
    """The words of each heading, and its page."""
    for part in state.book.parts:
        for heading in (part.heading, *(block for block in part.blocks if isinstance(block, Heading))):
            if page := state.pages.labels.get(heading.id):
                yield heading_text(heading), page


def moved_notes(before: State, after: State) -> Iterator[Facts]:
    """Notes are known by their words: their numbers change with every note before them."""
    old = {key: page for key, _, page in noted_pages(before)}
    for key, mark, page in noted_pages(after):
        if old.get(key, page) != page:
            yield {"mark": str(mark), "words": key[1][:SHOWN], "before": old[key], "after": page}


def noted_pages(state: State) -> Iterator[tuple[tuple[str, str, int], int, str]]:
    """Each note by its file, its words, and how many before it say the same; its number, and its page."""
    times: Counter[tuple[str, str]] = Counter()
    for part in state.book.parts:
        for note, words in kept(part.id, notes_in, part):
            said = part.place.file, words
            times[said] += 1
            if page := state.pages.labels.get(note.id):
                yield (*said, times[said]), note.number, page


def notes_in(part: Part) -> tuple[tuple[Note, str], ...]:
    return tuple((node, text_of(node.blocks)) for node in walk(part) if isinstance(node, Note) and not node.same)


def chapters(before: State | None, after: State) -> list[Facts]:
    """How many words each part has, and how many more than before."""
    old = {part.id: kept(part.id, length, part) for part in before.book.parts} if before else {}
    return [
        {
            "title": heading_text(part.heading),
            "words": (words := kept(part.id, length, part)),
            "change": words - old.get(part.id, words),
        }
        for part in after.book.parts
    ]


def length(part: Part) -> int:
    """The words of a part with its notes."""
    return sum(1 for _ in WORD.finditer(text_of((part.heading, *part.blocks), notes=True)))


# ---- where the edit is ---------------------------------------------------------------------------------------


def edited(before: Book | None, state: State) -> Facts | None:
    """Where the first edited block stands: its part, its first words, and its printed page."""
    if before is None:
        return None
    old = {part.id: part for part in before.parts}
    changed = next((part for part in state.book.parts if old.get(part.id) != part), None)
    if changed is None:
        return None
    at = first_change(old.get(changed.id), changed)
    block = changed.blocks[at] if changed.blocks else changed.heading
    words = "".join(text_of(block).split())[:SHOWN]
    return {"part": changed.id, "words": words, "page": page_of(state.pages, changed, at)}


def first_change(old: Part | None, new: Part) -> int:
    """The index of the first block that is another; the last where blocks were taken away at the end."""
    before = old.blocks if old else ()
    found = (n for n, block in enumerate(new.blocks) if n >= len(before) or before[n] != block)
    return next(found, max(len(new.blocks) - 1, 0))


def page_of(pages: PageMap, part: Part, at: int) -> str:
    """The folio of a block: of the last page that begins, or the last id that stands, at or before it."""
    order = {start.label: n for n, start in enumerate(pages.starts)}
    spot = spot_of(part.blocks[at]) if part.blocks else 0
    begun = (start.label for start in pages.starts if start.part == part.id and is_before(start, spot))
    ids = (getattr(block, "id", "") for block in (part.heading, *part.blocks[: at + 1]))
    stood = (pages.labels.get(each, "") for each in ids)
    return max((label for label in (*begun, *stood) if label in order), key=order.__getitem__, default="")


def is_before(start: PageStart, spot: int) -> bool:
    """Whether a page begins at or before a leaf block; those that begin with a heading are known by its id."""
    return 0 < start.spot < spot or (start.spot == spot > 0 and not start.offset)


def spot_of(block: Block) -> int:
    return next((node.spot for node in walk(block) if isinstance(node, Paragraph | Plain) and node.spot), 0)
