"""Look for what an editor may want changed; each rule finds one kind of thing and says how sure it is."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from kanben.manuscript.traced import CALL, Traced
from kanben.manuscript.vocabulary import LOOK_ALIKE, QUESTIONABLE, Vocabulary

KINDS: dict[str, str] = {
    "joins": "lines that may be one paragraph, cut by a page",
    "doubled": "characters said twice where a page cut a paragraph",
    "widths": "half-width marks in Chinese text",
    "brackets": "brackets of unlike width that stand as a pair",
    "spaces": "stray spaces in Chinese text",
    "ranges": "hyphens in ranges of numbers",
    "words": "suspect words",
    "numbers": "typed heading numbers that the build cannot make",
    "references": "parsed fields instead of a reference's own wording",
}
FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))
HAN = r"[\u3400-\u9fff\uf900-\ufaff]"
WIDE = re.compile(r"[\u2014\u2018-\u201d\u2026\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")
RANGE = re.compile(r"(?<![\d\-A-Za-z])\d{1,4}(?:%|年)?(-|~|～)\d{1,4}(?![\d\-A-Za-z])(?=%|年|月|日|倍|万|亿|个|[）)])")
SPACE = re.compile(rf"(?<={HAN})[ \u00a0]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])[ \u00a0]+(?={HAN})|(?<={HAN}) +(?={HAN})")
QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”")
AGAIN = 6
"""How many characters, at most, are taken for said twice."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A run of words that is checked as one; `joints` are the indexes where lines were joined."""

    kind: str
    words: Traced
    joints: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return self.words.text


@dataclass(frozen=True, slots=True)
class Finding:
    """Put `after` in the place of characters `start` to `end` of a unit."""

    kind: str
    start: int
    end: int
    after: str
    what: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding with its places: in the manuscript, and in the file that the import writes."""

    kind: str
    line: int
    column: int
    file: str
    file_line: int
    what: str
    before: str
    after: str
    confidence: float
    applied: bool


Rule = Callable[[Unit, Vocabulary], Iterator[Finding]]


def find_doubled(unit: Unit, vocabulary: Vocabulary) -> Iterator[Finding]:
    """The end of a line, said again at the start of the next; a word that is known, like 一个个, may be right."""
    for joint in unit.joints:
        before, after = unit.text[max(0, joint - AGAIN) : joint], unit.text[joint : joint + AGAIN]
        for length in range(min(len(before), len(after)), 0, -1):
            if before.endswith(after[:length]) and after[:length].isalnum():
                confidence = 0.3 if length == 1 and vocabulary.knows(before[-2:] + after[0]) else 0.7
                yield Finding("doubled", joint, joint + length, "", "said twice where a page ends", confidence)
                break


def beside(text: str, index: int) -> str:
    """The characters on both sides of one, note calls left out."""
    before, after = index - 1, index + 1
    while text[before : before + 1] == CALL:
        before -= 1
    while text[after : after + 1] == CALL:
        after += 1
    return text[max(0, before) : before + 1] + text[after : after + 1]


def bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """The indexes of brackets that belong together, of whatever width."""
    open_at: list[int] = []
    for index, character in enumerate(text):
        if character in "(（":
            open_at.append(index)
        elif character in ")）" and open_at:
            yield open_at.pop(), index


def find_widths(unit: Unit, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Half-width marks next to full-width characters, and both brackets of a half-width pair that touches one."""
    text = unit.text
    for index, character in enumerate(text):
        if character in ",;:?!" and WIDE.search(beside(text, index)):
            yield width_finding(index, character, 0.9)
    wide = [match.start() for match in WIDE.finditer(text)] if "(" in text else []
    for start, end in bracket_pairs(text):
        holds = bisect(wide, start) < bisect(wide, end)
        if text[start] + text[end] == "()" and (holds or WIDE.search(beside(text, start))):
            yield width_finding(start, "(", 0.9)
            yield width_finding(end, ")", 0.9)


def width_finding(index: int, mark: str, confidence: float) -> Finding:
    return Finding("widths", index, index + 1, FULL[mark], "half-width mark in Chinese text", confidence)


def find_brackets(unit: Unit, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A pair of which one bracket is full width and the other not."""
    for start, end in bracket_pairs(unit.text):
        if unit.text[start] + unit.text[end] in ("(）", "（)"):
            index = start if unit.text[start] == "(" else end
            yield Finding("brackets", index, index + 1, FULL[unit.text[index]], "brackets of unlike width", 0.95)


def find_spaces(unit: Unit, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Spaces between Chinese and Western; between two Han only outside 《》 and “”, where they part a headline."""
    quoted = [match.span() for match in QUOTED.finditer(unit.text)]
    for match in SPACE.finditer(unit.text):
        western = not re.fullmatch(f"{HAN}{{2}}", unit.text[match.start() - 1] + unit.text[match.end()])
        if western or not is_within(match.start(), quoted):
            confidence = 0.6 if western else 0.3
            yield Finding("spaces", *match.span(), "", "space in Chinese text", confidence)


def is_within(index: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place is in one of the spans, which stand in order and apart."""
    after = bisect(spans, index, key=itemgetter(0))
    return after > 0 and index < spans[after - 1][1]


def find_ranges(unit: Unit, vocabulary: Vocabulary) -> Iterator[Finding]:
    """GB/T 15834 sets 一字线 between the numbers of a range."""
    for match in RANGE.finditer(unit.text):
        yield Finding("ranges", *match.span(1), "—", "hyphen in a range", 0.85)


def find_words(unit: Unit, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Rare words that with one look-alike character changed are common here, and words known to be mistaken."""
    for index, character in enumerate(unit.text):
        for other in LOOK_ALIKE.get(character, ""):
            if vocabulary.prefers(unit.text, index, other):
                what = f"rare beside a like word with {other}"
                yield Finding("words", index, index + 1, other, what, 0.4)
    for word, (better, why, confidence) in QUESTIONABLE.items():
        for known in re.finditer(word, unit.text):
            yield Finding("words", *known.span(), better, why, confidence)
    if unit.kind == "reference" and (match := re.search(rf"(?<=，|,){HAN}{{2,8}}(杂志)(?=，|,)", unit.text)):
        yield Finding("words", *match.span(1), "", "the periodical's name without 杂志", 0.3)


RULES: tuple[Rule, ...] = (find_doubled, find_brackets, find_widths, find_ranges, find_spaces, find_words)


def findings_in(unit: Unit, vocabulary: Vocabulary) -> list[Finding]:
    """Everything that the rules find in a unit, in reading order; of two that overlap the first rule's stays."""
    kept: list[Finding] = []
    taken: set[int] = set()
    for rule in RULES:
        for finding in rule(unit, vocabulary):
            span = range(finding.start, finding.end)
            if taken.isdisjoint(span):
                taken.update(span)
                kept.append(finding)
    return sorted(kept, key=lambda finding: finding.start)
