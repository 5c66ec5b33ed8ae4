"""Names, titles, dots, readings and kept words in all three editions."""

from pathlib import Path

import pypdfium2
import pytest

from kanben.press.title import Pressed, press
from kanben.press.worker import worker
from kanben.trouble import Stop
from tests.agreement import epub_parts
from tests.checkers.ace import ace
from tests.checkers.axe import axe
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.checkers.nu import nu_errors
from tests.checkers.pdf import ua_failures
from tests.titles import write_files, write_title

CHAPTER = """# 论[李冰]{.name}

昔[李冰]{.name}[司马迁]{.name}守[蜀、汉]{.name}，事见[史记·河渠书]{.work}。[“要点”，着重]{.dot}。

[重庆]{.pinyin}，[和平]{ruby="peace"}，[都江堰]{.pinyin .name}，[后]{.keep}稷，[曾]{.pinyin}氏。[国会]{lang=ja .dot}。
"""
INLINE = (
    '昔<u class="name">李冰</u><u class="name">司马迁</u>守<u class="name">蜀</u>、<u class="name">汉</u>，'
    '事见<cite class="work">史记</cite>·<cite class="work">河渠书</cite>。'
    '“<em class="dot">要点</em>”，<em class="dot">着重</em>。'
)
READ = (
    "<ruby>重<rp>（</rp><rt>chóng</rt><rp>）</rp>庆<rp>（</rp><rt>qìng</rt><rp>）</rp></ruby>，"
    "<ruby>和平<rp>（</rp><rt>peace</rt><rp>）</rp></ruby>，"
    '<u class="name"><ruby>都江堰<rp>（</rp><rt>dū jiāng yàn</rt><rp>）</rp></ruby></u>，后稷，'
)


@pytest.fixture(scope="module")
def pressed(tmp_path_factory: pytest.TempPathFactory) -> Pressed:
    folder = write_title(tmp_path_factory.mktemp("text") / "names", **{"chapters/01.md": CHAPTER})
    with worker() as layout:
        return press(folder, layout)


@pytest.fixture(scope="module")
def out(pressed: Pressed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("out"), pressed.files)


def test_web_and_epub_mark_words_and_leave_marks_out(pressed: Pressed) -> None:
    web = pressed.files["web/ch01.html"].decode()
    epub = epub_parts(pressed.files["names.epub"])["ch01.xhtml"].decode()
    for text in (web, epub):
        assert INLINE in text and READ in text
    assert '<em class="dot"><span lang="ja">国会</span></em>' in web
    assert '<em class="dot"><span lang="ja" xml:lang="ja">国会</span></em>' in epub


def test_print_says_each_character_and_its_syllable(pressed: Pressed) -> None:
    document = pypdfium2.PdfDocument(pressed.files["names.pdf"])
    words = "".join(page.get_textpage().get_text_range() for page in document).split()
    text = "".join(words)
    assert "昔李冰司马迁守蜀、汉，事见史记·河渠书。“要点”，着重。" in text
    assert "重chóng庆qìng" in text and "和平peace" in text and "都江堰dūjiāngyàn" in text


def test_the_uncertain_reading_is_told_at_its_place(pressed: Pressed) -> None:
    assert [f"{told.code} {told.place}" for told in pressed.troubles] == ["uncertain-reading chapters/01.md:5:68"]
    assert (pressed.troubles[0].what("zh"), pressed.troubles[0].mend("zh")) == (
        "“曾”中的“曾”注作 céng，也可读 zeng",
        '请写明读音：{ruby="céng"}',
    )


def test_every_checker_is_content(out: Path) -> None:
    verdict = epubcheck(out / "names.epub")
    assert verdict.clean, str(verdict)
    assert ace(out / "names.epub") == ()
    assert nu_errors(out / "web") == ()
    with site(out / "web") as pages:
        assert axe(pages, ["ch01.html"]) == ()
        shown = pages.open("ch01.html").evaluate(
            "() => [...document.querySelectorAll('main u.name, main cite.work')]"
            ".map((each) => getComputedStyle(each).textDecorationStyle)"
        )
        assert set(shown) == {"solid", "wavy"}
    assert ua_failures(out / "names.pdf") == ()


def test_a_class_that_is_nearly_one_is_told(tmp_path: Path) -> None:
    folder = write_title(tmp_path / "names", **{"chapters/01.md": "# 桥\n\n[李冰]{.nam}，[史记]{.works}。\n"})
    with worker() as layout, pytest.raises(Stop) as stop:
        press(folder, layout)
    assert [(told.code, told.near) for told in stop.value.troubles] == [
        ("unknown-class", "name"),
        ("unknown-class", "work"),
    ]
