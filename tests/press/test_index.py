"""An index in all three editions: its page numbers are found again in the PDF, and every link leads to its place."""

import re
from pathlib import Path
from random import Random

import pytest
from lxml import html

from kanben.book.entries import IndexEntry
from kanben.book.page_map import PageMap
from kanben.book.walk import walk
from kanben.editions.web import web_site
from kanben.place import Place
from kanben.reading.index import read_index
from tests.agreement import epub_parts
from tests.checkers.ace import ace
from tests.checkers.axe import axe
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.checkers.nu import nu_errors
from tests.checkers.pdf import syntax_faults, ua_failures
from tests.editions.print.standards.told import structure
from tests.press.printed_index import expanded, groups, occurrences, printed, spelt
from tests.real_titles import RealTitle
from tests.shelf import real_title
from tests.titles import title_yaml, write_title

FILLING = "河水自西而东，两岸人家隔水相望，往来须绕行数里。", "乡人集资，请匠人勘定河床。", "历时三年而成。"
INDEX = """\
- 石桥
- {term: 木桥, also: [木梁]}
- {term: 石拱桥, under: 石桥}
- {term: 石梁桥, see: 石桥}
- {term: 敞肩拱, see-also: [石拱桥]}
- 5G网络
- {term: 长桥, sort: chang qiao}
"""
GLOSSARY = """\
- {term: 石拱桥, definition: 用石头砌成拱的桥。}
- {term: 拱桥边, definition: 拱桥的两旁。}
"""


def chapter(heading: str, seed: int, paragraphs: int, words: list[str]) -> str:
    """Paragraphs of filling, with words strewn among it."""
    choose = Random(seed)
    texts = ("".join(choose.choice(FILLING) + choose.choice(words) + "。" for _ in range(9)) for _ in range(paragraphs))
    return f"# {heading}\n\n" + "\n\n".join(texts) + "\n"


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> RealTitle:
    """Two chapters of some pages with words to find, all kinds of marks, and a chapter behind the index."""
    first = chapter("桥的道理", 1, 16, ["有石桥", "有木桥", "有石拱桥", "有石*拱*桥", "有桥", "有木梁"])
    marked = """
## 石桥与[渡口]{.index}

这里专说[赵州桥]{.index .main under="石桥"}，[它]{.index entry="赵州桥" under="石桥"}很老。
[]{.index entry="没有字的地方"}此处无字。注里也有。[^n]在石拱*桥边*。[大拱桥]{.index see="石拱桥"}。

[^n]: 注中的[桥墩]{.index see-also="石桥；木桥"}。
"""
    passage = '\n::: {.index entry="建桥"}\n' + chapter("x", 2, 9, ["有桥"]).partition("\n\n")[2] + "\n:::\n"
    second = chapter("桥与路", 3, 14, ["有敞肩拱", "有5G 网络", "有长桥"])
    files = {
        "chapters/01.md": first + marked + passage,
        "chapters/02.md": second,
        "glossary.yaml": GLOSSARY,
        "index.yaml": INDEX,
        "back/conclusion.md": "# 结语\n\n石桥与木桥，各有所长。\n",
    }
    listed = re.sub("back: .*", "back: [glossary, index, back/conclusion.md]", title_yaml(files))
    folder = tmp_path_factory.mktemp("indexed") / "bridges"
    return real_title(write_title(folder, **{**files, "title.yaml": listed}))


def looked_for(title: RealTitle) -> dict[str, str]:
    """Each word of index.yaml and its entry's."""
    listed: tuple[IndexEntry, ...] | None = read_index(title.folder, Place(""), lambda told: None)
    assert listed is not None
    return dict(spelt(title.book, listed))


def test_the_printed_pages_are_those_on_which_the_words_stand(indexed: RealTitle) -> None:
    found = occurrences(indexed, looked_for(indexed))
    pages = {term: expanded(places) for term, places in printed(indexed).items() if term in found}
    assert pages == found
    assert all(found.values())


def test_the_digests_index_names_every_page_of_every_word(digest: RealTitle) -> None:
    words = looked_for(digest)
    assert len(set(words.values())) > 20
    found = occurrences(digest, words)
    assert {term: expanded(places) for term, places in printed(digest).items() if term in found} == found


