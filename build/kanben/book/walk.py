"""Visit and rebuild a Book. What is not changed keeps its identity, so `is` tells what a pass touched."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from operator import is_not
from typing import Any

from kanben.book.book import Book
from kanben.book.node import Node

Change = Callable[[Node], Node]


FIELDS: dict[type, tuple[str, ...]] = {}
HOLDERS = (tuple, Node)
"""What may hold nodes: the numbers and flags among the fields are not looked into."""
PASSED_BY = {"place", "description"}
"""Fields that are no part of the flow: a figure's long description is read beside the book, and holds plain words."""


def fields_of(node: Node) -> tuple[str, ...]:
    """The fields of a node that may hold nodes, looked up once for each type."""
    kind = type(node)
    if kind not in FIELDS:
        names = (field.name for field in fields(node) if field.type is not str)
        FIELDS[kind] = tuple(name for name in names if name not in PASSED_BY)
    return FIELDS[kind]


def walk(value: Any) -> Iterator[Node]:
    """Every node in a book, a node or a tuple of them, in reading order, parents before children."""
    if isinstance(value, tuple):
        for item in value:
            yield from walk(item)
    elif isinstance(value, Book):
        yield from walk(value.parts)
    elif isinstance(value, Node):
        yield value
        for name in fields_of(value):
            if isinstance(inner := getattr(value, name), HOLDERS):
                yield from walk(inner)


def rebuild(value: Any, change: Change) -> Any:
    """Apply `change` to every node, children before parents; give the same object where nothing changed."""
    if isinstance(value, Node):
        changed = {}
        for name in fields_of(value):
            old = getattr(value, name)
            if isinstance(old, HOLDERS) and (new := rebuild(old, change)) is not old:
                changed[name] = new
        return change(replace(value, **changed) if changed else value)
    if isinstance(value, tuple):
        items = tuple([rebuild(item, change) for item in value])
        return items if any(map(is_not, items, value)) else value
    if isinstance(value, Book):
        parts = rebuild(value.parts, change)
        return value if parts is value.parts else replace(value, parts=parts)
    return value
