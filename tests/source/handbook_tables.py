"""Make the handbook's tables of what kanben says elsewhere: messages, what shops ask, how styles print a work.

The handbook draws them in from source/handbook/data/; what they hold stands in the program alone.
"""

import csv
import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from io import StringIO
from pathlib import Path

import yaml

import kanben.messages
from kanben.book.book import Book
from kanben.book.entries import ReferenceEntry
from kanben.book.inlines import Note
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.cli.epub_table import limit_words
from kanben.limits import LIMITS
from kanben.messages import TABLES
from kanben.messages.message import Message
from kanben.messages.proof_epub import STORE_ASKS, STORES
from kanben.press.title import finished_book
from kanben.proof.epub.stores import ASKS, Ask
from kanben.reading.citation_style import STYLES
from kanben.template_home import template_home
from tests.real_titles import HANDBOOK
from tests.titles import UUID, write_title

SEVERITY = {"error": "错误", "warning": "提醒"}
FACT = re.compile(r"(?:\{\w+\}|…)(?: ?(?:\{\w+\}|…))*")
CITED = ("wang1999", "knuth1981")
"""A Chinese book and a Western article: together they show what styles do otherwise."""
Rows = Iterable[tuple[str, ...]]


def handbook_tables(folder: Path) -> dict[str, bytes]:
    """Every table by the name of its file; `folder` is a room for the small titles that show the styles."""
    tables = {f"messages-{name}.csv": message_rows(table) for name, table in message_tables().items()}
    tables |= {"stores.csv": store_rows(), "store-sources.csv": source_rows(), "unverified.csv": unverified_rows()}
    tables |= {"styles.csv": style_rows(folder), "limits.csv": limit_rows()}
    return {name: written(rows) for name, rows in tables.items()}


def written(rows: Rows) -> bytes:
    file = StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue().encode()


# ---- messages ------------------------------------------------------------------------------------------------


def message_tables() -> dict[str, dict[str, Message]]:
    """Each table of messages by the name of its module."""
    found = {}
    for module in pkgutil.iter_modules(kanben.messages.__path__):
        values = vars(import_module(f"kanben.messages.{module.name}")).values()
        found |= {module.name.replace("_", "-"): table for table in values if any(table is each for each in TABLES)}
    return found


def message_rows(table: dict[str, Message]) -> Rows:
    yield ("代码", "性质", "说明", "改法")
    for code, message in table.items():
        what, mend = map(bare, message.words["zh"])
        yield (code, SEVERITY[message.severity], what, mend)


def bare(words: str) -> str:
    """A message with … for each fact that a fault fills in."""
    held = words.replace("{{", "\0").replace("}}", "\1")
    return FACT.sub("…", held).replace("\0", "{").replace("\1", "}")


# ---- limits --------------------------------------------------------------------------------------------------


def limit_rows() -> Rows:
    yield ("对象", "最多", "理由", "消息")
    for limit in LIMITS:
        yield (limit.what, f"{limit.most:,} {limit.unit}".replace(" %", "%"), limit.reason, limit.code)


# ---- shops ---------------------------------------------------------------------------------------------------


def store_rows() -> Rows:
    yield ("书店", "要求", "性质")
    for ask in ASKS:
        words = STORE_ASKS[ask.what]["zh"].format(limit=limit_words(ask.limit))
        yield (STORES[ask.store]["zh"], words, kind(ask))


def kind(ask: Ask) -> str:
    return ("必须" if ask.must else "建议") if ask.source else "未核实"


def source_rows() -> Rows:
    yield ("书店", "出处", "查阅日期")
    sources = {(ask.store, ask.source, ask.looked_up): None for ask in ASKS}
    for store, source, looked_up in sources:
        if source:
            yield (STORES[store]["zh"], f"{source.title}, {source.address}", looked_up)


# ---- styles --------------------------------------------------------------------------------------------------


def unverified_rows() -> Rows:
    rows = yaml.safe_load((template_home() / "shared/csl/unverified.yaml").read_text("utf-8"))
    return (("样式", "著录结果"), *((row["style"], row["prints"]) for row in rows))


def style_rows(folder: Path) -> Rows:
    """What each style of kanben's own prints of two works, where they are cited and in the list."""
    works = yaml.safe_load((HANDBOOK / "references.yaml").read_text("utf-8"))["references"]
    chosen = yaml.safe_dump({"references": [work for work in works if work["id"] in CITED]}, allow_unicode=True)
    yield ("样式", "引用处", "文献表")
    for style in STYLES:
        book = small_book(folder / style, style, chosen)
        for number, (call, entry) in enumerate(zip(cited(book), entries(book), strict=True)):
            yield ("" if number else style, call, entry)


def small_book(folder: Path, style: str, works: str) -> Book:
    files = {"references.yaml": works, "chapters/01.md": "# 引\n\n甲[@wang1999, 12]。\n\n乙[@knuth1981]。\n"}
    title = (
        f"title: 引\nidentifiers: {{uuid: {UUID}}}\nparts: {{body: [chapters/01.md], back: [references]}}\n"
        f"references: {{style: {style}}}\n"
    )
    return finished_book(write_title(folder, **files, **{"title.yaml": title}), lambda _: None)


def cited(book: Book) -> Iterator[str]:
    """What stands for each citation: the words in the text, or those of its note."""
    for paragraph in book.parts[0].blocks:
        notes = [node for node in walk(paragraph) if isinstance(node, Note)]
        yield "".join(f"注：{text_of(note, notes=True)}" for note in notes) or text_of(paragraph)[1:-1]


def entries(book: Book) -> Iterator[str]:
    for node in walk(book):
        if isinstance(node, ReferenceEntry):
            yield f"{node.label} {text_of(node)}".strip()
