"""The Jinja in which a title's own templates run: without files or Python's insides, and neither for ever nor for all.

They are a stranger's code. What they do is counted, not timed, so that the same title is refused on every machine, or
on none: the characters that they read and make, and the turns of their loops and macros.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Context, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from kanben.editions.counting import count_in
from kanben.editions.template_cost import HELD, cost, size
from kanben.limits import TEMPLATE, TEMPLATE_NUMBER, Limit

TOO_DEEP = "blocks or brackets stand in each other too deep"


class Beyond(SecurityError):
    """A template wants more than kanben takes."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit.code)
        self.limit = limit


class Sandbox(ImmutableSandboxedEnvironment):
    """Counts what templates below `own` do; those of kanben are only asked what their filters and calls make."""

    def __init__(self, own: Path, **options: Any) -> None:
        super().__init__(**options)
        self.own, self.spent = own, 0
        self.globals.pop("lipsum")  # it would write a book of its own
        self.filters = {name: self.metered(name, function) for name, function in self.filters.items()}
        counting = (self.turn, self.in_turns, self.told, self.seen, self.beside, self.reckoned)
        self.filters |= {function.__name__: function for function in counting}

    def spend(self, count: int) -> None:
        self.spent += count
        if self.spent > TEMPLATE.most:
            raise Beyond(TEMPLATE)

    def metered(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that costs something."""
        first = hasattr(function, "jinja_pass_arg")  # what Jinja itself gives it

        @wraps(function)
        def ran(*given: Any, **named: Any) -> Any:
            value, *others = given[first:]
            self.spend(cost(name, value, (*others, *named.values())))
            return self.made(function(*given, **named))

        return ran

    def call(self, context: Context, function: Any, /, *given: Any, **named: Any) -> Any:
        """Call a function, a macro or a method, which costs something."""
        method = getattr(function, "__wrapped__", function)  # str.format is wrapped by Jinja's own sandbox
        owner, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
        self.spend(cost(name, owner, (*given, *named.values())))
        return self.made(super().call(context, function, *given, **named))

    def made(self, value: Any) -> Any:
        """Count what was made; what gives things one by one costs as they come."""
        if isinstance(value, str):
            self.spend(len(value))
        elif isinstance(value, list | tuple | dict):
            self.spend(HELD * len(value))
        return value

    @pass_context  # else Jinja would ask once, as it compiles
    def turn(self, _: Context, weight: int) -> str:
        """Count one more turn through a body."""
        self.spend(weight)
        return ""

    @pass_context
    def in_turns(self, _: Context, items: Iterable[Any], weight: int) -> Iterator[Any]:
        for item in items:
            self.spend(weight)
            yield item

    @pass_context
    def told(self, _: Context, value: Any) -> str:
        """What stands between braces, as text."""
        self.spend(size(value))
        if isinstance(value, str):
            return value
        text = escape(value) if hasattr(value, "__html__") else str(value)
        self.spend(len(text))
        return text

    @pass_context
    def seen(self, _: Context, value: Any) -> Any:
        """Count what is compared, tested or cut."""
        self.spend(size(value))
        return value

    @pass_context
    def beside(self, context: Context, parts: tuple[Any, ...]) -> str:
        """Texts put one after the other by `~`."""
        self.spend(size(parts))
        return markup_join(parts) if context.eval_ctx.autoescape else str_join(parts)

    @pass_context
    def reckoned(self, _: Context, left: Any, operator: str, right: Any) -> Any:
        """What an operator makes of two values."""
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() + right.bit_length()
            if (abs(right) * max(left.bit_length(), 1) if operator == "**" else bits) > TEMPLATE_NUMBER.most:
                raise Beyond(TEMPLATE_NUMBER)
        else:
            self.spend(max(cost(operator, left, (right,)), cost(operator, right, (left,))))
        return self.binop_table[operator](left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        with self.shallow(filename):
            return super()._parse(source, name, filename)

    def _compile(self, source: str, filename: str) -> CodeType:
        with self.shallow(filename):
            return super()._compile(source, filename)

    @contextmanager
    def shallow(self, filename: str | None) -> Iterator[None]:
        """Take what Jinja's parser and Python's compiler cannot bear in a title's own for a slip of its."""
        try:
            yield
        except (RecursionError, SyntaxError, MemoryError) as fault:
            if not self.is_own(filename):
                raise
            raise TemplateSyntaxError(TOO_DEEP, 1, filename=filename) from fault

    def is_own(self, filename: str | None) -> bool:
        return filename is not None and Path(filename).is_relative_to(self.own)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        with self.shallow(filename):
            if self.is_own(filename):
                count_in(source)
            return super()._generate(source, name, filename, defer_init)
