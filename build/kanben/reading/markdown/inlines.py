"""Turn pandoc's inlines into a Book's."""

import re
from typing import Any

from kanben.book.nodes import (
    Cite,
    CiteItem,
    Code,
    CrossReference,
    Foreign,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Ruby,
    Style,
    Styled,
    Term,
    Text,
)
from kanben.book.text import text_of
from kanben.place import Place
from kanben.reading.markdown.context import Context
from kanben.reading.markdown.join import SOFT_BREAK, join
from kanben.trouble import nearest, trouble

Json = Any
STYLES: dict[str, Style] = {
    "Emph": "emphasis",
    "Strong": "strong",
    "Superscript": "superscript",
    "Subscript": "subscript",
    "Strikeout": "strike",
    "Underline": "underline",
}
SPAN_CLASSES = ("term", "plain", "dot")
SPAN_ATTRIBUTES = ("ruby", "lang")
MODES = {"NormalCitation": "normal", "AuthorInText": "author-in-text", "SuppressAuthor": "suppress-author"}
LEAVES_THE_BOOK = re.compile(r"https?://|mailto:", re.I)
LOCATOR = re.compile(r"^[,，]?\s*")


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
        case {"t": "Code", "c": [_, text]}:
            return (Code(text, place=place),)
        case {"t": kind, "c": children} if kind in STYLES:
            return (Styled(STYLES[kind], inlines(children, line, context), place=place),)
        case {"t": "Link", "c": [attributes, children, [target, _]]}:
            return link(attributes, inlines(children, line, context), target, line, context)
        case {"t": "Image", "c": [attributes, alt, [target, title]]}:
            return (image(attributes, alt, target, title, line, context),)
        case {"t": "Note", "c": blocks}:
            return (note(blocks, place, context),)
        case {"t": "Cite", "c": [items, _]}:
            return (cite(items, line, context),)
        case {"t": "Span", "c": [attributes, children]}:
            return span(attributes, inlines(children, line, context), line, context)
        case {"t": "Quoted", "c": [kind, children]}:
            marks = "“”" if kind["t"] == "DoubleQuote" else "‘’"
            inner = inlines(children, line, context)
            return (Text(marks[0], place=place), *inner, Text(marks[1], place=place))
        case _:
            context.refuse(item["t"], place)
            return ()


def link(attributes: Json, children: Inlines, target: str, line: int, context: Context) -> Inlines:
    place = context.source.find(target, line)
    if target.startswith("#"):
        return (CrossReference(target[1:], children, place=place),)
    if not LEAVES_THE_BOOK.match(target):
        context.tell(trouble("refused-link", place, target=target))
    return (Link(target, children, place=place),)


def image(attributes: Json, alt: Json, target: str, title: str, line: int, context: Context) -> Image:
    place = context.source.find(target, line)
    words = text_of(inlines(alt, line, context)) or dict(attributes[2]).get("alt", "")
    if not words.strip():
        context.tell(trouble("missing-alt", place, file=target))
    return Image(context.pictures.take(target, place), words, title, place=place)


def note(blocks: Json, place: Place, context: Context) -> Note:
    if context.in_note:
        context.tell(trouble("note-in-note", place))
    return Note(context.blocks(blocks, context.inside_note()), place=place)


def cite(items: Json, line: int, context: Context) -> Cite:
    place = context.source.find("@" + items[0]["citationId"], line)
    return Cite(tuple(cite_item(item, line, context) for item in items), place=place)


def cite_item(item: Json, line: int, context: Context) -> CiteItem:
    return CiteItem(
        item["citationId"],
        text_of(inlines(item["citationPrefix"], line, context)),
        LOCATOR.sub("", text_of(inlines(item["citationSuffix"], line, context))),
        MODES[item["citationMode"]["t"]],  # type: ignore[arg-type]
    )


def span(attributes: Json, children: Inlines, line: int, context: Context) -> Inlines:
    """`[词]{.term}`, `[词]{.plain}`, `[字]{.dot}`, `[汉字]{ruby="hàn zì"}`, `[words]{lang=en}`."""
    _, classes, pairs = attributes
    place, values = Place(context.source.file, line), dict(pairs)
    for name in classes:
        if name not in SPAN_CLASSES:
            place = context.source.find("." + name, line)
            context.tell(trouble("unknown-class", place, near=nearest(name, SPAN_CLASSES), name=name))
    for name in values:
        if name not in SPAN_ATTRIBUTES:
            place = context.source.find(name + "=", line)
            context.tell(trouble("unknown-attribute", place, near=nearest(name, SPAN_ATTRIBUTES), name=name))
    if "ruby" in values:
        return (Ruby(text_of(children), values["ruby"], place=place),)
    if "lang" in values:
        return (Foreign(values["lang"], children, place=place),)
    if "dot" in classes:
        return (Styled("dot", children, place=place),)
    if "term" in classes or "plain" in classes:
        return (Term(children, plain="plain" in classes, place=context.source.find(text_of(children), line)),)
    return children
