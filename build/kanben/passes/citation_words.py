"""The words around citeproc: how a citation is cut for it, and what GB/T 7714 wants that CSL cannot say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from kanben.book.chinese import HAN
from kanben.book.inlines import Cite, CitedWork, CiteItem, Styled, Text
from kanben.book.node import Inline, Inlines
from kanben.book.text import text_of
from kanben.passes.citation_styles import Form, Style

PAGE = re.compile(r"(?:第|p{1,2}\. ?)?(\d+(?:[-–—～,，、 ]+\d+)*)页?")
NUMBER = "第?[0-9〇一二三四五六七八九十百千IVXLivxl]+"
PLACE = re.compile(f"(?:{NUMBER}(?:[-–—～,，、 ]+{NUMBER})*[页章节卷册编部图表段行条款版回篇集讲课注])+")
DASH = re.compile("[–—～]")
CHINESE = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’"
SPACE_AFTER_HAN, SPACE_BEFORE_HAN = re.compile(f"[{CHINESE}] $"), re.compile(f" [{CHINESE}]")

Item = Mapping[str, Any]
CiteItems = tuple[CiteItem, ...]


def with_bare_page(item: CiteItem) -> CiteItem:
    """Take 第 and 页 or p. from a page: the style sets its own; 第3章 and the like stay words after the work."""
    page = PAGE.fullmatch(item.locator)
    return replace(item, locator=DASH.sub("-", page[1])) if page else item


def is_raised(item: CiteItem) -> bool:
    """Tell whether a locator is raised outside the brackets (A.2.1.3, A.3.1.4): a page, a chapter, a volume."""
    return bool(PAGE.fullmatch(item.locator) or PLACE.fullmatch(item.locator))


# ---- what is asked -------------------------------------------------------------------------------------------


def groups(items: CiteItems, style: Style) -> list[CiteItems]:
    """Cut a citation for citeproc: a work with a locator stands alone ([1]12[3]), all others together ([1，3-5])."""
    if not style.house or style.form == "note":
        return [items] if items else []
    numbered = enumerate(items)
    alone = [n if stands_alone(item, style.form) else -1 for n, item in enumerate(items)]
    return [tuple(item for _, item in run) for _, run in groupby(numbered, lambda pair: alone[pair[0]])]


def stands_alone(item: CiteItem, form: Form) -> bool:
    return is_raised(item) or (form == "numeric" and bool(item.locator or item.prefix))


def asked_of(works: CiteItems, style: Style) -> CiteItems:
    """Keep from citeproc what stands outside the brackets."""
    if not style.house or style.form == "note":
        return works
    if style.form == "numeric":
        return tuple(replace(item, locator="", prefix="") for item in works)
    return tuple(replace(item, locator="") if is_raised(item) else item for item in works)


# ---- what is made of the answer ------------------------------------------------------------------------------


def spell(works: CiteItems, words: Inlines, style: Style, items: Mapping[str, Item]) -> Inlines:
    """Finish a group: what stands before it, the locator after the bracket, the author that the sentence names."""
    if not style.house or style.form == "note":
        return words
    first, *_ = works
    if style.form == "author-date":
        return (*words, Styled("superscript", (Text(first.locator),))) if is_raised(first) else words
    call = tuple(numbers(word, first.locator if is_raised(first) else "") for word in words)
    named = names_of(items[first.key]) if first.mode == "author-in-text" else first.prefix
    after = "" if is_raised(first) else first.locator
    return (*texts(named), *call, *texts(after))


def texts(words: str) -> Inlines:
    return (Text(words),) if words else ()


def numbers(word: Inline, locator: str) -> Inline:
    """Write [1-3] and [255-256]; a single number leads to its work together with its brackets and its page."""
    if not isinstance(word, Styled):
        return word
    if sum(isinstance(piece, CitedWork) for piece in word.children) == 1:
        target = next(piece.target for piece in word.children if isinstance(piece, CitedWork))
        return replace(word, children=(CitedWork(target, (Text(text_of(word) + locator),)),))
    return replace(word, children=hyphened(word.children))


def hyphened(pieces: Inlines) -> Inlines:
    """Join two numbers in a row as citeproc joins three and more, by a hyphen (GB/T 7714—2015 10.1.2)."""
    found = list(pieces)
    for n, (before, mark, after) in enumerate(zip(pieces, pieces[1:], pieces[2:], strict=False), 1):
        if isinstance(before, CitedWork) and isinstance(after, CitedWork) and isinstance(mark, Text):
            follows = int(text_of(after)) == int(text_of(before)) + 1
            found[n] = Text("-") if mark.text == "–" or follows else mark
    return tuple(found)


def joined(words: Sequence[Inlines]) -> Inlines:
    """Join the words of groups, neighbouring superscripts into one."""
    found: list[Inline] = []
    for inline in (inline for inlines in words for inline in inlines):
        last = found[-1] if found else None
        if isinstance(inline, Styled) and isinstance(last, Styled) and inline.style == last.style == "superscript":
            found[-1] = replace(last, children=last.children + inline.children)
        else:
            found.append(inline)
    return tuple(found)


def beside_names(words: Inlines) -> Inlines:
    """Take out the spaces that @key needs on both sides, where Chinese words stand there: 据 @han2024 所述."""
    found = list(words)
    for n, word in enumerate(words):
        if isinstance(word, Cite) and any(item.mode == "author-in-text" for item in word.items):
            before, after = (found[at] if 0 <= at < len(found) else None for at in (n - 1, n + 1))
            if isinstance(before, Text) and SPACE_AFTER_HAN.search(before.text):
                found[n - 1] = replace(before, text=before.text[:-1])
            if isinstance(after, Text) and SPACE_BEFORE_HAN.match(after.text):
                found[n + 1] = replace(after, text=after.text[1:])
    return words if all(new is old for new, old in zip(found, words, strict=True)) else tuple(found)


def names_of(item: Item) -> str:
    """Name the authors as a sentence does: 孙学工、荣晨; 张三等; Smith and others by their family names."""
    people: list[Item] = list(item.get("author") or item.get("editor") or [])
    names = [name_of(person) for person in people]
    han = any(re.search(HAN, name) for name in names)
    if len(names) > 3:
        return names[0] + ("等" if han else " et al.")
    return ("、" if han else ", ").join(names)


def name_of(person: Item) -> str:
    family, given = str(person.get("family", "")), str(person.get("given", ""))
    return str(person.get("literal", "")) or (family + given if re.search(HAN, family) else family)
