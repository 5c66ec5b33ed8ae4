"""House styles, and what a title's own templates may say."""

from pathlib import Path

import pypdfium2
import pytest

from kanben.editions.print.trims import MM
from kanben.press.title import press
from kanben.press.worker import Worker
from kanben.trouble import Stop
from tests.editions.print.pressed import PrintedTitle, press_digest, press_title
from tests.titles import title_yaml, write_title

CHAPTER = "# 论桥\n\n桥者，所以济不通也。\n\n## 石桥\n\n### 拱桥\n\n弯者。\n"


def small(folder: Path, layout: Worker, theme: str, **files: str) -> PrintedTitle:
    plan = title_yaml(
        ["chapters/01.md", "chapters/02.md"], f"publisher: 桥局\ndate: 2026-11-23\nprint: {{theme: {theme}}}\n"
    )
    given = {"title.yaml": plan, "chapters/01.md": CHAPTER, "chapters/02.md": "# 论路\n\n路者，人所共由也。\n"}
    return press_title(write_title(folder, **given, **files), layout)


@pytest.fixture(scope="module")
def official(layout: Worker, tmp_path_factory: pytest.TempPathFactory) -> PrintedTitle:
    return small(tmp_path_factory.mktemp("official") / "bridge", layout, "gongwen")


def test_an_official_document_runs_on_from_its_title_to_its_signature(official: PrintedTitle) -> None:
    assert official.words() == {
        "1": "桥局桥一、论桥桥者，所以济不通也。（一）石桥1.拱桥弯者。二、论路路者，人所共由也。桥局2026年11月23日—1—"
    }


def test_the_lines_of_an_official_document_are_those_of_gb_t_9704(official: PrintedTitle) -> None:
    text = next(line for line in official.lines()["1"] if line.text.startswith("桥者"))
    assert text.left == pytest.approx(28 * MM + 2 * 15.8, abs=0.5)
    folio = next(line for line in official.lines()["1"] if line.text == "—1—")
    assert folio.baseline < 297 * MM - 37 * MM - 225 * MM - 7 * MM  # 7 mm below the type area


def test_pages_are_told_of_parts_that_run_on(official: PrintedTitle) -> None:
    assert official.pressed.pages.labels["ch02"] == "1"
    assert [(start.label, start.part) for start in official.pressed.pages.starts] == [("1", "ch01")]


def test_a_long_official_document_marks_its_pages_within_the_right_part(layout: Worker, tmp_path: Path) -> None:
    printed = press_digest(tmp_path / "digest", layout, print="{theme: gongwen}", numbering="{}")
    starts = printed.pressed.pages.starts
    assert [start.label for start in starts] == [str(n) for n in range(1, len(printed.words()) + 1)]
    parts = list(dict.fromkeys(start.part for start in starts))
    assert parts[:6] == ["preface", "ch01", "ch02", "ch03", "ch04", "ch05"]
    assert len(printed.pdf) < 1_000_000  # a face of many drawn glyphs is cut down too


def test_a_report_sets_its_headings_flush_left(layout: Worker, tmp_path: Path) -> None:
    lines = small(tmp_path, layout, "report").lines()["1"]
    left = next(line for line in lines if line.text == "论桥").left
    section = next(line for line in lines if line.text == "1.1石桥")
    text = next(line for line in lines if line.text.startswith("桥者"))
    assert section.left == pytest.approx(left, abs=1)
    assert text.left == pytest.approx(left + 24, abs=0.5)


def test_a_titles_own_templates_may_change_the_opener_and_the_style(layout: Worker, tmp_path: Path) -> None:
    opener = (
        '{% extends "theme/print/part.xhtml" %}{% block body %}<body class="{{ part.kind }}" data-head="">'
        '<p class="motto">桥上见</p>{{ render(part.heading) }}{{ render(part.blocks) }}</body>{% endblock %}'
    )
    rule = ".motto { font-size: 30pt; line-height: 34pt }"
    style = '{% extends "theme/print/style.css" %}{% block own %}' + rule + "{% endblock %}"
    files = {"templates/print/part.xhtml": opener, "templates/print/style.css": style}
    first = small(tmp_path, layout, "book", **files).lines()["1"][0]
    assert (first.text, first.em) == ("桥上见", pytest.approx(30, abs=0.1))


def test_a_titles_own_macro_changes_one_kind_of_node(layout: Worker, tmp_path: Path) -> None:
    own = '{% macro heading(node) %}<p id="{{ node.id }}">※{{ render(node.children) }}</p>{% endmacro %}'
    printed = small(tmp_path, layout, "gongwen", **{"templates/print/nodes.xhtml": own})
    assert "※论桥桥者，所以济不通也。※石桥※拱桥弯者。" in printed.words()["1"]


def test_a_title_may_choose_the_face_of_an_official_document(layout: Worker, tmp_path: Path) -> None:
    own = """{% set song = '"Noto Serif CJK SC"' %}{% extends "theme/print/style.css" %}"""
    printed = small(tmp_path, layout, "gongwen", **{"templates/print/style.css": own})
    page = pypdfium2.PdfDocument(printed.pdf)[0]
    text = page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=9)
    faces = {drawn.get_font().get_base_name().partition("+")[2] for drawn in text}
    assert faces == {"Noto-Serif-CJK-SC", "Noto-Serif-CJK-SC-Bold", "Noto-Sans-CJK-SC", "LXGW-WenKai-Bold"}


@pytest.mark.parametrize("value", ["var(--{}) var(--{})", "f(var(--{}) (var(--{})))"])
def test_variables_that_name_each_other_over_and_over_are_told_at_their_line(
    layout: Worker, tmp_path: Path, value: str
) -> None:
    named = "".join(f"--a{n + 1}: {value.format(f'a{n}', f'a{n}')};\n" for n in range(60))
    rule = f":root {{\n--a0: x;\n{named}}}\np {{ font-family: var(--a60) }}"
    style = '{% extends "theme/print/style.css" %}{% block own %}' + rule + "{% endblock %}"
    folder = write_title(tmp_path / "bridges", **{"templates/print/style.css": style})
    with pytest.raises(Stop) as stop:
        press(folder, layout, ("print",))
    (told,) = stop.value.troubles
    assert (told.place.file, told.code) == ("templates/print/style.css", "endless-style")
    assert 8 < told.place.line < 16
    assert told.what() == "the variables of the style come to more than 5000 words for one element"
