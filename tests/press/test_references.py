"""Works cited in each form of our styles: by numbers, by authors, in notes, with a list to each chapter."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree, html

from kanben.press.title import Pressed, press
from kanben.press.worker import worker
from tests.agreement import CIRCLED, epub_parts, epub_words, pdf_pages, squeeze, web_words
from tests.checkers.pdf import ua_failures
from tests.titles import title_yaml, write_title

FIRST = """# 石桥

甲[@zhao, 12]，乙[@qian; @smith]。丙[@shan; @zhao; @qian; @li]。赵一说[-@zhao, 第15页]。丁[^a]。
戊[@li, 第三章]。己[@li, 20]。

[^a]: 见[@shan, 3]。
"""
SECOND = "# 木桥\n\n庚[@zhao]。辛[@zhao, 9]。壬[@sato]，癸[@ivanov]。\n"
WORKS = """
- {id: zhao, type: book, author: [{family: 赵, given: 一}], title: 论桥, publisher: 某社, issued: 2024}
- {id: qian, type: book, author: [{family: 钱, given: 二}, {family: 孙, given: 三}], title: 论路, issued: 2020}
- {id: shan, type: book, author: [{family: 单, given: 四}], sort: shan si, title: 论水, issued: 2019}
- {id: li, type: book, author: [{family: 李, given: 五}], title: 论石, issued: 2020}
- {id: smith, type: book, author: [{family: Smith, given: John}, {family: Jones, given: Ann}],
   title: Bridges, issued: 2001}
- {id: sato, type: book, author: [{family: 佐藤, given: 一}, {family: 鈴木, given: 二}], title: 石の橋, issued: 1999}
- {id: ivanov, type: book, author: [{family: Иванов, given: И. И.}, {family: Петров, given: П. П.}],
   title: Мосты, issued: 1970}
