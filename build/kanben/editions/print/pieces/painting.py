"""Paint a page once: what was drawn of it is kept on its box, as long as that stands.

Each page is painted by itself, with glyphs, pictures and resources of its own, so that nothing of it depends on others.

  document.Page.paint    a page is painted: give what is kept of it
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint.document import Page

from kanben.editions.print.composer.guard import Replacement
from kanben.editions.print.pieces.fonts import used_fonts
from kanben.editions.print.pieces.piece import Used
from kanben.editions.print.pieces.plain import number_of

PAINTING = "painting"
"""The attribute of a page's box, and of its stream, under which it is found."""
STATES, THINGS = "ExtGState", ("XObject", "Pattern", "Shading")
"""Kinds of resources: opacities and masks; what is an object of a PDF."""

_paint = Page.paint


@dataclass(frozen=True, slots=True)
class Painting:
    """What was drawn of a page: its content, the marked one by box, its fonts, its pictures, what it names."""

    content: bytes
    marks: dict[Any, Any]
    fonts: tuple[Used, ...]
    images: dict[str, Any]
    resources: Any
    """No PDF has these, each gets a copy; colour spaces have one number in all that are made with the same options."""

    @property
    def is_plain(self) -> bool:
        """Whether it names nothing but opacities, whose names say what they are."""
        opacities = all(name[0] in "aA" for name in self.resources[STATES])
        return opacities and not any(self.resources[kind] for kind in THINGS)


def paint(page: Any, stream: Any, scale: float = 1) -> None:
    """Paint a page, or give what was painted before."""
    known: Painting | None = page._page_box.__dict__.get(PAINTING)
    if known is None:
        known = page._page_box.__dict__[PAINTING] = painted(page, stream, scale)
    stream.stream[:] = known.content.split(b"\n")
    if stream._tags is not None:
        stream._tags.update(known.marks)
    for name, image in known.images.items():
        entry = stream._images.setdefault(name, image | {"dpi_ratios": set()})
        entry["dpi_ratios"] |= image["dpi_ratios"]
    if known.is_plain:
        stream._resources[STATES].update(known.resources[STATES])
    stream.__dict__[PAINTING] = known


def painted(page: Any, stream: Any, scale: float) -> Painting:
    """Paint a page apart from those before it."""
    own = pydyf.Dictionary({kind: pydyf.Dictionary() for kind in (STATES, *THINGS)})
    own |= {"ColorSpace": stream._resources["ColorSpace"], "Font": None}
    tags: dict[Any, Any] | None = None if stream._tags is None else {}
    alone = stream.clone(fonts={}, resources=own, images={}, tags=tags)
    alone.stream[:], alone._ctm_stack = stream.stream, [stream.ctm]
    _paint(page, alone, scale)
    content = b"\n".join(map(pydyf._to_bytes, alone.stream))
    return Painting(content, tags or {}, tuple(used_fonts(alone._fonts)), alone._images, own)


def paintings(pdf: Any) -> Iterator[Painting]:
    """Those of a pydyf PDF's pages; pages that are not plain get their own resources."""
    for number in pdf.pages["Kids"][::3]:
        sheet = pdf.objects[number]
        stream = pdf.objects[number_of(sheet["Contents"])]
        painting: Painting = stream.__dict__[PAINTING]
        if not painting.is_plain:
            own, fonts = copied(painting.resources, {}), stream._resources["Font"]
            sheet["Resources"] = weasyprint.pdf._reference_resources(
                pdf, own, stream._images, fonts, stream._color_profiles
            )
        yield painting


def copied(thing: Any, known: dict[int, Any]) -> Any:
    """A copy of a pydyf object with all that is in it, to be put into another PDF; what is one stays one."""
    if not isinstance(thing, pydyf.Object):
        return thing
    if id(thing) not in known:
        new = known[id(thing)] = copy(thing)
        if isinstance(thing, pydyf.Stream):
            new.stream, new.extra = list(thing.stream), copied(thing.extra, known)
        elif isinstance(thing, pydyf.Dictionary):
            new.update((key, copied(value, known)) for key, value in thing.items())
        elif isinstance(thing, pydyf.Array):
            new[:] = [copied(value, known) for value in thing]
    return known[id(thing)]


REPLACEMENTS = (Replacement(Page, "paint", paint, _paint),)
RELIED_ON = (_paint, weasyprint.pdf._reference_resources)
