"""The Nu Html Checker is really asked, about HTML and about XHTML."""

from pathlib import Path

import pytest

from kanben.proof.outside import nu as program
from tests.checkers.nu import nu, nu_errors
from tests.checkers.tiny_epub import PAGE

HTML = (
    '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>某页</title></head><body>{}</body></html>'
)


def test_a_sound_folder_has_no_findings(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(HTML.format("<h1>目录</h1>"), "utf-8")
    (tmp_path / "style.css").write_text("not { css", "utf-8")
    assert nu(tmp_path) == ()


def test_every_faulty_page_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML.format('<p id="x">甲</p>\n<p id="x">乙</p>'), "utf-8")
    (tmp_path / "b.html").write_text(HTML.format("<h1>丙</h1><p><div>丁</div></p>"), "utf-8")
    errors = nu_errors(tmp_path)
    assert set(nu(tmp_path)) == set(program.nu(tmp_path)), "a Java of its own says something else"
    assert {found.place.file for found in errors} == {"a.html", "b.html"}
    assert any("Duplicate ID" in found.what and str(found.place) == "a.html:2" for found in errors)


def test_warnings_are_told_apart_from_errors(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(HTML.format("<section><p>没有标题的一节</p></section>"), "utf-8")
    assert nu_errors(page) == ()
    assert [found.severity for found in nu(page)] == ["warning"]


def test_epub_pages_are_read_as_xml_and_their_types_left_in_peace(tmp_path: Path) -> None:
    page = tmp_path / "c1.xhtml"
    page.write_text(PAGE.format(body='<section epub:type="chapter"><h1>第一章</h1></section>'), "utf-8")
    assert nu(page, xml=True) == ()
    page.write_text(PAGE.format(body='<section type="chapter"><h1>第一章</h1></section>'), "utf-8")
    assert nu_errors(page, xml=True) == program.nu(page, xml=True) != ()
    page.write_text(PAGE.format(body="<h1>第一章</h1><p>没有关上"), "utf-8")
    assert nu_errors(page, xml=True)


def test_a_folder_without_pages_is_not_a_folder_without_faults(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no pages to check"):
        nu(tmp_path)
