"""Give citations their words and targets, and the list of works its words, order, numbers and uses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kanben.book.book import Book
from kanben.book.entries import ReferenceEntry, References, Use
from kanben.book.nodes import Cite, CiteItem, Heading, Inlines, Node, Note, Paragraph
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.pandoc.citeproc import Answer, cite, is_note_style
from kanben.passes.citation_faults import tell_faults
from kanben.passes.citation_words import for_style, groups, joined, numeric_words, with_bare_page
from kanben.place import Place
from kanben.template_home import template_home
from kanben.trouble import Tell

CiteItems = tuple[CiteItem, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A citation of known works where it stands: its part, the label of its section, and whether a note holds it."""

    works: CiteItems
    part: str
    label: str
    in_note: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a citation gets."""

    words: Inlines
    targets: tuple[str, ...]
    id: str
    in_note: bool


def resolve_citations(book: Book, tell: Tell) -> Book:
    """Resolve every citation and complete the list of works.

    In a note style a citation of the running text becomes a note, so notes are numbered after this pass.
    """
    entries = tuple(node for node in walk(book) if isinstance(node, ReferenceEntry))
    known = {entry.key for entry in entries} | {str(item["id"]) for item in book.bibliography}
    csl = read_style(book.settings.references_style)
    numeric = not is_note_style(csl)
    tell_faults(book, entries, known, numeric, tell)
    found = [find for part in book.parts for find in find_citations(part, known)]
    if not entries and not any(find.works for find in found):
        return book
    words, answer = ask(found, entries, book, csl)
    listed = number(in_order(entries, found, numeric), numeric)
    targets = {entry.key: entry.id for entry in listed}
    uses: dict[str, list[Use]] = {entry.key: [] for entry in listed}
    resolved = [resolve(find, inlines, targets, uses) for find, inlines in zip(found, words, strict=True)]
    finished = tuple(finish(entry, answer, uses[entry.key]) for entry in listed)
    return write(book, resolved, finished, numeric)


def read_style(name: str) -> str:
    return (template_home() / "shared" / "csl" / f"{name}.csl").read_text(encoding="utf-8")


# ---- what to ask ---------------------------------------------------------------------------------------------


def find_citations(part: Node, known: set[str]) -> Iterator[Found]:
    """The citations of a part in reading order; works that no list knows are left out."""
    label, name, noted = "", str(getattr(part, "id", "")), 0
    for node in walk(part):
        match node:
            case Heading():
                label = node.label or text_of(node.children)
            case Note():
                noted = sum(isinstance(inner, Cite) for inner in walk(node))
            case Cite():
                works = tuple(with_bare_page(item) for item in node.items if item.key in known)
                yield Found(works, name, label, noted > 0, node.place)
                noted = max(0, noted - 1)


def ask(
    found: Sequence[Found], entries: Sequence[ReferenceEntry], book: Book, csl: str
) -> tuple[list[Inlines], Answer]:
    """Get the words of all citations and works in one run of pandoc, or in none where all words are the editor's."""
    numeric = not is_note_style(csl)
    cut = [groups(find.works, numeric) for find in found]
    asked = [asked_of(works, numeric) for pieces in cut for works in pieces if works]
    cited = {item.key for works in asked for item in works}
    further = [entry.key for entry in entries if entry.key not in cited and not entry.children]
    unknown = {entry.key: {"id": entry.key, "type": "document", "title": text_of(entry.children)} for entry in entries}
    items = unknown | {str(item["id"]): for_style(item) for item in book.bibliography}
    answer = cite(asked, further, list(items.values()), csl) if asked or further else Answer((), {})
    waiting = iter(answer.citations)
    words = [[spell(works, next(waiting), items, numeric) for works in pieces if works] for pieces in cut]
    return [joined(pieces) for pieces in words], answer


def asked_of(works: CiteItems, numeric: bool) -> CiteItems:
    """Keep pages from a style of numbers: it drops them, or what it does not know of them it sets in the brackets."""
    return tuple(replace(item, locator="") for item in works) if numeric else works


def spell(works: CiteItems, words: Inlines, items: Mapping[str, Any], numeric: bool) -> Inlines:
    return numeric_words(words, works, items) if numeric else words


# ---- the list of works ---------------------------------------------------------------------------------------


def in_order(entries: Sequence[ReferenceEntry], found: Sequence[Found], numeric: bool) -> list[ReferenceEntry]:
    """Numbers run in order of citation, further reading after them; a note style keeps the editor's order."""
    if not numeric:
        return list(entries)
    order = list(dict.fromkeys(item.key for find in found for item in find.works))
    return sorted(entries, key=lambda entry: order.index(entry.key) if entry.key in order else len(order))


def number(entries: Sequence[ReferenceEntry], numeric: bool) -> list[ReferenceEntry]:
    label = "[{}]" if numeric else "{}."
    return [replace(entry, id=f"r{n}", label=label.format(n)) for n, entry in enumerate(entries, 1)]


def finish(entry: ReferenceEntry, answer: Answer, uses: Sequence[Use]) -> ReferenceEntry:
    """Give an entry its words, unless it carries the manuscript's own, and its uses."""
    words = entry.children or answer.works.get(entry.key, ())
    return replace(entry, children=words, further=entry.further and not uses, uses=tuple(uses))


# ---- the answer in the book ----------------------------------------------------------------------------------


def resolve(find: Found, words: Inlines, ids: Mapping[str, str], uses: Mapping[str, list[Use]]) -> Resolved:
    """Tie a citation to the works it cites; its id counts the uses of the first."""
    cited = list(dict.fromkeys(item.key for item in find.works if item.key in ids))
    if not cited:
        return Resolved(words, (), "", find.in_note)
    own = f"{ids[cited[0]]}-u{1 + sum(use.id.startswith(ids[cited[0]] + '-') for use in uses[cited[0]])}"
    for key in cited:
        uses[key].append(Use(own, find.part, find.label, place=find.place))
    return Resolved(words, tuple(ids[key] for key in cited), own, find.in_note)


def write(book: Book, resolved: Sequence[Resolved], entries: tuple[ReferenceEntry, ...], numeric: bool) -> Book:
    waiting = iter(resolved)

    def put(node: Node) -> Node:
        match node:
            case Cite():
                return cited(node, next(waiting), numeric)
            case References():
                return replace(node, entries=entries)
        return node

    changed: Book = rebuild(book, put)
    return changed


def cited(node: Cite, given: Resolved, numeric: bool) -> Cite | Note:
    """Write a citation; in a note style, one of the running text becomes a note of its own."""
    if not given.words:
        return node
    whole = replace(node, children=given.words, targets=given.targets, id=given.id)
    if numeric or given.in_note:
        return whole
    return Note((Paragraph((whole,), place=node.place),), place=node.place)
