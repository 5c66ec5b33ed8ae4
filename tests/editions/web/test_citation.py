"""A reader who cites the book finds how, and files for a program that keeps works: they say what the record says."""

import json
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from kanben.book.book import Creator, Record
from kanben.book.page_map import PageMap
from kanben.editions.web.citation import citation_files, source_words, suggested_citation
from kanben.pandoc.program import run_pandoc
from kanben.place import Place
from tests.sample_book import sample_book
from tests.whole_site import whole_site

BOOK = sample_book()
FORMATS = {"cite.bib": "biblatex", "cite.ris": "ris", "cite.json": "csljson"}
BARE = replace(BOOK.record, subtitle="", creators=(), publisher="", date="", edition="", identifiers=())
FULL = replace(
    BOOK.record,
    title="桥 & 路 100% {甲}_乙 #1 \\ $",
    subtitle="样书",
    creators=(Creator("某甲"), Creator("Road and Rail, Ltd"), Creator("某乙", "editor"), Creator("某丙", "translator")),
    edition="第2版",
    identifiers=(("uuid", "x"), ("print-isbn", "978-7-000-00000-2"), ("doi", "10.1000/a_b")),
)


def read_back(record: Record, name: str) -> dict[str, Any]:
    """What an outside program (pandoc) understands of a file."""
    data = citation_files(replace(BOOK, record=record))[name]
    (item,) = json.loads(run_pandoc(["-f", FORMATS[name], "-t", "csljson"], data, Place(name)))
    return dict(item)


def name_of(person: dict[str, str]) -> str:
    """The name as it was given: RIS knows no whole names, its readers part them at a comma."""
    return person.get("literal") or ", ".join(filter(None, (person["family"], person.get("given"))))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_the_record_says(name: str) -> None:
    item = read_back(FULL, name)
    assert (item["type"], item["title"]) == ("book", f"{FULL.title}：样书")
    assert [name_of(each) for each in item["author"]] == ["某甲", "Road and Rail, Ltd"]
    assert [name_of(each) for each in item["editor"]] == ["某乙"]
    assert (item["publisher"], str(item["edition"])) == (FULL.publisher, "2")
    assert item["issued"]["date-parts"][0][0] == 2026
    number = item.get("ISBN") or item["ISSN"]  # RIS has one tag for both, and pandoc takes it for a journal's
    assert (number, item["DOI"]) == ("978-7-000-00000-2", "10.1000/a_b")


@pytest.mark.parametrize("name", FORMATS)
def test_what_the_record_does_not_know_is_left_out(name: str) -> None:
    assert set(read_back(BARE, name)) <= {"id", "type", "title", "title-short", "language"}


def test_the_citation_is_in_the_national_form() -> None:
    assert (
        suggested_citation(FULL)
        == f"某甲，Road and Rail, Ltd，某乙. {FULL.title}：样书[M]. 某丙，译. 2版. 样书社，2026."
    )
    assert suggested_citation(BARE) == f"{BARE.title}[M]."
    many = replace(BARE, creators=tuple(map(Creator, "甲乙丙丁")), date="2026-11", edition="第1版")
    assert suggested_citation(many) == f"甲，乙，丙，等. {BARE.title}[M]. 2026."
    assert suggested_citation(replace(BARE, edition="修订版")) == f"{BARE.title}[M]. 修订版."


def test_a_quoted_passage_names_the_makers_and_the_book() -> None:
    assert source_words(replace(BARE, title="《桥》选", creators=(Creator("某甲"),))) == "某甲：《〈桥〉选》"
    assert source_words(replace(BARE, title="桥")) == "《桥》"


def test_the_start_page_shows_the_citation_and_offers_the_files() -> None:
    web = whole_site(BOOK, PageMap())
    (section,) = html.document_fromstring(web["index.html"].decode()).xpath("//section[@class='citation']")
    assert section.xpath("./p/text()") == [suggested_citation(BOOK.record)]
    assert section.xpath(".//a/@href") == ["cite.bib", "cite.ris", "cite.json"]
    assert all(web[name] for name in section.xpath(".//a/@href"))
