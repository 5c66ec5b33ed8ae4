"""Draw a CSV file into the text as a chart: `![图题](data/growth.csv){#growth .chart kind=line unit=亿元}`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast
from urllib.parse import unquote

from kanben.book.blocks import Figure
from kanben.book.charts import KINDS, Chart, Kind, Series
from kanben.book.node import Inlines
from kanben.book.text import text_of
from kanben.place import Place
from kanben.reading.markdown.attributes import check_attributes
from kanben.reading.markdown.chart_numbers import COLUMNS, Column, cell_faults, column_of, name_faults, shape_faults
from kanben.reading.markdown.context import Context
from kanben.reading.markdown.data_tables import ENDING, DataRow, read_records, table_of
from kanben.reading.markdown.inlines import inlines
from kanben.trouble import Trouble, nearest, trouble

Json = Any
SAID_OF: dict[str, tuple[Kind, ...]] = {
    "stacked": ("column", "bar"),
    "labelled": ("column", "bar", "point"),
    "order": ("column", "bar", "pie"),
    "from": ("line",),
}
"""The kinds of which a class or attribute says something; all others are said of all."""
MULTIPLES = {"千": 3, "万": 4, "百万": 6, "亿": 8, "万亿": 12}
VALUES = {"kind": KINDS, "order": ("rising", "falling"), "in": tuple(MULTIPLES)}
BETWEEN = re.compile(r"\s*[,，、]\s*")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
MOST_DECIMALS, MOST_OF_MULTIPLES = 4, 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What the editor wrote behind a file, and where."""

    file: str
    classes: Sequence[str]
    options: dict[str, str]
    line: int
    place: Place

    @property
    def kind(self) -> Kind:
        return cast(Kind, self.options["kind"])


def is_chart(item: Json) -> bool:
    """Whether one of pandoc's inlines is an image that means a chart."""
    match item:
        case {"t": "Image", "c": [[_, classes, _], _, _]}:
            return "chart" in classes
    return False


def chart(name: str, caption: Inlines, image: Json, place: Place, context: Context) -> Figure | None:
    """The figure, with its numbers as its long description; None, having told why, when it cannot be drawn."""
    attributes, words, (address, _) = image["c"]
    check_attributes("Chart", attributes, place.line, context)
    file, spot = unquote(address), context.source.find(unquote(address), place.line)
    wish = Wish(file, attributes[1], dict(attributes[2]), place.line, spot)
    if told(wish_faults(wish, context), context) or not (records := read_records(file, spot, context)):
        return None
    if told(choice_faults(records, wish, context), context):
        return None
    columns = [column_of(records, at) for at in chosen(records, wish)]
    if told(data_faults(records, columns, wish), context):
        return None
    order = rows_in_order(columns[0], wish.options.get("order", ""))
    records = [records[0], *(records[1 + n] for n in order)]
    columns = [column_of(records, column.at) for column in columns]
    drawn = drawing(records, columns, wish, text_of(inlines(words, place.line, context)))
    table = table_of((), [only(record, columns) for record in records], file, "", place)
    return Figure(drawn, caption, name=name, description=(table,), place=place)


def told(faults: Iterable[Trouble], context: Context) -> bool:
    """Tell the faults; say whether one of them leaves nothing to draw."""
    found = list(faults)
    for fault in found:
        context.tell(fault)
    return any(fault.severity == "error" for fault in found)


# ---- what the editor wishes ----------------------------------------------------------------------------------


def wish_faults(wish: Wish, context: Context) -> Iterator[Trouble]:
    if not wish.file.lower().endswith(ENDING):
        yield trouble("not-csv", wish.place, file=wish.file)
    options = {"kind": "", **wish.options}
    for key, known in VALUES.items():
        value = options.get(key, known[0])
        if value not in known:
            spot = context.source.find(f"{key}=", wish.line) if key in wish.options else wish.place
            yield trouble("wrong-value", spot, nearest(value, known), key=key, value=value, expected=", ".join(known))
    begin = options.get("from", "0")
    if not NUMBER.fullmatch(begin):
        spot = context.source.find("from=", wish.line)
        yield trouble("wrong-value", spot, key="from", value=begin, expected="90")
    if options["kind"] in KINDS:
        yield from idle_faults(wish, context)


