"""Replace WeasyPrint's private functions only where they are the ones that were studied and tested."""

import hashlib
import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
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
    return hashlib.sha256("".join(map(inspect.getsource, functions)).encode()).hexdigest()[:16]


def is_tested(checked: Mapping[str, str], functions: Iterable[Callable[..., Any]]) -> bool:
    """Tell whether this version of WeasyPrint is in the table, and its functions are those of then."""
    known = checked.get(weasyprint.__version__)
    return known is not None and known == fingerprint(functions)
