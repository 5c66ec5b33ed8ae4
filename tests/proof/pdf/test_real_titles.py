"""The title in this repository keeps the rules, and so does the report where its manuscript is at hand."""

import pytest

from kanben.proof.pdf.proof import Proof, check_pdf
from tests.real_titles import RealTitle


@pytest.fixture(scope="module")
def proof(title: RealTitle) -> Proof:
    return check_pdf(title.pdf)


def test_a_real_title_keeps_every_rule(proof: Proof) -> None:
    assert {found.rule: found.spots for found in proof.findings if found.verdict == "fail"} == {}


def test_a_real_title_is_measured_on_all_rules_but_ruby(proof: Proof) -> None:
    assert {found.rule for found in proof.findings if found.verdict == "unmeasured"} == {"G9"}
    assert (proof.em, proof.pitch, round(proof.measure, 2)) == (10.5, 17, 38)
