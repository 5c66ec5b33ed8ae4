"""Draw a CSV file into the text as a table: `![表题](data/growth.csv){#growth .table}`."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any
from urllib.parse import unquote

from kanben.book.blocks import Align, Cell, Plain, Row, Table
from kanben.book.inlines import LineBreak, Text
from kanben.book.node import Inline, Inlines
from kanben.limits import CELL, CSV, CSV_COLUMNS, CSV_ROWS
from kanben.place import Place
from kanben.reading.decode import decode
from kanben.reading.markdown.attributes import check_attributes
from kanben.reading.markdown.context import Context
from kanben.trouble import Tell, Trouble, too_much, trouble

Json = Any
ENDING = ".csv"
NUMBER = re.compile(r"[-−–+±]?[¥$€£]?\d[\d,， ]*(\.\d+)?\s*[%‰％]?")
NO_NUMBER = {"", "-", "–", "—", "——", "…", "……", "／", "/"}
"""What stands in a column of figures where there is none."""
OTHER_SEPARATORS = re.compile("[;\t；，、]")


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of the file, and the line where it begins."""

    line: int
    cells: list[str]


def is_data(item: Json) -> bool:
    """Whether one of pandoc's inlines is an image that means a table from a file, or wants to."""
    match item:
        case {"t": "Image", "c": [[_, classes, _], _, [target, _]]}:
            return "table" in classes or target.lower().endswith(ENDING)
    return False


def data_table(name: str, caption: Inlines, image: Json, place: Place, context: Context) -> Table | None:
    """The table; None, having told why, when the file holds none."""
    attributes, _, (address, _) = image["c"]
    target = unquote(address)
    spot = context.source.find(target, place.line)
    check_attributes("Data", attributes, place.line, context)
    if not target.lower().endswith(ENDING):
        context.tell(trouble("not-csv", spot, file=target))
    elif "table" not in attributes[1]:
        context.tell(trouble("data-without-class", spot, file=target))
    elif records := read_records(target, spot, context):
        return table_of(caption, records, target, name, place)
    return None


def table_of(caption: Inlines, records: Sequence[DataRow], file: str, name: str, place: Place) -> Table:
    head, *body = records
    aligns = [align_of([record.cells[n] for record in body]) for n in range(len(head.cells))]
    rows = tuple(row(record, aligns, False, file) for record in body)
    return Table(caption, (row(head, aligns, True, file),), rows, name=name, place=place)


def read_records(file: str, spot: Place, context: Context) -> list[DataRow]:
    """The rows of the file, the head first; none, having told why, when they make no table."""
    data = context.pictures.data(file, spot)
    text = text_of_csv(data, file, context.tell) if data is not None else None
    if text is None:
        return []
    try:
        records = list(records_of(text))
    except csv.Error as error:
        context.tell(trouble("bad-csv", Place(file, error_line(text)), problem=error))
        return []
    faults = list(faults_of(records, file))
    for fault in faults:
        context.tell(fault)
    return [] if faults else records


def text_of_csv(data: bytes, file: str, tell: Tell) -> str | None:
    if len(data) > CSV.most:
        tell(too_much(CSV, len(data), Place(file, 1)))
        return None
    if is_gb18030(data):
        tell(trouble("csv-encoding", Place(file, 1)))
        return None
    return decode(data, file, tell)


def is_gb18030(data: bytes) -> bool:
    """Whether a file is not in UTF-8 but reads as Chinese in the encoding that a Chinese Excel writes."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return bool(re.search("[一-鿿]{2}", data.decode("gb18030", "replace"))) and b"\0" not in data
    return False


def records_of(text: str) -> Iterator[DataRow]:
    """The rows that are not empty."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield DataRow(line, [cell.strip() for cell in cells])
        line = reader.line_num + 1


def error_line(text: str) -> int:
    """The line at which a row begins that the csv module cannot read."""
    read = 0
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for _ in reader:
            read = reader.line_num
    except csv.Error:
        return read + 1
    return read


def faults_of(records: Sequence[DataRow], file: str) -> Iterator[Trouble]:
    if len(records) < 2:
        yield trouble("empty-csv", Place(file, 1))
        return
    head, *body = records
    columns = len(head.cells)
    if len(body) > CSV_ROWS.most:
        yield too_much(CSV_ROWS, len(body), Place(file, body[CSV_ROWS.most].line))
        return
    if columns > CSV_COLUMNS.most:
        yield too_much(CSV_COLUMNS, columns, Place(file, head.line))
        return
    if long := [(record, len(cell)) for record in records for cell in record.cells if len(cell) > CELL.most]:
        yield from (too_much(CELL, count, Place(file, record.line)) for record, count in long)
        return
    if columns == 1 and OTHER_SEPARATORS.search(head.cells[0]):
        yield trouble("csv-separator", Place(file, head.line))
    for record in body:
        if len(record.cells) != columns:
            yield trouble("ragged-row", Place(file, record.line), cells=len(record.cells), columns=columns)


def align_of(cells: Sequence[str]) -> Align:
    """Columns of figures are set to the right, so that tens stand below tens."""
    figures = [cell for cell in cells if cell not in NO_NUMBER]
    return "right" if figures and all(NUMBER.fullmatch(cell) for cell in figures) else ""


def row(record: DataRow, aligns: Sequence[Align], head: bool, file: str) -> Row:
    place = Place(file, record.line)
    cells = zip(record.cells, aligns, strict=True)
    return Row(tuple(Cell((Plain(words(text, place), place=place),), align, head=head) for text, align in cells))


def words(text: str, place: Place) -> Inlines:
    """A cell's words; a line that ends within it ends on the page as well."""
    found: list[Inline] = []
    for number, line in enumerate(text.split("\n") if text else ()):
        found += [LineBreak(place=place)] * bool(number)
        found.append(Text(line.strip(), place=place))
    return tuple(found)
