"""Tell the classes and attributes that mean nothing to kanben: {.term key=value}."""

from collections.abc import Sequence
from typing import Any

from kanben.reading.markdown.context import Context
from kanben.trouble import nearest, trouble

Json = Any
INDEX_KEYS = ("entry", "under", "see", "see-also")
KNOWN: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "Chart": (("chart", "stacked", "labelled"), ("kind", "columns", "unit", "in", "order", "from")),
    "Code": ((), ()),
    "CodeBlock": (("numberLines",), ("startFrom",)),
    "Data": (("table", "landscape"), ()),
    "Div": (("epigraph", "description", "source", "figures", "index"), ("lang", *INDEX_KEYS)),
    "Header": (("unnumbered",), ()),
    "Image": ((), ("alt",)),
    "Link": (("uri", "email"), ()),  # pandoc's own, on an address between < and >
    "Span": (
        ("term", "plain", "dot", "name", "work", "keep", "pinyin", "index", "main"),
        ("ruby", "lang", *INDEX_KEYS),
    ),
    "Table": (("landscape",), ()),
}
"""What each of pandoc's nodes may carry: classes, attributes."""


def check_attributes(kind: str, attributes: Json, line: int, context: Context) -> None:
    """Tell each unknown class and attribute at its own spot, at or below a line."""
    _, classes, pairs = attributes
    known_classes, known_keys = KNOWN[kind]
    for name in classes:
        if name not in known_classes:
            place = context.source.find(name, line)
            context.tell(trouble("unknown-class", place, near=nearest(name, known_classes), name=name))
    for name, _ in pairs:
        if name not in known_keys:
            place = context.source.find(name, line)
            context.tell(trouble("unknown-attribute", place, near=nearest(name, known_keys), name=name))
