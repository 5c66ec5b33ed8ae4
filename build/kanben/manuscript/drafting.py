"""Make the parts of a title from a surveyed manuscript, and write them as the files of a title folder."""

from dataclasses import dataclass, field, replace

from kanben.manuscript.entries import Reference, Term, read_references, read_terms
from kanben.manuscript.ledger import Addition, Ledger
from kanben.manuscript.lines import Line
from kanben.manuscript.paragraphs import Desk, Paragraph, finish
from kanben.manuscript.parts import Block, Part, build_part, divide
from kanben.manuscript.plan import Planned, plan_parts, with_chapters
from kanben.manuscript.proposals import Unit
from kanben.manuscript.survey import Survey
from kanben.manuscript.title_files import write_glossary, write_part, write_references
from kanben.manuscript.title_record import title_of, write_record
from kanben.manuscript.traced import Traced


@dataclass(slots=True)
class Draft:
    """The parts of a title while they are made."""

    parts: list[Part] = field(default_factory=list)
    plan: list[Planned] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def build_parts(survey: Survey, desk: Desk) -> Draft:
    """Make each part in the form that its kind asks for."""
    draft = Draft()
    for planned in plan_parts(with_chapters(divide(survey.lines, survey.headings))):
        if takes_entries(planned, draft, desk):
            if planned.raw.found:
                desk.ledger.claim("heading made by the build", "", planned.raw.found.title)
            draft.plan += [planned] if planned.name else []
            continue
        planned = as_file(planned)
        part = build_part(planned.raw, planned.name, desk, survey.numbering)
        draft.parts.append(part if planned.raw.found else with_heading(part, planned, survey, desk.ledger))
        draft.plan.append(planned)
    return draft


def takes_entries(planned: Planned, draft: Draft, desk: Desk) -> bool:
    """Read a glossary or a list of references as data, where it can be taken apart."""
    if not planned.name:
        return True
    lines = [item for item in planned.raw.items if isinstance(item, Line)]
    if planned.name == "glossary":
        draft.terms = read_terms(lines, desk)
        return bool(draft.terms)
    if planned.name == "references":
        draft.references = read_references(lines, desk)
        return bool(draft.references)
    return False


def as_file(planned: Planned) -> Planned:
    """A glossary or a list of references that cannot be taken apart is written as it stands."""
    named = planned.name.endswith(".md")
    return planned if named else replace(planned, name=f"{planned.matter}/{planned.name}-text.md")


def with_heading(part: Part, planned: Planned, survey: Survey, ledger: Ledger) -> Part:
    """Give untitled text a heading, and say in the report that it was added."""
    text = "前言" if planned.matter == "front" else title_of(survey)
    ledger.additions.append(Addition("heading", part.file, text, "the text here has no heading in the manuscript"))
    spot = part.blocks[0].paragraph.key
    heading = Block("heading", Paragraph(Traced(text, (spot,) * len(text))), 1)
    return replace(part, blocks=(heading, *part.blocks))


def write_files(survey: Survey, draft: Draft, ledger: Ledger) -> dict[str, bytes]:
    """The title folder without its report."""
    desk = Desk(survey.layout, {}, ledger)
    notes = {n: finish(Unit("note", note.words), desk) for n, note in enumerate(survey.notes.texts)}
    for note in survey.notes.texts:
        ledger.claim("note mark", "", note.mark)
    files = {"title.yaml": write_record(survey, draft.plan, ledger)}
    for part in draft.parts:
        files[part.file] = write_part(part, notes, ledger)
    if draft.terms:
        files["glossary.yaml"] = write_glossary(draft.terms, notes, ledger)
    if draft.references:
        cited = frozenset(call.work for call in survey.notes.calls.values() if call.work)
        files["references.yaml"] = write_references(draft.references, cited, ledger)
    return files
