"""Say of what a page of an EPUB or of the web is built, beside its words."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from kanben.place import Place
from kanben.proof.agreement.said import LEAD, Passage, bare, squeeze, words_before
from kanben.proof.epub.markup import XML_LANG, Document, Element, is_a, text_of, words

BUILT = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "li", "dl", "dt", "dd", "blockquote", "tr", "th", "td")
) | frozenset(("p", "em", "strong", "b", "i", "s", "u", "cite", "del", "ins", "rt", "sub", "sup", "pre", "code"))
CLASSED = ("em", "u", "cite")
"""What is told apart by class: dots under words from italics, a name's line from a work's."""
ATTRIBUTES = {
    "ol": ("start", "reversed", "type"),
    "li": ("value",),
    "th": ("scope", "colspan", "rowspan", "data-heads"),
    "td": ("scope", "colspan", "rowspan", "data-heads"),
}
"""What says of an element how it is counted, to what it belongs, or how far it reaches; `data-heads` is shown."""
SPACES = re.compile(r"(?<=[A-Za-z,.;:!?)])\s+(?=[A-Za-z0-9(])")
DRAWN = "narrow"
"""The class of a chart's drawing that all screens show; the web has a wide one as well."""
HIDING = re.compile(r"display:none|visibility:hidden")
SIGNS = 6
"""Of a digest: so many tell one picture of a book from another."""
PAGE, WAY = "page ", "to "
BREAKS = ("br", "hr")
LISTED = {"p": ("bibliography",)} | dict.fromkeys(("ol", "ul", "li"), ("endnotes", "bibliography"))
"""What each edition writes in its own way, and where."""


def mark_of(element: Element, name: str, said: Iterable[str]) -> str:
    """Name an element that carries meaning, with its first words; nothing where it carries none."""
    if name not in BUILT or is_written_otherwise(element, name):
        return ""
    letters = first_letters(said)
    return f"{told(element, name)} {letters}" if letters else ""


def told(element: Element, name: str) -> str:
    """Tell words that are marked by how they are, code by its white space, and a table by its first row."""
    if name == "pre":
        return f"pre={digest_of(''.join(element.itertext('{*}*')).strip().encode())}"
    if name == "tr" and is_first_row(element):
        return "table"
    kind = element.get("class") if name in CLASSED else ""
    return f"{name}.{kind}" if kind else name


def is_first_row(row: Element) -> bool:
    """Whether a table begins with it: by its first row it is known, its caption each edition has elsewhere."""
    table = next(row.iterancestors("{*}table"), None)
    return table is not None and next(table.iter("{*}tr")) is row


def attribute_marks(element: Element, name: str, said: Iterable[str]) -> Iterator[str]:
    """Name what an element says of its words beside its name: their language and direction, how they are counted."""
    values = [("lang", element.get("lang") or element.get(XML_LANG))]
    values += [(each, element.get(each)) for each in ("dir", *ATTRIBUTES.get(name, ()))]
    told_values = [f"{each}={bare(value)}" for each, value in values if value is not None]
    letters = first_letters(said) if told_values else ""
    return (f"{each} {letters}" for each in told_values if letters)


def is_hidden(element: Element) -> bool:
    """Whether an element is kept from readers, or from those who listen."""
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    return bool(HIDING.search(squeeze(element.get("style") or "")))


def title_marks(page: Document) -> Iterator[Passage]:
    """Name a page by its title, without the book's, which a web page adds to it."""
    book = next(
        (meta.get("content") or "" for meta in page.every("meta") if meta.get("property") == "og:site_name"), ""
    )
    for title in page.every("title"):
        own = bare(text_of(title)).removesuffix(bare(book))
        yield Passage("mark", f"title {own}", Place(page.name, title.sourceline or 0))


def space_mark(said: str) -> str:
    """Name words by the spaces between their Latin letters, which nothing else is compared by, and by their last."""
    count = len(SPACES.findall(said))
    return f"spaces={count} {bare(said)[-LEAD:]}" if count else ""


def drawing_mark(element: Element) -> str:
    """Name a chart by the words that are drawn in it."""
    said = squeeze("".join(element.itertext("{*}*")))
    return f"img {digest_of(said.encode())}" if said and DRAWN in words(element, "class") else ""


def break_mark(name: str, before: list[str]) -> str:
    """Name the end of a line, or of a scene, by the words before it."""
    return f"{name} {words_before(before)}"


def picture_mark(element: Element, digest: str) -> str:
    """Name a picture by its file, and by what that holds: another may have its name."""
    name = (element.get("src") or "").rpartition("/")[2].partition(".")[0]
    return f"img {name} {digest}".strip()


def digest_of(data: bytes | None) -> str:
    return sha256(data).hexdigest()[:SIGNS] if data else ""


def page_mark(element: Element, run: list[str]) -> str:
    """Name the mark of a printed page, by the words before it."""
    return f"{PAGE}{element.get('aria-label') or element.get('data-page') or ''} {words_before(run)}"


def is_written_otherwise(element: Element, name: str) -> bool:
    if name == "h2":
        return is_made(element)
    return name in LISTED and any(is_a(parent, *LISTED[name]) for parent in element.iterancestors("{*}*"))


def is_made(heading: Element) -> bool:
    """Whether it is the head of a group of the index, which in print is none."""
    return "made" in words(heading, "class") or any(
        is_a(parent, "index-group") for parent in heading.iterancestors("{*}section")
    )


def first_letters(pieces: Iterable[str]) -> str:
    found = ""
    for said in pieces:
        found += bare(said)
        if len(found) >= LEAD:
            break
    return found[:LEAD]
