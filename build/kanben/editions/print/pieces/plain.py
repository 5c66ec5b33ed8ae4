"""Turn pydyf's objects into plain data whose references to one another are gaps.

While a piece is drawn, references carry a mark: a byte that nothing else that pydyf writes into a dictionary can hold.

  pydyf.Object.reference        a reference to an object
  pydyf.PDF.page_references     those of all pages, made once for each page count
"""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any

import pydyf

from kanben.editions.print.composer.guard import Layer, Replacement
from kanben.editions.print.pieces.piece import Gap, Shared, Stream, Text

MARK = b"\xfe"
KEY = b"K"
RETURN, FEED = b"\r", b"\n"
LEVEL = 6
"""Of zlib: 9 takes three times as long for a hundredth less."""
LARGE, PAGES = 100_000, 120
"""Bytes that no page has, but pictures and fonts; and so many pages are kept deflated."""
REFERENCES = "_marked_page_references"
CHECKED = {"70.0": "63dae4ef832c8ef6"}
"""WeasyPrint version: fingerprint of pydyf's functions that were studied, and that the tests run with."""

_reference = pydyf.Object.reference
_page_references = pydyf.PDF.page_references


def marked(number: int) -> bytes:
    return b"%b%d%b 0 R" % (MARK, number, MARK)


def marked_key(number: int) -> bytes:
    """A key of the parent tree, as pydyf writes it."""
    return b"%b%b%d%b" % (MARK, KEY, number, MARK)


def number_of(reference: bytes) -> int:
    """The number in a reference, marked or not."""
    return int(reference.split()[0].strip(MARK))


@dataclass
class Plain:
    """The objects of one pydyf PDF as plain data, in their order but for the streams, which come last."""

    objects: list[Text] = field(default_factory=list)
    streams: list[Stream] = field(default_factory=list)
    shared: list[Shared] = field(default_factory=list)
    places: dict[int, Gap] = field(default_factory=dict)
    """Of each object's number in the pydyf PDF."""

    @classmethod
    def of(cls, things: Iterable[Any], elsewhere: Mapping[int, Gap]) -> "Plain":
        """`elsewhere` are the objects that others refer to and that are no part of these."""
        plain, things = cls(), list(things)
        plain.places.update(elsewhere)
        own = [thing for thing in things if thing.number not in elsewhere]
        for thing in own:
            if is_shared(thing):
                plain.share(thing, {each.number: each for each in own})
        own = [thing for thing in own if thing.number not in plain.places]
        own.sort(key=lambda thing: not thing.compressible)  # stable
        plain.places.update((thing.number, Gap("here", n)) for n, thing in enumerate(own))
        for thing in own:
            if thing.compressible:
                plain.objects.append(plain.text(thing))
            else:
                plain.streams.append(plain.stream(thing))
        return plain

    def share(self, thing: Any, things: Mapping[int, Any]) -> None:
        """Take a picture among the shared streams, behind its mask."""
        if thing.number in self.places:
            return
        if mask := thing.extra.get("SMask"):
            self.share(things[number_of(mask)], things)
        stream = self.stream(thing)
        inner = [self.shared[gap.number].digest for gap in stream.text.gaps]
        digest = sha256(b"\0".join([stream.text.pattern, stream.data, *map(str.encode, inner)])).hexdigest()
        self.places[thing.number] = Gap("shared", len(self.shared))
        self.shared.append(Shared(digest, stream))

    def text(self, thing: Any) -> Text:
        parts = thing.data.split(MARK)
        pattern = b"%d".join(part.replace(b"%", b"%%") for part in parts[::2])
        return Text(pattern, tuple(map(self.gap, parts[1::2])))

    def gap(self, mark: bytes) -> Gap:
        if mark.startswith(KEY):
            return Gap("key", int(mark.removeprefix(KEY)))
        return self.places[int(mark)]

    def stream(self, thing: Any) -> Stream:
        data, extra = packed(thing)
        return Stream(self.text(pydyf.Dictionary(extra)), data)


def is_shared(thing: Any) -> bool:
    """Whether others may have the same: a picture, or a colour profile."""
    return isinstance(thing, pydyf.Stream) and (thing.extra.get("Subtype") == "/Image" or "N" in thing.extra)


def packed(stream: Any) -> tuple[bytes, dict[str, Any]]:
    """A stream's data as they stand in the file, and its dictionary.

    No data end with a carriage return: with the line feed after it, strict readers take both for the end. Where they do
    (as one checksum of 256 does), a line feed is added to what they hold, which no reader of pages or fonts minds.
    """
    content, extra = b"\n".join(map(pydyf._to_bytes, stream.stream)), dict(stream.extra)
    while (data := deflated(content) if stream.compress else content).endswith(RETURN):
        content += FEED
        if "Length1" in extra:
            extra["Length1"] += 1
    if stream.compress:
        extra["Filter"] = "/FlateDecode"
    return data, extra | {"Length": len(data)}


def deflated(content: bytes) -> bytes:
    return deflated_page(content) if len(content) < LARGE else zlib.compress(content, LEVEL)


@lru_cache(PAGES)
def deflated_page(content: bytes) -> bytes:
    """Deflated data; those of pages are kept, for a leaf is drawn again with all that stand."""
    return zlib.compress(content, LEVEL)


def reference(thing: Any) -> bytes:
    return marked(thing.number)


def page_references(pdf: Any) -> tuple[bytes, ...]:
    count = len(pdf.pages["Kids"])
    known = pdf.__dict__.get(REFERENCES)
    if known is None or len(known) * 3 != count:
        known = pdf.__dict__[REFERENCES] = tuple(map(marked, pdf.pages["Kids"][::3]))
    references: tuple[bytes, ...] = known
    return references


REPLACEMENTS = (
    Replacement(pydyf.Object, "reference", property(reference), _reference),
    Replacement(pydyf.PDF, "page_references", property(page_references), _page_references),
)
RELIED_ON = (_reference.fget, _page_references.fget, pydyf.PDF.add_page, pydyf.PDF.add_object, pydyf.Stream.data.fget)
LAYER = Layer(CHECKED, REPLACEMENTS, RELIED_ON)
marking = LAYER.installed
"""Mark references within a block."""
