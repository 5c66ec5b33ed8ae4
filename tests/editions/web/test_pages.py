"""The pages say what the Book says, are tied to each other, and tell machines what they are."""

import gzip
import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html

from kanben.book.blocks import Heading, Paragraph
from kanben.book.book import Book, Part
from kanben.book.entries import Glossary, GlossaryEntry, ReferenceEntry
from kanben.book.inlines import Note, PageBreak, Text
from kanben.book.page_map import PageMap
from kanben.book.text import text_of
from kanben.book.walk import walk
from tests.sample_book import PAGES, note, sample_book
from tests.whole_site import DOWNLOADS, whole_site

ADDED = "//*[contains(concat(' ', @class, ' '), ' {} ')]"
NOT_TYPED = ("label", "call", "made", "notes", "uses", "also", "anchor")
BOOK = sample_book()


def page_of(web: dict[str, bytes], name: str) -> html.HtmlElement:
    return html.document_fromstring(web[name].decode())


def squeezed(text: str) -> str:
    return "".join(text.split())


def typed_text(page: html.HtmlElement) -> str:
    """The words of a part without what numbers and templates add."""
    (section,) = page.xpath("//main/section")
    for name in NOT_TYPED:
        for element in section.xpath("." + ADDED.format(name)):
            element.drop_tree()
    for element in section.xpath(".//rp | .//rt"):
        element.drop_tree()
    return squeezed(section.text_content())


def expected_text(part: Part) -> str:
    if any(isinstance(block, Glossary) for block in part.blocks):
        entries = [node for node in walk(part.blocks) if isinstance(node, GlossaryEntry)]
        return squeezed(text_of(part.heading) + "".join(entry.term + text_of(entry.blocks) for entry in entries))
    return squeezed(text_of(part.heading) + text_of(part.blocks))


@pytest.mark.parametrize("part", BOOK.parts, ids=lambda part: part.id)
def test_a_page_has_the_text_of_its_part(web: dict[str, bytes], part: Part) -> None:
    assert typed_text(page_of(web, f"{part.id}.html")) == expected_text(part)


@pytest.mark.parametrize("part", BOOK.parts, ids=lambda part: part.id)
def test_notes_stand_at_the_end_of_their_part_with_a_way_back(web: dict[str, bytes], part: Part) -> None:
    page = page_of(web, f"{part.id}.html")
    notes = [node for node in walk((part,)) if isinstance(node, Note)]
    shown = page.xpath("//section[@role='doc-endnotes']/ol/li")
    assert [item.get("id") for item in shown] == [each.id for each in notes]
    words = [squeezed(item.find("div").text_content()) for item in shown]
    assert words == [squeezed(text_of(each.blocks)) for each in notes]
    calls = page.xpath("//main//sup/a[@role='doc-noteref']")
    assert [call.get("href") for call in calls] == [f"#{each.id}" for each in notes]
    backs = [item.find("a").get("href") for item in shown]
    assert backs == [f"#{call.get('id')}" for call in calls]


def test_marks_count_from_one_in_every_part_and_leave_the_circle_after_fifty() -> None:
    first, *others = BOOK.parts
    notes = tuple(note(f"x{number}", number, "注") for number in range(1, 53))
    web = whole_site(replace(BOOK, parts=(replace(first, blocks=(Paragraph(notes),)), *others)), PageMap())
    marks = page_of(web, "preface.html").xpath("//sup/a/text()")
    assert [marks[index] for index in (0, 19, 20, 35, 49, 50, 51)] == ["①", "⑳", "㉑", "㊱", "㊿", "[51]", "[52]"]
    assert page_of(web, "ch01.html").xpath("//sup/a/text()")[0] == "①"


def test_every_link_within_the_book_arrives_and_every_id_stands_once(web: dict[str, bytes]) -> None:
    pages = {name: page_of(web, name) for name in web if name.endswith(".html")}
    ids = {name: page.xpath("//@id") for name, page in pages.items()}
    for name, page in pages.items():
        assert len(ids[name]) == len(set(ids[name])), name
        assert all(re.fullmatch(r"[a-z][a-z0-9-]*", each) for each in ids[name]), name
        for target in page.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            file, _, fragment = target.partition("#")
            if target.startswith(("https:", "../")):
                continue
            assert (file or name) in web, f"{name}: {target}"
            assert not fragment or fragment in ids[file or name], f"{name}: {target}"


