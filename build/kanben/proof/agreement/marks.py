"""Say of what a page of an EPUB or of the web is built, beside its words."""

from collections.abc import Iterable

from kanben.proof.agreement.said import LEAD, bare, words_before
from kanben.proof.epub.markup import Element, is_a

BUILT = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "li", "dl", "dt", "dd", "blockquote", "tr", "th", "td")
) | frozenset(("em", "strong", "b", "i", "sub", "sup", "pre", "code"))
LISTED = ("endnotes", "bibliography")
"""Lists that each edition writes in its own way."""


def mark_of(element: Element, name: str, words: Iterable[str]) -> str:
    """Name an element that carries meaning, with its first words; nothing where it carries none."""
    if name == "img":
        return f"img {(element.get('src') or '').rpartition('/')[2].partition('.')[0]}"
    if name not in BUILT or (name in ("ol", "ul", "li") and is_listed(element)):
        return ""
    letters = first_letters(words)
    return f"{name} {letters}" if letters else ""


def page_mark(element: Element, run: list[str]) -> str:
    """Name the mark of a printed page, by the words before it."""
    return f"page {element.get('aria-label') or element.get('data-page') or ''} {words_before(run)}"


def is_listed(element: Element) -> bool:
    return any(is_a(parent, *LISTED) for parent in element.iterancestors("{*}*"))


def first_letters(words: Iterable[str]) -> str:
    found = ""
    for said in words:
        found += bare(said)
        if len(found) >= LEAD:
            break
    return found[:LEAD]
