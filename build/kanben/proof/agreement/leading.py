"""Find the links and the notes' calls of an edition that another has not, or lets lead elsewhere."""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote

from kanben.proof.agreement.compare import Difference
from kanben.proof.agreement.pairing import paired
from kanben.proof.agreement.said import PRINT, Link, Said

FOLIO = re.compile(r"[0-9ivxlc]+")
"""What print alone links: the pages on which a word stands."""
FEW = 4
"""Letters by which a note is known again, or the place of its call."""


def lost_links(here: Said, there: Said) -> Iterator[Difference]:
    """Give what the other has not, or leads elsewhere; notes go by themselves, as each edition puts them elsewhere."""
    for kind in ((is_call, in_note) for is_call in (False, True) for in_note in (False, True)):
        ours = [link for link in whole(here, there) if (link.is_call, link.in_note) == kind]
        others = [link for link in whole(there, here) if (link.is_call, link.in_note) == kind]
        for difference in compared(ours, others):
            if difference.other or here.edition != PRINT or not is_folio(difference.passage):
                yield difference


def whole(said: Said, other: Said) -> Iterator[Link]:
    """Give the links; two that a page's end parts are one, where the other edition has one of all their words."""
    known = {link.words for link in other.links}
    joined = False
    for link, following in pairwise((*said.links, None)):
        if link is None or joined:
            joined = False
        elif following and is_parted(link, following, known):
            joined = True
            yield replace(link, words=link.words + following.words)
        else:
            yield link


def is_parted(link: Link, following: Link, known: Set[str]) -> bool:
    """Whether two links are one whose words are known, and not those of the first alone."""
    is_one = link.words not in known and link.words + following.words in known
    return is_one and goes_on(link, following)


def goes_on(link: Link, following: Link) -> bool:
    same = (link.targets, link.address, link.is_call) == (following.targets, following.address, following.is_call)
    return same and following.page == link.page + 1


def is_folio(link: object) -> bool:
    return isinstance(link, Link) and not link.address and bool(FOLIO.fullmatch(link.words))


def compared(ours: Sequence[Link], others: Sequence[Link]) -> Iterator[Difference]:
    """Tell of ours what has no pair among the others, and what has one that is unlike."""
    pairs = pairs_of(ours, others)
    for n, link in enumerate(ours):
        kind = "call" if link.is_call else "link"
        other = others[pairs[n]] if n in pairs else None
        if other is None or not ends_alike(link, other):
            yield Difference(kind, link, link.words)
        elif not leads_alike(link, other):
            yield Difference(kind, link, link.words, goal(other), more=(("goal", goal(link)),))


def pairs_of(ours: Sequence[Link], others: Sequence[Link]) -> dict[int, int]:
    """Pair by words and goals in their order, then out of it, as print may set a table elsewhere, at last by words."""
    wanted = known_goals(ours)
    keys, other_keys = ([named(link, wanted) for link in links] for links in (ours, others))
    pairs = dict(paired(keys, other_keys))
    spare: dict[Hashable, list[int]] = {}
    for m in sorted(set(range(len(others))) - set(pairs.values()), reverse=True):
        spare.setdefault(other_keys[m], []).append(m)
    pairs |= {n: spare[key].pop() for n, key in enumerate(keys) if n not in pairs and spare.get(key)}
    for words in (first_words, last_words):
        rest = [n for n in range(len(ours)) if n not in pairs]
        other_rest = sorted(set(range(len(others))) - set(pairs.values()))
        alone = paired([words(ours[n]) for n in rest], [words(others[m]) for m in other_rest])
        pairs |= {rest[n]: other_rest[m] for n, m in alone}
    return pairs


def first_words(link: Link) -> str:
    """What a link says, or a note that is called."""
    return link.lead[:FEW] if link.is_call else link.words


def last_words(link: Link) -> str:
    """What a link says, or what stands before a call."""
    return link.words[-FEW:] if link.is_call else link.words


def known_goals(links: Sequence[Link]) -> dict[str, set[str]]:
    """The ids to which links of the same words lead."""
    found: dict[str, set[str]] = {}
    for link in links:
        found.setdefault("" if link.is_call else link.words, set()).update(link.targets)
    return found


def named(link: Link, wanted: Mapping[str, Set[str]]) -> Hashable:
    """A link by its words and its goal; of several names of a place that which the other edition uses."""
    words = "" if link.is_call else link.words
    names = link.targets & wanted.get(words, set()) or link.targets
    return words, unquote(link.address), min(names, default="")


def ends_alike(link: Link, other: Link) -> bool:
    """Whether calls stand behind the same words, of which a page's end may have left some behind."""
    return not link.is_call or link.words.endswith(other.words) or other.words.endswith(link.words)


def leads_alike(link: Link, other: Link) -> bool:
    """Whether both lead to one address, or to one place, by its names and by its words, as far as they are known."""
    if link.address or other.address:
        return unquote(link.address) == unquote(other.address)
    if link.is_call and link.lead and other.lead:  # print may give a shared note another name on each page
        return bool(link.targets & other.targets) or begin_alike(link.lead, other.lead)
    if link.targets and other.targets and not link.targets & other.targets:
        return False
    return begin_alike(link.lead, other.lead)


def begin_alike(lead: str, other: str) -> bool:
    """Whether words are those of one place; some may have been changed there, which is told where they stand."""
    shorter = min(len(lead), len(other))
    return 2 * len(paired(lead[:shorter], other[:shorter])) >= shorter


def goal(link: Link) -> str:
    return link.address or link.lead or f"#{min(link.targets, default='')}"
