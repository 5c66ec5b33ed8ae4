"""Each rule for an EPUB can fail: one thing is changed in a sound book, and the rule that asks for it says where."""

import random
from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from PIL import Image

from kanben.proof.epub.proof import EpubProof, check_epub
from tests.proof.epub_changes import Change, changed, files_of, listed

OPF, NAV, NCX, ONE, TWO, CSS = "content.opf", "nav.xhtml", "toc.ncx", "ch01.xhtml", "ch02.xhtml", "style.css"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}">{value}</meta>'


def end_of(name: str, more: str) -> Change:
    """Put something at the end of a page's text."""
    return Change(name, "</body>", f"{more}</body>")


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
    "claim-missing", "claim-wanted", "cover-without-meta", "entity-declared", "epub-fact-missing",
    "hazards-contradict", "ncx-length", "ncx-uid", "no-back-link", "no-landmarks", "no-page-list",
    "no-page-source", "not-well-formed", "note-uncalled", "note-unmarked", "note-within-its-link",
    "page-list-length", "page-too-heavy", "property-missing", "spine-kind", "work-with-back-links",
}  # fmt: skip
"""Faults of a whole file, and faults that are told at the other end of what was changed."""


def verdicts(proof: EpubProof) -> dict[str, str]:
    """The rules that find fault, and how grave."""
    return {found.rule: found.verdict for found in proof.findings if found.verdict in ("fail", "warn")}


def codes(proof: EpubProof) -> set[str]:
    return {fault.code for found in proof.findings for fault in found.faults}


def places(proof: EpubProof, code: str) -> list[str]:
    return [str(fault.place) for found in proof.findings for fault in found.faults if fault.code == code]


def test_a_sound_book_keeps_every_rule(bridges: bytes) -> None:
    proof = check_epub(bridges)

    assert verdicts(proof) == {}
    assert [found.rule for found in proof.findings if found.verdict == "unmeasured"] == []


@pytest.mark.parametrize("code", FAULTS)
def test_one_fault_fails_one_rule(bridges: bytes, code: str) -> None:
    rule, change = FAULTS[code]
    proof = check_epub(changed(bridges, change))

    assert verdicts(proof) == {rule: "fail"}
    tell_where(bridges, change, proof, code)


@pytest.mark.parametrize("code", DOUBTS)
def test_a_doubt_warns(bridges: bytes, code: str) -> None:
    rule, change = DOUBTS[code]
    proof = check_epub(changed(bridges, change))

    assert verdicts(proof) == {rule: "warn"}
    tell_where(bridges, change, proof, code)


def tell_where(bridges: bytes, change: Change, proof: EpubProof, code: str) -> None:
    """The fault names the file, and the line where one thing is to blame."""
    found = places(proof, code)
    before = files_of(bridges)[f"EPUB/{change.file}"].decode()
    if code in WHOLE:
        assert found
        assert all(place.startswith("EPUB/") for place in found)
    else:
        assert f"EPUB/{change.file}:{change.line(before)}" in found


# ---- covers, fonts, pictures ---------------------------------------------------------------------------------


def picture(width: int, height: int, mode: str = "RGB", kind: str = "JPEG") -> bytes:
    room = BytesIO()
    Image.new(mode, (width, height)).save(room, kind)
    return room.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "verdict"),
    [
        (b"no picture", "cover-unreadable", "fail"),
        (picture(1600, 2560, "CMYK"), "cover-colours", "fail"),
        (picture(500, 800), "cover-too-small", "fail"),
        (picture(1200, 1920), "cover-small", "warn"),
    ],
    ids=["broken", "cmyk", "tiny", "small"],
)
def test_the_cover_is_a_large_picture_in_rgb(bridges: bytes, data: bytes, code: str, verdict: str) -> None:
    proof = check_epub(changed(bridges, **{"cover.jpg": data}))

    assert verdicts(proof) == {"E3": verdict}
    assert places(proof, code) == ["EPUB/cover.jpg"]


def test_no_shop_takes_a_gif_as_cover(bridges: bytes) -> None:
    change = Change(OPF, '(href="cover.jpg"[^>]*)image/jpeg', r"\1image/gif")
    named = Change("*", r"cover\.jpg", "cover.gif")
    proof = check_epub(changed(bridges, change, named, **{"cover.gif": picture(1600, 2560, "P", "GIF")}))

    assert verdicts(proof) == {"E3": "fail", "E14": "warn"}  # the old picture is no longer listed
    assert codes(proof) == {"cover-kind", "file-unlisted"}


def test_one_cover_and_no_more(bridges: bytes) -> None:
    second = listed("second.jpg", "image/jpeg", ' properties="cover-image"')
    proof = check_epub(changed(bridges, second, **{"second.jpg": picture(1600, 2560)}))

    assert verdicts(proof) == {"E3": "fail"}
    assert codes(proof) == {"several-covers"}


