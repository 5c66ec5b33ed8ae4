"""The folder of a release can be handed to a distributor: bibliographic data, covers, and a page for people."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import onixcheck
import pytest
from lxml import etree
from PIL import Image

from kanben.press.release import press_release
from kanben.press.worker import worker
from kanben.release.products import dated, is_body, yuan
from tests.checkers.axe import axe
from tests.checkers.browser import site
from tests.checkers.nu import nu_errors
from tests.titles import UUID, title_yaml, write_files, write_title

PRINT_ISBN, EPUB_ISBN = "978-7-00-000000-1", "9787000000018"
FACTS = """subtitle: 一本小书
publisher: 某出版社 & 某社
date: 2026-11
edition: 第2版
price: 48.00元
subjects: [桥梁, <拱>]
description: 讲桥的小书。
rights: 版权所有
creators: [{name: 某君}, {name: 某某大学, role: translator}, {name: 某编辑, role: responsible-editor}]
"""
ONIX = "{http://ns.editeur.org/onix/3.0/reference}"
ATOM, DC = "{http://www.w3.org/2005/Atom}", "{http://purl.org/dc/terms/}"
FULL, BARE = "full", "bare"


def with_facts() -> str:
    isbns = f"{{uuid: {UUID}, print-isbn: {PRINT_ISBN}, epub-isbn: '{EPUB_ISBN}'}}"
    return title_yaml(["chapters/01.md"], FACTS).replace(f"{{uuid: {UUID}}}", isbns)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of a title that states every fact, and one of a title that states none."""
    home = tmp_path_factory.mktemp("made")
    full = write_title(home / "a" / "bridges", **{"title.yaml": with_facts()})
    bare = write_title(home / "b" / "bridges")
    with worker() as layout:
        write_files(home / FULL, press_release(full, layout, "1.2", "改了错字 & 标点", None).files)
        write_files(home / BARE, press_release(bare, layout, "1.0", "", None).files)
    return home


def products(folder: Path) -> list[Any]:
    return list(etree.parse(folder / "onix.xml").getroot().iterfind(f"{ONIX}Product"))


def said(product: Any, path: str) -> list[str]:
    return [each.text for each in product.iterfind("/".join(f"{ONIX}{name}" for name in path.split("/")))]


# ---- ONIX ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", [FULL, BARE])
def test_onix_obeys_its_schema(made: Path, which: str) -> None:
    assert [str(fault) for fault in onixcheck.validate(str(made / which / "onix.xml"))] == []


def test_the_checker_of_onix_can_find_a_fault(made: Path, tmp_path: Path) -> None:
    text = (made / BARE / "onix.xml").read_text("utf-8").replace("<ProductForm>BA<", "<ProductForm>书<")
    (tmp_path / "onix.xml").write_text(text, encoding="utf-8")
    assert onixcheck.validate(str(tmp_path / "onix.xml"))


def test_the_printed_book_and_the_e_book_are_two_products_with_their_own_numbers(made: Path) -> None:
    kinds = "ProductIdentifier/ProductIDType", "ProductIdentifier/IDValue"
    named = [list(zip(*(said(product, path) for path in kinds), strict=True)) for product in products(made / FULL)]
    assert named == [
        [("01", f"{UUID}-print"), ("15", "9787000000001")],
        [("01", f"{UUID}-epub"), ("15", "9787000000018")],
    ]
    forms = [said(product, "DescriptiveDetail/ProductForm") for product in products(made / FULL)]
    assert forms == [["BA"], ["ED"]]


def test_no_number_and_no_publisher_is_invented(made: Path) -> None:
    text = (made / BARE / "onix.xml").read_text("utf-8")
    assert "<ProductIDType>15<" not in text and "Publisher" not in text and "Price" not in text
    assert [said(product, "ProductIdentifier/IDValue") for product in products(made / BARE)] == [
        [f"{UUID}-print"],
        [f"{UUID}-epub", f"urn:uuid:{UUID}"],
    ]


def test_each_product_leads_to_the_other(made: Path) -> None:
    related = "RelatedMaterial/RelatedProduct/"
    told = [
        (said(product, related + "ProductRelationCode"), said(product, related + "ProductIdentifier/IDValue")[0])
        for product in products(made / FULL)
    ]
    assert told == [(["27"], f"{UUID}-epub"), (["13"], f"{UUID}-print")]


def test_onix_tells_the_facts_of_the_title(made: Path) -> None:
    printed, ebook = products(made / FULL)
    detail = "DescriptiveDetail/"
    assert said(printed, detail + "TitleDetail/TitleElement/TitleText") == ["桥"]
    assert said(printed, detail + "Contributor/ContributorRole") == ["A01", "B06"]
    assert said(printed, detail + "Contributor/PersonName") == ["某君"]
    assert said(printed, detail + "Contributor/CorporateName") == ["某某大学"]
    assert said(printed, detail + "Subject/SubjectHeadingText") == ["桥梁; <拱>"]
    assert said(printed, detail + "Measure/Measurement") == ["260", "185"]
    assert said(printed, "PublishingDetail/Publisher/PublisherName") == ["某出版社 & 某社"]
    assert said(printed, "PublishingDetail/PublishingDate/Date") == ["202611"]
    assert said(printed, "ProductSupply/SupplyDetail/Price/PriceAmount") == ["48.00"]
    assert said(ebook, "ProductSupply/SupplyDetail/UnpricedItemType") == ["04"]
    assert said(ebook, detail + "Extent/ExtentValue") == [str((made / FULL / "bridges.epub").stat().st_size)]


