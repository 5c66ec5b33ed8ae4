"""One thing that an edition states, lists or builds otherwise is told once for each other edition, and where."""

from pathlib import Path

import pytest

from kanben.proof.agreement.printed import pdf_says
from kanben.proof.agreement.proof import Agreement, agreement
from kanben.proof.agreement.reading import said_by
from kanben.proof.agreement.said import Said
from tests.proof.edition_changes import IN_EPUB, IN_PDF, IN_WEB, told_of
from tests.proof.epub_changes import changed
from tests.real_titles import RealTitle


@pytest.mark.parametrize("what", IN_EPUB)
def test_what_an_epub_states_lists_or_builds_otherwise_is_told(
    what: str, said: dict[str, Said], bridges: bytes, tmp_path: Path
) -> None:
    (tmp_path / "b.epub").write_bytes(changed(bridges, IN_EPUB[what]))
    proof = agreement([said["pdf"], said_by("epub", tmp_path / "b.epub"), said["web"]])
    assert told_by(proof) == told_of("EPUB", what)


@pytest.mark.parametrize("what", IN_WEB)
def test_what_a_web_edition_states_lists_or_builds_otherwise_is_told(
    what: str, said: dict[str, Said], bridges_made: RealTitle, tmp_path: Path
) -> None:
    page = bridges_made.write(tmp_path) / "web" / IN_WEB[what].file
    page.write_text(IN_WEB[what].of(page.read_text("utf-8")), "utf-8")
    proof = agreement([said["pdf"], said["epub"], said_by("web", tmp_path / "web")])
    assert told_by(proof) == told_of("web", what)


@pytest.mark.parametrize("what", IN_PDF)
def test_what_a_pdf_states_otherwise_is_told(what: str, said: dict[str, Said], bridges_made: RealTitle) -> None:
    old, new = (words.encode() for words in IN_PDF[what])
    assert bridges_made.pdf.count(old) == 1
    proof = agreement([pdf_says(bridges_made.pdf.replace(old, new), "bridges.pdf"), said["epub"], said["web"]])
    assert told_by(proof) == told_of("PDF", what)


def told_by(proof: Agreement) -> list[str]:
    return [str(fault).partition("\n")[0] for finding in proof.findings for fault in finding.faults]


def test_a_fact_has_an_editors_name_in_chinese(said: dict[str, Said], bridges: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.epub").write_bytes(changed(bridges, IN_EPUB["another maker"]))
    proof = agreement([said_by("epub", tmp_path / "b.epub"), said["web"]])
    assert [fault.say("zh").partition("\n")[0] for finding in proof.findings for fault in finding.faults] == [
        "EPUB/content.opf:9: 出版信息（责任者）在 EPUB 中为“他人”，在 web 中为“刊本项目”（index.html:12） [other-fact]"
    ]
