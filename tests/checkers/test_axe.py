"""axe-core is really asked, on every page named."""

from pathlib import Path

from tests.checkers.axe import COLOURS, axe
from tests.checkers.browser import site

HTML = (
    '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>某页</title></head>'
    "<body><main><h1>某题</h1>{}</main></body></html>"
)
PIXEL = '<img {} src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">'


def test_a_page_for_everybody_has_no_violations(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(HTML.format("<p>正文</p>" + PIXEL.format('alt="图"')), "utf-8")
    with site(tmp_path) as shown:
        assert axe(shown, ["index.html"]) == ()


def test_violations_are_named_with_page_and_element(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML.format(PIXEL.format("")), "utf-8")
    (tmp_path / "b.html").write_text(HTML.format('<p style="color: #ccc; background: #fff">太淡</p>'), "utf-8")
    with site(tmp_path) as shown:
        found, colours = axe(shown, ["a.html", "b.html"]), axe(shown, ["a.html", "b.html"], COLOURS)
    assert [(each.code, each.place.file, each.spot) for each in found] == [
        ("image-alt", "a.html", "img"),
        ("color-contrast", "b.html", "p"),
    ]
    assert colours == found[1:]


def test_a_policy_against_scripts_does_not_silence_it(tmp_path: Path) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    page = HTML.replace("<title>", policy + "<title>").format('<img src="x.png">')
    (tmp_path / "index.html").write_text(page, "utf-8")
    with site(tmp_path) as shown:
        assert [each.code for each in axe(shown, ["index.html"])] == ["image-alt"]
