"""The rules for a web edition: what the corpus of faults does not hold."""

import gzip
from pathlib import Path

import pytest

from kanben.proof.web.proof import check_web
from kanben.trouble import Stop
from tests.proof.epub_changes import Change
from tests.real_titles import RealTitle
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


OTHERWISE = {
    "a head that leads on elsewhere": (
        Change("ch02.html", '<link rel="next" href="glossary.html">', '<link rel="next" href="references.html">'),
        [
            "ch02.html:2: the page leads (next) to references.html, which leads back to glossary.html",
            "ch02.html:77: the link leads to glossary.html, the head of the page to references.html",
            "glossary.html:2: the page leads (prev) to ch02.html, which leads back to references.html",
        ],
    ),
    "a link that leads on elsewhere": (
        Change("ch02.html", '<a rel="next" href="glossary.html">', '<a rel="next" href="references.html">'),
        ["ch02.html:77: the link leads to references.html, the head of the page to glossary.html"],
    ),
    "a link under another name": (
        Change("ch02.html", '(<a rel="next".*?)名词解释', r"\1词语解释"),
        ["ch02.html:77: the link is called “词语解释”, the page to which it leads “名词解释”"],
    ),
    "a first step elsewhere": (
        Change("index.html", '(<p class="begin"><a href=")preface', r"\1ch01"),
        ["index.html:75: the link leads to ch01.html, the head of the page to preface.html"],
    ),
    "another card": (
        Change("ch01.html", 'data-cards="t1"', 'data-cards="r1"'),
        ["ch01.html:80: “敞肩拱” opens the card r1, which is another’s or is not there"],
    ),
    "a lost card": (
        Change("ch01.html", '<div data-card="t1">.*?</div>'),
        ["ch01.html:80: “敞肩拱” opens the card t1, which is another’s or is not there"],
    ),
    "a card of other words": (
        Change("ch02.html", '(<div data-card="t1">.*?<p>)', r"\1另一种"),
        [
            "ch02.html:86: the card says “另一种大拱两肩上又开小拱的拱桥，省料，也便于泄洪。”, "
            "the place to which it leads does not"
        ],
    ),
    "a card that leads elsewhere": (
        Change("ch02.html", '(<div data-card="t1">.*?href="glossary.html#)t1', r"\1t9"),
        [
            "ch02.html:88: glossary.html#t9 leads to #t9, which is not on that page",
            "ch02.html:84: “敞肩拱 大拱两肩上又开小拱的拱桥，省料，也便于泄洪。 见名词解释” opens the card t1, "
            "which is another’s or is not there",
        ],
    ),
    "a call that is read otherwise": (
        Change("ch01.html", 'aria-label="注1"', 'aria-label="注2"'),
        ["ch01.html:76: the call says 2, its note 1"],
    ),
    "another title for other sites": (
        Change("ch02.html", '(og:title" content=")第二章', r"\1第三章"),
        ["ch02.html:20: here stands “第三章 桥与路 · 桥”, elsewhere “第二章 桥与路 · 桥”"],
    ),
    "another description for other sites": (
        Change("index.html", '(og:description" content=")一本', r"\1两本"),
        [
            "index.html:26: here stands “两本用来检验刊本的小书，各种成分都有一处。”, "
            "elsewhere “一本用来检验刊本的小书，各种成分都有一处。”"
        ],
    ),
    "another name for search engines": (
        Change("ch02.html", '("name": ")第二章', r"\1第三章"),
        ["ch02.html:25: here stands “第三章 桥与路”, elsewhere “第二章 桥与路 · 桥”"],
    ),
    "another date at the foot": (
        Change("ch02.html", "(<footer.*?)2026", r"\g<1>2025"),
        ["ch02.html:80: here stands “桥 2025年1月1日”, elsewhere “桥 2026年1月1日”"],
    ),
    "another book at the head": (
        Change("ch02.html", '(<a class="book" href="index.html">)桥', r"\1路"),
        ["ch02.html:50: here stands “路”, elsewhere “桥”"],
    ),
    "another book at the side": (
        Change("ch02.html", '(<p class="book">.*?)桥', r"\1路"),
        ["ch02.html:55: here stands “路一本小书”, elsewhere “桥一本小书”"],
    ),
    "another source of what is copied": (
        Change("ch02.html", 'data-source="刊本项目', 'data-source="他人'),
        ["ch02.html:66: here stands “他人：《桥——一本小书》”, elsewhere “刊本项目：《桥——一本小书》”"],
    ),
    "another site": (
        Change("ch02.html", '(og:site_name" content=")桥', r"\1路"),
        ["ch02.html:21: here stands “路”, elsewhere “桥”"],
    ),
}


@pytest.mark.parametrize("what", OTHERWISE)
def test_a_page_leads_says_and_shows_what_the_others_do(what: str, bridges_made: RealTitle, tmp_path: Path) -> None:
    change, wanted = OTHERWISE[what]
    page = bridges_made.write(tmp_path) / "web" / change.file
    page.write_text(change.of(page.read_text("utf-8")), "utf-8")
    assert said_of(tmp_path / "web") == wanted


def test_a_search_finds_all_pages_of_this_book_alone(bridges_made: RealTitle, tmp_path: Path) -> None:
    web = bridges_made.write(tmp_path) / "web"
    first, second, *_ = sorted((web / "search" / "fragment").iterdir())
    second.unlink()
    first.write_bytes(gzip.compress(b'pagefind_dcd{"url": "ch09.html", "meta": {"title": "x"}}'))
    assert said_of(web) == [
        "search/pagefind-entry.json: the search counts 5 pages, but has 4",
        f"search/fragment/{first.name}: the search finds ch09.html as “x”: no page is called so",
    ]
    first.write_bytes(b"x")
    assert said_of(web)[1:] == [
        f"search/fragment/{first.name}: the search finds search/fragment/{first.name} as “”: no page is called so"
    ]


def said_of(folder: Path) -> list[str]:
    faults = [fault for finding in check_web(folder).findings for fault in finding.faults]
    return [str(fault).partition(" [")[0] for fault in faults]
