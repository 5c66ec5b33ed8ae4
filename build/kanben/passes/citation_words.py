"""The words around citeproc: what it is asked, and what GB/T 7714 wants that CSL cannot say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from kanben.book.nodes import CiteItem, Inline, Inlines, Styled, Text

EAST_ASIAN = ("zh", "ja", "ko")
HAN = re.compile("[\u3400-\u9fff]")
PAGE = re.compile(r"(?:第|p{1,2}\. ?)?(\d+(?:[-–—～,，、 ]+\d+)*)页?")
DASH = re.compile("[–—～]")
PAIR = re.compile(r"(\d+)[,，](?=(\d+))")

Item = Mapping[str, Any]


def for_style(item: Item) -> dict[str, Any]:
    """Leave the language of East Asian works alone: our styles choose 等 or et al. by whether there is one."""
    plain = {name: value for name, value in item.items() if name != "language"}
    language = str(item.get("language", "")) or ("zh-CN" if HAN.search(str(item.get("title", ""))) else "")
    return plain | {"language": language} if language.startswith(EAST_ASIAN) else plain


def with_bare_page(item: CiteItem) -> CiteItem:
    """Take 第 and 页 or p. from a page: the style sets its own; 第3章 and the like stay words after the work."""
    if not item.locator:
        return item
    page = PAGE.fullmatch(item.locator)
    return replace(item, locator=DASH.sub("-", page[1])) if page else item


def groups(items: Sequence[CiteItem], numeric: bool) -> list[tuple[CiteItem, ...]]:
    """Cut a citation for citeproc: numbers with a locator stand alone ([1]12[3]), all others together ([1，3-5])."""
    if not numeric:
        return [tuple(items)]
    numbered = enumerate(items)
    return [
        tuple(item for _, item in run)
        for _, run in groupby(numbered, lambda pair: -1 if not pair[1].locator else pair[0])
    ]


def joined(words: Sequence[Inlines]) -> Inlines:
    """Join the words of groups, neighbouring superscripts into one."""
    found: list[Inline] = []
    for inline in (inline for inlines in words for inline in inlines):
        last = found[-1] if found else None
        if isinstance(inline, Styled) and isinstance(last, Styled) and inline.style == last.style == "superscript":
            found[-1] = replace(last, children=merged(last.children + inline.children))
        else:
            found.append(inline)
    return tuple(found)


def merged(words: Inlines) -> Inlines:
    if all(isinstance(word, Text) for word in words):
        return (Text("".join(word.text for word in words if isinstance(word, Text))),)
    return words


def numeric_words(words: Inlines, works: tuple[CiteItem, ...], items: Mapping[str, Item]) -> Inlines:
    """Finish a group of numbers: the locator outside the bracket, and before it the author that the sentence names."""
    call = tuple(superscript(word, works[0].locator) for word in words)
    named = works[0].mode == "author-in-text" and names_of(items.get(works[0].key, {}))
    return (Text(named), *call) if named else call


def superscript(word: Inline, locator: str) -> Inline:
    if not isinstance(word, Styled):
        return word
    number = "".join(inner.text for inner in word.children if isinstance(inner, Text))
    return replace(word, children=(Text(with_hyphens(number) + locator),))


def with_hyphens(number: str) -> str:
    """Write [1-3] and [255-256]; citeproc sets a dash and joins no fewer than three (GB/T 7714—2015 § 10.1.2)."""
    return PAIR.sub(
        lambda pair: f"{pair[1]}-" if int(pair[2]) == int(pair[1]) + 1 else pair[0], number.replace("–", "-")
    )


def names_of(item: Item) -> str:
    """Name the authors as a sentence does: 孙学工、荣晨; 张三等; Smith and others by their family names."""
    people: list[Item] = list(item.get("author") or item.get("editor") or [])
    names = [name_of(person) for person in people]
    han = any(map(HAN.search, names))
    if len(names) > 3:
        return names[0] + ("等" if han else " et al.")
    return ("、" if han else ", ").join(names)


def name_of(person: Item) -> str:
    family, given = str(person.get("family", "")), str(person.get("given", ""))
    return str(person.get("literal", "")) or (family + given if HAN.search(family) else family)
