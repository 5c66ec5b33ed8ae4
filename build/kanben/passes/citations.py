"""Give citations their words and targets, and the lists of works their words, order, numbers and uses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from kanben.book.blocks import Heading, Paragraph, Plain
from kanben.book.book import Book, Part
from kanben.book.entries import ReferenceEntry, References, Use
from kanben.book.inlines import Cite, CitedWork, Note, Styled, Text
from kanben.book.made_parts import MADE_TITLES
from kanben.book.node import Inline, Inlines, Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.keep import kept
from kanben.pandoc.citeproc import Answer
from kanben.passes.citation_asking import Entries, Works, ask, items_for
from kanben.passes.citation_faults import tell_faults
from kanben.passes.citation_languages import in_its_language
from kanben.passes.citation_repeats import Found
from kanben.passes.citation_styles import Style, style_of
from kanben.passes.citation_words import beside_names, texts, with_bare_page
from kanben.trouble import Tell


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a citation gets."""

    words: Inlines
    targets: tuple[str, ...]
    id: str
    in_note: bool


def resolve_citations(book: Book, tell: Tell) -> Book:
    """Resolve every citation and complete the list of works, or the list of each part.

    In a style of notes a citation of the running text becomes a note, so notes are numbered after this pass.
    """
    entries = tuple(entry for part in book.parts for entry in kept(part.id, entries_in, part))
    known = {entry.key for entry in entries} | {str(item["id"]) for item in book.bibliography}
    style = style_of(book.settings.references_style, book.style)
    tell_faults(book, entries, known, style.form, tell)
    found = [find for part in book.parts for find in kept(part.id, find_citations, part, known)]
    if not entries and not any(find.works for find in found):
        return book
    works = Works(style, items_for(style, entries, book, tell), book)
    if book.settings.references_lists == "chapter":
        return with_lists_of_parts(works, entries, found)
    resolved, listed = resolve_all(works, entries, found, count(1))
    return replace(book, parts=tuple(write_parts(book, found, resolved, listed, style)))


def entries_in(part: Part) -> Entries:
    return tuple(node for node in walk(part) if isinstance(node, ReferenceEntry))


def write_parts(
    book: Book, found: Sequence[Found], resolved: Sequence[Resolved], listed: Entries, style: Style
) -> Iterator[Part]:
    """Each part with the words of its own citations; the list goes where one stands."""
    for part in book.parts:
        own = tuple(words for find, words in zip(found, resolved, strict=True) if find.part == part.id)
        holds = any(isinstance(block, References) for block in part.blocks)
        yield kept(part.id, write, part, own, listed if holds else (), style)


# ---- lists ---------------------------------------------------------------------------------------------------


def with_lists_of_parts(works: Works, entries: Entries, found: Sequence[Found]) -> Book:
    """End each part with the list of what it cites; what is only for further reading stays in the book's list."""
    numbers = count(1)
    cited = {item.key for find in found for item in find.works}
    done = [resolve_part(works, part, entries, found, numbers) for part in works.book.parts]
    _, further = resolve_all(works, tuple(entry for entry in entries if entry.key not in cited), (), numbers)
    parts = (
        with_list(kept(part.id, write, part, tuple(resolved), further, works.style), listed)
        for part, (resolved, listed) in zip(works.book.parts, done, strict=True)
    )
    return replace(works.book, parts=tuple(part for part in parts if not is_empty_list(part)))


def resolve_part(
    works: Works, part: Part, entries: Entries, found: Sequence[Found], numbers: Iterator[int]
) -> tuple[list[Resolved], Entries]:
    here = [find for find in found if find.part == part.id]
    cited = {item.key for find in here for item in find.works}
    return resolve_all(works, tuple(entry for entry in entries if entry.key in cited), here, numbers)


def with_list(part: Part, listed: Entries) -> Part:
    if not listed:
        return part
    words = (Text(MADE_TITLES["references"], place=part.place),)
    heading = Heading(2, words, id=f"{part.id}-references", numbered=False, place=part.place)
    return replace(part, blocks=(*part.blocks, heading, References(listed, place=part.place)))


def is_empty_list(part: Part) -> bool:
    return bool(part.blocks) and all(isinstance(block, References) and not block.entries for block in part.blocks)


def resolve_all(
    works: Works, entries: Entries, found: Sequence[Found], numbers: Iterator[int]
) -> tuple[list[Resolved], Entries]:
    """Resolve the citations of one list, and complete the list."""
    words, answer = ask(works, entries, found)
    listed = [
        replace(entry, id=f"r{next(numbers)}", label=label_of(n, works.style))
        for n, entry in enumerate(in_order(works, entries, found, answer), 1)
    ]
    targets = {entry.key: entry.id for entry in listed}
    uses: dict[str, list[Use]] = {entry.key: [] for entry in listed}
    resolved = [resolve(find, inlines, targets, uses) for find, inlines in zip(found, words, strict=True)]
    return resolved, tuple(finish(entry, answer, uses[entry.key], works) for entry in listed)


