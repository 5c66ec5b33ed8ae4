"""Mark where the pages of the print edition begin."""

from dataclasses import replace

from kanben.book.blocks import Definition, Paragraph, Plain
from kanben.book.book import Book, Part
from kanben.book.entries import ReferenceEntry
from kanben.book.inlines import (
    Cite,
    CitedWork,
    Code,
    CrossReference,
    Foreign,
    IndexMark,
    Link,
    Math,
    Note,
    PageBreak,
    Ruby,
    Styled,
    Term,
    Text,
)
from kanben.book.node import Inline, Inlines, Node, Opener
from kanben.book.page_map import PageMap, PageStart
from kanben.book.text import solid
from kanben.book.walk import rebuild
from kanben.keep import kept


def mark_pages(book: Book, page_map: PageMap) -> Book:
    """Put a PageBreak at the exact character where each page begins; the book stays as it is without a page map."""
    if not page_map.starts:
        return book
    by_part: dict[str, list[PageStart]] = {}
    for start in page_map.starts:
        by_part.setdefault(start.part, []).append(start)
    return replace(book, parts=tuple(kept(part.id, mark_part, part, by_part.get(part.id, [])) for part in book.parts))


def mark_part(part: Part, starts: list[PageStart]) -> Part:
    by_spot: dict[int, list[PageStart]] = {}
    by_id: dict[str, list[PageStart]] = {}
    for start in starts:
        if start.spot:
            by_spot.setdefault(start.spot, []).append(start)
        else:
            by_id.setdefault(start.id, []).append(start)

    def mark(node: Node) -> Node:
        match node:
            case Paragraph() | Plain() if node.spot in by_spot:
                return replace(node, children=with_marks(node.children, by_spot[node.spot]))
            case ReferenceEntry() if node.spot in by_spot:
                return marked_entry(node, by_spot[node.spot])
            case Definition() if node.spot in by_spot:
                return replace(node, term=with_marks(node.term, by_spot[node.spot]))
            case Opener() if (name := getattr(node, "id", "")) in by_id:
                return replace(node, before=tuple(map(page_break, by_id[name])))
        return node

    marked: Part = rebuild(part, mark)
    return marked


def marked_entry(entry: ReferenceEntry, starts: list[PageStart]) -> ReferenceEntry:
    """A page that begins with the entry begins with its label, which is no part of its words."""
    before = tuple(page_break(start) for start in starts if not start.offset)
    return replace(
        entry, before=before, children=with_marks(entry.children, [start for start in starts if start.offset])
    )


def page_break(start: PageStart) -> PageBreak:
    return PageBreak(start.label, f"p{start.label}")


def with_marks(words: Inlines, starts: list[PageStart]) -> Inlines:
    """Cut the words at each start's offset, counted in characters that are no white space."""
    waiting = sorted(starts, key=lambda start: start.offset)
    found, _ = place_marks(words, waiting, 0)
    return (*found, *map(page_break, waiting))


def place_marks(words: Inlines, waiting: list[PageStart], passed: int) -> tuple[list[Inline], int]:
    found: list[Inline] = []
    for word in words:
        match word:
            case Text(text):
                pieces, passed = cut(word, text, waiting, passed)
                found.extend(pieces)
                continue
            case Note() | PageBreak():
                pass
            case Math():
                found.extend(due(waiting, passed))
                passed += 1
            case Code(text) | Ruby(text):
                found.extend(due(waiting, passed))
                passed += solid(text)
            case Styled() | Foreign() | Link() | CrossReference() | Term() | IndexMark() | Cite() | CitedWork():
                inner, passed = place_marks(word.children, waiting, passed)
                word = replace(word, children=tuple(inner))
        found.append(word)
    return found, passed


def due(waiting: list[PageStart], passed: int) -> list[PageBreak]:
    """The marks that stand at or before this character."""
    found = []
    while waiting and waiting[0].offset <= passed:
        found.append(page_break(waiting.pop(0)))
    return found


def cut(word: Text, text: str, waiting: list[PageStart], passed: int) -> tuple[list[Inline], int]:
    pieces: list[Inline] = []
    begin = 0
    for k, character in enumerate(text):
        if character.isspace():
            continue
        if marks := due(waiting, passed):
            if k > begin:
                pieces.append(Text(text[begin:k], place=word.place))
            pieces.extend(marks)
            begin = k
        passed += 1
    pieces.append(Text(text[begin:], place=word.place) if begin else word)
    return pieces, passed
