"""Pages that are XML are read as such, and give the tree that a reader of HTML finds."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from kanben.editions.print.composer.xhtml import parse, parse_html, tree_of
from kanben.editions.print.pages import PrintPages
from kanben.press.title import finished_book

ROOT = Path(__file__).parents[4]
TITLES = (ROOT / "source" / "xinzhi-digest", *sorted((ROOT / "tests" / "books").iterdir()))
PAGE = '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head><title>桥</title></head>\n<body>{}</body>\n</html>\n'


def as_html(words: str) -> Any:
    return parse_html(words, namespace_html_elements=False)


def plain(tree: Any) -> Any:
    """A tree as values, without the declarations of namespaces; no text is as good as an empty one."""
    attributes = {name: value for name, value in tree.attrib.items() if not name.endswith("}xmlns")}
    return tree.tag, attributes, tree.text or "", tree.tail or "", [plain(child) for child in tree]


def pages_of(folder: Path) -> list[str]:
    book = finished_book(folder, lambda _: None)
    pages = PrintPages(book, None, {})
    leaves = ("half-title", "title", "contents", "blank")
    return [*(pages.part(part) for part in book.parts), *map(pages.leaf, leaves)]


@pytest.mark.parametrize("folder", TITLES, ids=lambda folder: folder.name)
def test_every_page_of_a_title_is_read_as_xml_and_as_html_alike(folder: Path) -> None:
    for page in pages_of(folder):
        tree = tree_of(page)
        assert tree is not None
        assert plain(tree) == plain(as_html(page))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n",
        "桥\n",
        "<p>桥</p>",
        "\n<p>桥</p>路\n",
        "<pre>\n\n桥</pre><pre>桥</pre>",
        '<p lang="en" xml:lang="en">bridge</p>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text xml:lang="en">桥</text></svg>',
    ],
)
def test_white_space_and_languages_are_where_html_has_them(body: str) -> None:
    page = PAGE.format(body)
    tree = tree_of(page)
    assert tree is not None
    assert plain(tree) == plain(as_html(page))


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format("<p>桥<p>路"),
        PAGE.format("<p>桥&nbsp;路</p>"),
        PAGE.format("<p>\ud800</p>"),
        PAGE.replace("<html", '<html xmlns="http://www.w3.org/1999/xhtml"').format("<p>桥</p>"),
        PAGE.replace("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "桥">]>').format("<p>&a;</p>"),
        "<p>桥</p>",
    ],
    ids=["open-elements", "a-name-of-html", "half-a-character", "a-namespace", "an-entity", "a-part-of-a-page"],
)
def test_all_else_is_read_as_html(page: str) -> None:
    assert tree_of(page) is None
    assert plain(parse(StringIO(page), namespace_html_elements=False)) == plain(as_html(page))
