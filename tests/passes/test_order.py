"""The passes run in an order in which each finds what it needs."""

from collections.abc import Callable, Sequence
from typing import Any

from kanben.passes.citations import resolve_citations
from kanben.passes.contents import make_contents
from kanben.passes.cross_references import resolve_cross_references
from kanben.passes.figures import number_figures
from kanben.passes.glossary import link_glossary
from kanben.passes.headings import number_headings
from kanben.passes.notes import number_notes
from kanben.passes.order import ORDER

Pass = Callable[..., Any]


def runs_in_order(*passes: Pass) -> bool:
    order: Sequence[Pass] = ORDER
    return sorted(passes, key=order.index) == list(passes)


def test_numbers_come_before_all_that_speaks_of_them() -> None:
    assert ORDER[0] is number_headings
    assert runs_in_order(number_headings, number_figures, resolve_cross_references)
    assert runs_in_order(number_headings, link_glossary)
    assert runs_in_order(number_headings, make_contents)


def test_notes_are_counted_after_citations_which_may_become_notes() -> None:
    assert runs_in_order(resolve_citations, number_notes)


def test_each_pass_runs_once() -> None:
    assert len(set(ORDER)) == len(ORDER)
