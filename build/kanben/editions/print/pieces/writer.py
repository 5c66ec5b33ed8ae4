"""Put pieces together as one PDF: the same file whether the pieces are new or were kept.

Each piece begins at a number that a piece before it seldom moves: a small edit changes no other piece's bytes, and what
was written of them is kept. Objects 1 to 5 are the book's; behind the pieces stand what they share, fonts, the frame.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import md5
from itertools import chain
from typing import Any
from zlib import compress

from weasyprint.pdf import VARIANTS

from kanben.book.book import Book
from kanben.editions.print.folios import Folio
from kanben.editions.print.kept.answers import Latest
from kanben.editions.print.pieces.fonts import Embedded
from kanben.editions.print.pieces.frame import Frame, Placed, facts_of, frame_of
from kanben.editions.print.pieces.outline import outline_of
from kanben.editions.print.pieces.piece import CATALOG, FONTS, Gap, Piece, Shared, Stream, Text
from kanben.editions.print.pieces.plain import Plain

STEP, SPARE = 256, 32
"""A piece begins at a multiple, with some numbers to spare before the next."""
KEYS, SPARE_KEYS = 16, 8
"""The same for its rows of the parent tree."""
AT, WITHIN = 4, 3
"""Bytes that a row of the table of objects has for where it is, and for which it is there: a part may have many."""
ROW = 1 + AT + WITHIN
ROWS_LEVEL = 1
"""Of zlib, for that table: 6 takes ten times as long for a fiftieth less."""
OBJECTS_LEVEL = 4
"""For packed objects: 6 takes twice as long for a tenth less, which is a hundredth of the file."""
FREE = b"\0" + bytes(AT) + (0xFFFF).to_bytes(WITHIN, "big")
"""The row of object 0, which is none."""
Fill = Callable[[Gap], int]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Bytes of the file, object after object, and the rows that the table of objects has of them."""

    data: tuple[bytes, ...]
    """Not joined before the whole file is: pictures are seldom copied so."""
    size: int
    starts: tuple[tuple[int, int], ...]
    """(number, first byte) of each object."""
    packed: tuple[tuple[int, bytes], ...]
    """(number of the first, rows) of objects that follow one another and are packed with others."""


@dataclass
class Writer:
    """Writes one PDF after the other; keeps what it wrote of pieces, and the fonts."""

    placed: dict[int, Placed] = field(default_factory=dict)
    chunks: dict[int, tuple[Placed, list[int], Chunk]] = field(default_factory=dict)
    """Both by the number of a piece's first object."""
    fonts: Embedded = field(default_factory=Embedded)
    outline: Latest = field(default_factory=Latest)
    outline_chunk: Latest = field(default_factory=Latest)
    frame: Latest = field(default_factory=Latest)
    frame_chunk: Latest = field(default_factory=Latest)

    def write(self, pieces: Sequence[Piece], folios: Sequence[Folio], metadata: Any, book: Book) -> bytes:
        """`folios` are those of all pages of the pieces; `metadata` WeasyPrint's of the book."""
        _, implied = VARIANTS[book.settings.variant]
        placed = [self.same(each) for each in places(pieces)]
        holder, told = end_of(placed), [each.told for each in placed]
        outline = self.outline.of(outline_of, [mark for each in told for mark in each.bookmarks], holder + 1)
        shared = SharedStreams(rounded(holder + len(outline) + SPARE, STEP))
        chunks = [self.piece_chunk(each, shared) for each in placed]
        fonts = self.fonts.of([piece.fonts for piece in pieces], implied["pdf_version"])
        frame = self.frame.of(frame_of, told, folios, metadata, *facts_of(book), max(outline, default=0))
        profiles = shared.numbers(frame.plain.shared)
        fonts_base = shared.end + 1
        base = fonts_base + size_of(fonts.plain) + 1
        dictionary = filled(fonts.dictionary, filling(fonts_base))
        chunks += [
            self.outline_chunk.of(outline_chunk, outline, holder),
            shared.chunk(),
            chunk_of(fonts.plain, fonts_base, filling(fonts_base)),
            self.frame_chunk.of(frame_chunk, frame, base, profiles, dictionary),
        ]
        return file_of(chunks, implied["pdf_version"], base + frame.info.number, bool(implied.get("pdf_identifier")))

    def same(self, placed: Placed) -> Placed:
        """A piece at its place; the same object where it was written there last."""
        known = self.placed.get(placed.base)
        if known is None or known.piece is not placed.piece or known.key != placed.key:
            if known is not None and known.told == placed.told:
                placed.__dict__["told"] = known.told  # which is compared in no time
            known = self.placed[placed.base] = placed
        return known

    def piece_chunk(self, placed: Placed, shared: "SharedStreams") -> Chunk:
        numbers = shared.numbers(placed.piece.shared)
        known = self.chunks.get(placed.base)
        if known is None or known[0] is not placed or known[1] != numbers:
            plain = Plain(list(placed.piece.objects), list(placed.piece.streams))
            made = chunk_of(plain, placed.base, filling(placed.base, numbers, placed.key))
            known = self.chunks[placed.base] = placed, numbers, made
        return known[2]


