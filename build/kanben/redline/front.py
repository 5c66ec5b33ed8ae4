"""Write what stands at the head of a redline: how much was changed in each part, which facts, and the list of all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kanben.book.blocks import Cell, Heading, Paragraph, Plain, Row, Table
from kanben.book.book import Book, ContentsEntry, Part
from kanben.book.changes import Change
from kanben.book.entries import ListedEntry, Listing
from kanben.book.inlines import CrossReference, Text
from kanben.book.node import Block, Inlines
from kanben.book.text import heading_text
from kanben.place import TITLE_YAML
from kanben.redline.amounts import Amounts, amounts_of
from kanben.redline.comparing import MarkedPart, Redline
from kanben.redline.facts import ChangedFact, changed_facts
from kanben.redline.listing import Listed, changes_in
from kanben.redline.showing import shown_parts

NAME_ENDING = "-diff"
"""Behind the name of a title, where it is a redline."""
ID = "changes"
TITLE = "修改一览"
LEGEND = (
    "正文中，“增”字之后有下划线的是新添的文字，“删”字之后有删除线的是删去的文字，“移”字标明换了位置的段落，"
    "“式”字之后的文字未改，只改了样式，或链接、替代文字。印刷版中有改动的行，版心外侧有竖线。编号、页码和交叉引用随正文变动，不算改动。"
)


@dataclass(frozen=True, slots=True)
class PartChanges:
    """What was changed in a part, and the part as it is shown."""

    part: Part
    title: str
    fate: str
    amounts: Amounts
    listed: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """The whole redline as a book, and what it says of each part, for machines."""

    book: Book
    parts: tuple[PartChanges, ...]
    facts: tuple[ChangedFact, ...]

    @property
    def changed(self) -> tuple[PartChanges, ...]:
        return tuple(part for part in self.parts if part.listed or part.fate)

    @property
    def total(self) -> Amounts:
        return sum((part.amounts for part in self.parts), Amounts())

    @property
    def count(self) -> int:
        """All that is listed, each fact, and each part that moved as a whole."""
        return sum(len(part.listed) + (part.fate == "移动") for part in self.parts) + len(self.facts)


def marked_book(redline: Redline, old_name: str, new_name: str) -> Marked:
    """The new book with all changes, headed by the list of them; the names are what the editor called the two."""
    shown = shown_parts(redline)
    parts = tuple(
        PartChanges(
            part, heading_text(marked.part.heading), fate_of(marked, redline), amounts_of(marked), changes_in(part)
        )
        for marked, part in zip(redline.parts, shown, strict=True)
    )
    told = Marked(redline.new, parts, changed_facts(redline.old, redline.new))
    head = front_part(told, old_name, new_name)
    new = redline.new
    book = replace(
        new,
        name=f"{new.name}{NAME_ENDING}",
        record=replace(new.record, url=""),
        settings=replace(new.settings, cover=False, half_title=False, variant="pdf/ua-1"),
        parts=(head, *shown),
        contents=tuple(contents_of(redline, shown)),
        pictures=redline.old.pictures | new.pictures,
        cover=None,
    )
    return replace(told, book=book)


def fate_of(marked: MarkedPart, redline: Redline) -> str:
    """What happened to a part as a whole."""
    if marked.old is None:
        return "新增"
    if marked.new is None:
        return "删去"
    return "移动" if marked.new in redline.changed_order else ""


def contents_of(redline: Redline, shown: Sequence[Part]) -> Iterator[ContentsEntry]:
    """The contents of the new book, with the list of changes first and what is gone where it stood."""
    yield ContentsEntry(ID, ID, "", (Text(TITLE),))
    entries = {entry.part: entry for entry in redline.new.contents}
    for marked, part in zip(redline.parts, shown, strict=True):
        if marked.new is None:
            yield ContentsEntry(part.heading.id, part.id, "", (Text(f"（删去）{heading_text(marked.part.heading)}"),))
        else:
            yield entries[part.id]


# ---- the part at the head ------------------------------------------------------------------------------------


def front_part(told: Marked, old_name: str, new_name: str) -> Part:
    heading = Heading(1, (Text(TITLE),), ID, numbered=False)
    names = paragraph(f"旧稿：{old_name}"), paragraph(f"新稿：{new_name}")
    blocks: list[Block] = [*names]
    if told.count:
        blocks += [paragraph(LEGEND), *facts_table(told.facts), *parts_table(told)]
    else:
        blocks.append(paragraph("两稿没有差别。"))
    for number, part in enumerate(told.changed, 1):
        blocks += list_of(part, number)
    return Part("front", "changes", ID, heading, tuple(blocks), place=TITLE_YAML)


def facts_table(facts: Sequence[ChangedFact]) -> Iterator[Block]:
    """Each fact with its old and its new words."""
    if facts:
        rows = (Row((cell((Text(fact.label),)), cell(change_of(fact)))) for fact in facts)
        head = Row((cell((Text("项目"),), head=True), cell((Text("改动"),), head=True)))
        yield Table((Text("出版信息和设置"),), (head,), tuple(rows), f"{ID}-facts")


def change_of(fact: ChangedFact) -> Inlines:
    return (Change(was=words(fact.old), children=words(fact.new)),)


def words(text: str) -> Inlines:
    return (Text(text),) if text else ()


def parts_table(told: Marked) -> Iterator[Block]:
    """How much was changed in each part, and in all."""
    if told.changed:
        rows = [part_row(part) for part in told.changed]
        rows.append(row((Text("合计"),), sum(len(part.listed) for part in told.changed), told.total))
        names = ("篇目", "改动", "增字", "删字", "移动")
        head = Row(tuple(cell((Text(name),), head=True, number=n > 0) for n, name in enumerate(names)))
        yield Table((Text("各篇改动"),), (head,), tuple(rows), f"{ID}-parts")


def part_row(part: PartChanges) -> Row:
    fate = f"（{part.fate}）" if part.fate else ""
    link = CrossReference(part.part.heading.id, (Text(part.title),))
    return row((link, Text(fate)) if fate else (link,), len(part.listed), part.amounts)


def row(name: Inlines, count: int, amounts: Amounts) -> Row:
    numbers = (count, amounts.added, amounts.deleted, amounts.moved)
    return Row((cell(name), *(cell((Text(str(number)),), number=True) for number in numbers)))


def cell(children: Inlines, head: bool = False, number: bool = False) -> Cell:
    return Cell((Plain(children),), "right" if number else "", head=head)


def list_of(part: PartChanges, number: int) -> Iterator[Block]:
    """The changes of a part, each with a link and, in print, its page."""
    if part.listed:
        yield Heading(2, (Text(part.title),), f"{ID}-s{number}", numbered=False)
        entries = (
            ListedEntry(each.sign, each.words, each.target, f"{ID}-s{number}-{n}")
            for n, each in enumerate(part.listed, 1)
        )
        yield Listing(tuple(entries))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))
