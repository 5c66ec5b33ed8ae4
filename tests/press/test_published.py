"""The digest as it is published at an address: scored by Lighthouse, and one record behind all that names it."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree

import pypdfium2
import pytest
from lxml import html
from PIL import Image

from tests.agreement import epub_parts
from tests.checkers.browser import served
from tests.checkers.lighthouse import CATEGORIES, lighthouse
from tests.real_titles import DIGEST, RealTitle
from tests.shelf import real_title

HOME = "https://example.org/xinzhi-digest/web/"
UUID = "410cd982-1de8-4399-b106-1cde9d30d0b4"
GIVEN = f"""url: {HOME}
publisher: 样书出版社 & 分社
edition: 第2版
rights: 版权所有 & 翻印必究
description: 一份摘编 & 说明
subjects: [桥 & 路, 水]
identifiers: {{uuid: {UUID}, print-isbn: 978-7-5000-0001-3, epub-isbn: 978-7-5000-0000-6}}
"""
PRINT_ISBN, EPUB_ISBN = "urn:isbn:9787500000013", "urn:isbn:9787500000006"
TITLE, SUBTITLE = "《更好赋能中国繁荣世界》摘编", "新质生产力的理论贡献和实践价值"
WHOLE, CITED = f"{TITLE}——{SUBTITLE}", f"{TITLE}：{SUBTITLE}"
EDITION, RIGHTS, SUMMARY, SUBJECTS = "第2版", "版权所有 & 翻印必究", "一份摘编 & 说明", ["桥 & 路", "水"]
MAKERS, PUBLISHER, DATE, LANGUAGE = ["刊本项目"], "样书出版社 & 分社", "2026-11-25", "zh-Hans"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> RealTitle:
    """The digest with an address, and with the facts that it lacks."""
    folder = shutil.copytree(DIGEST, tmp_path_factory.mktemp("published") / DIGEST.name)
    yaml = (folder / "title.yaml").read_text("utf-8")
    kept = re.sub(
        r"^(identifiers:\n(  .*\n)+|(edition|rights|description|subjects):.*\n)", "", yaml, flags=re.MULTILINE
    )
    (folder / "title.yaml").write_text(kept + GIVEN, "utf-8")
    return real_title(folder)


@pytest.fixture(scope="module")
def address(published: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the editions are served, the PDF and the EPUB beside `web/`."""
    with served(published.write(tmp_path_factory.mktemp("out"))) as home:
        yield f"{home}/web"


@pytest.mark.parametrize("page", ["index.html", "ch01.html"])
def test_lighthouse_gives_the_start_page_and_a_chapter_full_marks(address: str, page: str) -> None:
    scores, failed = lighthouse(f"{address}/{page}")
    assert (scores, failed) == (dict.fromkeys(CATEGORIES, 100), ())


# ---- one record --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """What a page of the web edition says of itself in its head."""

    root: html.HtmlElement

    def named(self, name: str) -> list[str]:
        return [str(found) for found in self.root.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")]

    @property
    def data(self) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.root.xpath("//script[@type='application/ld+json']/text()")[0])
        return found


@pytest.fixture(scope="module")
def start(published: RealTitle) -> Page:
    return page(published, "index.html")


def page(title: RealTitle, name: str) -> Page:
    return Page(html.fromstring(title.pressed.files[f"web/{name}"]))


