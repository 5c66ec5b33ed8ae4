"""Find what editions state otherwise of their publication, and what stands otherwise on their title leaves."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kanben.place import Place
from kanben.proof.agreement.compare import Difference
from kanben.proof.agreement.said import PRINT, Fact, Said, bare

ASKED = ("title", "creator", "publisher", "date", "language", "rights", "description", "subject")
"""What each edition states, if any: several may have an identifier of their own, and few an edition's number."""
DATE = re.compile(r"\d{4}([-/]\d\d?){0,2}")
FORMS = {"identifier": re.compile("^(?:urn(?:uuid|isbn)|doi|httpsdoiorg)"), "edition": re.compile("^第|版$")}
"""What some vocabularies write around a fact."""


def key(fact: Fact) -> str:
    """What a fact says, however its vocabulary writes it."""
    words = bare(fact.words).lower()
    return FORMS[fact.name].sub("", words) if fact.name in FORMS else words


def is_told(fact: Fact) -> bool:
    """Whether all editions can state it: a date that is none of ISO 8601 only a reader understands."""
    return fact.name != "date" or bool(DATE.fullmatch(fact.words))


def sheets(said: Said) -> list[list[Fact]]:
    """The facts by the files that state them: of a web edition each page does."""
    found: dict[str, list[Fact]] = {}
    for fact in filter(is_told, said.facts):
        found.setdefault(fact.place.file, []).append(fact)
    return [facts for facts in found.values() if not all(fact.aside for fact in facts)]


def other_facts(here: Said, there: Said) -> Iterator[Difference]:
    """Tell once each fact that a sheet of the other edition lacks, with what stands there instead."""
    told: set[tuple[str, str, str]] = set()
    first = {(fact.name, key(fact), fact.aside): fact for fact in reversed(here.facts) if is_told(fact)}
    stated = list(reversed(first.values()))
    for sheet in sheets(there) if stated else ():
        for fact, other in unlike(stated, sheet):
            told_as = (fact.name, key(fact), key(other) if other else "")
            if told_as not in told and (other or there.edition != PRINT or fact.name != "identifier"):
                told.add(told_as)
                at = other.place if other else Place(sheet[0].place.file)
                more = (("fact", fact.name), ("at", str(at)))
                yield Difference("fact", fact, fact.words, other.words if other else "", more=more)


def unlike(ours: Sequence[Fact], others: Sequence[Fact]) -> Iterator[tuple[Fact, Fact | None]]:
    """Pair the facts that one has with those that the other has instead."""
    known, other_known = ({(fact.name, key(fact)) for fact in facts} for facts in (ours, others))
    whole = {(fact.name, key(fact)) for fact in others if fact.name not in ASKED or not fact.aside}
    wanted = ((fact, other_known if fact.aside else whole) for fact in ours if is_asked(fact, others))
    missing = [fact for fact, theirs in wanted if (fact.name, key(fact)) not in theirs]
    for name in dict.fromkeys(fact.name for fact in missing):
        lost = {key(fact): fact for fact in reversed(missing) if fact.name == name}
        new = {key(fact): fact for fact in reversed(others) if fact.name == name and (name, key(fact)) not in known}
        for fact, other in zip_longest(reversed(lost.values()), reversed(new.values())):
            if fact:
                yield fact, other


def is_asked(fact: Fact, others: Sequence[Fact]) -> bool:
    """Whether a sheet should have it: all that each edition states, and more where it states any."""
    return fact.name in ASKED or any(other.name == fact.name for other in others)
