"""Find what one edition says and another does not: passages in their order, notes, words of pictures."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from kanben.proof.agreement.flow import SLACK, Flow
from kanben.proof.agreement.pairing import paired
from kanben.proof.agreement.said import PRINT, Fact, Kind, Link, Passage, Said, bare, plain

FOLLOWING = 3
"""Passages behind one that is looked for, which tell whether it is nearer."""
ALIKE = 0.6
AROUND = 6
STRANGE = 8
"""So many characters in a row that another edition nowhere says are words of their own."""
LAID = 500
"""Differences for which is looked for what stands there instead; more are told without it."""
READ = 2_000
"""Characters of a passage that are laid beside what stands there."""
HEADING, BUILT = re.compile("h[1-6] (.*)"), re.compile(r"(?!img |page |to |title )\S+ (.*)")
"""Marks of headings, and of all that has words of its own: what it is, and these."""
TREE = re.compile(r"(?:h[1-6]|[od]l|ul|li|d[td]|blockquote|table|t[hd]|code|rt|lang=\S+) ")
"""What a PDF's structure tree has a name for: emphasis it knows not."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What `here` says and `there` does not; `other` is what stands there instead, or nothing.

    `kind` is that of the passage, link or call; `words` are cut to what differs, `around` is more of what stands there,
    `more` is told besides. Of links the other is where they lead there.
    """

    kind: Kind | str
    passage: Passage | Link | Fact
    words: str
    other: str = ""
    around: str = ""
    more: tuple[tuple[str, str], ...] = ()


def flowing(said: Said) -> list[Passage]:
    return [passage for passage in said.passages if passage.kind in ("heading", "text")]


def lost_in_flow(here: Said, there: Said) -> Iterator[Difference]:
    """Give the headings and pieces of the flow that do not stand in the other's flow, in their order."""
    flow, cursor, passages, laid = Flow(flowing(there)), 0, flowing(here), 0
    for n, passage in enumerate(passages):
        end = flow.find(passage.words, cursor)
        following = passages[n + 1 : n + 1 + FOLLOWING]
        if end >= 0 and not flow.is_ahead(end - len(passage.words), end, cursor, following):
            cursor = end
            continue
        if flow.is_before_floats(passage.words, cursor):
            continue
        difference, end = nearest(passage, flow.text if laid < LAID else "", cursor)
        cursor, laid = max(cursor, end), laid + 1
        yield difference


def nearest(passage: Passage, text: str, cursor: int) -> tuple[Difference, int]:
    """Say what differs in a passage from what stands at a place, and where that ends; else that all is missing."""
    words = passage.words[:READ]
    window = text[cursor : cursor + len(words) + min(SLACK, 2 * len(words) + AROUND)]
    runs = alike(words, window)
    if sum(size for _, _, size in runs) < ALIKE * len(words) or runs[0][::2] == (0, len(passage.words)):
        return Difference(passage.kind, passage, passage.words), cursor
    begin = max(0, runs[0][1] - runs[0][0])
    at, to, other_at, other_to = first_change(runs, len(words), begin)
    said = passage.words[max(0, at - AROUND) : to + AROUND]
    other = window[max(begin, other_at - AROUND) : other_to + AROUND]
    around = text[max(0, cursor + other_at - 2 * STRANGE) : cursor + other_to + 2 * STRANGE]
    return Difference(passage.kind, passage, said, other, around), cursor + runs[-1][1] + runs[-1][2]


Run = tuple[int, int, int]
"""Where equal words stand in a passage, where beside it, and how many they are."""


def alike(words: str, window: str) -> list[Run]:
    """Give the runs that both have, without those that stand far from their place by the longest."""
    runs: list[Run] = []
    for n, m in paired(words, window):
        if runs and (n, m) == (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]):
            runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
        else:
            runs.append((n, m, 1))
    n, m, _ = max(runs, key=lambda run: run[2], default=(0, 0, 0))
    astray = 1 + len(words) // 4
    return [run for run in runs if abs(run[1] - run[0] - (m - n)) <= astray]


def first_change(runs: Sequence[Run], length: int, begin: int) -> tuple[int, int, int, int]:
    """From where to where a passage first differs, and what stands beside it there."""
    at, other_at = 0, begin
    for n, m, size in runs:
        if (n, m) != (at, other_at):
            return at, n, other_at, m
        at, other_at = n + size, m + size
    return at, length, other_at, other_at + length - at


