"""Every character is drawn by a font that the style names; what none of them holds is told at its very spot."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from kanben.editions.print.composer.font_files import small_fonts
from kanben.editions.print.families import installed_families, missing_fonts, named_families, with_rare_fonts
from kanben.press.title import press
from kanben.press.worker import Worker, worker
from kanben.trouble import Stop
from tests.checkers.pdf import Font, fonts
from tests.real_titles import RealTitle
from tests.titles import write_title

NAMED = {"Noto-Serif-CJK-SC", "Noto-Sans-CJK-SC", "Noto-Sans-Mono-CJK-SC", "LXGW-WenKai", "HanaMinB"}
CHAPTER = """# 生僻字

没有问题的一段：𠮷、𰻞、① ㊿、àǎ、α、я、→。

第二段换行后
有笑脸😀，*楷体中的𪚥*，注[^a]。

| 表 | 头 |
|----|----|
| 泰文ไ | 格 |

[^a]: 注里也有𪛕。
"""


@pytest.fixture(scope="module")
def layout() -> Iterator[Worker]:
    with worker() as running:
        yield running


def told_of(folder: Path, layout: Worker) -> list[str]:
    """What is told when a title is pressed, each with its place and code, in order."""
    try:
        troubles = press(folder, layout).troubles
    except Stop as stop:
        troubles = stop.troubles
    return [f"{told.place}: {told.code} {dict(told.facts).get('character', '')}".rstrip() for told in troubles]


def with_style(folder: Path, rule: str) -> Path:
    style = f'{{% include "theme/print/style.css" %}}\n{rule}\n'
    return write_title(folder / "bridges", **{"templates/print/style.css": style})


# ---- characters ----------------------------------------------------------------------------------------------


def test_a_character_that_no_font_holds_and_a_rare_one_are_told_at_their_spots(tmp_path: Path, layout: Worker) -> None:
    folder = write_title(tmp_path / "bridges", **{"chapters/01.md": CHAPTER})
    assert told_of(folder, layout) == [
        "chapters/01.md:6:4: missing-glyph 😀",
        "chapters/01.md:6:11: rare-character 𪚥",
        "chapters/01.md:10:5: missing-glyph ไ",
        "chapters/01.md:12:11: rare-character 𪛕",
    ]


def test_the_words_in_a_chart_are_looked_through_as_well(tmp_path: Path, layout: Worker) -> None:
    chapter = "# 字\n\n![字数](a.csv){.chart kind=bar}\n"
    folder = write_title(tmp_path / "bridges", **{"chapters/01.md": chapter, "a.csv": "字,数\n笑脸😀,1\n龘𪚥,2\n"})
    assert told_of(folder, layout) == [
        "chapters/01.md:3:7: missing-glyph 😀",
        "chapters/01.md:3:7: rare-character 𪚥",
    ]


def test_titles_glossaries_and_verse_are_looked_through_as_well(tmp_path: Path, layout: Worker) -> None:
    files = {
        "chapters/01.md": "# 桥😀\n\n[拱]{.term}\n\n| 一行\n| 二行ไ\n",
        "glossary.yaml": "- term: 拱\n  definition: 甲\n  also: [ท]\n",
    }
    folder = write_title(tmp_path / "bridges", **files)
    yaml = folder / "title.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("title: 桥", "title: 桥ย"), "utf-8")

    assert told_of(folder, layout) == [
        "chapters/01.md:1:4: missing-glyph 😀",
        "chapters/01.md:6:5: missing-glyph ไ",
        "glossary.yaml:3:10: missing-glyph ท",
        "title.yaml:1:9: missing-glyph ย",
    ]


def test_a_rare_character_stops_nothing_and_is_drawn_by_the_font_that_was_named_for_it(
    tmp_path: Path, layout: Worker
) -> None:
    folder = write_title(tmp_path / "bridges", **{"chapters/01.md": "# 桥\n\n龙行龘龘，𪚥𪚥。\n"})
    pressed = press(folder, layout)

    assert [told.severity for told in pressed.troubles] == ["warning"]
    assert "HanaMinB-Medium" in {font.name for font in fonts_in(pressed.files["bridges.pdf"], tmp_path)}
    assert "𪚥𪚥" in text_of(pressed.files["bridges.pdf"])


def test_both_languages_name_the_character(tmp_path: Path, layout: Worker) -> None:
    folder = write_title(tmp_path / "bridges", **{"chapters/01.md": "# 桥\n\n😀\n"})
    with pytest.raises(Stop) as stopped:
        press(folder, layout)
    (told,) = stopped.value.troubles

    assert told.what("en") == "no typeface of the print edition holds “😀” (U+1F600 GRINNING FACE)"
    assert told.what("zh") == "印刷版所用字体均无“😀”（U+1F600 GRINNING FACE）"


# ---- families ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ('p { font-family: "No Such Song" }', "title.yaml: missing-font"),
        ('p { font: 10pt/17pt "No Such Song" }', "title.yaml: missing-font"),
        ('@page { @top-left { font-family: "No Such Song" } }', "title.yaml: missing-font"),
        ("p { font-family: serif }", "title.yaml: generic-font"),
        ('p { font-family: "Noto Serif CJK SC", sans-serif }', "title.yaml: generic-font"),
    ],
)
def test_a_family_that_is_not_there_or_is_no_family_is_told(
    tmp_path: Path, layout: Worker, rule: str, told: str
) -> None:
    assert told_of(with_style(tmp_path, rule), layout) == [told]


def test_a_family_is_known_by_each_of_its_names() -> None:
    families = installed_families(FontConfiguration())
    assert families["霞鹜文楷"] == families["lxgw wenkai"] == "LXGW WenKai"
    assert list(missing_fonts(['p { font-family: "霞鹜文楷" }'], families)) == []


def test_families_are_read_from_all_declarations() -> None:
    sheet = 'a { font: 9pt/12pt "甲", "乙" } @page { @top-left { font-family: 丙 丁, serif; color: red } }'
    assert list(named_families(sheet)) == ["甲", "乙", "丙 丁", "serif"]


def test_every_list_of_families_ends_with_those_for_rare_characters() -> None:
    sheet = '@font-face { font-family: "甲"; src: local(乙) } a { font: 9pt "甲"; color: red } b { font-family: "乙" }'
    assert with_rare_fonts(sheet) == (
        '@font-face { font-family: "甲"; src: local(乙) } '
        'a { font: 9pt "甲", "Noto Serif CJK SC", "HanaMinB"; color: red } '
        'b { font-family: "乙", "Noto Serif CJK SC", "HanaMinB" }'
    )


# ---- the fonts in the file -----------------------------------------------------------------------------------


def test_a_finished_title_holds_named_fonts_alone_embedded_and_subset(title: RealTitle, tmp_path: Path) -> None:
    found = fonts_in(title.pdf, tmp_path)
    assert {font.name.removesuffix("-Bold") for font in found} <= NAMED
    assert all(font.embedded and font.subset and font.readable for font in found)


def test_no_glyph_of_a_finished_title_is_missing(title: RealTitle) -> None:
    codes = {told.code for told in title.pressed.troubles}
    assert codes.isdisjoint({"missing-glyph", "missing-font", "generic-font", "layout-complains"})


def test_a_report_fits_into_two_thirds_of_a_megabyte(report: RealTitle) -> None:
    assert len(report.pdf) < 700_000


def test_small_fonts_draw_the_same_page(tmp_path: Path) -> None:
    html = "<p style='font: 20pt \"Noto Serif CJK SC\"'>桥者，所以济不通也。“引号”——……１２３ABC，<b>粗体</b>"
    with small_fonts():
        small = weasyprint.HTML(string=html).write_pdf()
    stock = weasyprint.HTML(string=html).write_pdf()

    assert len(small) < len(stock) / 4
    assert text_of(small) == text_of(stock)
    assert max(abs(a - b) for a, b in zip(picture(small), picture(stock), strict=True)) < 25  # of 255 greys, at edges
    assert {font.kind for font in fonts_in(small, tmp_path)} == {"CID Type 0C"}


def test_a_truetype_font_is_left_as_it_is(tmp_path: Path) -> None:
    with small_fonts():
        pdf = weasyprint.HTML(string="<p style='font: 20pt \"LXGW WenKai\"'>桥").write_pdf()
    assert {font.kind for font in fonts_in(pdf, tmp_path)} == {"CID TrueType"}


def fonts_in(pdf: bytes, folder: Path) -> tuple[Font, ...]:
    path = folder / "fonts.pdf"
    path.write_bytes(pdf)
    return fonts(path)


def text_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


def picture(pdf: bytes) -> bytes:
    return bytes(pypdfium2.PdfDocument(pdf)[0].render(scale=2).buffer)
