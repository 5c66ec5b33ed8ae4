"""What is proposed to the editor, and that nothing changes before it is applied."""

import pytest

from kanben.manuscript import import_manuscript
from kanben.manuscript.proposals import Unit, findings_in
from kanben.manuscript.traced import CALL, Traced
from kanben.manuscript.vocabulary import Vocabulary


def found(text: str, *joints: int, kind: str = "body", said: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """(kind, before, after) of everything found in some words."""
    unit = Unit(kind, Traced(text, tuple(range(len(text)))), joints)
    return [(f.kind, text[f.start : f.end], f.after) for f in findings_in(unit, Vocabulary([text, *said]))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海水,湖水", [("widths", ",", "，")]),
        (f"增长8%,{CALL}其中", [("widths", ",", "，")]),
        ("共1,200条鱼", []),
        ("in Paris, in Rome", []),
        ("指数(GII)上升", [("widths", "(", "（"), ("widths", ")", "）")]),
        ("f(x)", []),
        ("水位(高时", []),
        ("时期（春天)的水", [("brackets", ")", "）")]),
        ("(2000-2019年)", [("widths", "(", "（"), ("ranges", "-", "—"), ("widths", ")", "）")]),
        ("安娜-玛丽", []),
        ("电话010-1234-5678号", []),
        ("有 27 台", [("spaces", " ", ""), ("spaces", " ", "")]),
        ("《加强 加快》", []),
        ("加 强", [("spaces", " ", "")]),
        ("部份", [("words", "部份", "部分")]),
    ],
)
def test_marks_ranges_spaces_and_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_characters_said_twice_at_a_joint() -> None:
    assert found("新兴产业业融合", 4) == [("doubled", "业", "")]
    assert found("新兴产业业融合", 3) == []
    assert found("水流水流向海", 2) == [("doubled", "水流", "")]


def test_a_rare_word_beside_a_common_one_that_looks_like_it() -> None:
    assert found("塞力斯汽车", said=("赛力斯", "赛力斯")) == [("words", "塞", "赛")]
    assert found("塞力斯汽车", said=("塞力斯", "赛力斯", "赛力斯")) == []


def test_a_periodical_named_as_one() -> None:
    assert found("王五，《海》，人民论坛杂志，2024年", kind="reference") == [("words", "杂志", "")]
    assert found("王五，《海》，人民论坛杂志，2024年") == []


TEXT = "河\n\n第一章 源\n\n水从山上流下来(很慢),有 3 条,20-30年\n\n年不断。\n"


def test_nothing_changes_before_it_is_applied() -> None:
    imported = import_manuscript("m.txt", TEXT.encode())
    assert "水从山上流下来(很慢),有 3 条,20-30年年不断。" in imported.files["chapters/01.md"].decode()
    assert {p.kind for p in imported.proposals} == {"widths", "spaces", "ranges", "doubled"}
    assert not any(p.applied for p in imported.proposals)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("widths", "水从山上流下来（很慢），有 3 条，20-30年年不断。"),
        ("spaces", "水从山上流下来(很慢),有3条,20-30年年不断。"),
        ("ranges", "水从山上流下来(很慢),有 3 条,20—30年年不断。"),
        ("doubled", "水从山上流下来(很慢),有 3 条,20-30年不断。"),
    ],
)
def test_a_kind_is_applied_as_a_whole_and_the_proof_still_holds(kind: str, words: str) -> None:
    imported = import_manuscript("m.txt", TEXT.encode(), frozenset({kind}))
    assert words in imported.files["chapters/01.md"].decode()
    assert {p.kind for p in imported.proposals if p.applied} == {kind}
    assert imported.fidelity.residual == ()


def test_a_proposal_names_its_place_in_the_manuscript_and_in_the_source() -> None:
    (proposal,) = [p for p in import_manuscript("m.txt", TEXT.encode()).proposals if p.kind == "ranges"]
    assert (proposal.line, proposal.column, proposal.file, proposal.file_line) == (5, 21, "chapters/01.md", 3)


def test_unknown_kinds_are_refused() -> None:
    with pytest.raises(ValueError, match="unknown kinds of proposals: commas"):
        import_manuscript("m.txt", TEXT.encode(), frozenset({"commas"}))
