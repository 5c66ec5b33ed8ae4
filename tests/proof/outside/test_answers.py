"""What checkers of others say comes in one form; what they are known to say without cause is set apart."""

from dataclasses import replace
from pathlib import Path

import pytest

from kanben.place import Place
from kanben.proof.outside import order, tools
from kanben.proof.outside.known import reason
from kanben.proof.outside.order import Answer, answer
from kanben.proof.outside.page_validation import claims
from kanben.proof.outside.remark import Absent, Remark
from kanben.proof.outside.spots import line_of
from tests.real_titles import RealTitle

PAGE = b'<!doctype html>\n<html><body>\n<p id="a">x</p>\n<p>y <b>z</b></p></body></html>'


def said(code: str, what: str = "", spot: str = "") -> Remark:
    return Remark("warning", code, Place("b.pdf"), what, spot, 9)


ON_SVG = Remark(
    "error", "error", Place("EPUB/ch01.xhtml"), "Attribute “aria-label” not allowed on element “svg” at this point."
)


@pytest.mark.parametrize(
    ("checker", "remark", "why"),
    [
        ("page-validation", said("METADATA-FILTER", spot="PDF_A_3U"), "metadata-filter"),
        ("page-validation", said("METADATA-FILTER", spot="PDF_A_1B"), ""),
        ("page-validation", said("FONT-1", spot="PDF_A_3U"), ""),
        (
            "Nu",
            said("warning", "Resource violates Content Security Policy (x): “a/b.svg” blocked by x"),
            "self-on-disk",
        ),
        (
            "Nu",
            said("warning", "Resource violates Content Security Policy (x): “https://a.org/b.svg” blocked by x"),
            "",
        ),
        ("Nu", ON_SVG, "aria-on-svg"),
        ("Nu", replace(ON_SVG, place=Place("ch01.html")), ""),
        ("Nu", replace(ON_SVG, what="Attribute “aria-label” not allowed on element “p” at this point."), ""),
    ],
)
def test_what_is_known_to_be_without_cause_has_a_reason(checker: str, remark: Remark, why: str) -> None:
    assert reason(checker, remark, Path("b.pdf")) == why


def test_only_lines_of_notes_are_no_running_footers(bridges_made: RealTitle, tmp_path: Path) -> None:
    pdf = bridges_made.write(tmp_path) / "bridges.pdf"
    assert (
        reason("outloud", said("PAG-001", spot="① 梁，即桥。; 挤压与弯曲是两种受力。"), pdf) == "notes-are-no-footers"
    )
    assert reason("outloud", said("PAG-001", spot="① 梁，即桥。; 全章完。"), pdf) == ""


def test_an_answer_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    def garbled(file: Path) -> tuple[Remark, ...]:
        raise KeyError("messages")

    found = answer("Ace", garbled, tmp_path / "b.epub")
    assert (found.remarks, found.fails) == ((), False)
    assert found.silence and str(found.silence).startswith("b.epub: Ace gave no answer: 'messages' [checker-silent]")


def test_errors_fail_and_warnings_do_not() -> None:
    warns = (said("a"),)
    assert [Answer("Nu", warns).fails, Answer("Nu", (*warns, Remark("error", "b", Place("x"), ""))).fails] == [
        False,
        True,
    ]


def test_a_pdf_is_held_to_what_it_claims() -> None:
    both = b"<pdfuaid:part>1</pdfuaid:part><pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
    assert claims(both) == ("PDF_UA_1", "PDF_A_3U")
    assert claims(b'pdfaid:part="2" pdfaid:conformance="B"') == ("PDF_A_2B",)
    assert claims(b"%PDF-1.7") == ()


def test_an_element_is_found_by_its_selector() -> None:
    assert [line_of(PAGE, selector, "a.html") for selector in ("#a", "p:nth-child(2) > b", "i", "p[", "")] == [
        3,
        4,
        0,
        0,
        0,
    ]
    xhtml = b'<html xmlns="http://www.w3.org/1999/xhtml"><body>\n<p class="b">x</p></body></html>'
    assert (line_of(xhtml, "body > .b", "a.xhtml"), line_of(b"no xml", "p", "a.xhtml")) == (2, 0)


def test_what_is_missing_says_what_to_type(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(tools.sys, "platform", "linux")
    with pytest.raises(Absent) as lacks:
        tools.JAVA.need()
    assert (lacks.value.name, lacks.value.command) == ("Java", "sudo apt-get install default-jre-headless")
    with pytest.raises(Absent) as lacks:
        tools.npm("thing", "thing", "no/such.js").need()
    assert lacks.value.command == "sudo npm install --global --ignore-scripts thing"


def test_a_folder_of_npm_that_is_named_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "axe-core").mkdir()
    (tmp_path / "axe-core/axe.min.js").write_text("")
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path))
    assert tools.AXE.find() == str(tmp_path / "axe-core/axe.min.js")


def test_no_checker_is_taken_from_the_folder_that_kanben_runs_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "node_modules/stranger").mkdir(parents=True)
    (tmp_path / "node_modules/stranger/axe.js").write_text("")
    monkeypatch.chdir(tmp_path)
    assert tools.npm("thing", "stranger", "stranger/axe.js").find() == ""


def test_every_checker_of_the_order_has_words_in_the_table() -> None:
    from kanben.messages.proof_outside import OUTSIDE_ASKS

    assert {name for checkers in order.CHECKERS.values() for name, _ in checkers} == set(OUTSIDE_ASKS)
