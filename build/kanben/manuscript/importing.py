"""Import a manuscript: bytes in, a title folder's files and a report out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kanben.limits import HEADINGS_IN_ALL, MANUSCRIPT_LINES, PROPOSALS
from kanben.manuscript.decode import decode
from kanben.manuscript.drafting import Draft, build_parts, write_files
from kanben.manuscript.fidelity import Fidelity, prove
from kanben.manuscript.ledger import Ledger
from kanben.manuscript.lines import raw_lines
from kanben.manuscript.paragraphs import Desk
from kanben.manuscript.proposals import KINDS, Proposal
from kanben.manuscript.report import Report, report_json, report_markdown
from kanben.manuscript.survey import Survey, survey_manuscript
from kanben.manuscript.title_record import claim_furniture
from kanben.manuscript.vocabulary import Vocabulary
from kanben.manuscript.warnings import warnings_of
from kanben.place import Place
from kanben.trouble import Trouble, too_much, trouble

NOTHING_PROVED = Fidelity(0, (), ())


@dataclass(frozen=True, slots=True)
class Imported:
    """`files` is empty when an error stands among the troubles."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    found: Mapping[str, int] = field(default_factory=dict)
    fidelity: Fidelity = NOTHING_PROVED


def import_manuscript(name: str, data: bytes, apply: frozenset[str] = frozenset()) -> Imported:
    """Turn a manuscript into a title folder; proposals of the kinds in `apply` are carried out on the way."""
    if unknown := apply - KINDS.keys():
        raise ValueError(f"unknown kinds of proposals: {', '.join(sorted(unknown))}")
    manuscript = decode(name, data)
    if isinstance(manuscript, Trouble):
        return Imported(troubles=(manuscript,))
    if (lines := sum(1 for _ in raw_lines(manuscript.text))) > MANUSCRIPT_LINES.most:
        return Imported(troubles=(too_much(MANUSCRIPT_LINES, lines, Place(name)),))
    survey = survey_manuscript(manuscript)
    if not any(line.role in ("text", "heading") for line in survey.lines):
        return Imported(troubles=(trouble("manuscript-wordless", Place(name)),))
    if beyond := headings_beyond(survey):
        return Imported(troubles=(beyond,))
    ledger = Ledger(manuscript.text, apply, Vocabulary(line.text for line in survey.lines))
    claim_furniture(survey, ledger)
    draft = build_parts(survey, Desk(survey.layout, survey.notes.calls, ledger))
    files = write_files(survey, draft, ledger)
    if len(ledger.drafts) > PROPOSALS.most:
        return Imported(troubles=(too_much(PROPOSALS, len(ledger.drafts), Place(name)),))
    return report_on(survey, draft, files, ledger)


def headings_beyond(survey: Survey) -> Trouble | None:
    """The first heading beyond those that a book may have."""
    if len(survey.headings) <= HEADINGS_IN_ALL.most:
        return None
    line = survey.lines[survey.headings[HEADINGS_IN_ALL.most].lines[0]]
    return too_much(HEADINGS_IN_ALL, len(survey.headings), Place(survey.manuscript.name, line.number))


def report_on(survey: Survey, draft: Draft, files: dict[str, bytes], ledger: Ledger) -> Imported:
    """Prove the files, and add the report to them."""
    fidelity, proposals = prove(ledger, files), ledger.proposals()
    found = count(survey, draft)
    report = Report(survey.manuscript, found, ledger.joins, proposals, ledger.additions, fidelity)
    files["import-report.md"] = report_markdown(report)
    files["import-report.json"] = report_json(report)
    return Imported(files, proposals, tuple(warnings_of(survey, fidelity)), found, fidelity)


def count(survey: Survey, draft: Draft) -> dict[str, int]:
    """What an editor compares with the book at hand."""
    blocks = [block for part in draft.parts for block in part.blocks]
    return {
        "chapters": sum(planned.matter == "body" for planned in draft.plan),
        "sections": sum(block.kind == "heading" and block.level > 1 for block in blocks),
        "paragraphs": sum(block.kind == "paragraph" for block in blocks),
        "epigraphs": sum(block.kind == "attribution" for block in blocks),
        "notes": len(survey.notes.texts),
        "glossary entries": len(draft.terms),
        "references": len(draft.references),
    }
