"""The rules for a web edition: what the corpus of faults does not hold."""

from pathlib import Path

import pytest

from kanben.proof.web.proof import check_web
from kanben.trouble import Stop
from tests.titles import write_files

HEAD = '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>桥</title>{}</head><body><h1>桥</h1>\n'
WIDE = '<meta name="viewport" content="width=device-width">'
NOTE = (
    '<p>文<a role="doc-noteref" id="c1" href="#n1">①</a></p>'
    '<section role="doc-endnotes"><ol><li id="n1">注{}</li></ol></section>'
)


def told(folder: Path, body: str, head: str = WIDE, **files: bytes) -> list[str]:
    page = (HEAD.format(head) + body + "</body></html>").encode()
    proof = check_web(write_files(folder, {"index.html": page, **files}))
    return [f"{fault.place} {fault.code}" for finding in proof.findings for fault in finding.faults]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (NOTE.format('<a role="doc-backlink" href="#c1">回</a>'), ""),
        (NOTE.format('<a role="doc-backlink" href="index.html#c1">回</a>'), ""),
        (NOTE.format(""), "index.html:2 no-back-link"),
        (NOTE.format('<a role="doc-backlink" href="#c9">回</a>'), "index.html:2 dead-fragment"),
        (NOTE.format('<a role="doc-backlink" href="#n1">回</a>'), "index.html:2 back-link-astray"),
        (NOTE.format('<a role="doc-backlink" href="#c1">[1]</a>'), ""),
        (NOTE.format('<a role="doc-backlink" href="#c1">②</a>'), "index.html:2 call-number-differs"),
        ('<a role="doc-noteref" href="#n9">①</a>', "index.html:2 call-without-target"),
        ('<a href="javascript:void 0">行</a>', "index.html:2 link-runs-something"),
        ('<a href="https://example.org/">外</a><a href="#">顶</a>', ""),
        ('<img src="data:image/png;base64,AA" alt="">', "index.html:2 alt-empty"),
        (f'<a href="{"a" * 5000}">长</a>', "index.html:2 dead-link"),
        ('<h2>甲</h2><h4 id="b">乙</h4>', "index.html:2 heading-skipped"),
        ('<span role="doc-pagebreak"></span>', "index.html:2 page-mark-unnamed"),
    ],
)
def test_a_fault_of_a_page_is_told(body: str, fault: str, tmp_path: Path) -> None:
    assert told(tmp_path, body) == ([fault] if fault else [])


def test_a_page_says_what_it_is(tmp_path: Path) -> None:
    assert told(tmp_path, "", "") == ["index.html web-page-lacks"]
    assert told(tmp_path, "<p>x", **{"a.html": b""}) == ["a.html web-page-unread"]


def test_an_address_in_a_stylesheet_leads_somewhere(tmp_path: Path) -> None:
    styles = {"s/a.css": b"p {}\nq { background: url(b.png) }", "s/c.css": b"q { background: url('../index.html') }"}
    assert told(tmp_path, "", **styles) == ["s/a.css:2 dead-link"]


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        ("q { background: url(https://example.org/a.png) }", "remote-resource"),
        ("q { width: " + "(" * 5000 + ")" * 5000 + " }", "style-too-deep"),
    ],
    ids=["fetching", "endless"],
)
def test_no_style_fetches_from_elsewhere_or_is_too_deep_to_be_read(css: str, fault: str, tmp_path: Path) -> None:
    assert told(tmp_path / "a", "", **{"a.css": css.encode()}) == [f"a.css:1 {fault}"]
    assert told(tmp_path / "b", f"<style>{css}</style>") == [f"index.html:2 {fault}"]
    assert told(tmp_path / "c", f'<p style="{css[4:-2]}">文</p>') == [f"index.html:2 {fault}"]


def test_an_edition_beside_the_folder_is_no_dead_link(tmp_path: Path) -> None:
    (tmp_path / "book.pdf").write_bytes(b"%PDF")
    links = '<a href="../book.pdf">PDF</a><a href="../book.epub">EPUB</a>'
    assert told(tmp_path / "web", links) == ["index.html:2 dead-link"]


def test_a_folder_without_a_start_is_no_web_edition(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"there is no index\.html: this is no web edition"):
        check_web(tmp_path)