def idle_faults(wish: Wish, context: Context) -> Iterator[Trouble]:
    """What says nothing of this kind of chart: a bar that does not begin at zero would lie."""
    for name, kinds in SAID_OF.items():
        if (name in wish.classes or name in wish.options) and wish.kind not in kinds:
            spot = context.source.find(name, wish.line)
            yield trouble("idle-option", spot, option=name, kind=wish.kind, kinds=", ".join(kinds))
    if "stacked" in wish.classes and "labelled" in wish.classes:
        spot = context.source.find("labelled", wish.line)
        yield trouble("idle-option", spot, option="labelled", kind="stacked", kinds=", ".join(SAID_OF["labelled"]))


# ---- which columns and rows ----------------------------------------------------------------------------------


def named(wish: Wish) -> list[str]:
    return [name for name in BETWEEN.split(wish.options.get("columns", "").strip()) if name]


def chosen(records: Sequence[DataRow], wish: Wish) -> list[int]:
    """The columns of numbers, in the order of the wish, else all but the first."""
    heads = records[0].cells
    return [heads.index(name, 1) for name in named(wish)] or list(range(1, len(heads)))


def choice_faults(records: Sequence[DataRow], wish: Wish, context: Context) -> Iterator[Trouble]:
    heads = records[0].cells[1:]
    names = named(wish)
    unknown = [name for name in names if name not in heads]
    for name in unknown:
        spot = context.source.find(name, wish.line)
        yield trouble("unknown-column", spot, nearest(name, heads), name=name, file=wish.file, known="、".join(heads))
    fewest, most = COLUMNS[wish.kind]
    count = len(names or heads)
    if not unknown and not fewest <= count <= most:
        wanted = str(fewest) if fewest == most else f"{fewest}–{most}"
        yield trouble("columns-of-chart", wish.place, kind=wish.kind, wanted=wanted, count=count)


def data_faults(records: Sequence[DataRow], columns: Sequence[Column], wish: Wish) -> Iterator[Trouble]:
    yield from cell_faults(records, columns, wish.file)
    yield from name_faults(records, columns, wish.kind, wish.file)
    yield from shape_faults(records, columns, wish.kind, "stacked" in wish.classes, wish.file)
    low = min((value for column in columns for value in column.values if value is not None), default=Decimal(0))
    if (begin := Decimal(wish.options.get("from", "0"))) > low and "from" in wish.options:
        yield trouble("high-origin", wish.place, value=begin, lowest=low)


def rows_in_order(column: Column, order: str) -> list[int]:
    """The rows by the numbers of a column, gaps last; as they stand in the file where nothing is said."""
    rows = range(len(column.values))
    if not order:
        return list(rows)
    way = -1 if order == "falling" else 1
    return sorted(rows, key=lambda n: (column.values[n] is None, way * (column.values[n] or 0)))


def only(record: DataRow, columns: Sequence[Column]) -> DataRow:
    return DataRow(record.line, [record.cells[0], *(record.cells[column.at] for column in columns)])


# ---- the chart -----------------------------------------------------------------------------------------------


def drawing(records: Sequence[DataRow], columns: Sequence[Column], wish: Wish, alt: str) -> Chart:
    multiple = wish.options.get("in", "")
    scale = Decimal(1).scaleb(MULTIPLES.get(multiple, 0))
    signs = {column.sign for column in columns}
    sign = signs.pop() if len(signs) == 1 and wish.kind != "point" else ""
    most = MOST_OF_MULTIPLES if multiple else MOST_DECIMALS
    values = [value / scale for column in columns for value in column.values if value is not None]
    return Chart(
        alt,
        wish.kind,
        tuple(record.cells[0] for record in records[1:]),
        tuple(series(column, scale) for column in columns),
        unit=multiple + (wish.options.get("unit") or sign),
        decimals=min(most, max(map(decimals, values))),
        stacked="stacked" in wish.classes,
        labelled="labelled" in wish.classes,
        origin=float(wish.options.get("from", 0)),
        place=wish.place,
    )


def series(column: Column, scale: Decimal) -> Series:
    values = (None if value is None else float(value / scale) for value in column.values)
    return Series(column.head, tuple(values))


def decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
