"""The title in this repository keeps the rules, and so does the report where its manuscript is at hand."""

from kanben.proof.proof import check_pdf
from tests.real_titles import RealTitle


def test_a_real_title_keeps_every_rule(title: RealTitle) -> None:
    broken = {found.rule: found.spots for found in check_pdf(title.pdf).findings if found.verdict == "fail"}

    assert broken == {}


def test_a_real_title_is_measured_on_all_rules_but_ruby(title: RealTitle) -> None:
    proof = check_pdf(title.pdf)

    assert {found.rule for found in proof.findings if found.verdict == "unmeasured"} == {"G9"}
    assert (proof.em, proof.pitch, round(proof.measure, 2)) == (10.5, 17, 38)