def in_order(works: Works, entries: Entries, found: Sequence[Found], answer: Answer) -> list[ReferenceEntry]:
    """Numbers run in order of citation, authors by their rank and then so, further reading after both; a house style
    of notes keeps the editor's order, and a title's own style says what it says."""
    style = works.style
    if style.house and style.form == "note":
        return list(entries)
    order = list(dict.fromkeys(item.key for find in found for item in find.works)) if style.house else [*answer.works]
    place = {key: n for n, key in enumerate(order)}
    cited = {item.key for find in found for item in find.works}

    def rank(entry: ReferenceEntry) -> tuple[bool, str, int]:
        by_author = str(works.items[entry.key].get("annote", "")) if style.form == "author-date" and style.house else ""
        return entry.key not in cited, by_author, place.get(entry.key, len(order))

    return sorted(entries, key=rank)


def label_of(number: int, style: Style) -> str:
    return {"numeric": f"[{number}]", "note": f"{number}.", "author-date": ""}[style.form]


def finish(entry: ReferenceEntry, answer: Answer, uses: Sequence[Use], works: Works) -> ReferenceEntry:
    """Give an entry its words, unless it carries the manuscript's own, and its uses."""
    made = answer.works.get(entry.key, ())
    words = entry.children or in_its_language(made, works.items[entry.key], works.style)
    return replace(entry, children=words, further=entry.further and not uses, uses=tuple(uses))


# ---- what is cited -------------------------------------------------------------------------------------------


def find_citations(part: Part, known: set[str]) -> tuple[Found, ...]:
    """The citations of a part in reading order; works that no list knows are left out."""
    return tuple(each_citation(part, known))


def each_citation(part: Part, known: set[str]) -> Iterator[Found]:
    label, held, note = "", 0, 0
    for node in walk(part):
        match node:
            case Heading():
                label = node.label or text_of(node.children)
            case Note():
                held, note = sum(isinstance(inner, Cite) for inner in walk(node)), note + 1
            case Cite():
                works = tuple(with_bare_page(item) for item in node.items if item.key in known)
                note += not held  # it will be a note of its own
                yield Found(works, part.id, label, held > 0, note, node.place)
                held = max(0, held - 1)


# ---- the answer in the book ----------------------------------------------------------------------------------


def resolve(find: Found, words: Inlines, ids: Mapping[str, str], uses: Mapping[str, list[Use]]) -> Resolved:
    """Tie a citation to the works it cites; its id counts the uses of the first."""
    cited = list(dict.fromkeys(item.key for item in find.works if item.key in ids))
    tied = tied_to(words, ids)
    if not cited:
        return Resolved(tied, (), "", find.in_note)
    own = f"{ids[cited[0]]}-u{1 + sum(use.id.startswith(ids[cited[0]] + '-') for use in uses[cited[0]])}"
    for key in cited:
        uses[key].append(Use(own, find.part, find.label, place=find.place))
    return Resolved(tied, tuple(ids[key] for key in cited), own, find.in_note)


def tied_to(words: Inlines, ids: Mapping[str, str]) -> Inlines:
    """Lead each work's words to its entry; what no list holds leads nowhere."""
    found: list[Inline] = []
    for word in words:
        match word:
            case CitedWork(key) if key not in ids:
                found.extend(word.children)
            case CitedWork(key):
                found.append(replace(word, target=ids[key]))
            case Styled():
                found.append(replace(word, children=tied_to(word.children, ids)))
            case _:
                found.append(word)
    return tuple(found)


def write(part: Part, words: tuple[Resolved, ...], entries: Entries, style: Style) -> Part:
    """Put the words of citations, and the entries of the list, into a part."""
    resolved = iter(words)

    def put(node: Node) -> Node:
        match node:
            case Cite():
                return cited(node, next(resolved), style)
            case References():
                return replace(node, entries=entries) if entries or node.entries else node
            case Paragraph(children) | Plain(children) | Styled(_, children):
                return replace(node, children=tight) if (tight := beside_names(children)) is not children else node
        return node

    written: Part = rebuild(part, put)
    return written


def cited(node: Cite, given: Resolved, style: Style) -> Cite | Note:
    """Write a citation; in a style of notes, one of the running text becomes a note of its own."""
    if not given.words:
        return node
    whole = replace(node, children=given.words, targets=given.targets, id=given.id)
    if style.form != "note" or given.in_note:
        return whole
    return Note((Paragraph((whole, *texts(style.stop)), place=node.place),), place=node.place)
