"""W1 to W3: every link leads somewhere, notes lead back, printed pages begin once."""

import re
from collections.abc import Iterator

from kanben.proof.epub.markup import Document, Element, is_a, resolve, text_of, words
from kanben.proof.epub.rules.page_marks import Page, mark_faults
from kanben.proof.links import Target, back_faults, dead_end, number_faults
from kanben.proof.ruling import Ruling, asked
from kanben.proof.web.site import Site, every_link
from kanben.trouble import Trouble, trouble


def links(site: Site) -> Ruling:
    """W1: every link and source leads to a file that is there, and its fragment to an id of that page."""
    return asked("W1", dead_links(site))


def dead_links(site: Site) -> Iterator[Trouble]:
    for place, href, name, fragment in every_link(site):
        yield from dead_end(place, href, fragment, site.has(name), site.ids.get(name))


def notes(site: Site) -> Ruling:
    """W2: each call leads to a note of its page, and each note back to a call of it."""
    every = [(page, *calls_and_notes(page)) for page in site.read_pages]
    faults = [fault for page, calls, found in every for fault in note_faults(site, page, calls, found)]
    return asked("W2", faults, any(calls or found for _, calls, found in every))


def calls_and_notes(page: Document) -> tuple[list[Element], list[Element]]:
    calls = [link for link in page.every("a") if is_a(link, "noteref")]
    lists = [element for element in page.every() if is_a(element, "endnotes")]
    return calls, [item for element in lists for item in element.iter("li") if item.get("id")]


def note_faults(site: Site, page: Document, calls: list[Element], found: list[Element]) -> Iterator[Trouble]:
    targets = {call.get("id", ""): resolve(page.name, call.get("href") or "") for call in calls}
    ids = {note.get("id"): note for note in found}
    for call in calls:
        target = targets[call.get("id", "")]
        if target is None or target[0] != page.name or target[1] not in ids:
            yield trouble("call-without-target", site.at(page, call), words=text_of(call))
        else:
            numbers = (text_of(link) for link in ways_back(ids[target[1]]))
            yield from number_faults(site.at(page, call), text_of(call), numbers)
            yield from number_faults(site.at(page, call), heard(call), [text_of(call)])
    for note in found:
        place, name = site.at(page, note), note.get("id")
        back = {resolve(page.name, link.get("href") or "") for link in ways_back(note)}
        callers = {(page.name, call) for call, target in targets.items() if target == (page.name, name)}
        if not callers:
            yield trouble("note-uncalled", place, id=name)
        elif not back or any(is_there(site, target) for target in back):  # W1 tells those that lead nowhere
            yield from back_faults(place, name, back, callers, place)


def heard(call: Element) -> str:
    """The number that is read aloud for a call."""
    found = re.search(r"\d+", call.get("aria-label") or "")
    return found[0] if found else ""


def ways_back(note: Element) -> list[Element]:
    return [link for link in note.iter("a") if "doc-backlink" in words(link, "role")]


def is_there(site: Site, target: Target | None) -> bool:
    return target is None or target[1] in site.ids.get(target[0], ())


def page_marks(site: Site) -> Ruling:
    """W3: each printed page begins at one mark, which says its number."""
    marks = [
        Page(label_of(element), None, site.at(page, element))
        for page in site.read_pages
        for element in page.every()
        if is_a(element, "pagebreak")
    ]
    return asked("W3", mark_faults(marks), bool(marks))


def label_of(mark: Element) -> str:
    """The number of a printed page, as its mark says it."""
    return (mark.get("aria-label") or mark.get("data-page") or text_of(mark)).strip()