def test_the_start_page_has_the_facts_the_whole_contents_and_the_other_editions(web: dict[str, bytes]) -> None:
    page = page_of(web, "index.html")
    assert page.xpath("string(//h1)") == BOOK.record.title
    assert page.xpath("string(//p[@role='doc-subtitle'])") == "一本样书"
    assert [squeezed(row.text_content()) for row in page.xpath("//section[@class='facts']//dl/div")] == [
        "出版样书社",
        "日期2026年11月23日",
        "版次第1版",
        "UUID0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10",
        "主题桥梁、道路",
        "权利保留一切权利",
    ]
    contents = page.xpath("//section[@class='contents']")[0]
    assert contents.xpath(".//ol/li/ol/li/ol/li/a/@href") == ["ch01.html#ch01-s1-1"]
    assert [squeezed(words.text_content()) for words in contents.xpath("./ol/li/a/span[@class='words']")] == [
        text_of(part.heading) for part in BOOK.parts
    ]
    assert page.xpath("//section[@class='downloads']//a/@href") == ["../bridges.pdf", "../bridges.epub"]
    assert page.xpath("//span[@class='amount']/text()") == ["62页，0.7 MB", "43 kB"]


def test_without_other_editions_and_print_nothing_points_to_them() -> None:
    page = page_of(whole_site(BOOK, PageMap()), "index.html")
    assert page.xpath("//section[@class='downloads']") == []
    assert page.xpath("//span[@class='folio']") == []


def test_every_page_knows_its_neighbours_and_its_place(web: dict[str, bytes]) -> None:
    page = page_of(web, "ch01.html")
    assert page.xpath("//nav[@class='turn']/a/@href") == ["preface.html", "ch02.html"]
    assert page.xpath("//link[@rel='prev' or @rel='next']/@href") == ["preface.html", "ch02.html"]
    assert page.xpath("//nav[@id='side']//*[@aria-current='page']/@href") == ["ch01.html"]
    assert page_of(web, "preface.html").xpath("//a[@rel='prev']/@href") == ["index.html"]
    assert page_of(web, "colophon.html").xpath("//a[@rel='next']") == []


def test_print_pages_are_marked_where_they_begin(web: dict[str, bytes]) -> None:
    for part in BOOK.parts:
        breaks = [node for node in walk((part,)) if isinstance(node, PageBreak)]
        marks = page_of(web, f"{part.id}.html").xpath("//main//span[@role='doc-pagebreak']")
        assert [(mark.get("id"), mark.get("data-page")) for mark in marks] == [(each.id, each.label) for each in breaks]
    (second,) = page_of(web, "ch01.html").xpath("//span[@id='p2']")
    assert second.tail == "代码为"


def test_glossary_and_references_lead_back_to_where_they_are_used(web: dict[str, bytes]) -> None:
    (entry,) = page_of(web, "glossary.html").xpath("//dt[@id='t1']/parent::div")
    assert entry.xpath(".//p[@class='uses']/a/@href") == ["ch01.html#t1-u1", "ch01.html#t1-u2"]
    assert entry.xpath(".//p[@class='also']/text()") == ["又称 石拱桥"]
    works = page_of(web, "references.html").xpath("//main//li")
    assert [work.get("id") for work in works] == ["r1", "r2"]
    assert works[0].xpath(".//p[@class='uses']/a/@href") == ["ch01.html#r1-u1", "ch02.html#r1-u2"]


def test_a_page_carries_only_the_cards_that_it_calls(web: dict[str, bytes]) -> None:
    assert page_of(web, "ch01.html").xpath("//template/div/@data-card") == ["t1", "r1"]
    assert page_of(web, "ch02.html").xpath("//template/div/@data-card") == ["t2", "r1"]
    assert page_of(web, "glossary.html").xpath("//template") == []


