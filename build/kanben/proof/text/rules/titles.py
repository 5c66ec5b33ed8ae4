"""Titles of works that a book writes in two ways: with a space or a mark, and without."""

import re
from collections import Counter
from collections.abc import Iterator

from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

TITLE = re.compile("《([^《》]+)》")
BESIDES = re.compile(r"[\W_]+")
SHORTEST = 5  # letters: shorter ones may be two works


def two_titles(galley: Galley) -> Iterator[Trouble]:
    """The usual way is the most frequent, the first of equals."""
    found = [(passage, title) for passage, title in matches(TITLE, galley) if len(bare(title[1])) >= SHORTEST]
    forms: dict[str, Counter[str]] = {}
    for _, title in found:
        forms.setdefault(bare(title[1]), Counter())[title[1]] += 1
    for passage, title in found:
        usual = forms[bare(title[1])].most_common(1)[0][0]
        if title[1] != usual:
            yield told("two-titles", passage, title.start(), title.end(), f"《{usual}》")


def bare(title: str) -> str:
    return BESIDES.sub("", title).casefold()
