"""Read what pages of an EPUB or of the web say: walk them, and let go what only leads about in them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from kanben.place import Place
from kanben.proof.agreement.formulas import formula_says
from kanben.proof.agreement.marks import (
    BREAKS,
    PAGE,
    WAY,
    attribute_marks,
    break_mark,
    digest_of,
    drawing_mark,
    is_hidden,
    mark_of,
    page_mark,
    picture_mark,
    space_mark,
    title_marks,
)
from kanben.proof.agreement.said import (
    Kind,
    Link,
    Passage,
    Said,
    as_typed,
    bare,
    lead_of,
    plain,
    squeeze,
    united,
    words_before,
)
from kanben.proof.epub.markup import HEADINGS, SCHEME, Document, Element, is_a, local, resolve, words

RUNNING = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
    )
) | frozenset(("q", "rb", "rt", "rp", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr"))
"""Elements within a line; all others end what was being said before them."""
SILENT = frozenset(("svg", "script", "style", "template", "nav", "button", "rp", "details"))
"""Drawings; brackets around readings; a figure's long description, which print has not."""
LEADING = frozenset(("uses", "letters", "folio", "listing"))
"""Classes of what only leads about: places that use a word, the heads of an index; print has pages there."""
AGAIN = re.compile(r"（\d+）$")
"""A second place in a section, to which the EPUB alone leads."""
Target = tuple[str, str]
"""A page, and an id of it."""
NOWHERE: Target = ("", "")


@dataclass
class Reader:
    """Gathers passages and links while pages are walked."""

    digest_of: Callable[[str], str]
    """Gives the first signs of what a file of the edition holds."""
    passages: list[Passage] = field(default_factory=list)
    links: list[tuple[Link, Target]] = field(default_factory=list)
    """Each with the place to which it leads, whose words are known when all has been read."""
    run: list[str] = field(default_factory=list)
    note: str = ""
    marks: list[tuple[Passage, Target]] = field(default_factory=list)
    leads: dict[Target, str] = field(default_factory=dict)
    awaited: list[Target] = field(default_factory=list)
    """Ids whose words are still to come."""

    def end_run(self, kind: Kind, place: Place) -> None:
        said = "".join(self.run)
        found = as_typed(said)
        if mark := space_mark(said):
            self.marks.append((Passage("mark", mark, place), NOWHERE))
        if self.awaited and (lead := lead_of(self.run)):
            self.leads |= dict.fromkeys(self.awaited, lead)
            self.awaited.clear()
        self.run.clear()
        if found:
            self.passages.append(Passage(kind, found, place, note=self.note if kind == "note" else ""))

    def await_words(self, target: Target) -> None:
        """Keep the words that follow a place; within a line each edition parts them otherwise."""
        if not lead_of(self.run):
            self.awaited.append(target)

    def read(self, page: Document, element: Element, kind: Kind = "text") -> None:
        """Read an element and all within; a block ends what was being said before it."""
        name = local(element)
        place = Place(page.name, element.sourceline or 0)
        if is_hidden(element):
            return
        self.tell_picture(element, name, place)
        if name == "math":
            self.tell_formula(element, place)
            return
        if is_a(element, "noteref"):
            call = Link(words_before(self.run), place, is_call=True, in_note=kind == "note")
            self.links.append(leading(page, element, call))
        if is_a(element, "pagebreak"):
            self.tell_page(page, element, place)
        if is_passed_by(element, name):
            self.tell_ways(page, element)
            return
        if mark := self.mark_of(page, element, name):
            self.marks.append((Passage("mark", mark, place), NOWHERE))
        for mark in attribute_marks(element, name, said_in(element)):
            self.marks.append((Passage("mark", mark, place), NOWHERE))
        inner = kind_of(element, name, kind)
        if inner == "note" != kind:
            self.note = element.get("id") or ""
        if is_block := name not in RUNNING or inner != kind:
            self.end_run(kind, place)
        if own := element.get("id"):
            self.await_words((page.name, own))
        if name == "a":
            self.tell_link(page, element, place, inner)
        self.run += [element.get("data-number") or "", element.text or ""]
        for child in element:
            if isinstance(child.tag, str):
                self.read(page, child, inner)
            self.run.append(child.tail or "")
        if is_block:
            self.end_run(inner, place)

    def mark_of(self, page: Document, element: Element, name: str) -> str:
        if name in BREAKS:
            return break_mark(name, [*(passage.words for passage in self.passages[-1:]), *self.run])
        if name != "img":
            return mark_of(element, name, said_in(element))
        target = resolve(page.name, element.get("src") or "")
        return picture_mark(element, self.digest_of(target[0]) if target else "")

    def tell_picture(self, element: Element, name: str, place: Place) -> None:
        """A picture's words are its alt and, where it has one, its long description; print has both as one."""
        if name == "details" and "description" in words(element, "class") and self.passages:
            told = [bare("".join(child.itertext("{*}*"))) for child in element if local(child) != "summary"]
            self.describe("".join(told))
        alt = element.get("alt") if name == "img" else element.get("aria-label") if name == "svg" else ""
        if mark := drawing_mark(element):
            self.marks.append((Passage("mark", mark, place), NOWHERE))
        if alt and bare(alt) not in [each.words for each in self.passages[-1:] if each.kind == "picture"]:
            self.passages.append(Passage("picture", bare(alt), place))

    def describe(self, words: str) -> None:
        """Add a long description to the last picture."""
        at = next((n for n in reversed(range(len(self.passages))) if self.passages[n].kind == "picture"), -1)
        if at >= 0:
            self.passages[at] = replace(self.passages[at], words=self.passages[at].words + words)

    def tell_page(self, page: Document, element: Element, place: Place) -> None:
        """Tell where a printed page begins: behind which words, or before which."""
        target = (page.name, element.get("id") or "")
        self.await_words(target)
        self.marks.append((Passage("mark", page_mark(element, self.run), place), target))

    def tell_ways(self, page: Document, element: Element) -> None:
        """Tell the links of what only leads about, by their words and by what they lead to."""
        for link in element.iter("{*}a") if words(element, "class") & LEADING else ():
            said, target = "".join(said_in(link)).strip(), resolve(page.name, link.get("href") or "")
            if target and not AGAIN.search(said):
                place = Place(page.name, link.sourceline or 0)
                self.marks.append((Passage("mark", f"{WAY}{named(target)} {bare(said)}", place), NOWHERE))

    def tell_formula(self, element: Element, place: Place) -> None:
        """A formula is part of its line, as it is shown, and by itself as it is said aloud."""
        self.run.append(formula_says(element))
        if aloud := squeeze(element.get("alttext") or ""):
            self.passages.append(Passage("formula", aloud, place))

    def tell_link(self, page: Document, element: Element, place: Place, kind: Kind) -> None:
        said = plain("".join(said_in(element)))
        link, target = leading(page, element, Link(said, place, in_note=kind == "note"))
        own = next((each.get("id") for each in element.iterancestors("{*}*") if local(each) in HEADINGS), None)
        if said and own not in link.targets:  # a heading that leads to itself is there to be copied
            self.links.append((link, target))

    def built(self) -> Iterator[Passage]:
        """Give all marks, those of pages with the letter that follows: blocks may end behind it."""
        return (replace(mark, words=mark.words + self.leads.get(target, "")[:1]) for mark, target in self.marks)

    def pages(self) -> Iterator[Link]:
        """Give the marks of printed pages, with the words that follow."""
        for mark, target in self.marks:
            if mark.words.startswith(PAGE):
                yield Link(mark.words.split(" ")[1], mark.place, lead=self.leads.get(target, ""))

    def led(self, links: Iterable[tuple[Link, Target]]) -> Iterator[Link]:
        """Give links with the words to which they lead."""
        return (replace(link, lead=self.leads.get(target, "")) for link, target in links)


