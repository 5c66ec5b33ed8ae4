"""Ask citeproc for the words of citations and works: all of a list in one run, as its style wants them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kanben.book.book import Book
from kanben.book.entries import ReferenceEntry
from kanben.book.inlines import CitedWork
from kanben.book.node import Inlines, Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild
from kanben.keep import kept
from kanben.pandoc.citeproc import Answer, cite
from kanben.passes.citation_languages import for_style, named, ranked, works_in_their_languages
from kanben.passes.citation_repeats import BETWEEN, NO_ONE, CiteItems, Found, key_of, with_repeats
from kanben.passes.citation_styles import Style
from kanben.passes.citation_words import asked_of, groups, joined, spell
from kanben.passes.sorting import sorter_or_tell
from kanben.trouble import Tell

Items = dict[str, dict[str, Any]]
Entries = tuple[ReferenceEntry, ...]


@dataclass(frozen=True, slots=True)
class Works:
    """The works that may be cited, in the style that they are cited in."""

    style: Style
    items: Items
    book: Book


def items_for(style: Style, entries: Entries, book: Book, tell: Tell) -> Items:
    """The works as the style wants them; a title's own style takes them as they are."""
    unknown = {entry.key: {"id": entry.key, "type": "document", "title": text_of(entry.children)} for entry in entries}
    items = unknown | {str(item["id"]): dict(item) for item in book.bibliography}
    if style.house and style.form == "author-date":
        readings = {entry.key: entry.sort for entry in entries}
        items = {key: named(item) for key, item in items.items()}
        if sorter := sorter_or_tell(book.settings.references_order, tell):
            items = {str(item["id"]): item for item in ranked(tuple(items.values()), sorter, readings)}
    return items


def ask(works: Works, entries: Entries, found: Sequence[Found]) -> tuple[list[Inlines], Answer]:
    """Get the words of all citations and works in one run of pandoc, or in none where all words are the editor's."""
    cut = cut_all(works, found)
    asked = [asked_of(group, works.style) for pieces in cut for group in pieces]
    cited = {item.key for group in asked for item in group}
    further = [entry.key for entry in entries if entry.key not in cited and not entry.children]
    items = [item_of(key, works) for key in dict.fromkeys((*works.items, *sorted(cited)))]
    about = tuple(dict.fromkeys(find.part for find in found))
    answer = kept(about, cite, asked, further, items, works.style.csl) if asked or further else Answer((), {})
    waiting = iter(answer.citations)
    words = [joined([said(group, next(waiting), works) for group in pieces]) for pieces in cut]
    return words, answer


def cut_all(works: Works, found: Sequence[Found]) -> list[list[CiteItems]]:
    if works.style.form == "note":
        return with_repeats(found, works.book.settings.references_repeated)
    return [groups(find.works, works.style) for find in found]


def item_of(name: str, works: Works) -> Mapping[str, Any]:
    """A work under the name by which it is asked for."""
    if name == NO_ONE["id"]:
        return NO_ONE
    item = works.items[key_of(name)]
    return {**(for_style(item) if works.style.house else item), "id": name}


def said(group: CiteItems, words: Inlines, works: Works) -> Inlines:
    if group == BETWEEN:
        return ()
    spelt = spell(group, rebuild(words, by_its_key), works.style, works.items)
    return works_in_their_languages(spelt, works.items, works.style)


def by_its_key(node: Node) -> Node:
    return replace(node, target=key_of(node.target)) if isinstance(node, CitedWork) else node
