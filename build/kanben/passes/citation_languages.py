"""What a work's language decides: the words 等, 译 and 版, and where it stands in a list by authors."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kanben.book.inlines import CitedWork, Text
from kanben.book.node import Inlines, Node
from kanben.book.walk import rebuild
from kanben.passes.citation_styles import Style
from kanben.passes.sorting import Sorter

Item = Mapping[str, Any]
EAST_ASIAN = ("zh", "ja", "ko")
KANA, HANGUL, HAN, CYRILLIC = (
    re.compile(f"[{letters}]")
    for letters in ("\u3040-\u30ff", "\u1100-\u11ff\uac00-\ud7af", "\u3400-\u9fff", "\u0400-\u04ff")
)
SCRIPTS = ((KANA, "ja"), (HANGUL, "ko"), (HAN, "zh"), (CYRILLIC, "ru"))
GROUPS = {"zh": 0, "ja": 1, "": 2, "ru": 3, "ko": 4}
"""GB/T 7714—2025 A.3.2: Chinese, Japanese, Western, Russian, others."""
NAMELESS = {"zh": "佚名", "ja": "著者不明", "ko": "佚名", "ru": "Аноним", "": "Anon"}
NAMES = ("author", "editor", "container-author", "translator")
Pairs = tuple[tuple[re.Pattern[str], str], ...]
TRANSLATED: dict[str, Pairs] = {
    "ja": ((re.compile("(?<=[，,])( ?)等(?=[.，,]|$)"), r"\1他"), (re.compile("(?<=[，,])( ?)译(?=[./])"), r"\1訳")),
    "ru": (
        (re.compile(r"\bet al\."), "и др."),
        (re.compile(r"(?<=[，,])( ?)trans\."), r"\1пер."),
        (re.compile(r"\b(\d+)(?:st|nd|rd|th) ed\."), r"\1-е изд."),
        (re.compile(r"(?<=[：:])( ?)Vol\. (?=\d)"), r"\1Т. "),
        (re.compile(r"(?<=[，,])( ?)n\.d\."), r"\1б. г."),
    ),
}
"""What our styles say of a work in East Asian or in other languages, and what Japanese and Russian say."""


def language_of(item: Item) -> str:
    """A work's language as far as styles differ: zh, ja, ko, ru, or nothing for all others."""
    told = str(item.get("language", ""))[:2].lower()
    if told:
        return told if told in GROUPS else ""
    title = str(item.get("title", ""))
    return next((language for letters, language in SCRIPTS if letters.search(title)), "")


def for_style(item: Item) -> dict[str, Any]:
    """Leave the language of East Asian works alone: our styles choose 等 or et al. by whether there is one."""
    plain = {name: value for name, value in item.items() if name != "language"}
    language = language_of(item)
    return plain | {"language": str(item.get("language") or language)} if language in EAST_ASIAN else plain


def named(item: Item) -> dict[str, Any]:
    """Name the author of a work without one, as a list by authors must (GB/T 7714—2025 7.1.3)."""
    if item.get("author") or item.get("editor"):
        return dict(item)
    return {**item, "author": [{"literal": NAMELESS[language_of(item)]}]}


def in_its_language(words: Inlines, item: Item, style: Style) -> Inlines:
    """Put the words that a style of ours adds into the work's own language, and write bodies without capitals."""
    if not style.house:
        return words
    pairs = (*TRANSLATED.get(language_of(item), ()), *(bodies_of(item) if style.capitals else ()))
    put: Inlines = rebuild(words, lambda node: translated(node, pairs)) if pairs else words
    return put


def bodies_of(item: Item) -> Pairs:
    """GB/T 7714—2015 sets the surnames of people in capitals (8.1.1), and citeproc bodies as well."""
    people = [person for name in NAMES for person in item.get(name) or ()]
    said = [str(person.get("literal", "")) for person in people]
    return tuple((re.compile(re.escape(name.upper())), name) for name in said if name != name.upper())


def translated(node: Node, pairs: Pairs) -> Node:
    if not isinstance(node, Text):
        return node
    said = node.text
    for pattern, word in pairs:
        said = pattern.sub(word, said)
    return node if said == node.text else Text(said, place=node.place)


def ranked(items: Sequence[Item], sorter: Sorter, readings: Mapping[str, str]) -> list[dict[str, Any]]:
    """Write into each work its rank in a list by authors: languages apart, then names, then dates.

    Works of the same names and date have the same rank: the style puts them in order of citation, and tells them apart.
    """

    def rank(item: Item) -> tuple[Any, ...]:
        names = authors_of(item)
        key = sorter.key(unaccented(names), readings.get(str(item["id"]), ""))
        return GROUPS[language_of(item)], key, names, date_of(item)

    ranks = {str(item["id"]): rank(item) for item in items}
    order = {each: n for n, each in enumerate(sorted(set(ranks.values())))}
    return [{**item, "annote": f"{order[ranks[str(item['id'])]]:05}"} for item in items]


def authors_of(item: Item) -> str:
    people = item.get("author") or item.get("editor") or []
    return " ".join(
        str(person.get("literal", "")) or f"{person.get('family', '')}{person.get('given', '')}" for person in people
    )


def unaccented(names: str) -> str:
    """Take É for E, as alphabetical lists do."""
    return "".join(c for c in unicodedata.normalize("NFD", names) if not unicodedata.combining(c))


def date_of(item: Item) -> tuple[int, ...]:
    parts = item.get("issued", {}).get("date-parts") or [[9999]]
    return tuple(int(part) for part in parts[0])


def works_in_their_languages(words: Inlines, items: Mapping[str, Item], style: Style) -> Inlines:
    """The same within a citation, which may name works in several languages."""

    def put(node: Node) -> Node:
        if not isinstance(node, CitedWork):
            return node
        return replace(node, children=in_its_language(node.children, items[node.target], style))

    whole: Inlines = rebuild(words, put)
    return whole
