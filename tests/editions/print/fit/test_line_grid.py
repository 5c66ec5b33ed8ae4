"""The lines of recto and verso stand at one height, on every sheet and in every house style."""

from pathlib import Path

import pytest

from kanben.editions.print.trims import TRIMS, Trim, trim_of
from kanben.press.worker import Worker
from tests.editions.print.pressed import PrintedTitle, press_digest, press_title
from tests.real_titles import RealTitle
from tests.titles import title_yaml, write_title

SETTINGS = [*((trim, "book") for trim in TRIMS), ("a4", "report"), ("a4", "gongwen")]


@pytest.fixture(scope="module", params=SETTINGS, ids=lambda setting: "-".join(setting))
def sheet(
    request: pytest.FixtureRequest, digest: RealTitle, layout: Worker, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Trim, PrintedTitle]:
    """The digest on one sheet; on that of its own it stands on the shelf."""
    trim, theme = request.param
    if (trim, theme) == (digest.book.settings.trim, digest.book.settings.theme):
        return trim_of(trim, theme), PrintedTitle(digest.pressed)
    folder: Path = tmp_path_factory.mktemp("grid") / "digest"
    return trim_of(trim, theme), press_digest(folder, layout, print=f"{{trim: {trim}, theme: {theme}}}")


def body_lines(trim: Trim, printed: PrintedTitle) -> list[tuple[str, float, str]]:
    """(page label, baseline in pt, words) of the lines of the text's own size; those in pictures are short."""
    return [
        (label, line.baseline, line.text)
        for label, lines in printed.lines().items()
        for line in lines
        if label.isdecimal() and abs(line.em - trim.body) < 0.05 and len(line.text) > 9
    ]


def test_all_baselines_keep_one_pitch(sheet: tuple[Trim, PrintedTitle]) -> None:
    trim, printed = sheet
    lines = body_lines(trim, printed)
    first = max(baseline for _, baseline, _ in lines)
    astray = [
        (label, text) for label, baseline, text in lines if 0.5 < (first - baseline) % trim.pitch < trim.pitch - 0.5
    ]
    assert len(lines) > 300
    assert astray == []


def test_the_type_area_is_as_wide_as_the_sheet_says(sheet: tuple[Trim, PrintedTitle]) -> None:
    trim, printed = sheet
    lines = [line for label, page in printed.lines().items() for line in page if label.isdecimal()]
    body = [line for line in lines if abs(line.em - trim.body) < 0.05]
    assert max(line.right - line.left for line in body) == pytest.approx(trim.measure, abs=0.5)


@pytest.mark.parametrize("trim", TRIMS)
def test_a_full_page_holds_as_many_lines_as_the_sheet_says(trim: str, layout: Worker, tmp_path: Path) -> None:
    chapter = "# 论桥\n\n" + "桥者，所以济不通也。" * 400
    plan = title_yaml(["chapters/01.md"], f"print: {{trim: {trim}}}\n")
    printed = press_title(write_title(tmp_path, **{"title.yaml": plan, "chapters/01.md": chapter}), layout)
    body = [line for line in printed.lines()["2"] if abs(line.em - TRIMS[trim].body) < 0.05]
    assert len(body) == TRIMS[trim].lines


def test_a_table_has_as_much_white_above_as_below(layout: Worker, tmp_path: Path) -> None:
    table = "前文的话。\n\n| 桥 | 长 |\n|:--|--:|\n| 木桥 | 9 |\n| 末行 | 9 |\n\n: 表题\n\n后文的话。\n"
    plan = title_yaml(["chapters/01.md"])
    printed = press_title(write_title(tmp_path, **{"title.yaml": plan, "chapters/01.md": f"# 论桥\n\n{table}"}), layout)
    before, above, below, after = (
        line.baseline for line in printed.lines()["1"] if line.text[:2] in ("前文", "表1", "末行", "后文")
    )
    pitch = TRIMS["16k"].pitch
    assert before - above == pytest.approx(below - after, abs=pitch / 4)
    assert 1.5 * pitch < below - after < 2.5 * pitch
