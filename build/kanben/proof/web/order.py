"""The rules for a web edition in the order in which they are told."""

from collections.abc import Callable

from kanben.proof.ruling import Ruling
from kanben.proof.web.rules.links import links, notes, page_marks
from kanben.proof.web.rules.pages import headings, heads, ids, outside, pictures
from kanben.proof.web.rules.repeats import repeats
from kanben.proof.web.rules.search import search
from kanben.proof.web.rules.ways import ways
from kanben.proof.web.site import Site

WEB_RULES: tuple[Callable[[Site], Ruling], ...] = (
    links,
    notes,
    page_marks,
    heads,
    ids,
    headings,
    pictures,
    outside,
    ways,
    repeats,
    search,
)