def said_in(element: Element) -> Iterator[str]:
    """The words within an element, without those that stand beside them."""
    yield (element.get("data-number") or "") + (element.text or "")  # print has the numbers of lines as text
    for child in element.iterchildren("{*}*"):
        if local(child) == "math":
            yield formula_says(child)
        elif not is_passed_by(child, local(child)):
            yield from said_in(child)
        yield child.tail or ""


def leading(page: Document, element: Element, link: Link) -> tuple[Link, Target]:
    """Add to what a link leads."""
    href = element.get("href") or ""
    target = None if SCHEME.match(href) else resolve(page.name, href)
    if target is None:
        return replace(link, address=href), NOWHERE
    return replace(link, targets=frozenset((named(target),))), target


def is_passed_by(element: Element, name: str) -> bool:
    """Whether an element says nothing of the book's: ways back and to notes, menus; nor what is hidden."""
    if name in SILENT or is_a(element, "noteref", "pagebreak") or "doc-backlink" in words(element, "role"):
        return True
    if words(element, "class") & LEADING or is_hidden(element):
        return True
    return name in HEADINGS and any(is_a(parent, "endnotes") for parent in element.iterancestors("{*}section"))


def kind_of(element: Element, name: str, kind: Kind) -> Kind:
    if name in HEADINGS:
        return "heading"
    if is_a(element, "footnote", "endnote") or (name == "li" and is_note(element)):
        return "note"
    return kind


def is_note(item: Element) -> bool:
    return any(is_a(parent, "endnotes") for parent in item.iterancestors("{*}section"))


def named(target: Target) -> str:
    """The id to which a link leads; a page is named by its file, whatever its ending."""
    return target[1] or target[0].rpartition("/")[2].partition(".")[0].removeprefix("part-")


def said_on(
    edition: str,
    pages: Iterable[tuple[Document, Element]],
    beside: Iterable[Element],
    data_of: Callable[[str], bytes | None],
    lists: Iterable[list[tuple[Link, Target]]] = (),
) -> Said:
    """Read pages, the headings of what stands beside them, and to what the entries of contents lead."""
    reader = Reader(cache(lambda name: digest_of(data_of(name))))
    for page, element in pages:
        reader.await_words((page.name, ""))
        reader.marks += [(mark, NOWHERE) for mark in title_marks(page)]
        reader.read(page, element)
        reader.end_run("text", Place(page.name))
    heads = (element for body in beside for element in body.iter("{*}*") if local(element) in HEADINGS)
    aside = frozenset(plain("".join(said_in(head))) for head in heads)
    return Said(
        edition,
        united(reader.passages),
        tuple(reader.led(reader.links)),
        aside,
        tuple(reader.built()),
        pages=tuple(reader.pages()),
        contents=tuple(tuple(reader.led(entries)) for entries in lists if entries),
    )