@pytest.mark.parametrize(
    ("price", "amount"), [("48.00元", "48.00"), ("¥ 48", "48"), ("全二册 96元", ""), ("48美元", ""), ("", "")]
)
def test_a_price_is_told_where_it_is_a_plain_sum(price: str, amount: str) -> None:
    assert yuan(price) == amount


def test_a_date_is_as_exact_as_the_title_says() -> None:
    assert [dated(date) for date in ("2026", "2026-11", "2026-11-23", "")] == [
        ("05", "2026"),
        ("01", "202611"),
        ("00", "20261123"),
        None,
    ]


def test_bodies_are_told_from_persons_by_their_last_word_or_their_length() -> None:
    names = ("某君", "欧阳某某", "某·某某某某", "某某课题组", "某某研究中心", "某某某某某", "A. B. Cee")
    assert [is_body(name) for name in names] == [False, False, False, True, True, True, False]


# ---- OPDS ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", [FULL, BARE])
def test_both_catalogues_lead_to_the_files_beside_them(made: Path, which: str) -> None:
    folder = made / which
    (publication,) = json.loads((folder / "opds.json").read_text("utf-8"))["publications"]
    feed = etree.parse(folder / "opds.xml").getroot()
    links = [dict(link.attrib) for link in feed.find(f"{ATOM}entry").iterfind(f"{ATOM}link")]
    sizes = {name: (folder / name).stat().st_size for name in ("bridges.pdf", "bridges.epub")}
    assert {link["href"]: link["size"] for link in publication["links"]} == sizes
    assert {link["href"]: int(link["length"]) for link in links if "length" in link} == sizes
    assert {link["type"] for link in publication["links"]} == {"application/pdf", "application/epub+zip"}
    for image in publication["images"]:
        with Image.open(folder / image["href"]) as picture:
            assert picture.size == (image["width"], image["height"])
    assert all((folder / link["href"]).is_file() for link in links)


def test_a_catalogue_tells_the_facts_of_the_title(made: Path) -> None:
    feed = json.loads((made / FULL / "opds.json").read_text("utf-8"))
    assert feed["publications"][0]["metadata"] == {
        "@type": "http://schema.org/Book",
        "identifier": f"urn:uuid:{UUID}",
        "title": "桥",
        "subtitle": "一本小书",
        "author": ["某君"],
        "contributor": ["某某大学", "某编辑"],
        "publisher": "某出版社 & 某社",
        "language": "zh-Hans",
        "published": "2026-11",
        "modified": "2026-11-01T00:00:00Z",
        "subject": ["桥梁", "<拱>"],
        "description": "讲桥的小书。",
    }
    entry = etree.parse(made / FULL / "opds.xml").getroot().find(f"{ATOM}entry")
    names = [f"{ATOM}id", f"{ATOM}title", f"{ATOM}author/{ATOM}name", f"{DC}publisher", f"{DC}issued"]
    assert [entry.findtext(name) for name in names] == [
        f"urn:uuid:{UUID}",
        "桥——一本小书",
        "某君",
        "某出版社 & 某社",
        "2026-11",
    ]


# ---- covers and the page -------------------------------------------------------------------------------------


def test_covers_are_jpegs_in_the_sizes_of_shops(made: Path) -> None:
    found = {}
    for name in ("cover.jpg", "cover-medium.jpg", "cover-small.jpg"):
        picture = Image.open(BytesIO((made / BARE / name).read_bytes()))
        found[name] = (picture.format, picture.mode, *picture.size)
    assert found == {
        "cover.jpg": ("JPEG", "RGB", 1600, 2560),
        "cover-medium.jpg": ("JPEG", "RGB", 800, 1280),
        "cover-small.jpg": ("JPEG", "RGB", 400, 640),
    }


@pytest.mark.parametrize("which", [FULL, BARE])
def test_the_page_is_good_html_that_everybody_can_use(made: Path, which: str) -> None:
    assert nu_errors(made / which / "index.html") == ()
    for scheme in ("light", "dark"):
        with site(made / which) as shown:
            shown.page.emulate_media(color_scheme=scheme)
            assert axe(shown, ["index.html"]) == ()
            assert shown.outside == []


def test_the_page_names_every_file_of_the_release_and_its_note(made: Path) -> None:
    folder = made / FULL
    page = etree.HTML((folder / "index.html").read_text("utf-8"))
    named = {link.get("href") for link in page.iter("a")}
    assert named == {path.name for path in folder.iterdir()} - {"index.html"}
    words = " ".join(page.itertext())
    assert all(each in words for each in ("改了错字 & 标点", "2026年11月", PRINT_ISBN, EPUB_ISBN, "48.00元", "1.2"))
