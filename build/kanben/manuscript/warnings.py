"""Tell what an editor should look at before the first build."""

from collections.abc import Callable, Iterator

from kanben.book.made_parts import MADE_TITLES
from kanben.manuscript.fidelity import Fidelity
from kanben.manuscript.headings import Found
from kanben.manuscript.ledger import line_starts, position
from kanben.manuscript.lines import is_control
from kanben.manuscript.numbers import differing_numbers
from kanben.manuscript.survey import Survey, unmatched_contents
from kanben.manuscript.traced import squeeze
from kanben.place import Place
from kanben.trouble import Trouble, trouble

At = Callable[[int], Place]


def warnings_of(survey: Survey, fidelity: Fidelity) -> Iterator[Trouble]:
    """Everything to be told, in the order of the steps."""
    manuscript = survey.manuscript
    starts = line_starts(manuscript.text)

    def at(spot: int) -> Place:
        return Place(manuscript.name, *position(starts, spot))

    yield from of_controls(manuscript.text, at)
    yield from of_structure(survey, at)
    for call in survey.notes.loose:
        if call.style != "digits":
            mark = manuscript.text[call.start : call.start + call.length]
            yield trouble("note-without-text", at(call.start), mark=mark)
    for note in survey.notes.uncalled:
        yield trouble("note-without-call", at(note.mark.at[0]), mark=note.mark.text)
    if fidelity.residual:
        yield trouble("residual", Place(manuscript.name), count=len(fidelity.residual))


def of_controls(text: str, at: At) -> Iterator[Trouble]:
    controls = [spot for spot, character in enumerate(text) if is_control(character)]
    if controls:
        yield trouble("manuscript-control", at(controls[0]), count=len(controls))


def of_structure(survey: Survey, at: At) -> Iterator[Trouble]:
    """What the title page, the contents and the headings leave open."""
    name = survey.manuscript.name
    if not any(line.role == "title" for line in survey.lines):
        yield trouble("manuscript-untitled", Place(name))
    if not any(found.kind in ("chapter", "unnumbered") for found in survey.headings):
        yield trouble("manuscript-chapterless", Place(name))
    for line in unmatched_contents(survey):
        yield trouble("contents-differ", Place(name, line.line), words=line.words)
    for found, made in differing_numbers(survey.headings, survey.numbering):
        yield trouble("number-differs", at(found.mark.at[0]), typed=found.mark.text, made=made)
    for found in survey.headings:
        if differs(found):
            made = MADE_TITLES[found.kind]
            yield trouble("heading-differs", at(found.title.at[0]), typed=found.title.text, made=made)


def differs(found: Found) -> bool:
    """Whether a part that the build heads itself is headed otherwise in the manuscript."""
    return found.kind in MADE_TITLES and squeeze(found.title.text) != MADE_TITLES[found.kind]
