"""Keep what pure functions gave, from one build of a title to the next, by the values that they were given.

A kept answer is used only where every argument is equal to those that it was made of, and where all that the function
asked for on its way is answered as it was then: whatever an answer depends on must reach the function in one of these
two ways. So nothing is ever guessed to be outdated. What was kept stays the same object, and equal books are compared
in no time. A build without a keep calls the functions as if this were not here.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kanben.trouble import Tell, Trouble

Answer = TypeVar("Answer")
Ask = Callable[[Any], Any]
"""Answers a function's questions, which are values: the name of a picture, the page of an id."""
MOST = 3
"""So many answers are kept of each function about each thing: an edit, and the edit taken back."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[Answer]):
    arguments: tuple[Any, ...]
    asked: tuple[tuple[Any, Any], ...]
    answer: Answer

    def fits(self, arguments: tuple[Any, ...], ask: Ask) -> bool:
        return self.arguments == arguments and all(ask(question) == answer for question, answer in self.asked)


class Keep:
    """The answers of this build and of the last one that came to its end; what neither used is forgotten."""

    def __init__(self) -> None:
        self.now: dict[Hashable, list[Kept[Any]]] = {}
        self.before: dict[Hashable, list[Kept[Any]]] = {}

    def turn(self) -> None:
        """A build has come to its end."""
        self.before, self.now = self.now, {}

    def answer(self, name: Hashable, function: Callable[..., Answer], arguments: tuple[Any, ...], ask: Ask) -> Answer:
        known = self.now.setdefault(name, self.before.get(name, []))
        for kept in known:
            if kept.fits(arguments, ask):
                known.remove(kept)
                known.append(kept)
                found: Answer = kept.answer  # a name is of one function alone
                return found
        asked: dict[Any, Any] = {}

        def ask_and_note(question: Any) -> Any:
            if question not in asked:
                asked[question] = ask(question)
            return asked[question]

        answer = function(*arguments, ask_and_note) if ask is not no_one else function(*arguments)
        known.append(Kept(arguments, tuple(asked.items()), answer))
        del known[:-MOST]
        return answer


class Shelf:
    """On which the keep of the present build lies; one for the process, as builds come one after the other."""

    keep: Keep | None = None


@contextmanager
def keeping(keep: Keep) -> Iterator[None]:
    """Use a keep within a block, which is one build."""
    Shelf.keep = keep
    try:
        yield
        keep.turn()
    finally:
        Shelf.keep = None


def no_one(question: Any) -> Any:
    raise LookupError(question)


def kept(about: Hashable, function: Callable[..., Answer], *arguments: Any) -> Answer:
    """Call a function of a module, or give what it gave for equal arguments; `about` names what these are of.

    The answer is shared, so nobody may change it.
    """
    if Shelf.keep is None:
        return function(*arguments)
    return Shelf.keep.answer((function, about), function, arguments, no_one)


def was_asked(about: Hashable, function: Callable[..., Any], *arguments: Any) -> bool:
    """Whether a function was called before with equal arguments: then it is likely that its answer is kept."""
    keep = Shelf.keep
    known = keep.before.get((function, about), []) if keep else []
    return any(kept.arguments == arguments for kept in known)


def last_kept(about: Hashable, function: Callable[..., Answer]) -> Kept[Answer] | None:
    """What a function gave last, and for which arguments: from there it may be near to what is asked for now."""
    if Shelf.keep is None:
        return None
    name = function, about
    known: list[Kept[Answer]] = Shelf.keep.now.get(name) or Shelf.keep.before.get(name, [])
    return known[-1] if known else None


def kept_asking(about: Hashable, ask: Ask, function: Callable[..., Answer], *arguments: Any) -> Answer:
    """The same of a function whose last parameter is `ask`, through which it learns what its arguments do not say."""
    if Shelf.keep is None:
        return function(*arguments, ask)
    return Shelf.keep.answer((function, about), function, arguments, ask)


def kept_telling(about: Hashable, tell: Tell, function: Callable[..., Answer], *arguments: Any) -> Answer:
    """The same of a function whose last parameter is `tell`: what it told is told again."""
    answer: Answer
    answer, troubles = kept((function, about), heard, function, *arguments)
    for trouble in troubles:
        tell(trouble)
    return answer


def heard(function: Callable[..., Answer], *arguments: Any) -> tuple[Answer, tuple[Trouble, ...]]:
    """What a function gives, and what it tells."""
    troubles: list[Trouble] = []
    answer = function(*arguments, troubles.append)
    return answer, tuple(troubles)