def test_the_policy_names_the_one_inline_script_and_lets_nothing_else_in(web: dict[str, bytes]) -> None:
    for name in (name for name in web if name.endswith(".html")):
        page = page_of(web, name)
        (data,) = page.xpath("//script[not(@src)]")
        digest = b64encode(sha256(data.text.encode()).digest()).decode()
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert f"'sha256-{digest}'" in policy
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy.replace("'wasm-unsafe-eval'", "")  # the search is WebAssembly of this folder
        assert "http" not in policy
        assert page.xpath("//@style") == []


def test_machines_are_told_what_the_book_is(web: dict[str, bytes]) -> None:
    page = page_of(web, "index.html")
    data = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])
    assert (data["@type"], data["name"], data["author"]) == ("Book", BOOK.record.title, ["样书编写组"])
    assert data["@id"] == "urn:uuid:0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10"
    assert "isbn" not in data
    named = {meta.get("name"): meta.get("content") for meta in page.xpath("//meta[@name]")}
    assert (named["DC.title"], named["DC.language"]) == (BOOK.full_title, "zh-Hans")
    assert named["author"] == "样书编写组、样书编辑部"
    assert named["citation_title"] == "桥与路 & 桥“谱”：一本样书"
    assert (named["citation_publication_date"], named["citation_language"]) == ("2026/11/23", "zh-Hans")
    assert "citation_isbn" not in named and "citation_pdf_url" not in named
    assert page.xpath("//meta[@name='citation_author']/@content") == ["样书编写组", "样书编辑部"]
    chapter = json.loads(page_of(web, "ch01.html").xpath("//script[@type='application/ld+json']/text()")[0])
    assert (chapter["@type"], chapter["name"]) == ("Chapter", "第一章 桥")
    assert page_of(web, "ch01.html").findtext(".//title") == "第一章 桥 · 桥与路 & 桥“谱”"


def test_a_title_cannot_break_out_of_the_script_that_holds_it() -> None:
    record = replace(BOOK.record, title="</script><b>", rights="<!--")
    page = page_of(whole_site(replace(BOOK, record=record), PageMap()), "index.html")
    assert json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])["name"] == "</script><b>"
    assert page.xpath("//b") == []


def test_a_work_cited_among_others_is_on_the_card_too(web: dict[str, bytes]) -> None:
    entries = [node for node in walk(BOOK) if isinstance(node, ReferenceEntry)]
    assert page_of(web, "ch01.html").xpath("//span[@id='r1-u1']/sup/a/@data-cards") == [entries[0].id]


def test_only_pictures_that_the_text_shows_are_written(web: dict[str, bytes]) -> None:
    assert [name for name in web if name.startswith("images/")] == ["images/growth.svg"]


def test_a_part_called_index_leaves_the_start_page_alone() -> None:
    index = Part("back", "other", "index", Heading(1, (Text("索引"),), "index"), (Paragraph((Text("无"),)),))
    book: Book = replace(BOOK, parts=(*BOOK.parts, index))
    web = whole_site(book, PageMap())
    assert page_of(web, "index.html").xpath("//h1/@id") == ["title"]
    assert page_of(web, "part-index.html").xpath("//h1/@id") == ["index"]


def test_a_title_may_have_its_own_templates_and_style(tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "style.css").write_text('{% include "default/web/style.css" %}\np { color: teal }', "utf-8")
    (tmp_path / "web" / "nodes.xhtml").write_text('{% macro rule(node) %}<p class="own"></p>{% endmacro %}', "utf-8")
    web = whole_site(BOOK, PAGES, tmp_path)
    assert web["style.css"] == whole_site(BOOK, PAGES)["style.css"] + b"p { color: teal }"
    assert len(page_of(web, "ch01.html").xpath("//p[@class='own']")) == 1


def test_the_same_book_gives_the_same_bytes(web: dict[str, bytes]) -> None:
    assert whole_site(sample_book(), PAGES, None, DOWNLOADS) == web


def test_style_and_script_stay_small(web: dict[str, bytes]) -> None:
    assert len(gzip.compress(web["kanben.js"])) < 10_000
    assert len(web["style.css"]) < 30_000
