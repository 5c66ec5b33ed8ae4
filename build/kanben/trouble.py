"""Collect faults as values: each has a stable code, a place, what is wrong, and the mend."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from kanben.limits import Limit
from kanben.messages import MESSAGES, Language, Severity
from kanben.messages.problems import IN_CHINESE
from kanben.place import Place

DID_YOU_MEAN: dict[Language, str] = {"en": "did you mean {near}?", "zh": "是不是“{near}”？"}
BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
MEND: dict[Language, str] = {"en": "mend: ", "zh": "改法："}


@dataclass(frozen=True, slots=True)
class Trouble:
    """One fault; its wording comes from the table of messages, in either language."""

    code: str
    place: Place
    facts: tuple[tuple[str, str], ...] = ()
    near: str = ""

    @property
    def severity(self) -> Severity:
        return MESSAGES[self.code].severity

    def what(self, language: Language = "en") -> str:
        facts = dict(self.facts)
        if language == "zh":
            facts |= {name: IN_CHINESE[name].get(said, said) for name, said in self.facts if name in IN_CHINESE}
        return MESSAGES[self.code].words[language][0].format(**facts)

    def mend(self, language: Language = "en") -> str:
        if self.near:
            return DID_YOU_MEAN[language].format(near=self.near)
        return MESSAGES[self.code].words[language][1].format(**dict(self.facts))

    def say(self, language: Language = "en") -> str:
        """Give the two lines that an editor reads; a name with a break in it adds none."""
        said = (f"{self.place}: {self.what(language)} [{self.code}]", f"    {MEND[language]}{self.mend(language)}")
        return "\n".join(BREAK.sub(lambda found: repr(found[0])[1:-1], line) for line in said)

    def __str__(self) -> str:
        return self.say()


Tell = Callable[[Trouble], None]
"""Where a step puts the troubles that it finds."""


def trouble(code: str, place: Place, near: str = "", **facts: object) -> Trouble:
    """Make a trouble; `near` is the known name that the editor probably meant."""
    return Trouble(code, place, tuple((name, str(value)) for name, value in facts.items()), near)


def too_much(limit: Limit, count: int, place: Place, **facts: str) -> Trouble:
    """Tell what goes beyond a limit: how much there is, the most that is taken, and what else its words say."""
    return trouble(limit.code, place, count=count, most=limit.most, **facts)


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known name closest to a misspelt one, or nothing; of two characters one may be wrong."""
    return next(iter(get_close_matches(word, list(known), 1, 0.5 if len(word) <= 2 else 0.6)), "")


def in_order(troubles: Iterable[Trouble]) -> tuple[Trouble, ...]:
    """Each fault once, by file and line."""
    return tuple(sorted(dict.fromkeys(troubles), key=lambda t: (t.place.file, t.place.line, t.place.column, t.code)))


class Stop(Exception):
    """End a title's run; carries every trouble found, and crosses processes whole."""

    def __init__(self, troubles: tuple[Trouble, ...]) -> None:
        super().__init__(troubles)
        self.troubles = troubles

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Stop) and self.troubles == other.troubles

    def __hash__(self) -> int:
        return hash(self.troubles)

    def __str__(self) -> str:
        return "\n".join(map(str, self.troubles))
