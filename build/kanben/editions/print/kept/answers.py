"""Answers kept from one build to the next by their questions; those that two builds did not ask for are let go."""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

Answer = TypeVar("Answer")
GROUNDS = 8
"""So many are kept: those of an edit, and of the edit taken back."""


class Answers(Generic[Answer]):
    """Answers of this build and of the one before."""

    def __init__(self) -> None:
        self.now: dict[Hashable, Answer] = {}
        self.before: dict[Hashable, Answer] = {}
        self.grounds: list[Same] = []

    def get(self, question: Hashable) -> Answer | None:
        """A kept answer, which is kept on."""
        known = self.now.get(question) or self.before.get(question)
        if known is not None:
            self.now[question] = known
        return known

    def keep(self, question: Hashable, answer: Answer) -> Answer:
        self.now[question] = answer
        return answer

    def ground(self, value: object) -> "Same":
        """What many questions of a build share, compared once: the same for an equal value as in the last builds."""
        known = next((each for each in self.grounds if each.thing == value), None) or Same(value)
        self.grounds = [*[each for each in self.grounds if each is not known][-GROUNDS + 1 :], known]
        return known

    def turn(self) -> None:
        """A build has come to its end."""
        self.before, self.now = self.now, {}


class Same:
    """A value that is equal to itself alone, for questions about what is too large to compare."""

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)


class Latest:
    """What was made last, and all that it was made of."""

    def __init__(self) -> None:
        self.question: tuple[object, ...] | None = None
        self.answer: Any = None

    def of(self, make: Callable[..., Answer], *question: object) -> Answer:
        """What is made of some values; the same as last time where they are equal."""
        if self.question != question:
            self.answer, self.question = make(*question), question
        answer: Answer = self.answer
        return answer
