"""W9: the ways from page to page agree: onward, back, the first step, and cards that say what stands elsewhere."""

from collections.abc import Iterator
from itertools import takewhile

from kanben.proof.agreement.proof import shortened
from kanben.proof.agreement.said import bare
from kanben.proof.agreement.screens import said_in
from kanben.proof.epub.markup import Document, Element, resolve, words
from kanben.proof.ruling import Ruling, asked
from kanben.proof.web.site import START, Site
from kanben.trouble import Trouble, trouble

BACK = {"next": "prev", "prev": "next"}
BESIDE = frozenset(("title", "more"))
"""What a card says besides: what it is about, and where to read on."""


def ways(site: Site) -> Ruling:
    """W9: each page leads on to one that leads back, under its name; a card says what stands where it leads."""
    pages = {page.name: page for page in site.read_pages}
    turns = [fault for page in site.read_pages for fault in turn_faults(site, page, pages)]
    cards = [fault for page in site.read_pages for fault in card_faults(site, page, pages)]
    return asked("W9", [*turns, *cards], any(turns_of(page) for page in site.read_pages))


def turns_of(page: Document) -> dict[str, str]:
    """The pages before and behind, as the head says."""
    found = {}
    for link in page.every("link"):
        target = resolve(page.name, link.get("href") or "")
        if link.get("rel") in BACK and target:
            found[link.get("rel")] = target[0]
    return found


def turn_faults(site: Site, page: Document, pages: dict[str, Document]) -> Iterator[Trouble]:
    """Tell a page that is led to and does not lead back, and links in the text that lead elsewhere than the head."""
    turns = turns_of(page)
    for rel, name in turns.items():
        back = turns_of(pages[name]).get(BACK[rel], START) if name in pages else page.name
        if back != page.name:
            yield trouble("web-turn-astray", site.at(page, page.root), rel=rel, page=name, back=back)
    for link, rel in links_on(page):
        target, expected = resolve(page.name, link.get("href") or ""), turns.get(rel, START)
        if target and target[0] != expected:
            yield trouble("web-turn-differs", site.at(page, link), page=target[0], head=expected)
        elif target and target[0] in pages and target[0] != START:
            yield from name_faults(site, page, link, pages[target[0]])


def links_on(page: Document) -> Iterator[tuple[Element, str]]:
    """The links below the text, and that with which a reader begins."""
    for link in page.every("a"):
        if link.get("rel") in BACK:
            yield link, link.get("rel")
        elif (above := link.getparent()) is not None and "begin" in words(above, "class"):
            yield link, "next"


def name_faults(site: Site, page: Document, link: Element, target: Document) -> Iterator[Trouble]:
    """Tell a link that calls a page otherwise than its first heading does; that of the start says what one does."""
    name = next((each for each in link.iter("span") if "words" in words(each, "class")), None)
    heading = next(target.every("h1"), None)
    if name is not None and heading is not None and said(heading) not in ("", said(name)):  # W6 tells an empty one
        yield trouble("web-turn-name", site.at(page, link), words=told(name), heading=told(heading))


def said(element: Element) -> str:
    return bare("".join(said_in(element)))


def told(element: Element) -> str:
    return shortened(" ".join("".join(said_in(element)).split()))


# ---- cards ---------------------------------------------------------------------------------------------------


def card_faults(site: Site, page: Document, pages: dict[str, Document]) -> Iterator[Trouble]:
    """Tell a link whose card is that of something else or nowhere, and a card that says what its place does not."""
    cards = {card.get("data-card"): card for card in page.every() if card.get("data-card")}
    known = cards.keys() | site.ids[page.name]
    for link in page.every("a"):
        wanted, target = link.get("data-cards"), resolve(page.name, link.get("href") or "")
        is_there = target is not None and target[1] in site.ids.get(target[0], ())  # others are told of as dead
        if wanted and target and is_there and (wanted != target[1] or wanted not in known):
            yield trouble("web-card-astray", site.at(page, link), card=wanted, words=told(link))
    for name, card in cards.items():
        yield from said_elsewhere(site, page, name, card, pages)


def said_elsewhere(
    site: Site, page: Document, name: str, card: Element, pages: dict[str, Document]
) -> Iterator[Trouble]:
    goals = [goal for link in card.iter("a") if (goal := resolve(page.name, link.get("href") or ""))]
    if (home := next((goal for goal in goals if goal[1] == name), None)) is None:
        yield trouble("web-card-astray", site.at(page, card), card=name, words=told(card))
        return
    every = pages[home[0]].every() if home[0] in pages else ()
    place = next((each for each in every if each.get("id") == name), None)
    if place is None:  # W1 tells it
        return
    there = "".join(said(each) for each in entry_at(place))
    for piece in card.iterchildren("{*}*"):
        if not words(piece, "class") & BESIDE and said(piece) not in there:
            yield trouble("web-card-differs", site.at(page, piece), words=told(piece))


def entry_at(place: Element) -> Iterator[Element]:
    """What stands at an id: of a term what follows it as well."""
    yield place
    if place.tag == "dt":
        yield from takewhile(lambda each: each.tag != "dt", place.itersiblings("{*}*"))
