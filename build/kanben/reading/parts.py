"""Read the parts of a title, which its title.yaml names: a Markdown file each, or what is made of a YAML file."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kanben.book.blocks import Heading
from kanben.book.book import Kind, Matter, Part
from kanben.book.entries import Glossary, Index, IndexGroup, Listing, ReferenceEntry, References
from kanben.book.inlines import Text
from kanben.book.made_parts import MADE_TITLES
from kanben.book.node import Block, Blocks
from kanben.book.text import text_of
from kanben.keep import kept, kept_telling
from kanben.place import Place
from kanben.reading.decode import decode
from kanben.reading.files import read_inside
from kanben.reading.glossary import read_glossary
from kanben.reading.index import read_index
from kanben.reading.markdown.amounts import is_small
from kanben.reading.markdown.chapter import read_markdown, was_read
from kanben.reading.markdown.source import Source
from kanben.reading.pictures import Pictures
from kanben.reading.revisions import read_revisions
from kanben.trouble import Tell, nearest, trouble


@dataclass(frozen=True, slots=True)
class Planned:
    """A part as title.yaml names it, before it is read."""

    name: str
    matter: Matter
    id: str
    kind: Kind
    place: Place


def read_parts(
    folder: Path, planned: Sequence[Planned], works: tuple[ReferenceEntry, ...], pictures: Pictures, tell: Tell
) -> Iterator[Part | None]:
    """The parts in order; two at a time are read that were not before, as each waits for a pandoc of its own."""
    with ThreadPoolExecutor(2) as pool:
        for read in [reader(folder, item, works, pictures, tell, pool) for item in planned]:
            yield read()


def reader(
    folder: Path,
    item: Planned,
    works: tuple[ReferenceEntry, ...],
    pictures: Pictures,
    tell: Tell,
    pool: ThreadPoolExecutor,
) -> Callable[[], Part | None]:
    """What gives a part: a chapter is being read from now on, unless that takes no time."""
    if item.name in MADE_TITLES:
        return partial(made_part, folder, item, works, pictures, tell)
    source = chapter_source(folder, item, tell)
    if source is None:
        return lambda: None
    read = partial(read_chapter, item, source, pictures, tell)
    return read if was_read(source) else pool.submit(read).result


def chapter_source(folder: Path, item: Planned, tell: Tell) -> Source | None:
    """The text of a chapter; nothing, having told why, where there is none."""
    if "." not in item.name and (near := nearest(item.name, MADE_TITLES)) and not (folder / item.name).exists():
        tell(trouble("missing-file", item.place, near=near, file=item.name))
        return None
    source = read_source(folder, item.name, item.place, tell)
    if source is None:
        return None
    if not source.text.strip():
        tell(trouble("empty-chapter", Place(item.name)))
        return None
    return source


def read_chapter(item: Planned, source: Source, pictures: Pictures, tell: Tell) -> Part | None:
    return kept_telling(item.name, tell, part_of, item, read_markdown(source, pictures, tell))


def made_part(
    folder: Path, item: Planned, works: tuple[ReferenceEntry, ...], pictures: Pictures, tell: Tell
) -> Part | None:
    """The glossary, the references or the index, made from their YAML file, or a list that a pass will fill."""
    block = made_block(folder, item, works, pictures, tell)
    return kept(item.name, headed_block, item, block) if block else None


def headed_block(item: Planned, block: Block) -> Part:
    heading = Heading(1, (Text(MADE_TITLES[item.name]),), id=item.id, numbered=False, place=item.place)
    return Part(item.matter, item.kind, item.id, heading, (block,), place=item.place)


def made_block(
    folder: Path, item: Planned, works: tuple[ReferenceEntry, ...], pictures: Pictures, tell: Tell
) -> Block | None:
    """What stands below the heading of a made part; nothing, having told why, when its file cannot be read."""
    match item.name:
        case "references":
            return References(works, place=item.place)
        case "figures" | "tables":
            return Listing(place=item.place)
        case "revisions":
            return read_revisions(folder, item.place, tell)
        case "index":
            entries = read_index(folder, item.place, tell)
            return None if entries is None else Index((IndexGroup("", entries),), place=item.place)
    data = read_inside(folder, "glossary.yaml", item.place, tell)
    glossary = read_glossary(data, "glossary.yaml", pictures, tell) if data is not None else None
    return None if glossary is None else Glossary(glossary, place=item.place)


def read_source(folder: Path, name: str, place: Place, tell: Tell) -> Source | None:
    data = read_inside(folder, name, place, tell)
    text = kept_telling(name, tell, decode, data, name) if data is not None and is_small(data, name, tell) else None
    return None if text is None else Source(name, text)


def part_of(item: Planned, blocks: Blocks, tell: Tell) -> Part | None:
    """A file's blocks as a part: one heading of the first level, at the top."""
    if not blocks:
        return None  # why is told already
    first, *rest = blocks
    if not isinstance(first, Heading) or first.level != 1:
        tell(trouble("no-heading", first.place))
        return None
    check_headings(first, rest, tell)
    return Part(item.matter, item.kind, item.id, first, tuple(rest), place=Place(item.name, 1))


def check_headings(first: Heading, rest: list[Block], tell: Tell) -> None:
    level = first.level
    for block in (first, *rest):
        if not isinstance(block, Heading):
            continue
        if not text_of(block).strip():
            tell(trouble("empty-heading", block.place, marks="#" * block.level))
        if block.level == 1 and block is not first:
            tell(trouble("second-heading", block.place))
        elif block.level > level + 1:
            tell(trouble("skipped-level", block.place, marks="#" * (level + 1)))
        level = block.level
