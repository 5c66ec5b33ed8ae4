"""Marks and signs of which a book takes one form: % or ％, ℃ or °C, “” or 「」."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

FORMS = (("%", "％"), ("℃", "°C"), ("“", "「"))
SHOWN = "(?![」”])"
"""Behind a mark that is spoken of: “「”, 「」."""


def mark_style(galley: Galley) -> Iterator[Trouble]:
    """Where a book has both forms, the rarer is told."""
    for forms in FORMS:
        found = {form: list(matches(re.compile(form + SHOWN), galley)) for form in forms}
        rarer, usual = sorted(forms, key=lambda form: len(found[form]))
        if len(found[rarer]) < len(found[usual]):
            for passage, mark in found[rarer]:
                yield told("mark-style", passage, mark.start(), mark.end(), mark=rarer, other=usual)
