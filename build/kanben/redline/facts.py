"""Say which facts of a title were changed: what title.yaml states beside the text."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from kanben.book.book import Book, Creator

LABELS = {
    "title": "题名",
    "subtitle": "副题名",
    "language": "语言",
    "creators": "责任者",
    "publisher": "出版者",
    "date": "日期",
    "edition": "版次",
    "rights": "版权声明",
    "description": "内容提要",
    "subjects": "主题词",
    "identifiers": "标识",
    "address": "地址",
    "website": "网址",
    "printer": "印刷者",
    "printing": "印次",
    "price": "定价",
    "cip": "图书在版编目数据",
    "url": "网页版地址",
    "chapter_number": "章的编号",
    "section_number": "节的编号",
    "references_style": "著录格式",
    "references_lists": "参考文献列在",
    "references_order": "参考文献的次序",
    "references_repeated": "再次引用",
    "trim": "开本",
    "variant": "PDF类型",
    "theme": "版式",
    "cover": "封面",
    "half_title": "半题名页",
    "reference_pages": "参见处的页码",
    "glossary_order": "名词的次序",
    "index_order": "索引的次序",
    "autospace": "中西文间距",
    "traditional": "繁体版",
}
"""What each fact is called; one that is not here is told by its own name."""
UNTOLD = {"modified"}
"""Follows from the date."""


@dataclass(frozen=True, slots=True)
class ChangedFact:
    label: str
    old: str
    new: str


def changed_facts(old: Book, new: Book) -> tuple[ChangedFact, ...]:
    """The facts of the record and the settings that differ, in their order, and the editor's own cover."""
    pairs = ((old.record, new.record), (old.settings, new.settings))
    found = [fact for before, after in pairs for fact in differing(before, after)]
    before, after = cover_of(old), cover_of(new)
    if before != after:
        found.append(ChangedFact("封面图", before[0], after[0] if before[0] != after[0] else f"{after[0]}（换了图）"))
    return tuple(found)


def differing(old: Any, new: Any) -> Iterator[ChangedFact]:
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after and field.name not in UNTOLD:
            yield ChangedFact(LABELS.get(field.name, field.name), said(before), said(after))


def said(value: Any) -> str:
    """A fact in a line."""
    match value:
        case bool():
            return "有" if value else "无"
        case Creator(name, role):
            return f"{name}（{role}）"
        case (str(scheme), str(text)):
            return f"{scheme} {text}"
        case tuple():
            return "、".join(map(said, value))
        case str():
            return " ".join(value.split())
    return "、".join(
        filter(None, (said(getattr(value, field.name)) for field in fields(value) if field.name != "place"))
    )


def cover_of(book: Book) -> tuple[str, bytes]:
    """The name of the editor's own cover, and the picture."""
    return (book.cover.source, book.pictures.get(book.cover.source, b"")) if book.cover else ("", b"")
