"""Books of every kind of node, and the same books edited, for property tests."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from kanben.book.blocks import (
    Cell,
    CodeBlock,
    Definition,
    Definitions,
    Epigraph,
    Equation,
    Figure,
    Item,
    List,
    Paragraph,
    Plain,
    Quote,
    Row,
    Rule,
    Table,
    Verse,
)
from kanben.book.book import Book, Part
from kanben.book.entries import Glossary, GlossaryEntry, Index, IndexEntry, IndexGroup, ReferenceEntry, References
from kanben.book.inlines import (
    Cite,
    CiteItem,
    Code,
    CrossReference,
    Foreign,
    Image,
    IndexMark,
    LineBreak,
    Link,
    Math,
    Note,
    Ruby,
    Styled,
    Term,
    Text,
)
from kanben.book.node import Block, Inline, Inlines, Node
from kanben.book.walk import fields_of
from tests.passes.small_books import book, heading, part

LETTERS = "石拱桥边的新旧路A9 。，"
TEXT = st.text(LETTERS, min_size=1, max_size=12)
SINGLE: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Ruby, st.just("桥"), st.sampled_from(["qiáo", "jiāo"])),
    TEXT.map(Code),
    TEXT.map(Math),
    st.just(LineBreak()),
    st.sampled_from(["a", "b"]).map(lambda target: CrossReference(target)),
    st.sampled_from(["a", "b"]).map(lambda key: Cite((CiteItem(key),))),
    st.builds(Image, st.sampled_from(["images/a.svg", "images/b.svg"]), TEXT),
    st.sampled_from(["岸", "桥"]).map(lambda entry: IndexMark((), entry=entry)),
    st.lists(TEXT.map(lambda text: Paragraph((Text(text),))), min_size=1, max_size=2).map(
        lambda blocks: Note(tuple(blocks))
    ),
)


def held(inner: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inline]:
    """Words in emphasis, in another language, in links and marks."""
    return st.one_of(
        st.builds(Styled, st.sampled_from(["emphasis", "strong"]), inner),
        st.builds(Foreign, st.just("en"), inner),
        st.builds(Link, st.sampled_from(["https://a.example", "https://b.example"]), inner),
        inner.map(Term),
        inner.map(lambda words: IndexMark(words, entry="岸")),
    )


WORDS: st.SearchStrategy[Inlines] = st.recursive(
    st.lists(TEXT.map(Text), min_size=1, max_size=2).map(tuple),
    lambda inner: st.lists(st.one_of(TEXT.map(Text), SINGLE, held(inner)), min_size=1, max_size=4).map(tuple),
    max_leaves=6,
)
LEAF: st.SearchStrategy[Block] = st.one_of(
    WORDS.map(Paragraph),
    WORDS.map(Plain),
    st.builds(lambda level, words: heading(level, *words), st.sampled_from([2, 3]), WORDS),
    st.just(Rule()),
    st.builds(CodeBlock, TEXT, st.sampled_from(["", "python"])),
    TEXT.map(lambda tex: Equation(Math(tex, display=True))),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda lines: Verse(tuple(lines))),
    st.builds(Figure, st.builds(Image, st.sampled_from(["images/a.svg", "images/b.svg"]), TEXT), WORDS),
)


def table(rows: int, columns: int, words: list[Inlines]) -> Table:
    cells = [Cell((Plain(words[n % len(words)]),)) for n in range(rows * columns)]
    made = tuple(Row(tuple(cells[n * columns : (n + 1) * columns])) for n in range(rows))
    return Table(words[0], made[:1], made[1:])


def group(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Blocks that hold blocks."""
    several = st.lists(blocks, min_size=1, max_size=3).map(tuple)
    items = st.lists(several.map(Item), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        several.map(Quote),
        st.builds(Epigraph, several, WORDS),
        st.builds(List, items, st.booleans(), st.sampled_from([1, 3])),
        st.lists(st.builds(Definition, WORDS, several), min_size=1, max_size=2).map(
            lambda each: Definitions(tuple(each))
        ),
        st.builds(table, st.integers(1, 4), st.integers(1, 3), st.lists(WORDS, min_size=1, max_size=4)),
    )


BLOCKS = st.lists(st.one_of(LEAF, group(LEAF)), max_size=6)
GLOSSARY = st.dictionaries(st.sampled_from(["石桥", "拱", "岸"]), BLOCKS.map(tuple)).map(
    lambda entries: Glossary(tuple(GlossaryEntry(term, blocks) for term, blocks in entries.items()))
)
REFERENCES = st.dictionaries(st.sampled_from(["a", "b", "c"]), WORDS).map(
    lambda works: References(tuple(ReferenceEntry(key, words) for key, words in works.items()))
)
INDEX = st.lists(st.sampled_from(["桥", "岸", "路"]), min_size=1, unique=True).map(
    lambda terms: Index((IndexGroup("", tuple(IndexEntry(term) for term in terms)),))
)


