"""A wide table or figure with the mark .landscape stands turned, its head at the left of an upright page (卧排)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from kanben.editions.print.trims import TRIMS
from kanben.press.title import press
from kanben.press.worker import Worker
from kanben.proof.pdf.rules.heads import running_heads
from tests.checkers.pdf import ua_failures
from tests.editions.print.pressed import PrintedTitle, press_title
from tests.editions.print.standards.told import objects, structure
from tests.pdf_lines import measure
from tests.titles import title_yaml, write_title

TRIM = TRIMS["16k"]
ROWS = 60
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 300" width="900" height="300">'
    '<rect width="900" height="300"/></svg>\n'
)
TEXT = f"{'桥者，所以济不通也。' * 40}\n\n"


def table(rows: int, caption: str, mark: str) -> str:
    """A table of eleven columns; a note is called in its second row."""
    lines = ["|".join([f"第{row}桥", *(f"{row}行{column}" for column in range(1, 11))]) for row in range(1, rows + 1)]
    lines[1] += "[^n]"
    head = "|".join(f"列{column}" for column in range(11))
    return f": {caption} {mark}\n\n{head}\n{'|'.join(['---'] * 11)}\n" + "".join(f"{line}\n" for line in lines)


def chapter(mark: str = ".landscape") -> str:
    note = "\n[^n]: 表中的注。\n\n"
    source = "\n::: source\n资料来源：桥志。\n:::\n\n"
    figure = f'![长桥](long.svg){{{mark} alt="一座长桥"}}\n\n'
    return (
        f"# 论桥\n\n{TEXT * 6}{table(6, '短表', f'{{{mark}}}')}{source}{TEXT}{figure}{TEXT}"
        f"{table(ROWS, '长表', f'{{{mark}}}')}{source}末段。\n{note}"
    )


def written(folder: Path, text: str) -> Path:
    files = {"title.yaml": title_yaml(["chapters/01.md"]), "chapters/01.md": text, "long.svg": PICTURE}
    return write_title(folder, **files)


@pytest.fixture(scope="module")
def book(layout: Worker, tmp_path_factory: pytest.TempPathFactory) -> PrintedTitle:
    return press_title(written(tmp_path_factory.mktemp("turned") / "book", chapter()), layout)


@pytest.fixture(scope="module")
def pdf(book: PrintedTitle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("turned") / "book.pdf"
    path.write_bytes(book.pdf)
    return path


def page_with(book: PrintedTitle, words: str) -> int:
    """The page, counted from 0, that has these words."""
    return next(n for n, found in enumerate(book.words().values()) if words in found)


Glyph = tuple[str, float, float]


def glyphs(book: PrintedTitle, page: int, turned: bool) -> Iterator[Glyph]:
    """The characters of a page that read from its foot to its head, or else the upright ones; with their origins."""
    words = pypdfium2.PdfDocument(book.pdf)[page].get_textpage()
    matrix, x, y = raw.FS_MATRIX(), raw.c_double(), raw.c_double()
    for n in range(words.count_chars()):
        raw.FPDFText_GetMatrix(words, n, matrix)
        raw.FPDFText_GetCharOrigin(words, n, x, y)
        if words.get_text_range(n, 1).strip() and (matrix.b > abs(matrix.a)) == turned:
            yield words.get_text_range(n, 1), x.value, y.value


@pytest.mark.parametrize("words", ["表1-1短表", "续表1-2", "图1-1长桥"])
def test_the_page_is_upright_and_the_words_read_from_its_foot_to_its_head(book: PrintedTitle, words: str) -> None:
    page = page_with(book, words)
    width, height = pypdfium2.PdfDocument(book.pdf)[page].get_size()
    assert (round(width / height, 3), width) == (round(185 / 260, 3), pytest.approx(185 * 72 / 25.4, abs=0.1))
    assert words in "".join(glyph for glyph, _, _ in glyphs(book, page, turned=True))


def test_the_head_is_at_the_left_and_all_is_within_the_type_area(book: PrintedTitle) -> None:
    for caption in ("表1-1短表", "表1-2长表", "续表1-2"):
        page = page_with(book, caption)
        left = TRIM.inner if page % 2 == 0 else TRIM.outer
        found = list(glyphs(book, page, turned=True))
        assert all(left <= x <= left + TRIM.measure + 0.1 for _, x, _ in found)
        assert all(TRIM.foot - 0.1 <= y <= TRIM.foot + TRIM.depth + 0.1 for _, _, y in found)
        assert min(found, key=lambda glyph: (glyph[1], glyph[2]))[0] == caption[0]


def test_head_and_folio_stand_where_they_do_on_other_pages(book: PrintedTitle) -> None:
    plain = [
        n
        for n in range(page_with(book, "论桥桥者") + 1, page_with(book, "表1-1短表"))
        if not list(glyphs(book, n, turned=True))
    ]
    for words in ("表1-1短表", "表1-2长表", "图1-1长桥"):
        page = page_with(book, words)
        upright = list(glyphs(book, page, turned=False))
        other = list(glyphs(book, next(n for n in plain if n % 2 == page % 2), turned=False))
        marks = "桥" if page % 2 else "第一章论桥"
        assert "".join(glyph for glyph, _, _ in upright) == f"{marks}{page - 5}"
        head, folio = upright[0], upright[-1]
        assert head in other
        assert folio[2] in {y for _, _, y in other}


def test_proofing_takes_no_turned_page_for_a_blank_one(book: PrintedTitle) -> None:
    assert running_heads(measure(book.pdf).text).spots == ()


def test_a_long_one_goes_on_with_its_head_and_says_so(book: PrintedTitle) -> None:
    pages = [words for words in book.words().values() if "表1-2" in words]
    assert ["续表1-2列0列1" in words for words in pages] == [False] + [True] * (len(pages) - 1)
    rows = [[int(n) for n in re.findall(r"第(\d+)桥", words)] for words in pages]
    assert [row for found in rows for row in found] == list(range(1, ROWS + 1))
    assert min(map(len, rows)) > 1
    assert ["资料来源" in words for words in pages] == [False] * (len(pages) - 1) + [True]


def test_the_notes_stand_on_the_page_and_can_be_reached(book: PrintedTitle, pdf: Path) -> None:
    page = page_with(book, "表1-1短表")
    assert "①表中的注。" in book.words()[str(page - 5)]
    calls = [(x, y) for glyph, x, y in glyphs(book, page, turned=True) if glyph == "①"]
    areas = [each["/Rect"] for each in objects(pdf) if each.get("/Contents") == "u:①"]
    x, y = min(calls)
    assert any(left < x < right and bottom - 0.1 < y < top for left, top, right, bottom in areas)


def test_it_is_read_aloud_in_its_order_with_its_place_on_the_page(pdf: Path) -> None:
    told = structure(pdf)
    assert [kid.tag for kid in told.all("Table")[1].inner] == ["Caption", "THead", "TBody"]
    (figure,) = [each for each in objects(pdf) if each.get("/S") == "/Figure"]
    left, bottom, right, top = figure["/A"]["/BBox"]
    assert (top - bottom) / (right - left) == pytest.approx(3, abs=0.01)
    assert (round(bottom), round(top)) == (round(TRIM.foot), round(TRIM.foot + TRIM.depth))
    assert ua_failures(pdf) == ()


def test_paragraphs_that_fit_before_it_do_not_wait_for_it(layout: Worker, tmp_path: Path) -> None:
    after = "".join(f"{n}后{'文' * 60}。\n\n" for n in "甲乙丙丁戊己庚辛壬癸")
    text = f"# 论桥\n\n{'首段。' * 200}\n\n{table(6, '短表', '{.landscape}')}\n{after}## 下节\n\n末段。\n\n[^n]: 注。\n"
    first, turned, rest = list(press_title(written(tmp_path / "book", text), layout).words().values())[6:9]
    earlier = re.findall("(.)后", first)
    assert 2 < len(earlier) < 10
    assert earlier + re.findall("(.)后", rest) == list("甲乙丙丁戊己庚辛壬癸")
    assert "表1-1" in turned and "后" not in turned


@pytest.mark.parametrize("stop", ["## 下节\n\n", "段中有注[^m]。\n\n[^m]: 又注。\n\n"])
def test_headings_and_paragraphs_with_notes_stay_behind_it(layout: Worker, tmp_path: Path, stop: str) -> None:
    behind = f"甲后。\n\n{stop}乙后。\n\n[^n]: 注。\n"
    text = f"# 论桥\n\n首段。\n\n{table(6, '短表', '{.landscape}')}\n{behind}"
    first, turned, rest = list(press_title(written(tmp_path / "book", text), layout).words().values())[6:9]
    assert ["甲后" in first, "乙后" in first, "表1-1" in turned, "乙后" in rest] == [True, False, True, True]


def test_in_the_other_editions_the_mark_changes_nothing(layout: Worker, tmp_path: Path) -> None:
    upright = press(written(tmp_path / "a" / "book", chapter("")), layout, ("epub", "web")).files
    marked = press(written(tmp_path / "b" / "book", chapter()), layout, ("epub", "web")).files
    assert marked == upright
