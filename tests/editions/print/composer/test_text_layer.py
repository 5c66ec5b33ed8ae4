"""Text taken out of a PDF is the source's: no joiners, none twice or lost, spaces only where the source has them."""

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest
import weasyprint

from kanben.editions.print import composer
from tests.editions.print.composer.sentences import page_of, paragraphs

MIXED = (
    "见图1-1把这PDF文件，用OpenType字体和Pango 1.54排了3遍，每遍约2小时。",
    "他说in other words，书稿“共35.6万字”，网址https://www.example.org/books/2024/index.html可以打开。",
    "“《书林》、《活字》”——这两种2024年的书，定价￥68.00，约10亿次阅读……都在typographical organization里。",
)
INLINE = (
    '<p>见<a href="#x">图1-1</a>把这<b>PDF</b>文件<em>A</em>与<i>字</i>2号，'
    '<span style="letter-spacing:.3em">目录</span>。</p><h2 id="x" style="letter-spacing:1em">前言</h2>'
)


def read_by_pdfium(pdf: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def read_by_poppler(pdf: Path) -> list[str]:
    done = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True)
    return done.stdout.split("\f")[:-1]


READERS = {"pdfium": read_by_pdfium, "poppler": read_by_poppler}


def joined(pages: list[str]) -> str:
    """Put the lines of a text together: a hyphen and the end of a line are none of its characters."""
    text = "\n".join(pages).replace("\r\n", "\n")
    text = re.sub("[\u2010\ufffe\u0002\u00ad]\n+", "", text)
    return re.sub("\n+", "\n", text).strip("\n")


def is_text(found: str, source: str) -> bool:
    """Compare to the character; a line may end between any two of them, or at a space."""
    pattern = "\n?".join("[ \n]" if character == " " else re.escape(character) for character in source)
    return re.fullmatch(pattern, found) is not None


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("measure", [22, 26, 30])
@pytest.mark.parametrize("autospace", ["", "--autospace: .25"])
def test_every_paragraph_is_read_to_the_character(reader: str, measure: int, autospace: str, tmp_path: Path) -> None:
    texts, pdf = [*MIXED, *paragraphs(12, seed=measure)], tmp_path / "lines.pdf"
    style = f"@page {{ size: 148mm 900mm }} html {{ hyphens: auto; {autospace} }} p {{ width: {measure}em }}"
    with composer.composed():
        weasyprint.HTML(string=page_of(*(f"<p>{text}</p>" for text in texts), style=style)).write_pdf(pdf)

    assert is_text(joined(READERS[reader](pdf)), "".join(texts))


@pytest.mark.parametrize("reader", READERS)
def test_spread_words_of_several_fonts_are_read_each_by_its_own(reader: str, tmp_path: Path) -> None:
    words, pdf = "石桥აბ木桥ა岸", tmp_path / "fonts.pdf"
    with composer.composed():
        weasyprint.HTML(string=page_of(f'<p style="letter-spacing: .3em">{words}</p>')).write_pdf(pdf)

    assert joined(READERS[reader](pdf)) == words


@pytest.mark.parametrize("reader", READERS)
def test_gaps_where_a_link_or_an_emphasis_ends_are_no_spaces(reader: str, tmp_path: Path) -> None:
    pdf = tmp_path / "inline.pdf"
    with composer.composed():
        weasyprint.HTML(string=page_of(INLINE)).write_pdf(pdf, pdf_variant="pdf/ua-1")

    assert joined(READERS[reader](pdf)).split("\n") == ["见图1-1把这PDF文件A与字2号，目录。", "前言"]
