"""Count what var() makes of a title's own styles: a few lines of them, each naming the last ten times, never end."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from weasyprint import css

from kanben.editions.live_faults import place_of
from kanben.limits import VARIABLES
from kanben.place import TITLE_YAML, Place
from kanben.trouble import Stop, too_much

SPENT = "kanben_spent"
"""What an element's style has had so far is noted on it."""


@contextmanager
def counted_variables(own: Path | None) -> Iterator[None]:
    """Stop within a block at an element whose own style asks for too much; kanben's own has no variables."""
    stock = css.resolve_var

    def resolve(computed: Any, token: Any, parent_style: Any) -> Any:
        solved = stock(computed, token, parent_style)
        spent = computed.__dict__.get(SPENT, 0)
        spent += sum(1 for _ in islice(within(solved or ()), VARIABLES.most - spent + 1))
        if spent > VARIABLES.most:
            raise Stop((too_much(VARIABLES, spent, place_in(own, token)),))
        computed.__dict__[SPENT] = spent
        return solved

    css.resolve_var = resolve
    try:
        yield
    finally:
        css.resolve_var = stock


def within(tokens: Iterable[Any]) -> Iterator[Any]:
    """Tokens, and those in their brackets: one that stands in many is counted wherever it stands."""
    for token in tokens:
        yield token
        yield from within(inner(token))


def inner(token: Any) -> Iterable[Any]:
    return getattr(token, "arguments", None) or getattr(token, "content", None) or ()


def place_in(own: Path | None, token: Any) -> Place:
    """Where the title first asks for the variable."""
    name = next((part.value for part in within([token]) if part.type == "ident" and part.value.startswith("--")), "")
    return place_of(own, "print/style.css", f"var({name}") if own else TITLE_YAML
