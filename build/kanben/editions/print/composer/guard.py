"""Replace WeasyPrint's private functions only where they are the ones that were studied and tested."""

import hashlib
import linecache
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import CodeType, FunctionType
from typing import Any

import weasyprint


@dataclass(frozen=True, slots=True)
class Replacement:
    """One function of WeasyPrint or pydyf (owner.name) and ours in its place."""

    owner: Any
    name: str
    ours: Any
    stock: Any

    def put_in(self) -> None:
        setattr(self.owner, self.name, self.ours)

    def take_out(self) -> None:
        setattr(self.owner, self.name, self.stock)


@dataclass(frozen=True, slots=True)
class Layer:
    """Functions that are replaced together; `checked` has the fingerprint, by version, of those `relied_on`."""

    checked: Mapping[str, str]
    replacements: tuple[Replacement, ...]
    relied_on: tuple[Callable[..., Any], ...]

    def install(self) -> bool:
        """Replace them from now on; false, and nothing is done, on an untested WeasyPrint."""
        if not is_tested(self.checked, self.relied_on):
            return False
        for replacement in self.replacements:
            replacement.put_in()
        return True

    def remove(self) -> None:
        """Put the libraries' own functions back."""
        for replacement in self.replacements:
            replacement.take_out()

    @contextmanager
    def installed(self) -> Iterator[bool]:
        """Replace them within a block, which may stand in that of another layer; gives what install() gave."""
        before = [(each.owner, each.name, vars(each.owner).get(each.name, each.stock)) for each in self.replacements]
        try:
            yield self.install()
        finally:
            for owner, name, function in before:
                setattr(owner, name, function)


def fingerprint(functions: Iterable[Callable[..., Any]]) -> str:
    """Give sixteen hex digits that change with the source of any of the functions."""
    return hashlib.sha256("".join(map(source, functions)).encode()).hexdigest()[:16]


@cache
def source(function: Callable[..., Any]) -> str:
    """Give a function's lines, or those of a class's methods; inspect.getsource would parse them, at 0.1 s a build."""
    if isinstance(function, type):
        return "".join(source(method) for method in vars(function).values() if isinstance(method, FunctionType))
    code: CodeType = function.__code__
    return "".join(linecache.getlines(code.co_filename)[code.co_firstlineno - 1 : last_line(code)])


def last_line(code: CodeType) -> int:
    inner = [last_line(constant) for constant in code.co_consts if isinstance(constant, CodeType)]
    return max([*inner, *(line for _, _, line in code.co_lines() if line)])


def is_tested(checked: Mapping[str, str], functions: Iterable[Callable[..., Any]]) -> bool:
    """Tell whether this version of WeasyPrint is in the table, and its functions are those of then."""
    known = checked.get(weasyprint.__version__)
    return known is not None and known == fingerprint(functions)
