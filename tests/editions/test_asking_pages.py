"""A page is rendered anew where something that it shows is otherwise, wherever that stands, and only there."""

from dataclasses import replace
from pathlib import Path

import pytest

from kanben.book.blocks import Paragraph
from kanben.book.book import Book
from kanben.book.inlines import Text
from kanben.book.page_map import PageMap
from kanben.editions import asking_pages
from kanben.editions.web import web_site
from kanben.keep import Ask, Keep, keeping
from tests.sample_book import sample_book

BOOK = sample_book()
PAGES = PageMap({part.id: str(n) for n, part in enumerate(BOOK.parts, 1)})


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pages that are rendered, as they are."""
    names: list[str] = []

    def render(templates: asking_pages.Templates, name: str, context: dict[str, object], ask: Ask) -> str:
        names.append(str(context.get("file", name)))
        return own(templates, name, context, ask)

    own = asking_pages.rendered
    monkeypatch.setattr(asking_pages, "rendered", render)
    return names


def made(keep: Keep, book: Book, pages: PageMap = PAGES, own: Path | None = None) -> None:
    with keeping(keep):
        site = web_site(book, pages, own)
        site.files()
        site.last_files()


def with_sentence(book: Book, part_id: str) -> Book:
    """The book with a sentence more at the end of a part."""
    parts = (
        replace(part, blocks=(*part.blocks, Paragraph((Text("添了一句。"),)))) if part.id == part_id else part
        for part in book.parts
    )
    whole: Book = replace(book, parts=tuple(parts))
    return whole


def test_the_same_book_is_not_rendered_again(rendered: list[str]) -> None:
    keep = Keep()
    made(keep, BOOK)
    assert {"index.html", "search.html", "ch01.html"} <= set(rendered)
    rendered.clear()
    made(keep, BOOK)
    assert rendered == []


def test_an_edit_renders_its_own_page_alone(rendered: list[str]) -> None:
    keep = Keep()
    made(keep, BOOK)
    rendered.clear()
    made(keep, with_sentence(BOOK, "ch01"))
    assert rendered == ["ch01.html"]


def test_a_page_that_shows_a_folio_is_rendered_when_that_moves(rendered: list[str]) -> None:
    keep = Keep()
    made(keep, BOOK)
    rendered.clear()
    made(keep, BOOK, PageMap(PAGES.labels | {"ch01": "99"}))
    assert rendered == ["index.html"]


def test_all_pages_are_rendered_when_a_template_is_another(rendered: list[str], tmp_path: Path) -> None:
    keep = Keep()
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "nodes.xhtml").write_text("{% macro rule(node) %}<hr>{% endmacro %}", "utf-8")
    made(keep, BOOK, own=tmp_path)
    everything = sorted(rendered)
    rendered.clear()
    (tmp_path / "web" / "nodes.xhtml").write_text('{% macro rule(node) %}<hr class="own">{% endmacro %}', "utf-8")
    made(keep, BOOK, own=tmp_path)
    assert sorted(rendered) == everything


def test_a_template_of_a_title_that_looks_at_all_parts_is_rendered_at_any_edit(
    rendered: list[str], tmp_path: Path
) -> None:
    keep = Keep()
    (tmp_path / "web").mkdir()
    words = '{% extends "default/web/search.html" %}{% block main %}{{ book.parts[0].blocks|length }}{% endblock %}'
    (tmp_path / "web" / "search.html").write_text(words, "utf-8")
    made(keep, BOOK, own=tmp_path)
    rendered.clear()
    made(keep, with_sentence(BOOK, BOOK.parts[0].id), own=tmp_path)
    assert sorted(rendered) == sorted(["search.html", f"{BOOK.parts[0].id}.html"])