@st.composite
def books(draw: st.DrawFn) -> Book:
    """One to three chapters, a glossary, references and an index."""
    chapters = [
        part(heading(1, *draw(WORDS)), *draw(BLOCKS), part_id=f"ch{n:02}")
        for n in range(1, draw(st.integers(1, 3)) + 1)
    ]
    return book(
        *chapters,
        part("名词解释", draw(GLOSSARY), part_id="glossary", matter="back", kind="glossary"),
        part("参考文献", draw(REFERENCES), part_id="references", matter="back", kind="references"),
        part("索引", draw(INDEX), part_id="index", matter="back", kind="index"),
    )


# ---- edits ---------------------------------------------------------------------------------------------------


def edited(title: Book, draw: Callable[[st.SearchStrategy[Any]], Any], count: int) -> Book:
    """A book after some edits like those of an editor: of words, of dress, of blocks and of chapters."""
    for _ in range(count):
        parts = list(title.parts)
        n = draw(st.integers(0, len(parts) - 1))
        chapter = parts[n]
        if draw(st.integers(0, 9)) == 0 and chapter.kind == "chapter":
            parts.insert(draw(st.integers(0, len(parts) - 1)), parts.pop(n))
        elif draw(st.booleans()) and chapter.blocks and chapter.kind == "chapter":
            parts[n] = replace(chapter, blocks=shuffled(chapter, draw))
        else:
            parts[n] = in_words(chapter, draw)
        title = replace(title, parts=tuple(parts))
    return title


def shuffled(chapter: Part, draw: Callable[[st.SearchStrategy[Any]], Any]) -> tuple[Block, ...]:
    """The blocks with one gone, said twice, new or moved; a table with another column, or one less."""
    blocks = list(chapter.blocks)
    n, to = draw(st.integers(0, len(blocks) - 1)), draw(st.integers(0, len(blocks) - 1))
    block = blocks[n]
    if isinstance(block, Table) and draw(st.booleans()):
        blocks[n] = with_other_columns(block, draw)
        return tuple(blocks)
    match draw(st.sampled_from(["gone", "twice", "new", "moved"])):
        case "gone":
            del blocks[n]
        case "twice":
            blocks.insert(to, blocks[n])
        case "new":
            blocks.insert(to, draw(LEAF))
        case _:
            blocks.insert(to, blocks.pop(n))
    return tuple(blocks)


def with_other_columns(table: Table, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Table:
    """A table some of whose columns are gone, said twice or moved, or stand beside a new one."""
    count = min(len(row.cells) for row in (*table.head, *table.body))
    order = draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=count + 1))
    fresh = Cell((Plain(draw(WORDS)),)) if draw(st.booleans()) else None

    def ordered(row: Row) -> Row:
        cells = tuple(row.cells[n] for n in order)
        return replace(row, cells=(*cells, fresh) if fresh else cells)

    return replace(table, head=tuple(map(ordered, table.head)), body=tuple(map(ordered, table.body)))


def in_words(value: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Any:
    """A piece with one of its texts edited, or with one of its words in another dress."""
    paths = list(texts(value))
    if not paths:
        return value
    path = paths[draw(st.integers(0, len(paths) - 1))]

    def edit(text: Text) -> Inline:
        at = draw(st.integers(0, len(text.text)))
        match draw(st.sampled_from(["added", "deleted", "dressed"])):
            case "added":
                return Text(text.text[:at] + draw(TEXT) + text.text[at:])
            case "deleted":
                return Text(text.text[:at] + text.text[at + 2 :] or "余")
        return Styled("strong", (text,))

    return changed_at(value, path, edit)


Path = tuple[str | int, ...]


def texts(value: Any) -> list[Path]:
    """The way to each Text below a value."""
    if isinstance(value, Text):
        return [()]
    if isinstance(value, tuple):
        return [(n, *path) for n, item in enumerate(value) for path in texts(item)]
    if isinstance(value, Node):
        return [(name, *path) for name in fields_of(value) for path in texts(getattr(value, name))]
    return []


def changed_at(value: Any, path: Path, edit: Callable[[Text], Inline]) -> Any:
    if not path:
        return edit(value)
    head, *rest = path
    if isinstance(value, tuple):
        items = list(value)
        items[int(head)] = changed_at(items[int(head)], tuple(rest), edit)
        return tuple(items)
    return replace(value, **{str(head): changed_at(getattr(value, str(head)), tuple(rest), edit)})
