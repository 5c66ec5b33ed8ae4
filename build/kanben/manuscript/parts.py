"""Divide a manuscript into its parts (preface, chapters, glossary …) and these into headings, epigraphs, paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kanben.manuscript.headings import Found
from kanben.manuscript.joins import ATTRIBUTION
from kanben.manuscript.ledger import Ledger
from kanben.manuscript.lines import Line
from kanben.manuscript.numbers import Numbering
from kanben.manuscript.paragraphs import Desk, Paragraph, finish, gather
from kanben.manuscript.proposals import Unit
from kanben.manuscript.traced import CALL, NOTHING, Traced

Item = Found | Line
DASHES = re.compile(r"(?:——|—|──|--)\s*")


@dataclass(frozen=True, slots=True)
class RawPart:
    """A part before its lines are joined: its heading, if the manuscript gives one, and what follows it."""

    kind: str
    found: Found | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (`level` 1 to 6), a paragraph (0), or within an epigraph its words and who said them."""

    kind: Literal["heading", "paragraph", "epigraph", "attribution"]
    paragraph: Paragraph
    level: int = 0
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    kind: str
    file: str
    blocks: tuple[Block, ...]


def divide(lines: Sequence[Line], headings: Sequence[Found]) -> tuple[RawPart, ...]:
    """Start a part at every heading of the first level; what stands before the first is the untitled preface."""
    starts = {found.lines[0]: found for found in headings}
    groups: list[tuple[Found | None, list[Item]]] = [(None, [])]
    for spot, line in enumerate(lines):
        found = starts.get(spot)
        if found and found.level == 1:
            groups.append((found, []))
        elif found or line.role == "text":
            groups[-1][1].append(found or line)
    parts = (RawPart(found.kind if found else "untitled", found, tuple(items)) for found, items in groups)
    return tuple(part for part in parts if part.items or part.found)


def stretches(items: Sequence[Item]) -> list[tuple[Found | None, list[Line]]]:
    """Each heading with the lines up to the next."""
    out: list[tuple[Found | None, list[Line]]] = [(None, [])]
    for item in items:
        if isinstance(item, Found):
            out.append((item, []))
        else:
            out[-1][1].append(item)
    return out


def build_part(raw: RawPart, file: str, desk: Desk, numbering: Numbering) -> Part:
    """Make the blocks of a part and account for all its characters."""
    blocks: list[Block] = []
    if raw.found:
        blocks.append(heading_block(raw.found, desk, numbering))
    for found, lines in stretches(raw.items):
        if found:
            blocks.append(heading_block(found, desk, numbering))
        paragraphs = gather(lines, desk)
        said, rest = split_epigraph(paragraphs) if found is None and raw.found else ([], paragraphs)
        blocks += epigraph_blocks(said, desk.ledger)
        blocks += [Block("paragraph", paragraph) for paragraph in rest]
    for block in blocks:
        claim_words("heading" if block.kind == "heading" else "body", file, block.paragraph, desk.ledger)
    return Part(raw.kind, file, tuple(blocks))


def heading_block(found: Found, desk: Desk, numbering: Numbering) -> Block:
    """A heading whose number the build makes, or one that keeps what was typed."""
    numbered = numbering.is_made(found) or takes_offer(found, numbering, desk.ledger)
    words = found.title
    if numbered:
        desk.ledger.claim("number made by the build", "", found.mark)
    elif found.mark.text:
        gap = NOTHING if found.mark.text[-1] in "、）)" else Traced(" ", (found.mark.at[-1],))
        words = found.mark + gap + found.title
    elif all(len(word) == 1 for word in words.text.split()):
        words = squeezed(words)
    return Block("heading", finish(Unit("heading", words), desk), found.level, numbered)


def takes_offer(found: Found, numbering: Numbering, ledger: Ledger) -> bool:
    """Offer the build's own number in the place of one that it cannot make; it stays typed unless that is applied."""
    offered = numbering.offered.get(found.mark.at[0]) if found.mark.text else None
    if offered is None:
        return False
    spot, what = found.mark.at[0], "typed number kept in the heading"
    return ledger.propose("numbers", spot, found.title.at[0], what, found.mark.text, offered, 0.5)


def squeezed(words: Traced) -> Traced:
    """Close up a heading that was typed with spaces for looks: 结 语."""
    spots = [n for n, character in enumerate(words.text) if not character.isspace()]
    return Traced("".join(words.text[n] for n in spots), tuple(words.at[n] for n in spots))


def split_epigraph(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Cut off the epigraph: one or two paragraphs after a chapter's heading, then a line that says whose they are."""
    for position in (1, 2):
        if len(paragraphs) > position and ATTRIBUTION.fullmatch(paragraphs[position].words.text.replace(CALL, "")):
            return paragraphs[: position + 1], paragraphs[position + 1 :]
    return [], paragraphs


def epigraph_blocks(said: list[Paragraph], ledger: Ledger) -> list[Block]:
    if not said:
        return []
    *words, last = said
    match = DASHES.match(last.words.text)
    end = match.end() if match else 0
    ledger.claim("mark", "", last.words.cut(0, end))
    source = Paragraph(last.words.cut(end), last.notes)
    return [*(Block("epigraph", paragraph) for paragraph in words), Block("attribution", source)]


def claim_words(kind: str, file: str, paragraph: Paragraph, ledger: Ledger) -> None:
    """Account for the words of a paragraph; what stands for a note call has been accounted for as a mark."""
    text, spots = paragraph.words.text, paragraph.words.at
    kept = tuple(spot for character, spot in zip(text, spots, strict=True) if character != CALL)
    ledger.claim(kind, file, Traced("", kept))