def outline_chunk(outline: Mapping[int, bytes], holder: int) -> Chunk:
    """What is written of the outline; `holder` is the number before its first."""
    return chunk_of(Plain(), holder + 1, filling(0), outline) if outline else joined([], ())


def frame_chunk(frame: Frame, base: int, profiles: Sequence[int], fonts: bytes) -> Chunk:
    """What is written of the frame, whose first object has the number `base`; `fonts` is their dictionary."""
    fill = filling(base, profiles)
    return chunk_of(
        frame.plain, base, fill, {number: filled(text, fill) for number, text in frame.own.items()} | {FONTS: fonts}
    )


def places(pieces: Iterable[Piece]) -> Iterator[Placed]:
    holder, key = STEP, 0
    for piece in pieces:
        yield Placed(piece, holder + 1, key)
        size = 1 + len(piece.objects) + len(piece.streams)
        holder += rounded(size + SPARE, STEP)
        key += rounded(piece.keys + SPARE_KEYS, KEYS)


def rounded(number: int, step: int) -> int:
    return -(-number // step) * step


def end_of(placed: Sequence[Placed]) -> int:
    """The first number behind all pieces."""
    last = placed[-1]
    return rounded(last.base + len(last.piece.objects) + len(last.piece.streams) + SPARE, STEP)


def size_of(plain: Plain) -> int:
    return len(plain.objects) + len(plain.streams)


class SharedStreams:
    """The pictures and profiles of all pieces, each once, numbered from `end` on."""

    def __init__(self, end: int) -> None:
        self.end = end
        self.known: dict[str, int] = {}
        self.streams: list[tuple[int, Stream]] = []

    def numbers(self, shared: Sequence[Shared]) -> list[int]:
        """The numbers of a piece's shared streams; those that are new get theirs."""
        numbers: list[int] = []
        for digest, stream in shared:
            if digest not in self.known:
                self.known[digest] = self.end
                text = Text(filled(stream.text, lambda gap: numbers[gap.number]).replace(b"%", b"%%"), ())
                self.streams.append((self.end, Stream(text, stream.data)))
                self.end += 1
            numbers.append(self.known[digest])
        return numbers

    def chunk(self) -> Chunk:
        return joined([stream_object(number, stream, filling(0)) for number, stream in self.streams], ())


def filling(base: int, shared: Sequence[int] = (), key: int = 0) -> Fill:
    """What stands in the gaps of objects whose first has the number `base`."""

    def fill(gap: Gap) -> int:
        kind, number = gap
        if kind == "here":
            return base + number
        if kind == "shared":
            return shared[number]
        return key + number if kind == "key" else number

    return fill


def filled(text: Text, fill: Fill) -> bytes:
    return text.pattern % tuple(map(fill, text.gaps))


def chunk_of(plain: Plain, base: int, fill: Fill, own: Mapping[int, bytes] = {}) -> Chunk:
    """Objects packed in a stream of the number before `base`, `own` ones among them; then the streams."""
    objects = {**own, **{base + n: filled(text, fill) for n, text in enumerate(plain.objects)}}
    first = base + len(plain.objects)
    streams = [stream_object(first + n, stream, fill) for n, stream in enumerate(plain.streams)]
    rows = {number: packed_row(base - 1, n) for n, number in enumerate(objects)}
    packed = ((first, b"".join(rows[n] for n in range(first, first + count))) for first, count in runs(sorted(rows)))
    return joined([packed_objects(base - 1, objects), *streams], tuple(packed))


def packed_objects(holder: int, objects: Mapping[int, bytes]) -> tuple[int, tuple[bytes, ...]]:
    """An object stream (ISO 32000-1, 7.5.7)."""
    head, position = [], 0
    for number, data in objects.items():
        head.append(b"%d %d" % (number, position))
        position += len(data) + 1
    first = b" ".join(head)
    data = compressed(b"\n".join([first, *objects.values()]))
    extra = b"<</Type /ObjStm/N %d/First %d/Filter /FlateDecode/Length %d>>" % (len(objects), len(first) + 1, len(data))
    return holder, indirect(holder, extra, data)


def stream_object(number: int, stream: Stream, fill: Fill) -> tuple[int, tuple[bytes, ...]]:
    return number, indirect(number, filled(stream.text, fill), stream.data)


def indirect(number: int, extra: bytes, data: bytes) -> tuple[bytes, ...]:
    return b"%d 0 obj\n%b\nstream\n" % (number, extra), data, b"\nendstream\nendobj\n"


def compressed(content: bytes, level: int = OBJECTS_LEVEL) -> bytes:
    """Deflated data that do not end with a carriage return, as `plain.packed` has it."""
    while (data := compress(content, level)).endswith(b"\r"):
        content += b"\n"
    return data


def joined(objects: Iterable[tuple[int, tuple[bytes, ...]]], packed: tuple[tuple[int, bytes], ...]) -> Chunk:
    starts, parts, position = [], list[bytes](), 0
    for number, data in objects:
        starts.append((number, position))
        parts += data
        position += sum(map(len, data))
    return Chunk(tuple(parts), position, tuple(starts), packed)


def packed_row(holder: int, index: int) -> bytes:
    return b"\2" + holder.to_bytes(AT, "big") + index.to_bytes(WITHIN, "big")


def file_of(chunks: Sequence[Chunk], version: str, info: int, named: bool) -> bytes:
    """The whole file: its chunks, and the table of objects (ISO 32000-1, 7.5.8)."""
    head = b"%%PDF-%b\n%%\xf0\x9f\x96\xa4\n" % version.encode()
    rows, position = [(0, FREE)], len(head)
    for chunk in chunks:
        rows += chunk.packed
        rows += ((number, offset_row(position + at)) for number, at in chunk.starts)
        position += chunk.size
    rows.sort()
    own = rows[-1][0] + len(rows[-1][1]) // ROW
    rows.append((own, offset_row(position)))
    body = [head, *chain.from_iterable(chunk.data for chunk in chunks)]
    extra = b"/W [1 %d %d]/Size %d/Root %d 0 R/Info %d 0 R" % (AT, WITHIN, own + 1, CATALOG, info)
    if named:
        digest = digest_of(body)
        extra += b"/ID [(%b) (%b)]" % (digest, digest)
    table = compressed(b"".join(row for _, row in rows), ROWS_LEVEL)
    index = b" ".join(b"%d %d" % run for run in adjoined((number, len(row) // ROW) for number, row in rows))
    extra = b"<</Type /XRef/Index [%b]%b/Filter /FlateDecode/Length %d>>" % (index, extra, len(table))
    return b"".join([*body, *indirect(own, extra, table), b"startxref\n%d\n%%%%EOF\n" % position])


def digest_of(parts: Iterable[bytes]) -> bytes:
    digest = md5(usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.hexdigest().encode()


def offset_row(position: int) -> bytes:
    return b"\1" + position.to_bytes(AT, "big") + bytes(WITHIN)


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first of each run of numbers, and how many it has."""
    return adjoined((number, 1) for number in numbers)


def adjoined(pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs in order, those as one that follow one another."""
    first = count = 0
    for number, more in pieces:
        if count and number == first + count:
            count += more
            continue
        if count:
            yield first, count
        first, count = number, more
    if count:
        yield first, count
