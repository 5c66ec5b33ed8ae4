"""Find what one edition says and another does not: passages in their order, notes, pictures, links."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from kanben.proof.agreement.said import Kind, Link, Passage, Said

NEAR, LONG = 600, 30
"""Characters: short words are looked for no farther ahead than NEAR, LONG ones anywhere behind."""
SLACK, FOLLOWING, TELLING = 80, 3, 8
"""Words farther ahead than SLACK are not those looked for, where one of the next FOLLOWING long passages is near."""
ALIKE = 0.6
AROUND = 6
STRANGE = 8
"""So many characters in a row that another edition nowhere says are words of their own."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What `here` says and `there` does not; `other` is what stands there instead, or nothing.

    `kind` is that of the passage, link or call; `words` are cut to what differs. Of links the other is where they lead
    there, `goal` where they lead here.
    """

    kind: Kind | str
    passage: Passage | Link
    words: str
    other: str = ""
    goal: str = ""


@dataclass
class Flow:
    """The running words of an edition, and where a page's pieces begin and end in them."""

    text: str
    begins: list[int] = field(default_factory=list)
    ends: frozenset[int] = frozenset()
    fixed: list[int] = field(default_factory=list)
    """Where passages begin that no page moves."""

    def find(self, words: str, cursor: int) -> int:
        """Give the end of words behind a place; -1 where they do not stand. A passage may go on behind a page's end."""
        reach = len(self.text) if len(words) >= LONG else cursor + NEAR + len(words)
        found = self.text.find(words, cursor, reach)
        return found + len(words) if found >= 0 else self.find_parted(words, cursor, reach)

    def is_ahead(self, place: int, cursor: int, following: Sequence[Passage]) -> bool:
        """Whether a place is one that comes later, since what follows the words looked for is nearer."""
        if place <= cursor + SLACK:
            return False
        near = (self.text[cursor : cursor + SLACK + len(each.words)] for each in following)
        return any(
            len(each.words) >= TELLING and each.words in window for each, window in zip(following, near, strict=True)
        )

    def is_before_floats(self, words: str, cursor: int) -> bool:
        """Whether words stand just before tables and figures that print has set behind them."""
        found = self.text.rfind(words, 0, cursor)
        end = found + len(words)
        return 0 <= found < end < cursor and not any(end <= place < cursor for place in self.fixed)

    def find_parted(self, words: str, cursor: int, reach: int) -> int:
        for end in sorted(place for place in self.ends if cursor < place <= reach):
            for length in range(min(len(words) - 1, end - cursor), 0, -1):
                if self.text.startswith(words[:length], end - length):
                    starts = (place for place in self.begins if end <= place <= end + 10 * NEAR)
                    found = next((place for place in starts if self.text.startswith(words[length:], place)), -1)
                    if found >= 0:
                        return found + len(words) - length
        return -1


def flow_of(passages: Sequence[Passage]) -> Flow:
    """Join passages; those of a PDF may go on where a later page begins."""
    starts, length = [], 0
    for passage in passages:
        starts.append(length)
        length += len(passage.words)
    joints = [(n, b) for n, (a, b) in enumerate(pairwise(passages), 1) if a.page != b.page]
    ends = frozenset(starts[n] for n, _ in joints)
    pages = {b.page for _, b in joints}
    begins = [start for start, passage in zip(starts, passages, strict=True) if passage.page in pages]
    moved = [
        each.floats or before.floats for before, each in pairwise((*passages[:1], *passages))
    ]  # a source goes along
    fixed = [start for start, moves in zip(starts, moved, strict=True) if not moves]
    return Flow("".join(passage.words for passage in passages), begins, ends, fixed)


def flowing(said: Said) -> list[Passage]:
    return [passage for passage in said.passages if passage.kind in ("heading", "text")]


def lost_in_flow(here: Said, there: Said) -> Iterator[Difference]:
    """Give the headings and pieces of the flow that do not stand in the other's flow, in their order."""
    flow, cursor, passages = flow_of(flowing(there)), 0, flowing(here)
    for n, passage in enumerate(passages):
        end = flow.find(passage.words, cursor)
        if end >= 0 and not flow.is_ahead(end - len(passage.words), cursor, passages[n + 1 : n + 1 + FOLLOWING]):
            cursor = end
            continue
        if flow.is_before_floats(passage.words, cursor):
            continue
        difference, length = nearest(passage, flow.text[cursor : cursor + len(passage.words) + SLACK])
        cursor += length
        yield difference


def nearest(passage: Passage, window: str) -> tuple[Difference, int]:
    """Say what differs in a passage from what stands there, and how much of that it takes; else that all is missing."""
    longest = SequenceMatcher(None, passage.words, window, autojunk=False).find_longest_match()
    begin = max(0, longest.b - longest.a)
    beside = window[begin : begin + len(passage.words) + AROUND]
    matcher = SequenceMatcher(None, passage.words, beside, autojunk=False)
    astray = 1 + len(passage.words) // 4
    blocks = [block for block in matcher.get_matching_blocks() if block.size and abs(block.b - block.a) <= astray]
    if not blocks or sum(block.size for block in blocks) < ALIKE * len(passage.words):
        return Difference(passage.kind, passage, passage.words), 0
    changes = (change for change in matcher.get_opcodes() if change[0] != "equal")
    _, at, to, other_at, other_to = next(changes, ("", 0, 0, 0, 0))
    words = passage.words[max(0, at - AROUND) : to + AROUND]
    other = beside[max(0, other_at - AROUND) : min(other_to, other_at + AROUND) + AROUND]
    return Difference(passage.kind, passage, words, other), begin + blocks[-1].b + blocks[-1].size


def lost_in_list(here: Said, there: Said, kind: Kind) -> Iterator[Difference]:
    """Give the notes, or the words of pictures, that the other list has not in their order."""
    ours, others = here.of(kind), there.of(kind)
    matcher = SequenceMatcher(None, [each.words for each in ours], [each.words for each in others], autojunk=False)
    for tag, begin, end, other_begin, other_end in matcher.get_opcodes():
        for n in range(begin, end if tag in ("delete", "replace") else begin):
            matched = n - begin + other_begin < other_end
            other = others[n - begin + other_begin].words if matched else ""
            yield nearest(ours[n], other)[0] if other else Difference(kind, ours[n], ours[n].words)


def strange_words(printed: Said, there: Said) -> Iterator[Difference]:
    """Give passages of print with a run of words that the other edition nowhere says, in the pages that both have."""
    known = "".join(passage.words for passage in there.passages)
    grams = {known[at : at + STRANGE] for at in range(len(known) - STRANGE + 1)}
    pages = shared_pages(printed, there)
    for passage in printed.passages:
        words = passage.words
        at = next((at for at in range(len(words) - STRANGE + 1) if words[at : at + STRANGE] not in grams), -1)
        if at >= 0 and passage.page in pages:
            yield Difference(passage.kind, passage, words[at : at + 2 * STRANGE])


def shared_pages(printed: Said, there: Said) -> range:
    """From the page of the first heading that both have to that of the last passage: covers and leaves are print's."""
    words = {passage.words for passage in there.passages}
    heads = [passage.page for passage in printed.of("heading") if passage.words in words]
    last = [passage.page for passage in printed.passages if passage.words in words]
    return range(heads[0], last[-1] + 1) if heads else range(0)
