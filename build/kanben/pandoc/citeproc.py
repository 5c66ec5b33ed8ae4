"""Ask pandoc's citation processor how citations and works are written: one small document, one run per book.

The document holds nothing but the citations in their order, so an edit of the prose gives the same bytes and the same
answer: a cache may be laid around `cite_skeleton`. The style goes in as a data: address and the works as metadata,
for in its sandbox pandoc opens no file.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kanben.book.inlines import CitedWork, CiteItem, Link, Styled, Text
from kanben.book.node import Inline, Inlines
from kanben.pandoc.markup import marked_up
from kanben.pandoc.program import run_pandoc
from kanben.pandoc.words import words_of
from kanben.place import Place

WORKS = Place("references")
API = [1, 23, 1]
MODES = {"normal": "NormalCitation", "author-in-text": "AuthorInText", "suppress-author": "SuppressAuthor"}
TO_WORK = "#ref-"
SPACED_ET_AL = re.compile("(?<=[\u3400-\u9fff]) (?=等[，译])")
SPACED_BRACKET = re.compile(" (?=（)")
SPACED_HAN = re.compile("(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]) $")
Json = dict[str, Any]
Patterns = tuple[re.Pattern[str], ...]
Item = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Answer:
    """The words of each citation, in the order asked, and of each work by its key."""

    citations: tuple[Inlines, ...]
    works: dict[str, Inlines]


def cite(citations: Sequence[tuple[CiteItem, ...]], further: Sequence[str], items: Sequence[Item], csl: str) -> Answer:
    """Give the words of citations and of works in a style; `further` are works to list though nothing cites them."""
    document = skeleton(citations, further, items, csl)
    answer = json.loads(cite_skeleton(json.dumps(document, ensure_ascii=False, sort_keys=True).encode()))
    return read_answer(answer, len(citations), is_note_style(csl))


def cite_skeleton(document: bytes) -> bytes:
    """Send a document of citations through pandoc; what goes in decides wholly what comes out."""
    return run_pandoc(["-f", "json", "-t", "json", "--citeproc"], document, WORKS)


# ---- the question --------------------------------------------------------------------------------------------


def is_note_style(csl: str) -> bool:
    """Tell whether a style puts its citations into notes."""
    return 'class="note"' in csl


def skeleton(
    citations: Sequence[tuple[CiteItem, ...]], further: Sequence[str], items: Sequence[Item], csl: str
) -> Json:
    meta = {
        "csl": text("data:application/xml;base64," + b64encode(csl.encode()).decode()),
        "lang": text("zh-CN"),
        "link-citations": {"t": "MetaBool", "c": True},
        "references": {"t": "MetaList", "c": [meta_value(item) for item in items]},
        "nocite": {"t": "MetaInlines", "c": [cite_node((CiteItem(key),), 0) for key in further]},
    }
    blocks = [cite_block(works, number, csl) for number, works in enumerate(citations, 1)]
    return {"pandoc-api-version": API, "meta": meta, "blocks": blocks}


def cite_block(works: tuple[CiteItem, ...], number: int, csl: str) -> Json:
    """Put a citation in a paragraph, and that in a note for note styles: else pandoc adds a note or parentheses."""
    paragraph = {"t": "Para", "c": [cite_node(works, number)]}
    return {"t": "Para", "c": [{"t": "Note", "c": [paragraph]}]} if is_note_style(csl) else paragraph


def cite_node(works: tuple[CiteItem, ...], number: int) -> Json:
    return {"t": "Cite", "c": [[citation(work, number) for work in works], []]}


def citation(work: CiteItem, number: int) -> Json:
    return {
        "citationId": work.key,
        "citationPrefix": [{"t": "Str", "c": work.prefix}] if work.prefix else [],
        "citationSuffix": [{"t": "Str", "c": suffix(work.locator)}] if work.locator else [],
        "citationMode": {"t": MODES[work.mode]},
        "citationNoteNum": number,
        "citationHash": 0,
    }


def suffix(locator: str) -> str:
    """Set a page so that citeproc takes it for one; 第3章 after a full-width comma, so that it stays as it is."""
    return (", " if locator[0].isascii() else "，") + locator


def text(words: str) -> Json:
    return {"t": "MetaString", "c": words}


def meta_value(value: object) -> Json:
    """Write a CSL value as pandoc's metadata; never read as Markdown, so no mark in a title is lost."""
    match value:
        case Mapping():
            return {"t": "MetaMap", "c": {str(key): meta_value(inner) for key, inner in value.items()}}
        case list() | tuple():
            return {"t": "MetaList", "c": [meta_value(inner) for inner in value]}
        case bool():
            return {"t": "MetaBool", "c": value}
        case str() if "<" in value:
            return {"t": "MetaInlines", "c": marked_up(value)}
        case _:
            return text(str(value))


# ---- the answer ----------------------------------------------------------------------------------------------


def read_answer(answer: Json, count: int, notes: bool) -> Answer:
    blocks = answer["blocks"]
    tight = (SPACED_ET_AL,) if notes else ()
    words = tuple(closed_up(leading(words_of(cited(block))), (*tight, SPACED_BRACKET)) for block in blocks[:count])
    entries = [entry for block in blocks[count:] for entry in block["c"][1]]
    works = {key_of(entry["c"][0][0]): closed_up(words_of(work_words(entry)), tight) for entry in entries}
    return Answer(words, works)


def key_of(anchor: str) -> str:
    return anchor.removeprefix("#").removeprefix("ref-")


def leading(words: Inlines) -> Inlines:
    """Make pandoc's links to works our own."""
    return tuple(leading_word(word) for word in words)


def leading_word(word: Inline) -> Inline:
    match word:
        case Link(target) if target.startswith(TO_WORK):
            return CitedWork(key_of(target), word.children)
        case Styled():
            return replace(word, children=leading(word.children))
    return word


def closed_up(words: Inlines, spaced: Patterns) -> Inlines:
    """Take out the spaces that CSL and pandoc set between Chinese words: 见 张三, 张三 （2020）, in notes 柴跃廷 等."""
    return tuple(closed_word(word, spaced, last=n == len(words)) for n, word in enumerate(words, 1))


def closed_word(word: Inline, spaced: Patterns, last: bool) -> Inline:
    match word:
        case Text(said):
            for pattern in spaced if last else (*spaced, SPACED_HAN):
                said = pattern.sub("", said)
            return replace(word, text=said)
        case CitedWork() | Styled():
            return replace(word, children=closed_up(word.children, spaced))
    return word


def cited(block: Json) -> list[Json]:
    """Take the words of a citation out of its paragraph, or its note."""
    inlines: list[Json] = block["c"]
    return cited(inlines[0]["c"][0]) if inlines and inlines[0]["t"] == "Note" else inlines


def work_words(entry: Json) -> list[Json]:
    """Take the words of a work, without the number that the style sets before it."""
    inlines = [inline for block in entry["c"][1] for inline in block["c"]]
    return [inline for inline in inlines if not (inline["t"] == "Span" and "csl-left-margin" in inline["c"][0][1])]
