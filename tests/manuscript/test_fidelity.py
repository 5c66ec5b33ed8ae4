"""The proof must fail when a character is lost, added, doubled or moved."""

import pytest

from kanben.manuscript.decode import Manuscript
from kanben.manuscript.drafting import build_parts, write_files
from kanben.manuscript.fidelity import Residue, prove
from kanben.manuscript.ledger import Ledger
from kanben.manuscript.paragraphs import Desk
from kanben.manuscript.survey import survey_manuscript
from kanben.manuscript.title_record import claim_furniture
from kanben.manuscript.traced import Traced
from kanben.manuscript.vocabulary import Vocabulary

TEXT = "河\n\n第一章 源\n\n古时，水从山上^①流\n\n① 《水经》\n\n下来，流到海里。\n\n名词解释\n\n1. 海\n\n大水。\n"


def drafted() -> tuple[Ledger, dict[str, bytes]]:
    """The account and the files of a small import, before they are compared."""
    survey = survey_manuscript(Manuscript("m.txt", TEXT.encode(), TEXT, "utf-8"))
    ledger = Ledger(TEXT, frozenset(), Vocabulary([TEXT]))
    claim_furniture(survey, ledger)
    draft = build_parts(survey, Desk(survey.layout, survey.notes.calls, ledger))
    return ledger, write_files(survey, draft, ledger)


def test_a_right_import_leaves_nothing_over() -> None:
    ledger, files = drafted()
    fidelity = prove(ledger, files)
    assert fidelity.residual == ()
    assert dict(fidelity.counts)["body"] == len("古时，水从山上流下来，流到海里。")
    assert dict(fidelity.counts)["note mark"] == len("^①①")


@pytest.mark.parametrize(
    ("file", "before", "after", "residue"),
    [
        ("chapters/01.md", "流到海里", "流到海", Residue("is missing", 9, 7, "chapters/01.md", "里")),
        ("chapters/01.md", "流下来", "流流下来", Residue("is added", 9, 1, "chapters/01.md", "流")),
        ("chapters/01.md", "水经", "水景", Residue("is missing", 7, 5, "chapters/01.md", "经")),
        ("chapters/01.md", "# 源", "# 原", Residue("is missing", 3, 5, "chapters/01.md", "源")),
        ("glossary.yaml", "大水", "水", Residue("is missing", 15, 1, "glossary.yaml", "大")),
        ("title.yaml", "title: 河", "title: 江", Residue("is missing", 1, 1, "title.yaml", "河")),
    ],
)
def test_a_seeded_fault_in_a_file_is_seen(file: str, before: str, after: str, residue: Residue) -> None:
    ledger, files = drafted()
    assert before in files[file].decode()
    files[file] = files[file].decode().replace(before, after).encode()
    assert residue in prove(ledger, files).residual


def test_characters_that_a_rule_drops_or_takes_twice_are_seen() -> None:
    ledger, files = drafted()
    dropped = ledger.claims.pop()
    ledger.claim("page number", "", Traced("水", (TEXT.index("水"),)))
    told = {(residue.what, residue.text) for residue in prove(ledger, files).residual}
    assert ("goes twice", "水") in told
    assert {("goes nowhere", TEXT[spot]) for spot in dropped.spots} <= told


def test_a_missing_file_is_seen_whole() -> None:
    ledger, files = drafted()
    del files["glossary.yaml"]
    assert {residue.text for residue in prove(ledger, files).residual} == {"海", "大水。"}
