"""Faults of finished editions of the small book of bridges: what is changed, which code tells it, and from where it is.

Each is (code, change, source): the change's line is where it must be told, `source` the line of the book's own file
from which the changed piece was made. What rightly follows from them elsewhere is written down as well, by a change
that only shows the line and is not made; nothing else may be told.
"""

from tests.proof.epub_changes import NAV, NCX, ONE, OPF, TWO, Change

Fault = tuple[str, Change, str]
ARCH, CALL = "chapters/01.md:17", "chapters/01.md:13"

EPUB_FAULTS: tuple[Fault, ...] = (
    ("dead-fragment", Change(ONE, 'href="ch01.xhtml#ch01-f1"', 'href="ch01.xhtml#ch01-f9"'), "chapters/01.md:21"),
    ("dead-link", Change(ONE, "references.xhtml#r1", "works.xhtml#r1"), CALL),
    ("alt-missing", Change(ONE, ' alt="一道拱，两端向外的推力由桥台承受。"', ""), "chapters/01.md:19"),
    ("no-back-link", Change(ONE, '(id="n2">\\s*<p>)<a class="back".*?</a>', r"\1"), "chapters/01.md:4"),
    ("heading-skipped", Change(TWO, "<h1(.*?)</h1>", r"<h1\1</h1><h3>过桥</h3>"), "chapters/02.md:1"),
    ("id-twice", Change(ONE, "<p>代码如", '<p id="ch01-s2">代码如'), "chapters/01.md:49"),
    ("page-mark-twice", Change(ONE, 'aria-label="2"', 'aria-label="1"'), "chapters/01.md:23"),
    ("toc-entry-empty", Change(NAV, ">余话</a>", "></a>"), ""),
    ("epub-language-unknown", Change(OPF, "<dc:language>zh-Hans", "<dc:language>汉语"), ""),
)

EPUB_FOLLOWING: tuple[Fault, ...] = (
    ("claim-untrue", Change(OPF, "alternativeText<"), ""),
    ("claim-untrue", Change(OPF, 'Sufficient">textual<'), ""),
    ("ncx-differs", Change(NCX, '<navPoint id="point-ch01-s2"'), "chapters/01.md:47"),
    ("page-list-differs", Change(NAV, "<li><a [^>]*>2</a></li>"), ""),
    ("ncx-pages-differ", Change(NCX, '<pageTarget [^>]*value="2"'), ""),
)
"""A picture without words, an entry without words, a page number twice."""

WEB_FAULTS: tuple[Fault, ...] = (
    ("dead-fragment", Change("ch01.html", 'href="ch01.html#ch01-t1"', 'href="ch01.html#ch01-t9"'), "chapters/01.md:21"),
    ("dead-link", Change("ch02.html", 'src="kanben.js"', 'src="other.js"'), ""),
    ("call-without-target", Change("ch01.html", 'id="n3-call" href="#n3"', 'id="n3-call" href="#n9"'), CALL),
    ("no-back-link", Change("ch01.html", '(<li id="n2">.*?)<a [^>]*href="#n2-call".*?</a>', r"\1"), "chapters/01.md:4"),
    ("page-mark-twice", Change("ch01.html", 'data-page="2"', 'data-page="1"'), "chapters/01.md:23"),
    ("id-twice", Change("ch01.html", "<p>代码如", '<p id="ch01-s2">代码如'), "chapters/01.md:49"),
    ("heading-empty", Change("glossary.html", "(<h1[^>]*>).*?</h1>", r"\1</h1>"), "title.yaml:13"),
    ("alt-missing", Change("ch01.html", ' alt="一道拱，两端向外的推力由桥台承受。"', ""), "chapters/01.md:19"),
    (
        "remote-resource",
        Change("ch01.html", 'src="images/arch.svg"', 'src="https://example.org/a.svg"'),
        "chapters/01.md:19",
    ),
    ("event-handler", Change("ch02.html", "<main ", '<main onclick="run()" '), "chapters/02.md:1"),
    ("web-second-h1", Change("ch01.html", "<p>全章完", "<h1>又一章</h1><p>全章完"), "chapters/01.md:57"),
    ("web-noindex", Change("index.html", "<title>", '<meta name="robots" content="noindex"><title>'), ""),
)

WEB_FOLLOWING: tuple[Fault, ...] = (("note-uncalled", Change("ch01.html", '<li id="n3"'), CALL),)
"""A call that leads nowhere."""
