"""Take a glossary and a list of references apart into entries, joined over pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kanben.limits import TERMS
from kanben.manuscript.ledger import Ledger
from kanben.manuscript.lines import Line
from kanben.manuscript.paragraphs import Desk, Paragraph, finish, gather, join_lines
from kanben.manuscript.parts import claim_words
from kanben.manuscript.proposals import Unit
from kanben.manuscript.traced import Traced

NUMBERED = re.compile(r"(?P<mark>(?P<value>\d{1,3})\s*[.．、]|[\[［〔](?P<bracketed>\d{1,3})[\]］〕])[\s\u3000]*(?=\S)")
DEFINED = re.compile(r"(?P<term>[^：:。]{1,24})[：:](?=\S)")


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: its term, and the paragraphs that define it."""

    term: Paragraph
    definition: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A work as the manuscript words it, without its list number."""

    value: int
    words: Paragraph


def number_at(line: Line, expected: int) -> tuple[Traced, Traced] | None:
    """The list number that begins a line and the words after it, where it is the next of the list."""
    match = NUMBERED.match(line.text)
    if not match or int(match["value"] or match["bracketed"]) != expected:
        return None
    return line.words.cut(0, match.end("mark")), line.words.cut(match.end())


def entries_of(lines: Sequence[Line]) -> list[tuple[Traced, Traced, list[Line]]]:
    """(number, first line's words, lines up to the next number) of each entry; empty where the first has no 1."""
    out: list[tuple[Traced, Traced, list[Line]]] = []
    for line in lines:
        if found := number_at(line, len(out) + 1):
            out.append((*found, []))
        elif out:
            out[-1][2].append(line)
        else:
            return []
    return out


def read_terms(lines: Sequence[Line], desk: Desk) -> list[Term]:
    """The glossary's entries: numbered terms over their definitions, or 词：释义 in one paragraph.

    A term cannot hold a note's call, nor a glossary more terms than a title takes: such a list stays text.
    """
    numbered = entries_of(lines)
    if numbered and all(rest and not holds_call(words, desk) for _, words, rest in numbered):
        return [numbered_term(mark, words, rest, desk) for mark, words, rest in numbered]
    if 0 < len(lines) <= TERMS.most and all(is_defined(line, desk) for line in lines):
        return [defined_term(line, desk) for line in lines]
    return []


def is_defined(line: Line, desk: Desk) -> bool:
    match = DEFINED.match(line.text)
    return match is not None and not holds_call(line.words.cut(0, match.end("term")), desk)


def holds_call(words: Traced, desk: Desk) -> bool:
    return any(spot in desk.calls for spot in words.at)


def numbered_term(mark: Traced, words: Traced, rest: list[Line], desk: Desk) -> Term:
    desk.ledger.claim("list number", "", mark)
    term = finish(Unit("term", words), desk)
    claim_words("term", "glossary.yaml", term, desk.ledger)
    return Term(term, claimed(gather(rest, desk, "definition"), desk.ledger))


def claimed(paragraphs: list[Paragraph], ledger: Ledger) -> tuple[Paragraph, ...]:
    for paragraph in paragraphs:
        claim_words("definition", "glossary.yaml", paragraph, ledger)
    return tuple(paragraphs)


def defined_term(line: Line, desk: Desk) -> Term:
    match = DEFINED.match(line.text)
    end = match.end("term") if match else 0
    term = finish(Unit("term", line.words.cut(0, end)), desk)
    claim_words("term", "glossary.yaml", term, desk.ledger)
    desk.ledger.claim("mark", "", line.words.cut(end, end + 1))
    definition = finish(Unit("definition", line.words.cut(end + 1).strip()), desk)
    return Term(term, claimed([definition], desk.ledger))


def read_references(lines: Sequence[Line], desk: Desk) -> list[Reference]:
    """The numbered works; what a page broke off goes on until the next number."""
    out: list[Reference] = []
    for value, (mark, words, rest) in enumerate(entries_of(lines), 1):
        desk.ledger.claim("list number", "", mark)
        desk.ledger.joins += [(line.number, "list_entries_go_on", 0.97) for line in rest]
        unit = join_lines([words, *(line.words for line in rest)], "reference")
        out.append(Reference(value, finish(unit, desk)))
    return out
