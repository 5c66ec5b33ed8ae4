"""Each rule for an EPUB can fail: one thing is changed in a sound book, and the rule that asks for it says where."""

import pytest

from kanben.proof.epub.proof import EpubProof, check_epub
from tests.proof.epub_changes import CSS, NAV, NCX, ONE, OPF, TWO, Change, changed, end_of, files_of
from tests.proof.epub_faults import DOUBTS, FAULTS, WHOLE
from tests.proof.epub_verdicts import codes, places, verdicts


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


def test_a_script_is_refused_even_where_it_is_declared(bridges: bytes) -> None:
    held = Change(OPF, 'href="ch02.xhtml"', 'href="ch02.xhtml" properties="scripted"')

    assert verdicts(check_epub(changed(bridges, held, end_of(TWO, "<script>x()</script>")))) == {"E15": "fail"}


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

    assert codes(check_epub(changed(bridges, nav, ncx))) == {"toc-out-of-order", "toc-entry-differs"}


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
        "img, figure > img.drawn { background: #fff }",
    ],
)
def test_what_takes_no_choice_away_is_passed(bridges: bytes, css: str) -> None:
    assert verdicts(check_epub(changed(bridges, Change(CSS, "^", css)))) == {}


@pytest.mark.parametrize(
    "css", ["img, hr { background: #fff }", "img { color: #000 }", "img + hr { background: #fff }"]
)
def test_a_ground_is_for_pictures_alone(bridges: bytes, css: str) -> None:
    assert codes(check_epub(changed(bridges, Change(CSS, "^", css)))) == {"fixed-colour"}


@pytest.mark.parametrize("css", ["@font-face { font-family: x; src: url(x.woff2) }", '@import "other.css";'])
def test_a_stylesheet_fetches_what_is_there(bridges: bytes, css: str) -> None:
    proof = check_epub(changed(bridges, Change(CSS, "^", css)))

    assert verdicts(proof) == {"E12": "fail"}
    assert places(proof, "dead-link") == ["EPUB/style.css:1"]