def test_pages_in_a_row_are_a_span_a_passage_is_one_and_the_main_place_stands_alone(indexed: RealTitle) -> None:
    places = printed(indexed)
    labels = indexed.pressed.pages.labels
    assert re.fullmatch(r"1—\d、\d+", places["石桥"])
    entry = next(node for node in walk(indexed.book) if isinstance(node, IndexEntry) and node.term == "建桥")
    (passage,) = entry.locators
    assert places["建桥"] == f"{labels[passage.id]}—{labels[passage.until]}"
    assert labels[passage.id] != labels[passage.until]
    assert places["没有字的地方"] == places["渡口"] == places["赵州桥"]
    assert places["桥墩"] == places["渡口"]  # the foot of the same page
    assert (places["大拱桥"], places["石梁桥"]) == ("", "")


def test_entries_stand_under_their_letters_those_below_another_under_it(indexed: RealTitle) -> None:
    assert groups(indexed.book) == [
        ("0–9", ["5G网络"]),
        ("C", ["长桥", "敞肩拱"]),
        ("D", ["大拱桥", "渡口"]),
        ("J", ["建桥"]),
        ("M", ["没有字的地方", "木桥"]),
        ("Q", ["桥墩"]),
        ("S", ["石梁桥", "石桥"]),
    ]
    stone = next(node for node in walk(indexed.book) if isinstance(node, IndexEntry) and node.term == "石桥")
    assert [entry.term for entry in stone.entries] == ["石拱桥", "赵州桥"]


def links(page: bytes, entry: str) -> list[tuple[str, str]]:
    """(what is shown, where it leads) of the links of an entry, without those of entries below it."""
    (item,) = html.fromstring(page).xpath(f"//li[*[normalize-space()='{entry}']]")
    return [(link.text, link.get("href")) for link in item.xpath(".//a[not(ancestor::li[ancestor::ul[parent::li]])]")]


def test_links_of_web_and_epub_show_print_pages_and_lead_to_the_very_words(indexed: RealTitle) -> None:
    places, epub = printed(indexed), epub_parts(indexed.epub)
    for page, files in (
        (indexed.pressed.files["web/part-index.html"], indexed.pressed.files),
        (epub["index.xhtml"], epub),
    ):
        for entry in ("木桥", "敞肩拱", "建桥"):
            shown = [(label, href) for label, href in links(page, entry) if label.isdecimal()]
            assert [label for label, _ in shown] == re.findall(r"\d+", places[entry])
            for _, href in shown:
                name, _, target = href.partition("#")
                document = files.get(name) or files[f"web/{name}"]
                words = html.fromstring(document).get_element_by_id(target).text_content()
                assert entry == "建桥" or words in ("木桥", "木梁", "敞肩拱")
        assert (links(page, "石梁桥")[0][0], html.fromstring(page).xpath("//em")[1].text) == ("石桥", "见")


def test_without_print_the_links_name_sections(indexed: RealTitle) -> None:
    page = web_site(indexed.book, PageMap()).files()["part-index.html"]
    assert [label for label, _ in links(page, "渡口")] == ["1.1"]
    assert [(label, href.partition("#")[0]) for label, href in links(page, "木桥")] == [
        ("第一章", "ch01.html"),
        ("结语", "conclusion.html"),
    ]


def test_every_checker_is_content(indexed: RealTitle, tmp_path: Path) -> None:
    files = indexed.write(tmp_path)
    verdict = epubcheck(files / "bridges.epub")
    assert verdict.clean, str(verdict)
    assert ace(files / "bridges.epub") == ()
    assert nu_errors(files / "web") == ()
    with site(files / "web") as pages:
        assert axe(pages, ["part-index.html", "ch01.html", "glossary.html"]) == ()
    assert syntax_faults(files / "bridges.pdf") == ()
    assert ua_failures(files / "bridges.pdf") == ()


def test_print_tags_the_index_its_lists_and_the_way_to_each_place(indexed: RealTitle, tmp_path: Path) -> None:
    (index,) = structure(indexed.write(tmp_path) / "bridges.pdf").all("Index")
    assert [kid.tag for kid in index.inner] == ["P", "L"] * len(groups(indexed.book))
    (entry,) = [item for item in index.all("LI") if item.words().startswith("敞肩拱")]
    assert {reference.words() for reference in entry.all("Reference")} >= {"石拱桥"}
    assert all(reference.inner[0].tag == "Link" for reference in index.all("Reference"))


def test_the_epub_names_its_index(indexed: RealTitle) -> None:
    files = epub_parts(indexed.epub)
    assert b'<a epub:type="index" href="index.xhtml">' in files["nav.xhtml"]
    assert b'<section epub:type="index" role="doc-index"' in files["index.xhtml"]
