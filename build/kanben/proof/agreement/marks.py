"""Say of what a page of an EPUB or of the web is built, beside its words."""

from collections.abc import Iterable
from hashlib import sha256

from kanben.proof.agreement.said import LEAD, bare, words_before
from kanben.proof.epub.markup import Element, is_a, words

BUILT = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "li", "dl", "dt", "dd", "blockquote", "tr", "th", "td")
) | frozenset(("em", "strong", "b", "i", "sub", "sup", "pre", "code"))
SIGNS = 6
"""Of a digest: so many tell one picture of a book from another."""
PAGE = "page "
BREAKS = ("br", "hr")
LISTED = ("endnotes", "bibliography")
"""Lists that each edition writes in its own way."""


def mark_of(element: Element, name: str, said: Iterable[str]) -> str:
    """Name an element that carries meaning, with its first words; nothing where it carries none."""
    if name not in BUILT or (name in ("ol", "ul", "li") and is_listed(element)) or (name == "h2" and is_made(element)):
        return ""
    letters = first_letters(said)
    return f"{told(element, name)} {letters}" if letters else ""


def told(element: Element, name: str) -> str:
    """Tell dots under words from italics, and code by its white space, which has a meaning."""
    if name == "pre":
        return f"pre={digest_of(''.join(element.itertext('{*}*')).strip().encode())}"
    kind = element.get("class") if name == "em" else ""
    return f"{name}.{kind}" if kind else name


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


def is_listed(element: Element) -> bool:
    return any(is_a(parent, *LISTED) for parent in element.iterancestors("{*}*"))


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
