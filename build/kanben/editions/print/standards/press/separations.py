"""Tell which pages need more than the black plate."""

import re
from typing import Any

from kanben.editions.print.pieces.plain import number_of

INK = re.compile(rb"(?:^|\s)([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ [kK](?=\s|$)")
NAMED = re.compile(rb"/(\S+) (?:Do|sh|scn|SCN)(?=\s|$)")
KINDS = ("XObject", "Pattern", "Shading")


def object_of(pdf: Any, reference: bytes) -> Any:
    """What `12 0 R` refers to."""
    return pdf.objects[number_of(reference)]


def is_coloured(pdf: Any, page: Any) -> bool:
    """Whether a page's content, or anything that it draws, puts down cyan, magenta or yellow."""
    return _draws_colour(pdf, object_of(pdf, page["Contents"]), object_of(pdf, page["Resources"]), set())


def _draws_colour(pdf: Any, stream: Any, resources: Any, seen: set[int]) -> bool:
    operators = b"\n".join(_operator(item) for item in stream.stream)
    if any(float(part) for ink in INK.findall(operators) for part in ink):
        return True
    named = {name.decode() for name in NAMED.findall(operators)}
    return any(_thing_is_coloured(pdf, thing, seen) for name in sorted(named) for thing in _find(pdf, resources, name))


def _operator(item: Any) -> bytes:
    """An operator that names something or sets a colour; others are not looked at."""
    return item if isinstance(item, bytes) else item.encode() if isinstance(item, str) else b""


def _find(pdf: Any, resources: Any, name: str) -> Any:
    for kind in KINDS:
        if name in resources.get(kind, {}):
            yield object_of(pdf, resources[kind][name])


def _thing_is_coloured(pdf: Any, thing: Any, seen: set[int]) -> bool:
    """A picture, a group, a pattern or a shading."""
    if thing.number in seen:
        return False
    seen.add(thing.number)
    if isinstance(thing, dict):
        return thing["ColorSpace"] == "/DeviceCMYK" and _function_is_coloured(thing["Function"])
    if thing.extra.get("Subtype") == "/Image":
        return bool(thing.extra["ColorSpace"] == "/DeviceCMYK")
    inner = thing.extra.get("Resources")
    return _draws_colour(pdf, thing, object_of(pdf, inner) if inner else {}, seen)


def _function_is_coloured(function: Any) -> bool:
    ends = [*function.get("C0", ())[:3], *function.get("C1", ())[:3]]
    return any(ends) or any(map(_function_is_coloured, function.get("Functions", ())))
