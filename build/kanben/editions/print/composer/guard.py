"""Replace WeasyPrint's private functions only where they are the ones that were studied and tested."""

import hashlib
import linecache
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
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


def fingerprint(functions: Iterable[Callable[..., Any]]) -> str:
    """Give sixteen hex digits that change with the source of any of the functions."""
    return hashlib.sha256("".join(map(source, functions)).encode()).hexdigest()[:16]


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
