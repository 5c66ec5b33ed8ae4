"""A title's own templates may change how a page looks, and not what it runs or fetches."""

from pathlib import Path

import pytest

from kanben.editions.live_faults import live_faults, refuse_live
from kanben.trouble import Stop
from tests.titles import write_files

POLICY = (
    "default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file: 'wasm-unsafe-eval' "
    "'sha256-abc+/='; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
HEAD = (
    '\n<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="{}">\n<title>桥</title>{}</head><body>{}</body></html>'
)


def on_the_web(body: str = "", head: str = "", policy: str = POLICY) -> list[str]:
    return list(live_faults("web/part.html", HEAD.format(policy, head, body)))


def in_the_epub(body: str) -> list[str]:
    return list(
        live_faults("epub/part.xhtml", f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>')
    )


def test_pages_like_kanbens_own_are_taken() -> None:
    links = '<link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="style.css">'
    data = '<script type="application/ld+json">{"@id": "urn:x"}</script><script src="kanben.js"></script>'
    going = '<a href="https://example.org/">甲</a><a href="mailto:a@example.org">乙</a><a href="ch01.html#a">丙</a>'
    assert on_the_web(f'{going}<img src="images/a.png" style="width: 1em">', links + data) == []
    assert in_the_epub(going.replace("html", "xhtml") + '<img src="images/a.png" alt=""/>') == []


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ('<script src="a.js"/>', "<script"),
        ('<p onclick="x"/>', "onclick="),
        ('<iframe src="a.xhtml"/>', "<iframe"),
        ("<form/>", "<form"),
        ("<handler/>", "<handler"),
        ('<a ping="a">甲</a>', "ping="),
        ('<g xml:base="https://a.b/"/>', "base="),
        ('<meta http-equiv="refresh" content="0;url=a"/>', "http-equiv="),
        ('<a href="javascript:x">甲</a>', "javascript:x"),
        ('<a href=" JavaScript:x">甲</a>', " JavaScript:x"),
        ('<img src="https://a.b/c.png" alt=""/>', "https://a.b/c.png"),
        ('<img src="//a.b/c.png" alt=""/>', "//a.b/c.png"),
        ('<img src="data:image/svg+xml,x" alt=""/>', "data:image/svg+xml,x"),
        ('<img srcset="a.png 1x, https://a.b/c.png 2x" alt=""/>', "a.png 1x, https://a.b/c.png 2x"),
        ('<link rel="stylesheet" href="https://a.b/c.css"/>', "https://a.b/c.css"),
        ('<link rel="next preload" href="https://a.b/c.css"/>', "https://a.b/c.css"),
        ('<p style="background: u\\72 l(https://a.b/c.png)"/>', "https://a.b/c.png"),
        ("<style>@import '//a.b/c.css';</style>", "//a.b/c.css"),
        (
            "<style>p { background: image-set(if(else: 'https://a.b/c.png') 1x) }</style>",
            'if(else: "https://a.b/c.png")',
        ),
        ("<style>p { background: image-set(--given() 1x, rgb(0 0 0) 2x) }</style>", "--given()"),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
            '<use xlink:href="https://a.b#c"/></svg>',
            "https://a.b#c",
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg"><a><set attributeName="href" to="javascript:x"/></a></svg>',
            "href",
        ),
        ('<svg xmlns="http://www.w3.org/2000/svg"><set attributeName="srcdoc" to="x"/></svg>', "srcdoc"),
    ],
)
def test_what_a_page_would_run_or_fetch_is_found(markup: str, problem: str) -> None:
    assert in_the_epub(markup) == [problem]


def test_a_script_between_the_tags_of_a_web_page_is_found() -> None:
    assert on_the_web("<script>x</script>") == ["<script"]
    assert on_the_web('<script src="../a.js"></script>') == ["<script"]
    assert on_the_web('<script src="https://a.b/c.js"></script>') == ["<script", "https://a.b/c.js"]


@pytest.mark.parametrize(
    "page",
    [
        HEAD.format(POLICY.replace("connect-src 'self'", "connect-src *"), "", ""),
        HEAD.format(POLICY.replace("'sha256-abc+/='", "'unsafe-inline'"), "", ""),
        "<!DOCTYPE html><html><body>桥</body></html>",
        "<!-- " + HEAD.format(POLICY, "", "") + " -->",
        "<p>桥</p>" + HEAD.format(POLICY, "", ""),
    ],
)
def test_a_web_page_begins_with_the_policy_that_forbids_all_else(page: str) -> None:
    assert list(live_faults("web/part.html", page)) == ["Content-Security-Policy"]


def test_a_page_of_nothing_has_no_fault() -> None:
    assert list(live_faults("epub/cover.html", "")) == []


def test_a_style_that_fetches_is_found() -> None:
    assert list(live_faults("epub/style.css", "p { background: url(images/a.png) }")) == []
    assert list(live_faults("epub/style.css", "p { background: url(https://a.b/c) }")) == ["https://a.b/c"]
    given = "p { --a: 'https://a.b/c'; background: image-set(var(--a) 1x); color: var(--b) }"
    assert list(live_faults("epub/style.css", given)) == ["var(--a)"]


def test_it_is_told_at_the_line_that_says_it(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    write_files(own, {"epub/style.css": b"p {\n  background: url(https://a.b/c)\n}"})
    with pytest.raises(Stop) as stop:
        refuse_live(own, "epub/style.css", "p { background: url(https://a.b/c) }")
    assert str(stop.value) == (
        "templates/epub/style.css:2: the template lets a page run or fetch something: https://a.b/c [live-template]\n"
        "    mend: take it out: pages run kanben's scripts alone and ask for nothing outside; begin those of the web "
        "edition as kanben's base.html does"
    )
    with pytest.raises(Stop, match=r"^templates/epub/nodes\.xhtml:1: "):
        refuse_live(own, "epub/part.xhtml", '<p onclick="x"/>')
    write_files(own, {"epub/layout.xhtml": b""})
    with pytest.raises(Stop, match=r"^templates/epub/layout\.xhtml:1: "):
        refuse_live(own, "epub/part.xhtml", '<p onclick="x"/>')
