"""Notes in every place of a chapter that may hold one, in all three editions."""

from pathlib import Path

import pypdfium2
import pytest
from lxml import etree, html

from kanben.press.title import Pressed, press
from kanben.press.worker import worker
from tests.agreement import epub_parts, epub_words, pdf_pages, squeeze, web_words
from tests.checkers.pdf import ua_failures
from tests.titles import write_title

FILLER = "桥者，所以济不通也；路者，所以致远也。" * 12
ROWS = "\n".join(f"| 第{n}行{'[^row]' if n == 40 else ''} | 石桥 |" for n in range(70))
CHAPTER = f"""# 论桥[^title]

::: epigraph
穷则变。[^epigraph]

—— 《周易》[^source]
:::

## 石桥[^section]

甲[^twice]乙[^twice]。丙[^one]丁[^two]。

> 引文[^quote]

- 条目[^item]

词[^word]
:   释义[^meaning]

{FILLER}

{FILLER}

| 名[^head] | 材 |
|----|----|
{ROWS}

: 桥表[^caption]

{FILLER}[^twice]

[^title]: 篇题的注。
[^epigraph]: 题词的注。
[^source]: 出处的注。
[^section]: 小节的注。
[^twice]: 用了几次的注。
[^one]: 同上。
[^two]: 同上。
[^quote]: 引文的注。
[^item]: 条目的注。
[^word]: 词语的注。
[^meaning]: 释义的注。
[^head]: 表头的注。
[^row]: 表内的注。
[^caption]: 表题的注。
"""
OPENING = ["篇题", "题词", "出处", "小节", "用了几次", "同上。", "同上。", "引文", "条目", "词语", "释义"]


@pytest.fixture(scope="module")
def pressed(tmp_path_factory: pytest.TempPathFactory) -> Pressed:
    folder = write_title(tmp_path_factory.mktemp("notes") / "bridges", **{"chapters/01.md": CHAPTER})
    with worker() as layout:
        return press(folder, layout)


@pytest.fixture(scope="module")
def pdf(pressed: Pressed) -> bytes:
    return pressed.files["bridges.pdf"]


def words_of(notes: list[str]) -> list[str]:
    return [note if note.startswith("同上") else f"{note}的注。" for note in notes]


def test_nothing_is_told(pressed: Pressed) -> None:
    assert [str(trouble) for trouble in pressed.troubles] == []


def test_each_note_stands_once_at_the_foot_of_its_page(pdf: bytes) -> None:
    pages = [[squeeze(note)[1:] for note in page.notes] for page in pdf_pages(pdf)]
    flat = [note for page in pages for note in page]

    assert flat[: len(OPENING)] == words_of(OPENING)
    assert sorted(flat[len(OPENING) :]) == sorted(words_of(["表头", "表题", "表内", "用了几次"]))


def test_calls_of_one_note_on_a_page_have_one_mark(pdf: bytes) -> None:
    opener = next(page for page in pdf_pages(pdf) if "论桥" in page.flow and page.label == "1")

    assert "甲⑤乙⑤。丙⑥丁⑦。" in opener.flow


def test_a_note_called_again_on_another_page_stands_there_again(pdf: bytes) -> None:
    last = [page for page in pdf_pages(pdf) if page.notes][-1]

    assert "①用了几次的注。" in last.notes
    assert last.flow.count("①") == 1


def test_a_table_head_that_is_repeated_shows_its_call_once(pdf: bytes) -> None:
    heads = [page.flow[page.flow.find("名") :][:4] for page in pdf_pages(pdf) if "材" in page.flow]

    assert len(heads) > 1
    assert [any(mark in head for mark in "①②③") for head in heads] == [True] + [False] * (len(heads) - 1)


def test_notes_of_headings_stay_out_of_heads_contents_and_bookmarks(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    pages = pdf_pages(pdf)
    contents = next(page.flow for page in pages if page.flow.startswith("目"))

    assert [mark.get_title() for mark in document.get_toc()][-2:] == ["第一章 论桥", "1.1 石桥"]
    assert {page.head for page in pages} <= {"", "桥", "第一章论桥"}
    assert "注" not in contents and "①" not in contents


def test_the_web_edition_has_one_note_and_a_way_back_to_each_call(pressed: Pressed) -> None:
    page = pressed.files["web/ch01.html"]
    shared = html.fromstring(page).get_element_by_id("n5")
    back = [link.get("href") for link in shared.findall(".//a[@role='doc-backlink']")]
    calls = html.fromstring(page).xpath("//a[@role='doc-noteref'][@href='#n5']")

    assert [squeeze(call.text_content()) for call in calls] == ["⑤", "⑤", "⑤"]
    assert back == [f"#{call.get('id')}" for call in calls]
    assert sorted(web_words(page).notes) == sorted(words_of([*OPENING, "表题", "表头", "表内"]))


def test_the_epub_has_one_note_and_a_way_back_to_each_call(pressed: Pressed) -> None:
    chapter = epub_parts(pressed.files["bridges.epub"])["ch01.xhtml"]
    found = etree.fromstring(chapter)
    calls = found.xpath("//*[@role='doc-noteref'][@href='#n5']/@id")
    back = found.xpath("//*[@id='n5']//*[@role='doc-backlink']/@href")

    assert len(calls) == 3
    assert back == [f"#{call}" for call in calls]
    assert sorted(epub_words(chapter).notes) == sorted(words_of([*OPENING, "表题", "表头", "表内"]))


def test_every_call_that_is_shown_is_a_link_and_the_tags_are_whole(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bridges.pdf"
    path.write_bytes(pdf)

    assert ua_failures(path) == ()


def test_a_note_of_a_figure_s_caption_is_in_all_three_editions(tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9H9"/></svg>'
    text = '# 论桥\n\n![拱[^a]](images/arch.svg){alt="拱"}\n\n[^a]: 图题的注。\n'
    folder = write_title(tmp_path / "bridges", **{"chapters/01.md": text, "images/arch.svg": picture})
    with worker() as layout:
        files = press(folder, layout).files
    assert [page.notes for page in pdf_pages(files["bridges.pdf"]) if page.notes] == [("①图题的注。",)]
    assert web_words(files["web/ch01.html"]).notes == ("图题的注。",)
    assert epub_words(epub_parts(files["bridges.epub"])["ch01.xhtml"]).notes == ("图题的注。",)
