"""One fault for each code of the rules for EPUBs: what is changed in a sound book, and which rule tells it."""

import random

from tests.proof.epub_changes import CSS, NAV, NCX, ONE, OPF, TWO, Change, end_of, listed

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}">{value}</meta>'


FAULTS: dict[str, tuple[str, Change]] = {
    # E1
    "epub-version": ("E1", Change(OPF, 'version="3.0"', 'version="2.0"')),
    "epub-fact-missing": ("E1", Change(OPF, "<dc:language>.*?</dc:language>")),
    "epub-modified": ("E1", Change(OPF, "Z</meta>", "</meta>")),
    "epub-language-unknown": ("E1", Change(OPF, "<dc:language>zh-Hans", "<dc:language>汉语")),
    "epub-isbn": ("E1", Change(OPF, "<dc:title", "<dc:identifier>urn:isbn:9787000000002</dc:identifier><dc:title")),
    "page-without-language": ("E1", Change(ONE, ' lang="zh-Hans" xml', " xml")),
    "page-languages-differ": ("E1", Change(ONE, 'xml:lang="zh-Hans"', 'xml:lang="zh-Hant"')),
    # E2
    "toc-entry-empty": ("E2", Change(NAV, ">余话</a>", "></a>")),
    "ncx-uid": ("E2", Change(NCX, '(dtb:uid" content=")', r"\1other-")),
    "ncx-length": ("E2", Change(NCX, '<navPoint id="point-references">.*?</navPoint>')),
    "ncx-differs": (
        "E2",
        Change(NCX, "(<navPoint [^>]*ch01-s1.*?</navPoint>\n)(<navPoint [^>]*ch01-s2.*?</navPoint>\n)", r"\2\1"),
    ),
    # E3
    "cover-without-property": ("E3", Change(OPF, ' properties="cover-image"')),
    "cover-without-alt": ("E3", Change("cover.xhtml", 'alt="[^"]*"', 'alt=""')),
    # E4
    "note-elsewhere": ("E4", Change(ONE, 'href="#n2"', 'href="preface.xhtml#n1"')),
    "note-unmarked": ("E4", Change(ONE, ' epub:type="footnote" role="doc-footnote" id="n2"', ' id="n2"')),
    "call-without-target": ("E4", Change(ONE, 'href="#n2"', 'href=""')),
    "note-uncalled": ("E4", Change(ONE, 'epub:type="noteref" role="doc-noteref" id="n2', 'id="n2')),
    "no-back-link": ("E4", Change(ONE, '<a class="back"[^>]*#n2-call.*?</a>')),
    "back-link-astray": ("E4", Change(ONE, 'href="#n2-call"', 'href="#n3-call"')),
    "call-number-differs": ("E4", Change(ONE, '(id="n3-call" href="#n3">)②', r"\1⑤")),
    "note-within-its-link": ("E4", Change(ONE, "</a> 梁，即桥。", " 梁，即桥。</a>")),
    # E5
    "private-property": ("E5", Change(OPF, '<itemref idref="item-0"', r'\g<0> properties="duokan-page-fullscreen"')),
    "private-attribute": ("E5", Change(ONE, '<a class="duokan-footnote"', r'\g<0> zy-footnote="注"')),
    # E6
    "character-without-font": ("E6", Change(ONE, "全章完", "全章完𠀀")),
    # E7
    "fixed-size": ("E7", Change(CSS, r"h1 \{ font-size: 1.5em", "h1 { font-size: 24px")),
    "fixed-body-colour": ("E7", Change(CSS, r"\bbody \{", "body { color: #333;")),
    # E8
    "page-mark-unnamed": ("E8", Change(ONE, ' aria-label="2"')),
    "page-mark-twice": ("E8", Change(ONE, 'aria-label="2"', 'aria-label="1"')),
    "no-page-list": ("E8", Change(NAV, ' epub:type="page-list" role="doc-pagelist"')),
    "page-list-length": ("E8", Change(NAV, "<li><a [^>]*>2</a></li>\n")),
    "page-list-differs": ("E8", Change(NAV, "(<li><a [^>]*>1</a></li>\n)(<li><a [^>]*>2</a></li>\n)", r"\2\1")),
    "no-page-source": ("E8", Change(OPF, '<meta property="pageBreakSource">.*?</meta>')),
    "ncx-pages-differ": (
        "E8",
        Change(NCX, "(<pageTarget .*?</pageTarget>\n)(<pageTarget .*?</pageTarget>\n)", r"\2\1"),
    ),
    # E9
    "claim-missing": ("E9", Change(OPF, '<meta property="schema:accessibilityHazard">none</meta>')),
    "claim-untrue": ("E9", Change(OPF, ">readingOrder<", ">MathML<")),
    "hazards-contradict": ("E9", Change(OPF, "</metadata>", meta("schema:accessibilityHazard", "flashing") + r"\g<0>")),
    # E10
    "page-too-heavy": ("E10", end_of(ONE, f"<!-- {''.join(random.Random(1).choices('桥石木梁', k=110_000))} -->")),
    # E11
    "ruby-without-rp": ("E11", Change(ONE, "<rp>（</rp>(.*?)<rp>）</rp>", r"\1")),
    "glossary-without-terms": (
        "E11", end_of(TWO, '<section epub:type="glossary" role="doc-glossary"><p>拱</p></section>'),
    ),
    "term-with-links": ("E11", Change("glossary.xhtml", "<dfn>(.*?)</dfn>", r'<dfn><a href="ch01.xhtml">\1</a></dfn>')),
    "works-without-entries": (
        "E11", end_of(TWO, '<section epub:type="bibliography" role="doc-bibliography"><p>书</p></section>'),
    ),
    "work-with-back-links": ("E11", Change("references.xhtml", '</p>\n<p class="uses">', "")),
    "index-without-entries": ("E11", end_of(TWO, '<section epub:type="index" role="doc-index"><p>桥</p></section>')),
    # E12
    "dead-link": ("E12", Change(ONE, "references.xhtml#r1", "works.xhtml#r1")),
    "dead-fragment": ("E12", Change(ONE, 'href="ch01.xhtml#ch01-f1"', 'href="ch01.xhtml#ch01-f9"')),
    # E13
    "not-well-formed": ("E13", Change(TWO, "</section>")),
    "entity-declared": ("E13", Change(TWO, "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY x SYSTEM "/etc/passwd">]>')),
    "not-xhtml": ("E13", Change(TWO, 'xmlns="http://www.w3.org/1999/xhtml"', 'xmlns="http://www.w3.org/1999/html"')),
    "id-twice": ("E13", Change(ONE, "<p>全章完", '<p id="ch01-s1">全章完')),
    # E14
    "item-missing": ("E14", listed("lost.png", "image/png")),
    "spine-astray": ("E14", Change(OPF, "</spine>", '<itemref idref="nobody"/></spine>')),
    "spine-twice": ("E14", Change(OPF, "</spine>", '<itemref idref="item-0"/></spine>')),
    "spine-kind": ("E14", Change(OPF, "</spine>", '<itemref idref="ncx"/></spine>')),
    "media-type": ("E14", Change(OPF, '"image/svg.xml"', '"image/png"')),
    "property-missing": ("E14", end_of(TWO, SVG.replace("><path", "><title>拱</title><path"))),
    # E15
    "remote-item": ("E15", listed("https://example.org/a.mp3", "audio/mpeg")),
    "remote-resource": ("E15", Change(ONE, 'src="images/arch.svg"', 'src="https://example.org/arch.svg"')),
    "link-runs-something": ("E15", end_of(ONE, '<p><a href="javascript:alert(1)">点</a></p>')),
    "live-element": ("E15", end_of(ONE, '<iframe src="ch02.xhtml" title="又"></iframe>')),
    "event-handler": ("E15", Change(ONE, "<p>全章完", '<p onclick="x()">全章完')),
    # E16
    "heading-empty": ("E16", Change(ONE, '(<h2 id="ch01-s2">).*?</h2>', r"\1</h2>")),
    "heading-skipped": ("E16", Change(ONE, '<h2 (id="ch01-s2">.*?</)h2>', r"<h4 \1h4>")),
}  # fmt: skip
"""By the code of the fault: the rule that alone fails, and what was changed."""

DOUBTS: dict[str, tuple[str, Change]] = {
    "package-without-language": ("E1", Change(OPF, ' xml:lang="zh-Hans"')),
    "page-language-not-the-books": ("E1", Change(TWO, 'lang="zh-Hans" xml:lang="zh-Hans"', 'lang="en" xml:lang="en"')),
    "toc-entry-differs": ("E2", Change(ONE, '(<h2 id="ch01-s2">).*?</h2>', r"\1闲话</h2>")),
    "landmark-astray": ("E2", Change(NAV, '(epub:type="bodymatter" href=")ch01', r"\1ch02")),
    "no-landmarks": ("E2", Change(NAV, 'epub:type="landmarks"')),
    "cover-without-meta": ("E3", Change(OPF, '<meta name="cover"[^>]*>(</meta>)?')),
    "note-not-aside": ("E4", Change(ONE, '<aside ([^>]*id="n2">.*?)</aside>', r"<div \1</div>")),
    "unknown-type": ("E5", Change(ONE, 'epub:type="chapter"', 'epub:type="kapitel"')),
    "style-unparsed": ("E7", Change(CSS, r"h1 \{ font-size: 1.5em;", "h1 { font-size 1.5em;")),
    "fixed-space": ("E7", Change(CSS, r"blockquote \{ margin: 1em", "blockquote { margin: 16px")),
    "fixed-colour": ("E7", Change(CSS, r"\bhr \{", "hr { color: #333;")),
    "claim-wanted": ("E9", Change(OPF, '<meta property="schema:accessibilitySummary">.*?</meta>')),
    "claim-unknown": ("E9", Change(OPF, ">tableOfContents<", ">tableOfContent<")),
    "conformance-uncertified": (
        "E9", Change(OPF, "</metadata>", meta("dcterms:conformsTo", "EPUB Accessibility 1.1") + r"\g<0>"),
    ),
    "structure-without-role": ("E11", Change(ONE, ' role="doc-epigraph"')),
    "property-untrue": ("E14", Change(OPF, 'href="ch02.xhtml"', 'href="ch02.xhtml" properties="mathml"')),
    "alt-is-a-file-name": ("E17", Change(ONE, 'alt="[^"]*"', 'alt="arch.svg"')),
}  # fmt: skip
"""What warns and does not fail."""

WHOLE = {
    "toc-entry-differs",
    "claim-missing", "claim-wanted", "cover-without-meta", "entity-declared", "epub-fact-missing",
    "hazards-contradict", "ncx-length", "ncx-uid", "no-back-link", "no-landmarks", "no-page-list",
    "no-page-source", "not-well-formed", "note-uncalled", "note-unmarked", "note-within-its-link",
    "page-list-length", "page-too-heavy", "property-missing", "spine-kind", "work-with-back-links",
}  # fmt: skip
"""Faults of a whole file, and faults that are told at the other end of what was changed."""
