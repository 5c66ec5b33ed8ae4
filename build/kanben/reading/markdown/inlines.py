"""Turn pandoc's inlines into a Book's."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from kanben.book.inlines import (
    Cite,
    CiteItem,
    Code,
    CrossReference,
    Foreign,
    Image,
    LineBreak,
    Link,
    Math,
    Mode,
    Note,
    Ruby,
    Style,
    Styled,
    Term,
    Text,
)
from kanben.book.node import Inline, Inlines
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.pandoc.words import QUOTES, STYLES
from kanben.place import Place
from kanben.reading.addresses import hidden_in
from kanben.reading.markdown.attributes import check_attributes
from kanben.reading.markdown.context import Context
from kanben.reading.markdown.index_marks import check_index_keys, index_mark
from kanben.reading.markdown.join import CHINESE, SOFT_BREAK, join
from kanben.reading.markdown.locate import line_of
from kanben.reading.markdown.marked_styles import styled
from kanben.trouble import trouble

Json = Any
MODES: dict[str, Mode] = {
    "NormalCitation": "normal",
    "AuthorInText": "author-in-text",
    "SuppressAuthor": "suppress-author",
}
LINED: tuple[Style, ...] = ("keep", "dot", "name", "work")
"""Classes of spans that are styles: of a span with several, the first stands innermost."""
LEAVES_THE_BOOK = re.compile(r"https?://|mailto:", re.I)
MAIL = re.compile("mailto:", re.I)
NOWHERE_TO_GO = re.compile(r"#?|https?:(?!//[^/?#]).*|mailto:[^@?]*([?].*)?", re.I)
OF_THE_TITLE = re.compile(r"(?![a-z]+:|/)[^#?]+\.(md|markdown)(#.*)?", re.I)
"""Another file of the title: it is told, with what to link to instead, by the pass that knows all names."""
LOCATOR = re.compile(r"^[,，]?\s*")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47, as far as a book needs it
WORDS_IN_TEX = re.compile(r"\\(?:text\w*|mbox|mathrm|operatorname\*?)\s*\{[^{}]*\}")
IN_A_NOTE = ("Para", "Plain")  # print sets a note as lines of text


def inlines(items: Json, line: int, context: Context) -> Inlines:
    """The words of a block that stands at `line`."""
    found: list[Inline] = []
    for item in items:
        found.extend(inline(item, line, context))
    return join(found)


def inline(item: Json, line: int, context: Context) -> Inlines:
    place = Place(context.source.file, line)
    match item:
        case {"t": "Str", "c": text}:
            return (Text(text, place=place),)
        case {"t": "Space"}:
            return (Text(" ", place=place),)
        case {"t": "SoftBreak"}:
            return (Text(SOFT_BREAK, place=place),)
        case {"t": "LineBreak"}:
            return (LineBreak(place=place),)
        case {"t": "Code", "c": [attributes, text]}:
            check_attributes("Code", attributes, line, context)
            return (Code(text, place=place),)
        case {"t": kind, "c": children} if kind in STYLES:
            return (Styled(STYLES[kind], inlines(children, line, context), place=place),)
        case {"t": "Link", "c": [attributes, children, [target, _]]}:
            return link(attributes, inlines(children, line, context), target, line, context)
        case {"t": "Image", "c": [attributes, alt, [target, title]]}:
            return (image(attributes, alt, target, title, line, context),)
        case {"t": "Math", "c": [{"t": kind}, tex]}:
            math = formula(tex, kind == "DisplayMath", line, context)
            if math.display:  # in a paragraph it would have become a block
                context.tell(trouble("displayed-formula", math.place))
            return (math,)
        case {"t": "Note", "c": blocks}:
            return (replace(note(blocks, place, context), name=item.get("name", "")),)
        case {"t": "Cite", "c": [items, _]}:
            return (cite(items, line, context),)
        case {"t": "Span", "c": [attributes, children]}:
            return span(attributes, inlines(children, line, context), line, context)
        case {"t": "Quoted", "c": [kind, children]}:
            marks = QUOTES[kind["t"]]
            inner = inlines(children, line, context)
            return (Text(marks[0], place=place), *inner, Text(marks[1], place=place))
        case _:
            context.refuse(item["t"], place)
            return ()


def link(attributes: Json, children: Inlines, target: str, line: int, context: Context) -> Inlines:
    """A link; one without words says its address, and one within the book is given words by a pass."""
    check_attributes("Link", attributes, line, context)
    place = context.source.find(target, line)
    words = children if has_words(children) else ()
    if NOWHERE_TO_GO.fullmatch(target):
        written = f"[{text_of(children)}]({target})"
        context.tell(trouble("empty-link", context.source.find(f"]({target})", line), link=written))
    elif target.startswith("#") or OF_THE_TITLE.fullmatch(target):
        return (CrossReference(target.removeprefix("#"), words, place=place),)
    elif not LEAVES_THE_BOOK.match(target):
        context.tell(trouble("refused-link", place, target=target))
    elif problem := hidden_in(target):
        context.tell(trouble("deceptive-link", place, target=target, problem=problem))
    return (Link(target, words or (Text(address(target), place=place),), place=place),)


def has_words(children: Inlines) -> bool:
    """Whether anything is to be seen: words, or a picture."""
    return bool(text_of(children).strip()) or any(isinstance(node, Image) for node in walk(children))


def address(target: str) -> str:
    """What a link without words says: an address of mail without its scheme and subject."""
    return unquote(target[len("mailto:") :].partition("?")[0]) if MAIL.match(target) else target


def formula(tex: str, display: bool, line: int, context: Context) -> Math:
    """A formula; one with Chinese words that are not marked as such may be two prices and what stands between them."""
    marks = "$$" if display else "$"
    place = context.source.find(tex.strip().partition("\n")[0] if "\n" in tex else marks + tex + marks, line)
    math = Math(tex, display, place=place)
    if CHINESE.search(WORDS_IN_TEX.sub("", tex)):
        context.tell(trouble("doubtful-formula", place, tex=math.quoted))
    return math


def image(attributes: Json, alt: Json, target: str, title: str, line: int, context: Context) -> Image:
    target = unquote(target)
    place = context.source.find(target, line)
    if target.lower().endswith(".csv") or {"table", "chart"}.intersection(attributes[1]):
        context.tell(trouble("data-in-line", place, file=target))
        return Image(target, target, place=place)
    check_attributes("Image", attributes, line, context)
    words = text_of(inlines(alt, line, context)) or dict(attributes[2]).get("alt", "")
    if not words.strip():
        context.tell(trouble("missing-alt", place, file=target))
    return Image(context.pictures.take(target, place), words, title, place=place)


def note(items: Json, place: Place, context: Context) -> Note:
    first = Place(context.source.file, line_of(items) or place.line)
    if context.in_note:
        context.tell(trouble("note-in-note", first))
    for item in items:
        if item["t"] not in IN_A_NOTE:
            context.refuse(item["t"], Place(context.source.file, line_of(item) or first.line), "[^…]: ")
    found = context.blocks(items, context.inside_note())
    if items and not text_of(found):  # of a note that holds nothing at all its own line was told
        context.tell(trouble("empty-note", first))
    return Note(found, place=place)


def cite(items: Json, line: int, context: Context) -> Cite:
    place = context.source.find("@" + items[0]["citationId"], line)
    return Cite(tuple(cite_item(item, line, context) for item in items), place=place)


def cite_item(item: Json, line: int, context: Context) -> CiteItem:
    return CiteItem(
        item["citationId"],
        text_of(inlines(item["citationPrefix"], line, context)),
        LOCATOR.sub("", text_of(inlines(item["citationSuffix"], line, context))),
        MODES[item["citationMode"]["t"]],
    )


def span(attributes: Json, children: Inlines, line: int, context: Context) -> Inlines:
    """A span of words, and the mark of an index around it: `[词]{.index}`, `[词]{.term .index}`."""
    _, classes, _ = attributes
    check_attributes("Span", attributes, line, context)
    check_index_keys(attributes, line, context)
    words = marked_words(attributes, children, line, context)
    if "index" not in classes:
        return words
    return (index_mark(attributes, words, context.source.find(text_of(children) or ".index", line), context),)


def marked_words(attributes: Json, children: Inlines, line: int, context: Context) -> Inlines:
    """`[汉字]{ruby="hàn zì"}`, `[汉字]{.pinyin}`, `[words]{lang=en}`, a class of LINED, `[词]{.term}`; several nest."""
    _, classes, pairs = attributes
    place, values = Place(context.source.file, line), dict(pairs)
    words = children
    if "ruby" in values:
        check_value("ruby", values["ruby"], bool(values["ruby"].strip()), "hàn zì", place, context)
    if "ruby" in values or "pinyin" in classes:
        words = (Ruby(text_of(words), values.get("ruby", ""), place=context.source.find(text_of(words), line)),)
    if "lang" in values:
        check_language(values["lang"], place, context)
        words = (Foreign(values["lang"], words, place=place),)
    for style in LINED:
        if style in classes:
            words = styled(style, words, place)
    if "term" in classes or "plain" in classes:
        return (Term(words, plain="plain" in classes, place=context.source.find(text_of(children), line)),)
    return words


def check_language(language: str, place: Place, context: Context) -> None:
    check_value("lang", language, bool(LANGUAGE.fullmatch(language)), "en / ja / la", place, context)


def check_value(key: str, value: str, good: bool, expected: str, place: Place, context: Context) -> None:
    if not good:
        spot = context.source.find(key + "=", place.line)
        context.tell(trouble("wrong-value", spot, key=key, value=value, expected=expected))
