"""Read what an EPUB or a web edition says, states, and lists."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from kanben.place import Place
from kanben.proof.agreement.for_programs import FILES, files_state
from kanben.proof.agreement.leaf import on_start, on_title_page
from kanben.proof.agreement.listings import lists_in_epub, lists_in_site
from kanben.proof.agreement.said import Fact, Said
from kanben.proof.agreement.screens import said_on
from kanben.proof.agreement.stated import fact, package_states, page_states
from kanben.proof.epub.markup import Document, Element, text_of, types
from kanben.proof.epub.publication import Publication
from kanben.proof.web.site import START, Site, read_start


def epub_says(book: Publication) -> Said:
    """Read the spine, without the cover and the contents, and what no reader comes to who turns the pages."""
    aside = {each.get("idref") for each in book.package.every("itemref") if each.get("linear") == "no"}
    names = {item.name for item in book.spine if item.id not in aside}
    bodies = [(page, body) for page in book.pages if page.name in names for body in page.every("body")]
    beside = {body for page, body in bodies if is_of_epub_alone(book, page, body)}
    said = said_on(
        "EPUB",
        ((page, body) for page, body in bodies if body not in beside),
        beside,
        book.archive.read,
        lists_in_epub(book),
    )
    return replace(
        said,
        facts=tuple(package_states(book)),
        leaf=tuple(piece for page, _ in bodies for piece in on_title_page(page)),
    )


def is_of_epub_alone(book: Publication, page: Document, body: Element) -> bool:
    special = ("cover", "titlepage")
    return page is book.nav or any(set(special) & types(each) for each in (body, *body))


def web_says(site: Site) -> Said:
    """Read the pages in the order in which they follow each other, behind the first."""
    beside = (main for page in site.read_pages if page.name == START for main in page.every("main"))
    mains = ((page, main) for page in in_order(site) for main in page.every("main"))
    said = said_on("web", mains, beside, partial(picture_in, site), lists_in_site(site))
    start = [page for page in site.read_pages if page.name == START]
    return replace(
        said,
        facts=(*(fact for page in (*start, *site.read_pages) for fact in page_states(page)), *cited(site, start)),
        leaf=tuple(piece for page in start for piece in on_start(page)),
    )


def cited(site: Site, start: Sequence[Document]) -> Iterator[Fact]:
    """What the start page is called, and what the files that it offers to reference managers state."""
    for page in start:
        for title in page.every("title"):
            yield from fact("title", text_of(title), Place(page.name, title.sourceline or 0), True)
    for name in sorted(site.names & frozenset(FILES)):
        yield from files_state(name, read_start(site.folder / name).decode("utf-8", "replace"))


def picture_in(site: Site, name: str) -> bytes | None:
    """The bytes of a file within the folder, if it is one."""
    return read_start(site.folder / name) if name in site.names else None


def in_order(site: Site) -> Iterator[Document]:
    by_name = {page.name: page for page in site.read_pages}
    seen = {START}
    page = by_name.get(START)
    while page is not None:
        following = next((link.get("href") for link in page.every("link") if link.get("rel") == "next"), "")
        page = by_name.get(following) if following not in seen else None
        seen.add(following)
        if page is not None:
            yield page
