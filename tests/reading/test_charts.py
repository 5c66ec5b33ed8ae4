"""Charts that a chapter draws of CSV files, and what is said of wishes and numbers that make none."""

from pathlib import Path

import pytest

from kanben.book.blocks import Figure, Table
from kanben.book.charts import Chart, Series
from kanben.book.text import text_of
from kanben.reading.markdown.chapter import read_markdown
from kanben.reading.markdown.source import Source
from kanben.reading.pictures import Pictures
from kanben.trouble import Trouble

DATA = "年份,梁桥,拱桥\n2020年,12000,8600\n2022年,13500,9400\n"


def read(folder: Path, data: str, text: str) -> tuple[list[object], list[str]]:
    """The blocks of a chapter whose title has that file of data, and what was told."""
    (folder / "b.csv").write_text(data, "utf-8")
    told: list[Trouble] = []
    blocks = read_markdown(Source("01.md", text), Pictures(folder, told.append), told.append)
    return list(blocks), [str(trouble) for trouble in told]


def figure(folder: Path, wish: str, data: str = DATA, after: str = "") -> tuple[Figure, Chart]:
    (only,), told = read(folder, data, f"![座数](b.csv){{#n .chart {wish}}}\n{after}")
    assert told == []
    assert isinstance(only, Figure)
    assert isinstance(only.image, Chart)
    return only, only.image


def told(folder: Path, wish: str, data: str = DATA) -> list[str]:
    blocks, found = read(folder, data, f"![座数](b.csv){{.chart {wish}}}\n")
    assert blocks == []
    return found


def cells(table: Table) -> list[list[str]]:
    return [[text_of(cell.blocks) for cell in row.cells] for row in (*table.head, *table.body)]


def test_a_chart_is_a_figure_with_caption_name_and_words_for_those_who_cannot_see_it(tmp_path: Path) -> None:
    made, chart = figure(tmp_path, 'kind=line unit=座 alt="逐年上升"')
    assert (text_of(made.caption), made.name, chart.alt) == ("座数", "n", "逐年上升")
    assert (chart.kind, chart.unit, chart.heads) == ("line", "座", ("2020年", "2022年"))
    assert chart.series == (Series("梁桥", (12000, 13500)), Series("拱桥", (8600, 9400)))


def test_its_long_description_is_the_table_of_its_numbers_behind_the_editors_words(tmp_path: Path) -> None:
    made, _ = figure(tmp_path, "kind=line columns=拱桥", after="\n::: description\n拱桥渐多。\n:::\n")
    words, table = made.description
    assert isinstance(table, Table)
    assert text_of(words) == "拱桥渐多。"
    assert cells(table) == [["年份", "拱桥"], ["2020年", "8600"], ["2022年", "9400"]]


def test_columns_stand_in_the_order_of_the_wish_and_rows_by_their_numbers(tmp_path: Path) -> None:
    made, chart = figure(tmp_path, 'kind=bar columns="拱桥、梁桥" order=falling')
    assert [series.head for series in chart.series] == ["拱桥", "梁桥"]
    assert chart.heads == ("2022年", "2020年")
    assert isinstance(made.description[0], Table)
    assert cells(made.description[0])[1] == ["2022年", "9400", "13500"]


def test_rows_without_a_number_come_last_in_either_order(tmp_path: Path) -> None:
    for order in ("rising", "falling"):
        _, chart = figure(tmp_path, f"kind=bar order={order}", "甲,乙\n子,—\n丑,3\n")
        assert chart.heads == ("丑", "子")


def test_numbers_are_counted_in_ten_thousands(tmp_path: Path) -> None:
    _, chart = figure(tmp_path, "kind=column in=万 unit=座")
    assert (chart.unit, chart.decimals) == ("万座", 2)
    assert chart.series[0].values == (1.2, 1.35)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1,200", 1200), ("−3.5", -3.5), ("1 200", 1200), ("¥8", 8), ("+2", 2), ("", None), ("—", None)],
)
def test_a_cell_is_the_number_that_an_editor_would_read(tmp_path: Path, cell: str, value: float | None) -> None:
    _, chart = figure(tmp_path, "kind=bar", f'甲,乙\n子,1\n丑,"{cell}"\n')
    assert chart.series[0].values[1] == value