def test_a_book_without_a_cover(bridges: bytes) -> None:
    changes = Change(OPF, ' properties="cover-image"'), Change(OPF, '<meta name="cover"[^>]*>(</meta>)?')

    assert places(check_epub(changed(bridges, *changes)), "no-cover") == ["EPUB/content.opf"]


def font(characters: str, licence: bool = True) -> bytes:
    """A font that draws each character as nothing."""
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *(f"g{number}" for number, _ in enumerate(characters))]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(character): f"g{number}" for number, character in enumerate(characters)})
    builder.setupGlyf({name: Glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Rare"} | ({"licenseDescription": "OFL 1.1"} if licence else {}))
    builder.setupOS2()
    builder.setupPost()
    room = BytesIO()
    builder.save(room)
    return room.getvalue()


RARE = Change(ONE, "全章完", "全章完𠀀")
FONT = listed("rare.ttf", "font/ttf")


def test_a_font_that_draws_the_rare_character(bridges: bytes) -> None:
    proof = check_epub(changed(bridges, RARE, FONT, **{"rare.ttf": font("𠀀")}))

    assert verdicts(proof) == {}
    assert next(found.unit for found in proof.findings if found.rule == "E6") == "MB"


def test_a_font_that_draws_another(bridges: bytes) -> None:
    proof = check_epub(changed(bridges, RARE, FONT, **{"rare.ttf": font("𠀁")}))

    assert verdicts(proof) == {"E6": "fail"}
    assert codes(proof) == {"character-without-font"}


def test_a_font_has_a_licence_of_its_own_or_beside_it(bridges: bytes) -> None:
    bare = {"rare.ttf": font("桥", licence=False)}

    assert codes(check_epub(changed(bridges, FONT, **bare))) == {"font-without-licence"}
    both = [Change(OPF, "</manifest>", '<item href="ofl.txt" id="ofl" media-type="text/plain"/></manifest>'), FONT]
    assert verdicts(check_epub(changed(bridges, *both, **bare, **{"ofl.txt": b"SIL Open Font License"}))) == {}


def test_a_licence_in_the_package(bridges: bytes) -> None:
    rights = Change(OPF, "</metadata>", '<meta property="dcterms:rights" refines="#more">OFL 1.1</meta></metadata>')

    assert verdicts(check_epub(changed(bridges, FONT, rights, **{"rare.ttf": font("桥", licence=False)}))) == {}


def test_a_broken_font(bridges: bytes) -> None:
    assert verdicts(check_epub(changed(bridges, FONT, **{"rare.ttf": b"no font"}))) == {"E6": "fail"}


def test_fonts_weigh_less_than_five_megabytes(bridges: bytes) -> None:
    heavy = font("桥") + random.Random(1).randbytes(5_000_000)
    proof = check_epub(changed(bridges, FONT, **{"rare.ttf": heavy}))

    assert verdicts(proof) == {"E6": "fail"}
    assert [found.figure for found in proof.findings if found.rule == "E6"] == [5.0]


def test_a_picture_without_words_makes_the_claim_untrue_as_well(bridges: bytes) -> None:
    change = Change(ONE, ' alt="[^"]*"')
    proof = check_epub(changed(bridges, change))

    assert verdicts(proof) == {"E9": "fail", "E17": "fail"}
    assert places(proof, "alt-missing") == [
        f"EPUB/ch01.xhtml:{change.line(files_of(bridges)['EPUB/ch01.xhtml'].decode())}"
    ]


def test_an_empty_alt_is_asked_about_and_decoration_is_not(bridges: bytes) -> None:
    claimed = Change(OPF, '<meta property="schema:accessibilityFeature">alternativeText</meta>')
    empty = check_epub(changed(bridges, claimed, Change(ONE, 'alt="[^"]*"', 'alt=""')))
    decoration = check_epub(changed(bridges, claimed, Change(ONE, 'alt="[^"]*"', 'alt="" role="presentation"')))

    assert verdicts(empty) == {"E17": "warn"}
    assert verdicts(decoration) == {}


def test_a_drawing_in_the_page_names_itself(bridges: bytes) -> None:
    held = Change(OPF, 'href="ch02.xhtml"', 'href="ch02.xhtml" properties="svg"')
    proof = check_epub(changed(bridges, held, end_of(TWO, SVG)))

    assert verdicts(proof) == {"E17": "fail"}
    assert codes(proof) == {"drawing-without-words"}


def test_a_script_is_refused_even_where_it_is_declared(bridges: bytes) -> None:
    held = Change(OPF, 'href="ch02.xhtml"', 'href="ch02.xhtml" properties="scripted"')

    assert verdicts(check_epub(changed(bridges, held, end_of(TWO, "<script>x()</script>")))) == {"E15": "fail"}


def test_a_broken_picture_a_lost_file_and_a_stray_one(bridges: bytes) -> None:
    broken = check_epub(changed(bridges, listed("x.png", "image/png"), **{"x.png": b"no picture"}))
    stray = check_epub(changed(bridges, **{"x.txt": b"?"}))

    assert (verdicts(broken), places(broken, "picture-unreadable")) == ({"E14": "fail"}, ["EPUB/x.png"])
    assert (verdicts(stray), places(stray, "file-unlisted")) == ({"E14": "warn"}, ["EPUB/x.txt"])


# ---- what is not there ---------------------------------------------------------------------------------------


def test_a_book_without_page_marks_claims_none(bridges: bytes) -> None:
    marks = Change("*", '<span epub:type="pagebreak"[^>]*/>')
    lists = Change(NAV, '<nav epub:type="page-list".*?</nav>'), Change(NCX, "<pageList>.*?</pageList>")
    left = check_epub(changed(bridges, marks, *lists))
    claims = (
        Change("*", '<meta property="[^"]*">page\\w+</meta>'),
        Change(OPF, '<meta property="pageBreakSource">.*?</meta>'),
    )
    gone = check_epub(changed(bridges, marks, *lists, *claims))

    assert verdicts(left) == {"E8": "fail"}
    assert codes(left) == {"page-source-without-marks", "page-claim-without-marks"}
    assert verdicts(gone) == {}


def test_contents_that_are_nowhere_are_not_claimed_either(bridges: bytes) -> None:
    proof = check_epub(changed(bridges, Change(NAV, ' epub:type="toc"')))

    assert verdicts(proof) == {"E2": "fail", "E9": "fail"}
    assert "no-nav-toc" in codes(proof)


def test_contents_in_another_order_than_the_book(bridges: bytes) -> None:
    nav = Change(NAV, '<a href="preface.xhtml">', '<a href="references.xhtml">')
    ncx = Change(NCX, 'src="preface.xhtml"', 'src="references.xhtml"')

    assert codes(check_epub(changed(bridges, nav, ncx))) == {"toc-out-of-order"}


def test_old_readers_want_an_ncx(bridges: bytes) -> None:
    unlisted = Change(OPF, '<item href="toc.ncx"[^>]*/>')

    assert codes(check_epub(changed(bridges, unlisted))) == {"no-ncx", "file-unlisted"}


def test_a_fact_that_refines_nothing(bridges: bytes) -> None:
    proof = check_epub(changed(bridges, Change(OPF, 'refines="#title"', 'refines="#titel"')))

    assert (verdicts(proof), codes(proof)) == ({"E12": "fail"}, {"dead-fragment"})


@pytest.mark.parametrize("name", ["aria-labelledby", "aria-details", "headers"])
def test_an_attribute_that_names_nothing_on_its_page(bridges: bytes, name: str) -> None:
    change = Change(ONE, "<p>全章完", f'<p {name}="ch01 nowhere">全章完')
    proof = check_epub(changed(bridges, change))

    assert (verdicts(proof), len(places(proof, "dead-fragment"))) == ({"E12": "fail"}, 1)


def test_styles_within_a_page_are_read_too(bridges: bytes) -> None:
    attribute = Change(ONE, "<p>全章完", '<p style="font-size: 12pt">全章完')
    element = Change(ONE, "</head>", "<style>p { font-size: 12pt }</style></head>")

    for change in (attribute, element):
        assert verdicts(check_epub(changed(bridges, change))) == {"E7": "fail"}


@pytest.mark.parametrize(
    "css",
    [
        "@media (prefers-color-scheme: dark) { body { color: #eee } }",
        "hr { border-top: 1px solid }",
        "@media print { body { font-size: 10pt; color: #000 } }",
        "p { margin: 0px; text-indent: calc(2 * 1em) }",
        "body { color: inherit; background: transparent }",
    ],
)
def test_what_takes_no_choice_away_is_passed(bridges: bytes, css: str) -> None:
    assert verdicts(check_epub(changed(bridges, Change(CSS, "^", css)))) == {}


@pytest.mark.parametrize("css", ["@font-face { font-family: x; src: url(x.woff2) }", '@import "other.css";'])
def test_a_stylesheet_fetches_what_is_there(bridges: bytes, css: str) -> None:
    proof = check_epub(changed(bridges, Change(CSS, "^", css)))

    assert verdicts(proof) == {"E12": "fail"}
    assert places(proof, "dead-link") == ["EPUB/style.css:1"]