def test_the_package_of_the_epub_says_the_record(published: RealTitle) -> None:
    package = ElementTree.fromstring(epub_parts(published.epub)["content.opf"])
    said = {name: [each.text for each in package.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}")] for name in DC}
    assert said == {
        "title": [TITLE, SUBTITLE],
        "creator": MAKERS,
        "publisher": [PUBLISHER],
        "date": [DATE],
        "language": [LANGUAGE],
        "identifier": [EPUB_ISBN, f"urn:uuid:{UUID}"],
        "source": [PRINT_ISBN],
        "subject": SUBJECTS,
        "description": [SUMMARY],
        "rights": [RIGHTS],
    }
    metas = {each.get("property"): each.text for each in package.iter("{http://www.idpf.org/2007/opf}meta")}
    assert (metas["schema:bookEdition"], metas["dcterms:modified"]) == (EDITION, f"{DATE}T00:00:00Z")


DC = (
    *("title", "creator", "publisher", "date", "language", "identifier"),
    *("subject", "description", "rights", "source"),
)


def test_the_pdf_says_the_record_in_its_info_and_in_xmp(published: RealTitle) -> None:
    info = pypdfium2.PdfDocument(published.pdf).get_metadata_dict()
    assert (info["Title"], info["Author"]) == (WHOLE, "、".join(MAKERS))
    assert (info["Subject"], info["Keywords"]) == (SUMMARY, ", ".join(SUBJECTS))
    assert {info[name][:10] for name in ("CreationDate", "ModDate")} == {f"D:{DATE.replace('-', '')}"}
    (packet,) = re.findall(b"<x:xmpmeta.*?</x:xmpmeta>", published.pdf, re.DOTALL)  # any program can read it
    xmp = ElementTree.fromstring(packet)
    said = {
        name: "".join(*(each.itertext() for each in xmp.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}")))
        for name in DC[:-1]
    }
    assert said == {
        "title": WHOLE,
        "creator": "、".join(MAKERS),
        "publisher": PUBLISHER,
        "date": DATE,
        "language": LANGUAGE,
        "identifier": PRINT_ISBN,
        "subject": "".join(SUBJECTS),
        "description": SUMMARY,
        "rights": RIGHTS,
    }


def test_dublin_core_scholar_and_open_graph_say_the_record_on_the_start_page(start: Page) -> None:
    assert {name: start.named(f"DC.{name}") for name in DC[:-1]} == {
        "title": [WHOLE],
        "creator": MAKERS,
        "publisher": [PUBLISHER],
        "date": [DATE],
        "language": [LANGUAGE],
        "identifier": [f"urn:uuid:{UUID}", PRINT_ISBN, EPUB_ISBN],
        "subject": SUBJECTS,
        "description": [SUMMARY],
        "rights": [RIGHTS],
    }
    assert start.named("citation_title") == [CITED]
    assert start.named("citation_author") == MAKERS
    assert start.named("citation_publisher") == [PUBLISHER]
    assert start.named("citation_publication_date") == [DATE.replace("-", "/")]
    assert start.named("citation_language") == [LANGUAGE]
    assert start.named("citation_isbn") == ["978-7-5000-0001-3"]
    assert start.named("citation_pdf_url") == ["https://example.org/xinzhi-digest/xinzhi-digest.pdf"]
    assert start.named("citation_fulltext_html_url") == [HOME]
    assert (start.named("og:title"), start.named("og:url"), start.named("og:locale")) == ([WHOLE], [HOME], ["zh_CN"])
    assert (start.named("book:isbn"), start.named("book:release_date")) == (["978-7-5000-0001-3"], [DATE])
    assert (start.named("book:tag"), start.named("og:site_name")) == (SUBJECTS, [TITLE])
    assert start.named("og:description") == start.named("description") == [SUMMARY]
    assert (start.named("author"), start.root.get("lang")) == (["、".join(MAKERS)], LANGUAGE)


def test_the_picture_that_is_shared_is_the_cover_of_the_e_book(published: RealTitle, start: Page) -> None:
    assert start.named("og:image") == [start.data["image"]] == [f"{HOME}cover.jpg"]
    assert start.named("og:image:alt") == [f"封面：{WHOLE}"]
    shared = published.pressed.files["web/cover.jpg"]
    assert shared == epub_parts(published.epub)["cover.jpg"]
    with Image.open(BytesIO(shared)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1600, 2560))


def test_json_ld_says_the_record_and_where_each_file_is(published: RealTitle, start: Page) -> None:
    data = start.data
    assert (data["name"], data["alternativeHeadline"], data["contributor"]) == (TITLE, SUBTITLE, MAKERS)
    assert data["publisher"] == {"@type": "Organization", "name": PUBLISHER}
    assert (data["datePublished"], data["inLanguage"]) == (DATE, LANGUAGE)
    assert (data["description"], data["keywords"], data["copyrightNotice"]) == (SUMMARY, SUBJECTS, RIGHTS)
    assert data["bookEdition"] == EDITION
    assert (data["@id"], data["isbn"], data["url"]) == (f"urn:uuid:{UUID}", "978-7-5000-0000-6", HOME)
    files = [(name, len(published.pressed.files[name])) for name in ("xinzhi-digest.pdf", "xinzhi-digest.epub")]
    types = ("application/pdf", "application/epub+zip")
    assert data["encoding"] == [
        {
            "@type": "MediaObject",
            "contentUrl": f"https://example.org/xinzhi-digest/{name}",
            "encodingFormat": media,
            "contentSize": f"{size / 1e6:.1f} MB",
        }
        for (name, size), media in zip(files, types, strict=True)
    ]


def test_each_part_says_where_it_is_and_of_which_book(published: RealTitle, start: Page) -> None:
    for number, part in enumerate(published.book.parts, 1):
        (address,) = page(published, PAGES.get(part.id, f"{part.id}.html")).named("og:url")
        data = page(published, PAGES.get(part.id, f"{part.id}.html")).data
        assert (data["@type"], data["url"], data["position"]) == ("Chapter", address, number)
        assert data["isPartOf"] == {"@type": "Book"} | {name: start.data[name] for name in ("@id", "url", "name")}


PAGES = {"index": "part-index.html"}


def test_the_sitemap_names_the_pages_by_the_addresses_that_they_say(published: RealTitle) -> None:
    rows = ElementTree.fromstring(published.pressed.files["web/sitemap.xml"])
    pages = [name.removeprefix("web/") for name in published.pressed.files if re.fullmatch(r"web/[^/]+\.html", name)]
    addresses = [page(published, name).named("og:url")[0] for name in pages if name != "search.html"]
    assert sorted(str(row[0].text) for row in rows) == sorted(addresses)
    assert {row[1].text for row in rows} == {DATE}