def test_the_sign_of_all_cells_is_the_unit(tmp_path: Path) -> None:
    assert figure(tmp_path, "kind=bar", "甲,乙\n子,1%\n丑,2％\n")[1].unit == "%"
    assert figure(tmp_path, "kind=bar", "甲,乙,丙\n子,1%,1\n丑,2%,2\n")[1].unit == ""


KIND = "column, bar, line, area, point, pie"


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("", f"01.md:1:7: kind cannot be “” [wrong-value]\n    mend: write {KIND}"),
        ("kind=lines", "01.md:1:21: kind cannot be “lines” [wrong-value]\n    mend: did you mean line?"),
        ("kind=bar order=up", "01.md:1:30: order cannot be “up” [wrong-value]\n    mend: write rising, falling"),
        ("kind=bar in=十", "01.md:1:30: in cannot be “十” [wrong-value]\n    mend: write 千, 万, 百万, 亿, 万亿"),
        ("kind=line from=零", "01.md:1:31: from cannot be “零” [wrong-value]\n    mend: write 90"),
        (
            "kind=bar from=90",
            "01.md:1:30: “from” says nothing of a chart of kind bar [idle-option]\n"
            "    mend: take it out; it belongs to line",
        ),
        (
            ".stacked kind=line",
            "01.md:1:22: “stacked” says nothing of a chart of kind line [idle-option]\n"
            "    mend: take it out; it belongs to column, bar",
        ),
        (
            "kind=bar columns=梁橋",
            "01.md:1:38: b.csv has no column “梁橋” [unknown-column]\n    mend: did you mean 梁桥?",
        ),
        (
            "kind=bar columns=悬索",
            "01.md:1:38: b.csv has no column “悬索” [unknown-column]\n    mend: write one of its heads: 梁桥、拱桥",
        ),
        (
            "kind=pie",
            "01.md:1:7: a chart of kind pie shows 1 columns of numbers, and here are 2 [columns-of-chart]\n"
            '    mend: name those that it is to show: columns="…, …"',
        ),
        (
            "kind=line from=9000",
            "01.md:1:7: the axis would begin at 9000, above the lowest number, 8600 [high-origin]\n"
            "    mend: let from= be 8600 or less",
        ),
        (
            "kind=bar colour=red",
            "01.md:1:30: the attribute colour means nothing here [unknown-attribute]\n    mend: did you mean columns?",
        ),
    ],
)
def test_a_wish_that_cannot_be_drawn_is_told_at_its_spot(tmp_path: Path, wish: str, expected: str) -> None:
    (tmp_path / "b.csv").write_text(DATA, "utf-8")
    found = read(tmp_path, DATA, f"![座数](b.csv){{.chart {wish}}}\n")[1]
    assert found == [expected]


