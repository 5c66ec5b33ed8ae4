"""Prove that a title's finished editions say the same, from the files alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kanben.place import Place
from kanben.proof.agreement.compare import (
    Difference,
    grams,
    lost_in_flow,
    lost_in_list,
    lost_in_tree,
    lost_marks,
    strange_words,
)
from kanben.proof.agreement.contents import other_contents
from kanben.proof.agreement.facts import other_facts
from kanben.proof.agreement.leading import lost_links
from kanben.proof.agreement.leaf import other_leaf
from kanben.proof.agreement.pages import astray, other_pages
from kanben.proof.agreement.said import PRINT, Kind, Said
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("A1", ("text",)),
    ("A2", ("heading",)),
    ("A3", ("note", "call")),
    ("A4", ("picture", "formula")),
    ("A5", ("link", "way")),
    ("A6", ("mark", "page")),
    ("A7", ("fact", "leaf")),
    ("A8", ("entry",)),
)
"""The rules, each with the kinds of differences that it tells."""
CODES: dict[str, tuple[str, str]] = {
    "text": ("lost-text", "other-text"),
    "heading": ("lost-heading", "other-heading"),
    "note": ("lost-note", "other-note"),
    "picture": ("lost-picture", "other-picture"),
    "formula": ("lost-formula", "other-formula"),
    "mark": ("lost-mark", "other-mark"),
    "link": ("lost-link", "other-link"),
    "call": ("lost-call", "other-call"),
    "way": ("way-astray", "way-astray"),
    "page": ("lost-page", "other-page"),
    "fact": ("lost-fact", "other-fact"),
    "leaf": ("other-leaf", "other-leaf"),
    "entry": ("lost-entry", "other-entry"),
}
"""What is told of each kind: that it is not there, or that something else is."""
LISTS: tuple[Kind, ...] = ("note", "picture")
ALOUD: tuple[Kind, ...] = (*LISTS, "formula")
"""What print says of formulas stands in its lines."""
LONGEST = 40
SAME = 6
"""Characters in common tell that two excerpts are of one place."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The editions that were laid beside each other, and a finding for each rule."""

    editions: tuple[str, ...]
    findings: tuple[Ruling, ...]

    @property
    def fails(self) -> bool:
        return any(finding.verdict == "fail" for finding in self.findings)


def agreement(editions: Sequence[Said]) -> Agreement:
    """Compare editions in pairs; what says nothing, as a PDF without a structure tree, cannot be compared."""
    known = [said for said in editions if said.passages]
    screens = [said for said in known if said.edition != PRINT]
    printed = [said for said in known if said.edition == PRINT]
    pairs = [*pairwise(screens), *zip(screens[:1], printed, strict=False)]
    found = [fault for here, there in pairs for fault in differences(here, there)]
    untagged = [
        trouble("edition-unread", Place(said.edition), edition=said.edition) for said in editions if said not in known
    ]
    rows = [asked(rule, [fault for kind, fault in found if kind in kinds], bool(pairs)) for rule, kinds in ROWS]
    first = asked("A1", [*untagged, *rows[0].faults], bool(pairs))
    return Agreement(tuple(said.edition for said in known), (first, *rows[1:]))


def differences(here: Said, there: Said) -> Iterator[tuple[str, Trouble]]:
    """Each difference with its kind; of two screens both ways, of print what it lacks and what it has of its own."""
    lost, beside = list(lacking(here, there)), list(beside_words(here, there))
    yield from ((each.kind, told(each, here, there)) for each in (*lost, *beside))
    if there.edition == PRINT:
        own = [*not_yet_told(strange_words(there, here), lost), *astray(here, there)]
    else:
        own = [each for each in lacking(there, here) if not each.other]
    known = {(each.kind, each.other) for each in beside if each.kind == "fact"}
    own += [each for each in beside_words(there, here) if not (each.other or (each.kind, each.words) in known)]
    yield from ((each.kind, told(each, there, here)) for each in own)


def beside_words(here: Said, there: Said) -> Iterator[Difference]:
    yield from lost_links(here, there)
    yield from lost_marks(here, there)
    yield from lost_in_tree(here, there) if there.edition == PRINT else ()
    yield from other_pages(here, there)
    yield from other_facts(here, there)
    yield from other_leaf(here, there)
    yield from other_contents(here, there)


def lacking(here: Said, there: Said) -> Iterator[Difference]:
    yield from lost_in_flow(here, there)
    for kind in LISTS if PRINT in (here.edition, there.edition) else ALOUD:
        yield from lost_in_list(here, there, kind)


def not_yet_told(own: Iterable[Difference], lost: Sequence[Difference]) -> Iterator[Difference]:
    """Leave out what was told from the other side: excerpts are of one place by what they have in common."""
    by_size: dict[int, set[str]] = {}
    for each in own:
        size = min(SAME, len(each.words))
        if size not in by_size:
            by_size[size] = {gram for known in lost for gram in grams(known.around, size)}
        if by_size[size].isdisjoint(grams(each.words, size)):
            yield each


def told(difference: Difference, here: Said, there: Said) -> Trouble:
    """Say which edition lacks what, and where the other has it."""
    passage = difference.passage
    facts = {
        "here": here.edition,
        "there": there.edition,
        "words": shortened(difference.words),
        **dict(difference.more),
    }
    if passage.page:
        facts["here"] = f"{here.edition} p. {passage.page}"
    lost, other = CODES[difference.kind]
    if not difference.other:
        return trouble(lost, passage.place, **facts)
    return trouble(other, passage.place, **facts, other=shortened(difference.other))


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
