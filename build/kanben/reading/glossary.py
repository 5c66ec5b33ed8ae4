"""Read glossary.yaml: each definition is Markdown, and one run of pandoc reads them all."""

from collections.abc import Sequence
from dataclasses import replace

from kanben.book.blocks import Heading
from kanben.book.entries import GlossaryEntry
from kanben.book.node import Block, Blocks, Node
from kanben.book.walk import rebuild
from kanben.keep import kept, kept_telling
from kanben.limits import TERMS
from kanben.place import Place
from kanben.reading.markdown.chapter import read_markdown
from kanben.reading.markdown.context import TakePicture
from kanben.reading.markdown.source import Source
from kanben.reading.schema import GLOSSARY_ITEM, GlossaryItem, shorten, validate
from kanben.reading.yaml_marks import Marked, load_marked
from kanben.trouble import Tell, Trouble, too_much, trouble

SHAPE = "- {term: …, definition: …}"
HEAD = "# definition {{#definition-{n}}}"  # parts the definitions in the text that pandoc reads


def read_glossary(data: bytes, file: str, pictures: TakePicture, tell: Tell) -> tuple[GlossaryEntry, ...] | None:
    """The entries in the file's order; every fault is told. None when nobody can say which terms it explains."""
    marked, items = kept_telling(file, tell, read_items, data, file)
    if not marked:
        return None
    bodies = dict(zip(items, definitions(items, marked, pictures, tell), strict=False))
    entries = tuple(kept((file, n), entry, item, bodies.get(n, ()), marked.place(n)) for n, item in items.items())
    return entries if len(items) == len(marked.value or ()) else None


def read_items(data: bytes, file: str, tell: Tell) -> tuple[Marked | None, dict[int, GlossaryItem]]:
    """The file with the places of its values, and its items that can be read, by their place in the list."""
    marked = load_marked(data, file, tell)
    if not marked or not isinstance(marked.value, list | None):
        if marked:
            tell(trouble("wrong-value", marked.place(), key=file, value=shorten(marked.value), expected=SHAPE))
        return None, {}
    count = len(marked.value or ())
    if count > TERMS.most:
        tell(too_much(TERMS, count, marked.place(TERMS.most)))
        return None, {}
    checked = [(n, validate(GLOSSARY_ITEM, marked, tell, n)) for n in range(count)]
    items = {n: item for n, item in checked if item}
    check_names(items, marked, tell)
    return marked, items


def entry(item: GlossaryItem, blocks: Blocks, place: Place) -> GlossaryEntry:
    return GlossaryEntry(item.term, blocks, also=tuple(item.also), sort=item.sort, place=place)


def check_names(items: dict[int, GlossaryItem], marked: Marked, tell: Tell) -> None:
    known: dict[str, Place] = {}
    for n, item in items.items():
        for name in (item.term, *item.also):
            if name in known:
                tell(trouble("repeated-term", marked.place(n), term=name, first=known[name].line))
            known.setdefault(name, marked.place(n))


def definitions(items: dict[int, GlossaryItem], marked: Marked, pictures: TakePicture, tell: Tell) -> list[Blocks]:
    """The blocks of each entry, with places in the YAML file."""
    lines, numbers = combined(items, marked)

    def tell_moved(fault: Trouble) -> None:
        tell(replace(fault, place=moved(fault.place, numbers)))

    found = read_markdown(Source(marked.file, "\n".join(lines)), pictures, tell_moved)
    return kept_telling(marked.file, tell_moved, moved_bodies, found, tuple(numbers))


def moved_bodies(found: Blocks, numbers: tuple[int, ...], tell: Tell) -> list[Blocks]:
    """The blocks below each heading, each block with its line in the YAML file."""

    def move(node: Node) -> Node:
        return replace(node, place=moved(node.place, numbers))

    return [rebuild(blocks, move) for blocks in split(found, tell)]


def moved(place: Place, numbers: Sequence[int]) -> Place:
    return Place(place.file, numbers[min(max(place.line, 1), len(numbers)) - 1])


def combined(items: dict[int, GlossaryItem], marked: Marked) -> tuple[list[str], list[int]]:
    """The lines of one text of all definitions, and the YAML line of each."""
    lines: list[str] = []
    numbers: list[int] = []
    for count, (n, item) in enumerate(items.items()):
        first = marked.text_line(n, "definition")
        body = [HEAD.format(n=count), "", *item.definition.strip("\n").split("\n"), ""]
        lines += body
        numbers += [first, first, *(first + k for k in range(len(body) - 3)), first]
    return lines, numbers


def split(blocks: Blocks, tell: Tell) -> list[Blocks]:
    """The blocks below each of our headings; an author's own heading is refused."""
    found: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.name == f"definition-{len(found)}":
            found.append([])
        elif isinstance(block, Heading):
            tell(trouble("heading-in-definition", block.place))
        else:
            found[-1].append(block)
    return [tuple(body) for body in found]
