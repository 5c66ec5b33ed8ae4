"""Formulas in print: on the baseline of their line, between whole lines of the grid, in the faces of the book."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from pypdfium2 import raw

from kanben.book.blocks import Equation, Paragraph
from kanben.book.book import Book
from kanben.book.inlines import Math
from kanben.editions.print.formulas import Drawn, Formulas, drawing
from kanben.editions.print.trims import TRIMS
from kanben.pandoc.math import formulas
from kanben.passes.equations import write_formulas
from kanben.press.worker import Worker
from tests.editions.print.pressed import PrintedTitle, press_title
from tests.passes.small_books import at, book, part
from tests.titles import title_yaml, write_title

SVG = "{http://www.w3.org/2000/svg}"
FACE = "Noto Serif CJK SC"
TRIM = TRIMS["16k"]
HAN = "汉"


def written(*nodes: Math | Equation) -> Book:
    blocks = [node if isinstance(node, Equation) else Paragraph((node,)) for node in nodes]
    return write_formulas(book(part("桥", *blocks)), pytest.fail)


def draw(tex: str, display: bool = False) -> Drawn:
    (formula,) = formulas([(tex, display)])
    return drawing()(formula.mathml, display, FACE)


def picture(tex: str) -> ElementTree.Element:
    return ElementTree.fromstring(draw(tex).svg)


def texts(svg: ElementTree.Element) -> list[tuple[str | None, str | None]]:
    return [(text.text, text.get("font-family")) for text in svg.iter(f"{SVG}text")]


# ---- drawings ------------------------------------------------------------------------------------------------


def test_letters_are_outlines_and_chinese_words_are_text_of_the_books_face() -> None:
    svg = picture(r"\text{增长率} = \frac{x}{y}")
    assert texts(svg) == [("增", FACE), ("长", FACE), ("率", FACE)]
    assert len(list(svg.iter(f"{SVG}path"))) == 3 and len(list(svg.iter(f"{SVG}rect"))) == 1


@pytest.mark.parametrize(
    "tex",
    [
        r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
        r"\begin{cases} 1, & x > 0 \\ 0, & x \le 0 \end{cases}",
        r"\begin{aligned} a &= b \\ &= \sqrt[3]{c} \end{aligned}",
        r"\overline{AB} \hat{x} \widehat{xyz} \vec{v} \underbrace{a+b}_{n} \boxed{x}",
        r"{} \frac{}{} \text{} \vec{} x^{} {}_a^b X \xrightarrow[b]{a} \boxed{x} \phantom{x}",
        r"\left\lvert \sum_{i} \int_0^1 \binom{n}{k} \right\rvert \quad \mathcal{L} \mathbb{R} \alpha \Gamma f''",
    ],
)
def test_what_is_drawn_lies_within_its_box(tex: str) -> None:
    found = draw(tex, display=True)
    assert found.width > 0 and found.above > 0 and found.height > 0.5
    assert found.strange == ()
    assert draw(tex, display=True) == found


def test_a_formula_in_a_line_is_lower_than_a_displayed_one() -> None:
    tex = r"\sum_{i=1}^n \frac{x}{y}"
    assert draw(tex).height < draw(tex, display=True).height


def test_a_character_that_no_face_has_is_told_at_its_formula() -> None:
    given = written(Math(r"\text{😀 ไ}", place=at(7)))
    assert [str(fault).partition("\n")[0] for fault in Formulas(given, TRIM).faults()] == [
        "chapters/01.md:7: the typeface of formulas has no “ไ” (U+0E44 THAI CHARACTER SARA AI MAIMALAI) "
        "[formula-character]",
    ]


def test_a_formula_wider_than_the_page_is_made_to_fit_and_told() -> None:
    wide = Equation(Math("+".join(f"x_{{{n}}}" for n in range(40)), True), label="(1-1)", place=at(9))
    found = Formulas(written(wide), TRIM)
    (fault,) = found.faults()
    assert str(fault).startswith("chapters/01.md:9: the formula is wider than the type area; print sets it at ")
    (node,) = [node for node in found.nodes if isinstance(node, Equation)]
    assert found.share(node) * found.of(node.math).width * TRIM.body < TRIM.measure


def test_a_book_without_formulas_loads_no_library(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom kanben.editions.print import edition\nfrom kanben.editions.print.formulas import Formulas\n"
        "from kanben.editions.print.trims import TRIMS\nfrom tests.passes.small_books import book, paragraph, part\n"
        "Formulas(book(part('桥', paragraph('字'))), TRIMS['16k'])\nprint('ziamath' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# ---- on the page ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed(layout: Worker, tmp_path_factory: pytest.TempPathFactory) -> PrintedTitle:
    text = (
        f"{'行' * 9}$\\text{{{HAN}}}$行。\n\n"
        + "设拱的矢高为 $f$，跨度为 $l$，比为 $\\frac{f}{l}$；又有 $\\sqrt{a^2+b^2}$、$\\sum_{i=1}^n w_i$，共五个。" * 9
        + "\n\n[$$\\text{量} = \\frac{a}{b}$$]{#eq-a}，\n\n式后一行。\n\n"
        "很高的 $\\begin{pmatrix}a\\\\b\\\\c\\\\d\\end{pmatrix}$ 把行撑开。\n\n它的下一段仍在行格上。\n"
    )
    folder = tmp_path_factory.mktemp("formulas")
    files = {"chapters/01.md": "# 桥\n\n" + text}
    return press_title(write_title(folder, **files, **{"title.yaml": title_yaml(files)}), layout)


def characters(pdf: bytes) -> list[tuple[str, float, float, float]]:
    """(character, left, right, baseline) of the page where the chapter begins, in pt."""
    document = pypdfium2.PdfDocument(pdf)
    number = next(n for n in range(len(document)) if document.get_page_label(n) == "1")
    words = document[number].get_textpage()
    found = []
    for n in range(words.count_chars()):
        left, _, right, _ = words.get_charbox(n, loose=True)
        x, y = raw.c_double(), raw.c_double()
        raw.FPDFText_GetCharOrigin(words, n, x, y)
        found.append((chr(raw.FPDFText_GetUnicode(words, n)), left, right, y.value))
    return [each for each in found if not each[0].isspace()]


def test_a_formula_stands_on_the_baseline_of_its_line_an_eighth_of_an_em_from_its_neighbours(
    printed: PrintedTitle,
) -> None:
    found = characters(printed.pdf)
    n = next(n for n, each in enumerate(found) if each[0] == HAN)
    before, han, after = (found[k] for k in (n - 1, n, n + 1))
    assert (before[0], after[0]) == ("行", "行")
    assert han[3] == pytest.approx(before[3], abs=0.05)
    assert [han[1] - before[2], after[1] - han[2]] == pytest.approx([TRIM.body / 8] * 2, abs=0.1)


def test_lines_with_formulas_keep_their_pitch_and_none_begins_with_a_mark(printed: PrintedTitle) -> None:
    lines = [line for line in printed.lines()["1"] if abs(line.em - TRIM.body) < 0.05 and len(line.text) > 2]
    first = lines[0].baseline
    astray = [line.text for line in lines if 0.5 < (first - line.baseline) % TRIM.pitch < TRIM.pitch - 0.5]
    assert astray == ["(1-1)", "很高的", "把行撑开。"]  # between whole lines, and in a line that is taller
    assert any("式后一行" in line.text for line in lines) and any("它的下一段" in line.text for line in lines)
    left = min(line.left for line in lines)
    assert [line.text for line in lines if line.text[0] in "，；、。" and line.left < left + 1] == []


def test_lines_with_formulas_are_as_full_as_others(printed: PrintedTitle) -> None:
    lines = [line for line in printed.lines()["1"] if abs(line.em - TRIM.body) < 0.05]
    ends: dict[float, float] = {}
    for line in lines:
        row = round(line.baseline, 1)
        ends[row] = max(ends.get(row, 0), line.right)
    edge = min(line.left for line in lines) + TRIM.measure
    assert sum(abs(end - edge) < 0.01 * TRIM.body for end in ends.values()) >= 7


def test_the_number_ends_with_the_text_and_stands_on_the_formulas_baseline(printed: PrintedTitle) -> None:
    found = characters(printed.pdf)
    amount = next(each for each in found if each[0] == "量" and abs(each[1] - each[2]) > 1 and each[1] > 150)
    number = next(
        n for n, each in enumerate(found) if each[0] == "(" and found[n + 1][0] == "1" and found[n + 2][0] == "-"
    )
    closing = found[number + 4]
    assert closing[0] == ")"
    margin = TRIM.inner  # the chapter begins on a recto
    assert closing[2] == pytest.approx(margin + TRIM.measure, abs=0.3)
    assert closing[3] == pytest.approx(amount[3], abs=0.05)