def lost_in_list(here: Said, there: Said, kind: Kind) -> Iterator[Difference]:
    """Give the notes, or the words of pictures or formulas, that the other list has not in their order."""
    ours, others = here.of(kind), there.of(kind)
    pairs = paired([each.words for each in ours], [each.words for each in others])
    laid = 0
    for (at, other_at), (to, other_to) in pairwise(((-1, -1), *pairs, (len(ours), len(others)))):
        for n, m in zip_longest(range(at + 1, to), range(other_at + 1, other_to)):
            if n is not None:
                other, laid = others[m].words if m is not None and laid < LAID else "", laid + 1
                yield nearest(ours[n], other, 0)[0]


def lost_marks(here: Said, there: Said) -> Iterator[Difference]:
    """Give what is built otherwise, where the other has the words: those that it has not are told as such."""
    ours, others = of_both(here, there), of_both(there, here)
    pairs = paired([each.words for each in ours], [each.words for each in others])
    found: list[Difference] = []
    for (at, other_at), (to, other_to) in pairwise(((-1, -1), *pairs, (len(ours), len(others)))):
        for n, m in zip_longest(range(at + 1, to), range(other_at + 1, other_to)):
            other = others[m].words if m is not None else ""
            found += [Difference("mark", ours[n], ours[n].words, other)] if n is not None else []
    letters = {each.words: built[1] for each in found if (built := BUILT.match(each.words))}
    known = those_in(bare("".join(passage.words for passage in there.passages)), set(letters.values()))
    return (each for each in found if letters.get(each.words) in known | {None})


def of_both(said: Said, other: Said) -> Sequence[Passage]:
    """Give what both can be asked for in its order: of print the levels of headings alone, and not of all."""
    if PRINT not in (said.edition, other.edition):
        return said.marks
    known = {heading[1] for mark in other.marks if (heading := HEADING.match(mark.words))}
    return [mark for mark in said.marks if (heading := HEADING.match(mark.words)) and heading[1] in known]


def lost_in_tree(here: Said, there: Said) -> Iterator[Difference]:
    """Give what print has in its words, but does not build so; its tables may float, a page may part items."""
    spare = Counter(mark.words for mark in there.marks if TREE.match(mark.words))
    lost = []
    for mark in (each for each in here.marks if TREE.match(each.words)):
        spare[mark.words] -= 1
        lost += [mark] if spare[mark.words] < 0 else []
    left = [words for words, count in spare.items() if count > 0]
    known = those_in(bare("".join(passage.words for passage in there.passages)), {letters_of(each) for each in lost})
    for mark in lost:
        name, _, letters = mark.words.partition(" ")
        parted = any(words.partition(" ")[0] == name and mark.words.startswith(words) for words in left)
        if letters in known and not parted:
            yield Difference("mark", mark, mark.words, next((each for each in left if letters_of(each) == letters), ""))


def letters_of(mark: Passage | str) -> str:
    return (mark if isinstance(mark, str) else mark.words).partition(" ")[2]


def strange_words(printed: Said, there: Said) -> Iterator[Difference]:
    """Give passages of print with a run of words that the other edition nowhere says, in the pages that both have."""
    leaf = "".join(plain(passage.words) for passage in there.leaf)  # a letter's begins its first page
    same = there.aside.union(passage.words for passage in there.passages)
    pages = shared_pages(printed, same)
    shared = (passage for passage in printed.passages if passage.page in pages and passage.words not in same)
    odd = [passage for passage in shared if bare(passage.words)]  # ornaments are each edition's own
    wanted = {gram for passage in odd for gram in grams(passage.words)}
    known = those_in("".join(passage.words for passage in there.passages) + leaf, wanted)
    for passage in odd:
        at = next((at for at, gram in enumerate(grams(passage.words)) if gram not in known), -1)
        if at >= 0:
            yield Difference(passage.kind, passage, passage.words[at : at + 2 * STRANGE])


def those_in(text: str, wanted: Set[str]) -> set[str]:
    """Which of many short words a text says."""
    return {gram for size in {len(each) for each in wanted} for gram in grams(text, size) if gram in wanted}


def grams(words: str, size: int = STRANGE) -> Iterator[str]:
    """Give each run of so many characters; of fewer all."""
    return (words[at : at + size] for at in range(max(len(words) - size, 0) + 1))


def shared_pages(printed: Said, words: Set[str]) -> range:
    """From the page of the first heading that both have to that of the last passage: covers and leaves are print's."""
    heads = [passage.page for passage in printed.of("heading") if passage.words in words]
    last = [passage.page for passage in printed.passages if passage.words in words]
    return range(heads[0], last[-1] + 1) if heads else range(0)
