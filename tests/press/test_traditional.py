"""The digest in Traditional Chinese: all three editions, and the list that its editor reviews."""

import json
import re
from pathlib import Path

import pypdfium2
import pytest

from kanben.press.title import press
from kanben.press.worker import worker
from kanben.proof.pdf.proof import check_pdf
from kanben.script.choices import CHOICES
from kanben.script.conversion import converted
from tests.agreement import epub_parts
from tests.checkers.axe import axe
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.checkers.nu import nu_errors
from tests.checkers.pdf import drawing_faults, fonts, syntax_faults, ua_failures
from tests.real_titles import DIGEST, RealTitle
from tests.shelf import Shelf
from tests.titles import title_yaml, write_title

HAN = [chr(code) for code in range(0x4E00, 0xA000)]
PAIRS = zip(HAN, converted("s2tw", "\n".join(HAN)).split("\n"), strict=True)
SIMPLIFIED = re.compile(f"[{''.join(a for a, b in PAIRS if a != b and a not in CHOICES)}]")
"""Characters that no Traditional book has."""
IDS = re.compile(rb'\bid="([^"]+)"')
CHAPTER = """# 理发与发展

“皇后”在最
后一排。[[后]{.keep}稷]{.dot}干了，[国会]{lang=ja}。

```
发 = 1
```
"""


@pytest.fixture(scope="module")
def hant(shelf: Shelf) -> RealTitle:
    title = shelf.title(DIGEST, "traditional")
    assert title.pressed.name == f"{title.book.name}-hant"
    return title


def texts(files: dict[str, bytes]) -> dict[str, str]:
    """The files that hold words of a reader."""
    endings = (".xhtml", ".html", ".js", ".css", ".opf", ".ncx", ".svg", ".bib", ".ris")
    return {name: data.decode() for name, data in files.items() if name.endswith(endings)}


def pdf_text(data: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def test_no_simplified_character_is_left_in_any_edition(hant: RealTitle) -> None:
    files = hant.pressed.files
    epub = epub_parts(files[f"{hant.pressed.name}.epub"])
    every = texts(files) | texts(epub) | {"pdf": pdf_text(files[f"{hant.pressed.name}.pdf"])}
    assert {name: set(SIMPLIFIED.findall(text)) for name, text in every.items() if SIMPLIFIED.search(text)} == {}
    for name in ("web/ch01.html", "ch01.xhtml"):
        assert 'lang="zh-Hant-TW"' in every[name]
        assert "第一章" in every[name] and "「" in every[name]
        assert not re.search("[“”‘’]", re.sub("<[^>]*>", "", every[name]))
    assert "目錄" in every["web/index.html"] and "註釋" in every["web/ch01.html"]


def test_ids_and_the_names_of_files_are_those_of_the_simplified_editions(hant: RealTitle, digest: RealTitle) -> None:
    ours, theirs = epub_parts(hant.pressed.files[f"{hant.pressed.name}.epub"]), epub_parts(digest.epub)
    assert ours.keys() == theirs.keys()
    for name in ours:
        if name.startswith("ch0"):
            marks = (b"p", b"page")  # where pages begin is print's own
            assert [found for found in IDS.findall(ours[name]) if not found.startswith(marks)] == [
                found for found in IDS.findall(theirs[name]) if not found.startswith(marks)
            ]


def test_every_checker_is_content(hant: RealTitle, tmp_path: Path) -> None:
    out = hant.write(tmp_path)
    verdict = epubcheck(out / f"{hant.pressed.name}.epub")
    assert verdict.clean, str(verdict)
    assert nu_errors(out / "web") == ()
    with site(out / "web") as pages:
        assert axe(pages, ["index.html", "ch01.html", "glossary.html", "references.html"]) == ()
    pdf = out / f"{hant.pressed.name}.pdf"
    assert (syntax_faults(pdf), drawing_faults(pdf), ua_failures(pdf)) == ((), (), ())
    names = {font.name for font in fonts(pdf)}
    assert any(name.startswith("Noto-Serif-CJK-TC") for name in names) and not any("CJK-SC" in name for name in names)
    assert not check_pdf(pdf).fails


def test_the_list_to_review_names_the_most_doubtful_first(hant: RealTitle) -> None:
    review = hant.pressed.files["traditional-review.md"].decode()
    assert "title.yaml 中规定整词的写法" in review
    heads = [line for line in review.splitlines() if line.startswith("## ")]
    assert [head.split("（")[0] for head in heads] == [
        "## 两个词语相争：请首先复核",
        "## 逐字转换，无词语为证：请逐条复核",
        "## 由词库中的词语决定",
    ]
    assert "| 签→籤 | 簽 | ，不再是一个项目**签**一纸合同的甲乙双 | 1 | chapters/05.md:50 |" in review
    assert not [line for line in review.splitlines() if line.startswith("| ") and line.endswith("|  |")]


def test_phrases_over_lines_kept_characters_other_languages_and_code(tmp_path: Path) -> None:
    files = {"chapters/01.md": CHAPTER}
    more = "traditional:\n  standard: hk\n  title: 論橋\n  words: {干了: 乾了}\n"
    folder = write_title(tmp_path / "bridge", **files, **{"title.yaml": title_yaml(files, more)})
    with worker() as layout:
        pressed = press(folder, layout, script="traditional")
    web = pressed.files["web/ch01.html"].decode()
    assert '<html lang="zh-Hant-HK">' in web and "<title>第一章 理髮與發展 · 論橋</title>" in web
    assert "「皇后」在最後一排。" in web and '<em class="dot">后稷</em>乾了' in web
    assert '<span lang="ja">国会</span>' in web and "发 = " in web
    assert "「皇后」在最後一排。" in epub_parts(pressed.files["bridge-hant.epub"])["ch01.xhtml"].decode()
    assert "「皇后」在最後一排。" in pdf_text(pressed.files["bridge-hant.pdf"]).replace("\r\n", "")
    assert json.loads(pressed.files["manifest.json"])["title"] == "論橋"
