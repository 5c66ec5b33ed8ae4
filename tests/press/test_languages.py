"""Passages in other languages in a Chinese book: their tags, faces and quotation marks in all three editions."""

from pathlib import Path

import pypdfium2
import pytest

from kanben.press.title import Pressed, press
from kanben.press.worker import worker
from kanben.proof.pdf.glyphs import read_pdf
from kanben.trouble import Stop
from tests.agreement import epub_parts
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.checkers.nu import nu_errors
from tests.checkers.pdf import ua_failures
from tests.titles import title_yaml, write_files, write_title

CHAPTER = """# 引文

他说“桥”，又引[“a bridge isn’t”]{lang=en}一语。[国会図書館の角]{lang=ja}。

::: {lang=en}
The “bridge” is a road.

- one item
:::

::: {.epigraph lang=ja}
橋は道である。

—— 某書
:::
"""


@pytest.fixture(scope="module")
def pressed(tmp_path_factory: pytest.TempPathFactory) -> Pressed:
    folder = write_title(tmp_path_factory.mktemp("mixed") / "mixed", **{"chapters/01.md": CHAPTER})
    with worker() as layout:
        return press(folder, layout)


def test_screens_know_the_language_of_each_passage(pressed: Pressed) -> None:
    web = pressed.files["web/ch01.html"].decode()
    epub = epub_parts(pressed.files["mixed.epub"])["ch01.xhtml"].decode()
    for text, tag in ((web, 'lang="{0}"'), (epub, 'lang="{0}" xml:lang="{0}"')):
        english, japanese = (f"<span {tag.format(language)}>" for language in ("en", "ja"))
        assert f"又引{english}“a bridge isn’t”</span>一语" in text
        assert f"<p>{english}The “bridge” is a road.</span></p>" in text
        assert f"{english}one item</span>" in text
        assert f"{japanese}橋は道である。</span>" in text and f"{japanese}某書</span>" in text


def test_print_draws_narrow_marks_in_english_and_japanese_forms_in_japanese(pressed: Pressed) -> None:
    glyphs = [glyph for sheet in read_pdf(pressed.files["mixed.pdf"], "").sheets for glyph in sheet.glyphs]
    found = {(glyph.text, glyph.font.name.removeprefix("Noto-Serif-CJK-")) for glyph in glyphs}
    assert {("“", "SC"), ("“", "KR"), ("図", "JP"), ("橋", "JP")} <= found
    widths = {glyph.font.name[-2:]: glyph.width / glyph.size for glyph in glyphs if glyph.text == "“"}
    assert widths["SC"] == pytest.approx(1, abs=0.05) and widths["KR"] < 0.6


def test_the_tags_of_the_pdf_say_the_languages(pressed: Pressed, tmp_path: Path) -> None:
    path = tmp_path / "mixed.pdf"
    path.write_bytes(pressed.files["mixed.pdf"])
    assert ua_failures(path) == ()
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    assert "a bridge isn’t" in text and "某書" in text


def test_checkers_and_a_browser_agree(pressed: Pressed, tmp_path: Path) -> None:
    write_files(tmp_path, pressed.files)
    verdict = epubcheck(tmp_path / "mixed.epub")
    assert verdict.clean, str(verdict)
    assert nu_errors(tmp_path / "web") == ()
    with site(tmp_path / "web") as pages:
        page = pages.open("ch01.html")
        width = page.evaluate(
            """() => { const text = document.querySelector('main p span[lang=en]').firstChild;
            const range = document.createRange(); range.setStart(text, 0); range.setEnd(text, 1);
            return range.getBoundingClientRect().width / parseFloat(getComputedStyle(text.parentElement).fontSize); }"""
        )
        assert width < 0.7


@pytest.mark.parametrize(("language", "mend"), [("en", "write zh-Hans; passages"), ("zh-CN", "did you mean zh-Hans?")])
def test_a_book_in_another_language_is_refused(language: str, mend: str, tmp_path: Path) -> None:
    files = {"chapters/01.md": CHAPTER}
    yaml = title_yaml(files, f"language: {language}\n")
    folder = write_title(tmp_path / "bridge", **files, **{"title.yaml": yaml})
    with worker() as layout, pytest.raises(Stop) as stop:
        press(folder, layout)
    assert [told.code for told in stop.value.troubles] == ["unknown-book-language"]
    assert stop.value.troubles[0].mend().startswith(mend)


def test_a_language_that_is_none_is_told(tmp_path: Path) -> None:
    folder = write_title(tmp_path / "bridge", **{"chapters/01.md": "# 桥\n\n::: {lang=英文}\n桥\n:::\n"})
    with worker() as layout, pytest.raises(Stop) as stop:
        press(folder, layout)
    assert "wrong-value" in [told.code for told in stop.value.troubles]
