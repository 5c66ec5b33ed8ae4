"""The Jinja in which templates run: strict, without files or Python's insides, and not for ever.

A title's own templates are a stranger's code. Their loops and macros are counted, not timed, so that the same title is
refused on every machine, or on none.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_TURNS = 500_000
"""Of loops and macros on one page: a page of a large book takes some thousands."""
MOST_BITS = 10_000
"""Of a power: a number of three thousand digits."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Counts the turns that templates below `own` take."""

    intercepted_binops = frozenset({"**"})

    def __init__(self, own: Path | None, **options: Any) -> None:
        super().__init__(**options)
        self.own, self.turns = own, 0
        self.filters |= {"in_turns": self.in_turns, "turn": self.turn}

    @pass_context  # else Jinja would ask once, as it compiles
    def turn(self, _: Context, value: str) -> str:
        """Count one more; what is given comes back."""
        self.turns += 1
        if self.turns > MOST_TURNS:
            raise SecurityError(f"more than {MOST_TURNS:,} turns of loops and macros")
        return value

    @pass_context
    def in_turns(self, context: Context, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.turn(context, "")
            yield item

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        base = abs(left) if isinstance(left, int) else 1
        if abs(right) * max(base.bit_length(), 1) > MOST_BITS:
            raise SecurityError(f"{left} ** {right}"[:60])
        return super().call_binop(context, operator, left, right)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        if self.own and filename and Path(filename).is_relative_to(self.own):
            counted(source)
        return super()._generate(source, name, filename, defer_init)


def counted(source: nodes.Template) -> None:
    """Let a template count: each turn of its loops, each time that it, a block or a macro of it is begun."""
    for loop in list(source.find_all(nodes.For)):
        loop.iter = asking("in_turns", loop.iter, source)
    begun: list[nodes.Block | nodes.Macro | nodes.CallBlock] = []
    for kind in (nodes.Block, nodes.Macro, nodes.CallBlock):
        begun.extend(source.find_all(kind))
    bodies = [source.body, *(part.body for part in begun)]
    for body in bodies:
        body.insert(0, nodes.Output([asking("turn", nodes.Const(""), source)], lineno=1))


def asking(name: str, value: nodes.Node, source: nodes.Template) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=value.lineno or 1, environment=source.environment)
