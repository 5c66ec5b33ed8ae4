"""Read the numbers of a chart out of the rows of a file, and tell what cannot be drawn of them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kanben.book.charts import Kind
from kanben.composition.ems import ems
from kanben.place import Place
from kanben.reading.markdown.data_tables import NO_NUMBER, DataRow
from kanben.trouble import Trouble, trouble

NUMBER = re.compile(r"(?P<minus>[-−–]?)\+?[¥$€£]?(?P<number>\d[\d,，  ]*(\.\d+)?)\s*(?P<sign>[%‰]?)％?")
DIVIDED = re.compile("[,，  ]")
COLUMNS: dict[Kind, tuple[int, int]] = {
    "column": (1, 6),
    "bar": (1, 6),
    "line": (1, 6),
    "area": (1, 6),
    "point": (2, 2),
    "pie": (1, 1),
}
"""The fewest and the most columns of numbers: more than six cannot be told apart."""
MOST_ROWS: dict[Kind, int] = {"column": 24, "bar": 40, "line": 400, "area": 400, "point": 400, "pie": 6}
PHONE, MOST_LINES = 24.0, 5  # ems of the width, lines of a name
UNBROKEN, YEAR = re.compile(r"[!-~]+"), re.compile(r"\d{4}\s*年?")
SPARSE = Decimal("0.03")
"""A smaller share of a cake is a line."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: where it stands, its head, its numbers or None, and the sign behind them (%)."""

    at: int
    head: str
    values: tuple[Decimal | None, ...]
    sign: str = ""


def column_of(records: Sequence[DataRow], at: int) -> Column:
    head, *body = records
    found = [NUMBER.fullmatch(plain(record.cells[at])) for record in body]
    signs = [match["sign"] for match in found if match]
    return Column(at, head.cells[at], tuple(match and value(match) for match in found), signs[0] if signs else "")


def plain(cell: str) -> str:
    return cell.replace("％", "%")


def value(found: re.Match[str]) -> Decimal:
    amount = Decimal(DIVIDED.sub("", found["number"]))
    return -amount if found["minus"] else amount


def cell_faults(records: Sequence[DataRow], columns: Sequence[Column], file: str) -> Iterator[Trouble]:
    """What is no number, or one of another sign than those above it."""
    for record in records[1:]:
        for column in columns:
            cell = record.cells[column.at]
            found = NUMBER.fullmatch(plain(cell))
            place = Place(file, record.line)
            if not found and cell not in NO_NUMBER:
                yield trouble("not-a-number", place, cell=cell, head=column.head)
            elif found and found["sign"] != column.sign:
                yield trouble("mixed-signs", place, cell=cell, head=column.head)


def name_faults(records: Sequence[DataRow], columns: Sequence[Column], kind: Kind, file: str) -> Iterator[Trouble]:
    """Rows and columns that would stand in the chart without a name, or under that of another."""
    head, *body = records
    yield from of_names([(head.line, column.head) for column in columns], file)
    if kind != "point":
        yield from of_names([(record.line, record.cells[0]) for record in body], file)


def of_names(names: Sequence[tuple[int, str]], file: str) -> Iterator[Trouble]:
    counted = Counter(name for _, name in names)
    seen: set[str] = set()
    for line, name in names:
        if not name:
            yield trouble("chart-without-name", Place(file, line))
        elif counted[name] > 1 and name in seen:
            yield trouble("repeated-chart-name", Place(file, line), name=name)
        seen.add(name)


def shape_faults(
    records: Sequence[DataRow], columns: Sequence[Column], kind: Kind, stacked: bool, file: str
) -> Iterator[Trouble]:
    """What this kind of chart cannot show, or not honestly."""
    if all(value is None for column in columns for value in column.values):
        yield trouble("chart-without-numbers", Place(file, 1))
        return
    if len(records) - 1 > MOST_ROWS[kind]:
        yield trouble("crowded-chart", Place(file, 1), kind=kind, count=len(records) - 1, most=MOST_ROWS[kind])
    if kind in ("line", "area") and len(records) < 3:
        yield trouble("single-row", Place(file, 1), kind=kind)
    if stacked or kind in ("area", "pie", "point"):
        yield from gap_faults(records, columns, kind, file)
    if stacked or kind in ("area", "pie"):
        yield from below_faults(records, columns, file)
    if kind == "column":
        yield from long_names(records, file)
    if kind == "pie":
        yield from slice_faults(records, columns[0], file)


def long_names(records: Sequence[DataRow], file: str) -> Iterator[Trouble]:
    """Names that find no room below columns on a telephone: too many lines, or a word wider than its column."""
    room = PHONE / (len(records) - 1)
    for record in records[1:]:
        name = record.cells[0]
        word = max(map(ems, UNBROKEN.findall(name)), default=0.0)
        if not YEAR.fullmatch(name) and (ems(name) > MOST_LINES * room or word > room):
            yield trouble("long-chart-name", Place(file, record.line), name=name)


def gap_faults(records: Sequence[DataRow], columns: Sequence[Column], kind: Kind, file: str) -> Iterator[Trouble]:
    for column in columns:
        for record, number in zip(records[1:], column.values, strict=True):
            if number is None:
                yield trouble("chart-gap", Place(file, record.line), head=column.head)


def below_faults(records: Sequence[DataRow], columns: Sequence[Column], file: str) -> Iterator[Trouble]:
    for column in columns:
        for record, number in zip(records[1:], column.values, strict=True):
            if number is not None and number < 0:
                yield trouble("negative-share", Place(file, record.line), cell=record.cells[column.at])


def slice_faults(records: Sequence[DataRow], column: Column, file: str) -> Iterator[Trouble]:
    total = sum(number or 0 for number in column.values)
    if not total:
        yield trouble("chart-without-numbers", Place(file, 1))
        return
    for record, number in zip(records[1:], column.values, strict=True):
        if number is not None and 0 <= number / total < SPARSE:
            yield trouble("thin-slice", Place(file, record.line), name=record.cells[0])
