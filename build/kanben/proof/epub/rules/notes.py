"""E4 and E5: notes pop up and lead back in every reading system, by nothing that one system alone knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from kanben.proof.epub.markup import Document, Element, is_a, local, resolve, text_of, types
from kanben.proof.epub.publication import Publication
from kanben.proof.epub.vocabulary import PRIVATE_ATTRIBUTES, SPINE_PROPERTIES, STRUCTURE
from kanben.proof.links import back_faults, number_faults
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

NOTES = ("footnote", "endnote", "rearnote")


@dataclass(frozen=True, slots=True)
class Linked:
    """A call or a note, with the page on which it stands."""

    page: Document
    element: Element

    @property
    def id(self) -> tuple[str, str]:
        return self.page.name, self.element.get("id") or ""

    @property
    def target(self) -> tuple[str, str] | None:
        return resolve(self.page.name, self.element.get("href") or "")


def notes(book: Publication) -> Ruling:
    """E4: each call leads to a note in its own file, each note back to a call, by a link that is not its text."""
    every = [Linked(page, element) for page in book.pages for element in page.every()]
    found = [linked for linked in every if is_a(linked.element, *NOTES)]
    calls = [linked for linked in every if is_call(linked.element)]
    known = {linked.id for linked in every if linked.id[1]}
    by_id = {note.id: note for note in found}
    faults = [*call_faults(book, calls, by_id, known), *note_faults(book, calls, found)]
    return asked("E4", faults, bool(calls or found))


def is_call(element: Element) -> bool:
    """Whether a link calls a note; within a note some mark the way back alike."""
    if local(element) != "a" or not is_a(element, "noteref"):
        return False
    return not any(is_a(parent, *NOTES) for parent in element.iterancestors("{*}*"))


def call_faults(
    book: Publication, calls: list[Linked], by_id: dict[tuple[str, str], Linked], known: set[tuple[str, str]]
) -> Iterator[Trouble]:
    for call in calls:
        place, target = book.at(call.page, call.element), call.target
        if target in by_id and target[0] != call.page.name:
            yield trouble("note-elsewhere", place, file=target[0])
        elif target in known and target not in by_id:
            yield trouble("note-unmarked", place, id=target[1])
        elif target is None or not target[1]:
            yield trouble("call-without-target", place, words=text_of(call.element))
        if target in by_id:
            back = (text_of(link) for link in by_id[target].element.iter("{*}a") if is_back(link))
            yield from number_faults(place, text_of(call.element), back)


def note_faults(book: Publication, calls: list[Linked], found: list[Linked]) -> Iterator[Trouble]:
    callers: dict[tuple[str, str] | None, set[tuple[str, str]]] = {}
    for call in calls:
        callers.setdefault(call.target, set()).add(call.id)
    for note in found:
        place, name = book.at(note.page, note.element), note.id[1] or text_of(note.element)[:8]
        if note.id not in callers:
            yield trouble("note-uncalled", place, id=name)
            continue
        if local(note.element) != "aside":
            yield trouble("note-not-aside", place, id=name)
        yield from way_back(note, callers[note.id], name, book)


def way_back(note: Linked, callers: set[tuple[str, str]], name: str, book: Publication) -> Iterator[Trouble]:
    place = book.at(note.page, note.element)
    links = [Linked(note.page, link) for link in note.element.iter("{*}a") if is_back(link) or link.get("href")]
    back = [link for link in links if link.target in callers or is_back(link.element)]
    astray = book.at(note.page, back[0].element) if back else place
    yield from back_faults(place, name, {link.target for link in back}, callers, astray)
    inside = sum(len(text_of(link.element)) for link in back)
    has_more = any(local(element) in ("img", "math", "svg") for element in note.element.iter("{*}*"))
    if back and len(text_of(note.element)) <= inside and not has_more:
        yield trouble("note-within-its-link", place, id=name)


def is_back(link: Element) -> bool:
    return is_a(link, "backlink") or "doc-backlink" in (link.get("role") or "")


def private_marks(book: Publication) -> Ruling:
    """E5: no attribute and no property that only one reading system knows, and that a checker refuses."""
    return asked("E5", marks_of_one(book))


def marks_of_one(book: Publication) -> Iterator[Trouble]:
    for element in book.package.every("itemref"):
        for prop in (element.get("properties") or "").split():
            if ":" not in prop and prop not in SPINE_PROPERTIES:
                yield trouble("private-property", book.at(book.package, element), name=prop)
    for page in book.pages:
        for element in page.every():
            for name in PRIVATE_ATTRIBUTES & set(element.attrib):
                yield trouble("private-attribute", book.at(page, element), name=name)
            for word in types(element):
                if ":" not in word and word not in STRUCTURE:
                    yield trouble("unknown-type", book.at(page, element), name=word)
