"""Load some modules when one of their functions is called, not with the library that names them at its head."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class Later(ModuleType):
    """Stands for a module."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):  # what the import system asks for
            raise AttributeError(name)
        return lambda *arguments, **named: getattr(import_module(self.__name__), name)(*arguments, **named)


@contextmanager
def later(names: Sequence[str]) -> Iterator[None]:
    """Whatever is imported within a block gets stand-ins for modules that were not loaded before."""
    new = [name for name in names if name not in sys.modules]
    sys.modules.update({name: Later(name) for name in new})
    try:
        yield
    finally:
        for name in new:
            del sys.modules[name]