@pytest.mark.parametrize(
    ("wish", "data", "expected"),
    [
        (
            "kind=bar",
            "甲,乙\n子,1\n丑,约2\n",
            "b.csv:3: “约2” in the column 乙 is no number [not-a-number]\n    mend: write one, or leave the cell empty",
        ),
        (
            "kind=bar",
            "甲,乙\n子,1%\n丑,2\n",
            "b.csv:3: “2” in the column 乙 has another sign than the numbers above it [mixed-signs]\n"
            "    mend: write all with % or none",
        ),
        (
            "kind=bar",
            "甲,乙\n子,1\n,2\n",
            "b.csv:3: a name is missing here that the chart would show [chart-without-name]\n"
            "    mend: write it into the first row or column",
        ),
        (
            "kind=bar",
            "甲,乙\n子,1\n子,2\n",
            "b.csv:3: the name “子” stands here a second time [repeated-chart-name]\n"
            "    mend: give each row and column a name of its own",
        ),
        (
            "kind=bar",
            "甲,乙\n子,\n",
            "b.csv:1: there is nothing to draw: no number, or all shares are 0 [chart-without-numbers]\n"
            "    mend: write the numbers into the file",
        ),
        (
            "kind=pie",
            "甲,乙\n子,0\n丑,0\n",
            "b.csv:1: there is nothing to draw: no number, or all shares are 0 [chart-without-numbers]\n"
            "    mend: write the numbers into the file",
        ),
        (
            "kind=pie",
            "甲,乙\n" + "".join(f"{n},1\n" for n in "子丑寅卯辰巳午"),
            "b.csv:1: 7 rows are too many for a chart of kind pie [crowded-chart]\n"
            "    mend: keep at most 6, or choose another kind",
        ),
        (
            "kind=line",
            "甲,乙\n子,1\n",
            "b.csv:1: a chart of kind line needs two rows at least [single-row]\n"
            "    mend: add rows, or choose kind=bar",
        ),
        (
            "kind=area",
            "甲,乙\n子,1\n丑,\n",
            "b.csv:3: a number is missing in the column 乙 [chart-gap]\n"
            "    mend: write it: only lines and bars side by side may have gaps",
        ),
        (
            ".stacked kind=bar",
            "甲,乙\n子,1\n丑,-2\n",
            "b.csv:3: “-2” is below zero and cannot be part of a whole [negative-share]\n"
            "    mend: set the bars side by side, without .stacked",
        ),
        (
            "kind=bar",
            "甲,乙\n",
            "b.csv:1: the file holds no row below its head [empty-csv]\n"
            "    mend: write the heads of the columns first, then a row for each line",
        ),
    ],
)
def test_numbers_that_cannot_be_drawn_are_told_at_their_line(
    tmp_path: Path, wish: str, data: str, expected: str
) -> None:
    assert told(tmp_path, wish, data) == [expected]


def test_a_name_too_long_for_its_column_is_told_and_years_are_not(tmp_path: Path) -> None:
    rows = "".join(
        f"{n},1\n" for n in ("人工智能产业与机器人", "Semiconductors", "甲", "乙", "丙", "丁", "戊", "己", "庚")
    )
    blocks, found = read(tmp_path, f"甲,乙\n{rows}", "![数](b.csv){.chart kind=column}\n")
    assert len(blocks) == 1
    assert found == [
        "b.csv:3: “Semiconductors” is too long to stand below a column on a telephone [long-chart-name]\n"
        "    mend: choose kind=bar, or shorten it"
    ]
    years = "".join(f"{year}年,1\n" for year in range(2001, 2025))
    assert read(tmp_path, f"年,数\n{years}", "![数](b.csv){.chart kind=column}\n")[1] == []


def test_a_share_too_thin_to_be_seen_is_told_and_drawn(tmp_path: Path) -> None:
    blocks, found = read(tmp_path, "甲,乙\n子,99\n丑,1\n", "![份](b.csv){.chart kind=pie}\n")
    assert len(blocks) == 1
    assert found == [
        "b.csv:3: the share of “丑” is too small to be seen [thin-slice]\n"
        "    mend: put it together with others, or choose kind=bar"
    ]


def test_a_file_that_is_not_there_or_holds_no_rows_and_a_chart_in_a_line_are_told(tmp_path: Path) -> None:
    assert read(tmp_path, DATA, "![数](c.csv){.chart kind=bar}\n")[1] == [
        "01.md:1:6: the file of data c.csv is not there [missing-data]\n    mend: put it into the title folder"
    ]
    assert read(tmp_path, DATA, "![数](a.svg){.chart kind=bar}\n")[1] == [
        "01.md:1:6: a.svg holds no data for a table or chart [not-csv]\n"
        "    mend: name a CSV file, or take {.table} or {.chart} out"
    ]
    assert read(tmp_path, DATA, "见 ![数](b.csv){.chart kind=bar} 。\n")[1] == [
        "01.md:1:8: the data b.csv stand within a line, or have no caption [data-in-line]\n"
        "    mend: give them a paragraph of their own: ![caption](b.csv){.table}"
    ]


def test_a_second_description_is_told(tmp_path: Path) -> None:
    more = "\n::: description\n甲。\n:::\n\n::: description\n乙。\n:::\n"
    assert len(read(tmp_path, DATA, f"![数](b.csv){{.chart kind=bar}}\n{more}")[1]) == 1
