"""Each rule of lines, marks and paragraphs is kept by right pages and broken by pages with one known fault."""

import pytest

from kanben.proof.pdf.proof import check_pdf
from tests.proof.pdf.set_pages import PLAIN, finding, han, line, paragraph, pdf_of, proof_of, shifted

CALL = "<sup>①</sup>"
PAIR = "》，"
SPREAD = '<span style="letter-spacing: .25em">'


def with_marks(marks: str) -> str:
    """Three paragraphs with a run of marks amid Han."""
    return "".join(paragraph(han(6) + marks + han(10), han(20), han(9)) for _ in range(3))


RIGHT = {
    "L1": PLAIN,
    "L2": PLAIN,
    "L3": PLAIN,
    "L4": PLAIN,
    "U1": paragraph(han(8) + "——" + han(8), han(9) + "……" + han(9), han(9)),
    "U2": paragraph(han(16) + "35亿", han(20), han(9)),
    "W1": with_marks(shifted("》", after=-0.5) + "，"),
    "W2": paragraph(han(18), han(19) + shifted("，", before=0.5), han(9)),
    "W3": paragraph(han(18), shifted("（", before=-0.5) + han(19), han(9)),
    "S1": paragraph(han(8) + shifted("abc", 0.125, 0.125) + han(8), han(20), han(9)),
    "G1": PLAIN,
    "G2": PLAIN,
    "G3": paragraph(han(18), han(2) + "。"),
    "G7": PLAIN,
}
WRONG = {
    "L1": (paragraph(han(18), "，" + han(19), han(9)), "，地玄"),
    "L1, a single dash": (paragraph(han(18), "—" + han(19), han(9)), "—地玄"),
    "L2": (paragraph(han(17) + "（", han(20), han(9)), "地玄"),
    "L2, a currency": (paragraph(han(17) + "￥", "35" + han(19), han(9)), "地玄"),
    "L4": (paragraph(SPREAD + han(14) + "</span>", SPREAD + han(16) + "</span>", han(9)), "地玄"),
    "U1, broken": (paragraph(han(8) + "—" + shifted("—", before=0.3) + han(7), han(20), han(9)), "地玄"),
    "U1, wide": (paragraph(han(8) + shifted("——", 0.2) + han(7), han(20), han(9)), ""),
    "U1, cut": (paragraph(han(17) + "—", "—" + han(19), han(9)), "—地玄"),
    "U2": (paragraph(han(17) + "35", "亿" + han(19), han(9)), "亿地"),
    "U2, a decimal": (paragraph(han(17) + "3.", "5" + han(19), han(9)), "5地"),
    "U2, an ordinal": (paragraph(han(17) + "第", "35" + han(19), han(9)), "35地"),
    "U2, a call": (paragraph(han(18), CALL + han(19), han(9)), "①地"),
    "W1": (with_marks(PAIR), "地玄黄宇宙洪》"),
    "W2": (paragraph(han(18), han(19) + "，", han(9)), "地玄"),
    "W3": (paragraph(han(18), "（" + han(19), han(9)), "（地玄"),
    "S1, none": (paragraph(han(8) + "abc" + han(8), han(20), han(9)), "地玄黄宇宙洪荒辰abc"),
    "S1, too much": (paragraph(han(8) + shifted("abc", 0.5, 0.125) + han(7), han(20), han(9)), "地玄黄宇宙洪荒辰abc"),
    "G1": (paragraph(han(18), han(20), han(9), indent=1.5), "地玄"),
    "G2": (paragraph(han(18), han(19), han(9)), "地玄"),
    "G3": (paragraph(han(18), "霜。"), "霜。"),
    "G7": (f'<section style="padding-top: 5pt">{paragraph(han(18), han(20), han(9))}</section>', ""),
}


@pytest.mark.parametrize("rule", RIGHT)
def test_right_lines_keep_the_rule(rule: str) -> None:
    found = finding(proof_of(PLAIN * 4, RIGHT[rule], PLAIN), rule)

    assert (found.verdict, found.spots) == ("ok", ())


@pytest.mark.parametrize("name", WRONG)
def test_a_known_fault_is_found_on_its_line(name: str) -> None:
    body, offending = WRONG[name]
    found = finding(proof_of(PLAIN * 4, body, PLAIN), name[:2])

    assert found.verdict == "fail"
    assert all(spot.text.startswith(offending) and spot.box for spot in found.spots)
    assert found.spots or not offending


def test_a_dash_at_line_start_is_a_warning() -> None:
    found = finding(proof_of(PLAIN * 4, paragraph(han(18), "——" + han(18), han(9)), PLAIN), "L3")

    assert (found.verdict, found.figure, found.pages) == ("warn", 1, (3,))


def test_a_source_at_the_right_does_not_go_on_from_its_quotation() -> None:
    quotation = (
        '<section style="font-size: 9pt; margin: 0 3em">' + line(han(15)) + line("——" + han(3), 10) + "</section>"
    )

    assert finding(proof_of(PLAIN * 4, quotation, PLAIN), "L3").verdict == "ok"


def test_white_between_paragraphs_breaks_the_rule_of_indents() -> None:
    found = finding(proof_of(*(f'<p style="margin-bottom: 4pt">{PLAIN}</p>' for _ in range(4))), "G1")

    assert found.verdict == "fail"
    assert dict(found.more)["space"] == pytest.approx(0.25, abs=0.01)


def test_without_examples_a_rule_is_not_measurable() -> None:
    proof = proof_of(PLAIN * 3)

    assert {found.rule for found in proof.findings if found.verdict == "unmeasured"} == {
        "U1", "W1", "W2", "W3", "S1", "G9", "N1", "N2", "N3", "T1",
    }  # fmt: skip


def test_the_page_is_measured_in_its_own_terms() -> None:
    proof = proof_of(PLAIN * 5)

    assert (proof.em, proof.pitch, proof.measure) == pytest.approx((10, 16, 20), abs=0.01)


def test_left_and_right_pages_have_their_own_edges() -> None:
    margins = "@page :left { margin-left: 20pt; margin-right: 40pt }"
    proof = proof_of(PLAIN * 9, style=margins)

    assert proof.pages == 5
    assert finding(proof, "G2").verdict == finding(proof, "G1").verdict == "ok"


def test_a_hanging_list_is_not_taken_for_indented_paragraphs() -> None:
    entry = line(han(20)) + line(han(9), 2)
    proof = proof_of(PLAIN * 4, f'<section class="page">{entry * 6}</section>', PLAIN)

    assert dict(finding(proof, "G1").more)["starts"] == 5
    assert finding(proof, "G2").verdict == "ok"


@pytest.mark.parametrize("column", ["甲", "，乙"])
def test_cells_of_a_table_are_not_lines_of_a_paragraph(column: str) -> None:
    cells = f'<div><span>丙</span><span style="margin-left: 5em">{column}</span></div>' * 3
    proof = proof_of(PLAIN * 4, cells, PLAIN)

    assert finding(proof, "L1").verdict == finding(proof, "G2").verdict == "ok"


def test_a_closing_mark_may_be_drawn_over_its_neighbour() -> None:
    """A halved opening mark has its origin before that of the mark on its left."""
    body = paragraph(han(6) + shifted("，", after=-0.5) + shifted("“", before=-0.5) + han(10), han(20), han(9))
    proof = check_pdf(pdf_of(PLAIN * 4, body))

    assert finding(proof, "L1").verdict == "ok"
