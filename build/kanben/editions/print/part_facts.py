"""What layout must know of a part's nodes, gathered in one walk, and kept as long as the part is the same object."""

from collections.abc import Iterable
from dataclasses import dataclass

from kanben.book.blocks import Equation
from kanben.book.book import Part
from kanben.book.entries import GlossaryEntry
from kanben.book.inlines import CrossReference, Foreign, Math, Note, Text
from kanben.book.text import solid
from kanben.book.walk import walk

Formula = Math | Equation


@dataclass(frozen=True, slots=True)
class PartFacts:
    characters: int
    """How many characters and marks its text and its notes have."""
    languages: frozenset[str]
    formulas: tuple[Formula, ...]
    references: tuple[CrossReference, ...]
    notes_elsewhere: frozenset[str]
    """The ids of notes in other parts that it calls again."""


KNOWN: dict[int, tuple[Part, PartFacts]] = {}


def facts_of(part: Part) -> PartFacts:
    known = KNOWN.get(id(part))
    if known is None or known[0] is not part:
        known = KNOWN[id(part)] = part, gathered(part)
    return known[1]


def gathered(part: Part) -> PartFacts:
    characters, languages, same, own = 0, set[str](), set[str](), set[str]()
    formulas: list[Formula] = []
    references: list[CrossReference] = []
    for node in walk(part):
        match node:
            case Text():
                characters += solid(node.text)
            case GlossaryEntry():
                characters += solid(node.term)
            case Foreign():
                languages.add(node.language)
            case Math() | Equation():
                formulas.append(node)
            case CrossReference():
                references.append(node)
            case Note():
                own.add(node.id)
                same.add(node.same or node.id)
    return PartFacts(characters, frozenset(languages), tuple(formulas), tuple(references), frozenset(same - own))


def forget_all_but(parts: Iterable[Part]) -> None:
    wanted = set(map(id, parts))
    for known in [known for known in KNOWN if known not in wanted]:
        del KNOWN[known]