- {id: zhou, type: book, author: [{family: 周, given: 六}], title: 论木, issued: 2000, further-reading: true}
"""
CHOICES = {
    "numbers": "style: gb-t-7714-2025",
    "authors": "style: gb-t-7714-2025-author-date",
    "notes": "style: gb-t-7714-2025-note, repeated: ibid",
    "chapters": "style: gb-t-7714-2015, lists: chapter",
}
FLOWS = {
    "numbers": "甲[1]12，乙[2-3]。丙[1-2，4-5]。赵一说[1]15。丁①。戊[5]第三章。己[5]20。",
    "authors": "甲（赵一，2024）12，乙（钱二等，2020；Smithetal.，2001）。"
    "丙（单四，2019；赵一，2024；钱二等，2020；李五，2020）。赵一说（2024）15。丁①。戊（李五，2020）第三章。己（李五，2020）20。",
    "notes": "甲①，乙②。丙③。赵一说④。丁⑤。戊⑥。己⑦。",
    "chapters": "甲[1]12，乙[2-3]。丙[1-2,4-5]。赵一说[1]15。丁①。戊[5]第三章。己[5]20。",
}
NOTES = {
    "numbers": ["见[4]3。"],
    "authors": ["见（单四，2019）3。"],
    "notes": [
        "赵一.论桥[M].某社，2024：12.",
        "钱二，孙三.论路[M].2020；SmithJ，JonesA.Bridges[M].2001.",
        "单四.论水[M].2019；赵一.论桥[M]；钱二，孙三.论路[M]；李五.论石[M].2020.",
        "论桥[M]：15.",
        "见单四.论水[M]：3。",
        "李五.论石[M]，第三章.",
        "同上：20.",
        "赵一.论桥[M].某社，2024.",
        "同上：9.",
        "佐藤一，鈴木二.石の橋[M].1999.",
        "ИвановИИ，ПетровПП.Мосты[M].1970.",
    ],
    "chapters": ["见[4]3。"],
}


@dataclass(frozen=True, slots=True)
class Cited:
    form: str
    pressed: Pressed

    @property
    def pdf(self) -> bytes:
        return self.pressed.files["bridges.pdf"]

    def web(self, part: str) -> bytes:
        return self.pressed.files[f"web/{part}.html"]

    def epub(self, part: str) -> bytes:
        return epub_parts(self.pressed.files["bridges.epub"])[f"{part}.xhtml"]


@pytest.fixture(scope="module", params=list(CHOICES))
def cited(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Cited:
    files = {"chapters/01.md": FIRST, "chapters/02.md": SECOND, "references.yaml": WORKS}
    yaml = title_yaml(files, f"references: {{{CHOICES[request.param]}}}\n")
    folder = write_title(tmp_path_factory.mktemp(request.param) / "bridges", **{"title.yaml": yaml, **files})
    with worker() as layout:
        return Cited(request.param, press(folder, layout))


def test_nothing_is_told(cited: Cited) -> None:
    assert [str(trouble) for trouble in cited.pressed.troubles] == []


def test_the_three_editions_cite_alike(cited: Cited) -> None:
    flow = FLOWS[cited.form]
    opener = next(page for page in pdf_pages(cited.pdf) if page.label == "1")
    assert flow in opener.flow
    unmarked = re.sub(CIRCLED, "", flow)  # on screens a call is no word of the text
    assert unmarked in web_words(cited.web("ch01")).flow
    assert unmarked in epub_words(cited.epub("ch01")).flow


def test_notes_name_works_again_as_their_chapter_allows(cited: Cited) -> None:
    printed = [squeeze(note)[1:] for page in pdf_pages(cited.pdf) for note in page.notes]
    web = [note for part in ("ch01", "ch02") for note in web_words(cited.web(part)).notes]
    epub = [note for part in ("ch01", "ch02") for note in epub_words(cited.epub(part)).notes]
    assert printed == web == epub == NOTES[cited.form]


def test_each_work_leads_to_the_places_that_cite_it_and_they_to_it(cited: Cited) -> None:
    lists = ("ch01", "ch02") if cited.form == "chapters" else ("references",)
    parts = sorted({"ch01", "ch02", *lists})
    web = {part: html.fromstring(cited.web(part)) for part in parts}
    epub = {part: etree.fromstring(cited.epub(part)) for part in parts}
    for pages in (web, epub):
        places = {place for page in pages.values() for place in page.xpath("//*/@id")}
        links = [link for page in pages.values() for link in page.xpath("//*[@role='doc-biblioref']/@href")]
        back = [link for part in lists for link in pages[part].xpath("//*[@role='doc-backlink']/@href")]
        assert len(links) >= 11
        assert {link.partition("#")[2] for link in (*links, *back)} <= places
        assert {link.partition("#")[2][:2] for link in links} >= {"r1", "r2", "r3"}


def test_print_names_the_pages_that_cite_a_work(cited: Cited) -> None:
    words = "".join(page.flow for page in pdf_pages(cited.pdf))
    if cited.form == "chapters":
        assert words.count("赵一.论桥[M].某社,2024.见第1页") == words.count("赵一.论桥[M].某社,2024.见第3页") == 1
    else:
        assert words.count("见第1、3页") == 1


def test_lists_stand_in_the_order_of_their_form(cited: Cited) -> None:
    names = ("赵一", "钱二", "单四", "李五", "Smith", "佐藤", "Иванов", "周六")
    list_of = web_words(cited.web("references")).flow
    order = [name for name in sorted(names, key=list_of.find) if name in list_of]
    assert (
        order
        == {
            "numbers": ["赵一", "钱二", "Smith", "单四", "李五", "佐藤", "Иванов", "周六"],
            "authors": ["李五", "钱二", "单四", "赵一", "佐藤", "Smith", "Иванов", "周六"],
            "notes": ["赵一", "钱二", "单四", "李五", "Smith", "佐藤", "Иванов", "周六"],
            "chapters": ["周六"],
        }[cited.form]
    )


def test_further_reading_stands_apart(cited: Cited) -> None:
    for words in (web_words(cited.web("references")).flow, epub_words(cited.epub("references")).flow):
        assert ("延伸阅读" in words) == (cited.form != "chapters")


def test_the_pdf_can_be_read_aloud(cited: Cited, tmp_path: Path) -> None:
    (tmp_path / "book.pdf").write_bytes(cited.pdf)
    assert ua_failures(tmp_path / "book.pdf") == ()
