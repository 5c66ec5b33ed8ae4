"""The rules of pages, notes, heads, contents and fonts, each kept and each broken."""

import pytest

from tests.proof.pdf.set_pages import PLAIN, finding, han, line, paragraph, proof_of

NEXT = '<div class="page" style="height: 0"></div>'


def noted(*marks: str, rule: str = "25%", calls: str = "①②") -> str:
    """A page with two calls and notes at its foot under a rule."""
    first = paragraph(han(8) + f"<sup>{calls[0]}</sup>" + han(9), han(20), han(9))
    second = paragraph(han(18), han(8) + f"<sup>{calls[1]}</sup>" + han(11), han(9))
    notes = "".join(line(mark + han(12)) for mark in marks)
    foot = f'<div class="notes"><hr style="width: {rule}">{notes}</div>'
    return f'<section style="position: relative; height: 144pt">{first}{second}{foot}</section>'


def ruby(push: int) -> str:
    above = '<span style="position: absolute; top: -1pt; left: 3em; font-size: 4pt; line-height: 4pt">huang</span>'
    second = f'<div style="position: relative; margin-top: {push}pt">{above}{han(20)}</div>'
    return line(han(18), 2) + second + line(han(9))


BROKEN_PAGE = {
    "headings": PLAIN * 2 + f"<h2>{han(6)}</h2>" + NEXT + PLAIN,
    "orphans": PLAIN * 2 + line(han(18), 2) + NEXT + line(han(20)) + line(han(20)) + line(han(9)),
    "widows": PLAIN + paragraph(han(18), han(20)) + NEXT + line(han(9)) + PLAIN,
}


@pytest.mark.parametrize("name", BROKEN_PAGE)
def test_lonely_lines_and_headings_at_the_foot_are_found(name: str) -> None:
    found = finding(proof_of(PLAIN, NEXT, BROKEN_PAGE[name]), "G4")

    assert (found.verdict, found.pages) == ("fail", (2,) if name != "widows" else (3,))
    assert {kind: count for kind, count in found.more if count} == {name: 1}


def test_two_lines_on_either_page_are_right() -> None:
    left, right = PLAIN + paragraph(han(18), han(20)), line(han(20)) + line(han(9))
    proof = proof_of(PLAIN, NEXT, left, NEXT, right + f"<h2>{han(6)}</h2>" + PLAIN)

    assert finding(proof, "G4").verdict == "ok"


@pytest.mark.parametrize(("push", "verdict"), [(0, "ok"), (5, "fail")])
def test_ruby_may_not_push_lines_apart(push: int, verdict: str) -> None:
    found = finding(proof_of(PLAIN, ruby(push), PLAIN * 2), "G9")

    assert (found.verdict, dict(found.more)["lines"]) == (verdict, 1)


def test_notes_of_a_page_answer_its_calls() -> None:
    found = finding(proof_of(noted("①", "②"), NEXT, noted("①", "②"), NEXT, PLAIN * 2), "N1")

    assert (found.verdict, dict(found.more)) == ("ok", {"calls": 4, "notes": 4})


@pytest.mark.parametrize(
    ("marks", "calls"),
    [("①", "①②"), ("①②③", "①②①"), ("①③", "①②"), ("②①", "①②"), ("①②", "②①"), ("①②③", "①②"), ("③④", "③④")],
)
def test_a_note_without_its_call_is_found_and_so_is_a_wrong_count(marks: str, calls: str) -> None:
    found = finding(proof_of(noted("①", "②"), NEXT, noted(*marks, calls=calls), NEXT, PLAIN * 2), "N1")

    assert (found.verdict, found.pages) == ("fail", (2,))


def test_a_note_may_be_called_again_behind_another() -> None:
    found = finding(proof_of(noted("①", "②", calls="①②①"), NEXT, PLAIN * 2), "N1")

    assert (found.verdict, dict(found.more)) == ("ok", {"calls": 2, "notes": 2})


def test_figures_at_the_start_of_a_note_line_are_not_marks() -> None:
    found = finding(proof_of(noted("①", "2024年", "②"), NEXT, PLAIN * 2), "N1")

    assert (found.verdict, dict(found.more)["notes"]) == ("ok", 2)


@pytest.mark.parametrize(("width", "verdict"), [("25%", "ok"), ("33%", "fail"), ("0%", "fail"), ("100%", "fail")])
def test_the_rule_above_notes_is_a_quarter_of_the_measure(width: str, verdict: str) -> None:
    found = finding(proof_of(noted("①", "②", rule=width), NEXT, PLAIN * 2), "N2")

    assert found.verdict == verdict
    assert dict(found.more)["thick pt"] == pytest.approx(0.5 if width != "0%" else 0, abs=0.3)
