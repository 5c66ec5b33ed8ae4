"""Decide which file each part of a manuscript goes to, and in which matter of the book it stands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kanben.book.made_parts import MADE_TITLES
from kanben.manuscript.parts import RawPart

STEMS = {"untitled": "preface", "unnumbered": "supplement"}


@dataclass(frozen=True, slots=True)
class Planned:
    """A part and where it goes; one without a name was a list of notes, which have gone to their calls."""

    raw: RawPart
    matter: str
    name: str


@dataclass(slots=True)
class Names:
    """Gives out ASCII file names, each once."""

    used: Counter[str] = field(default_factory=Counter)

    def next(self, kind: str, matter: str) -> str:
        stem = STEMS.get(kind, kind)
        if matter == "body":
            self.used["body"] += 1
            return f"chapters/{self.used['body']:02}.md"
        self.used[f"{matter}/{stem}"] += 1
        count = self.used[f"{matter}/{stem}"]
        return f"{matter}/{stem}.md" if count == 1 else f"{matter}/{stem}-{count}.md"


def with_chapters(parts: Sequence[RawPart]) -> tuple[RawPart, ...]:
    """See to it that there is a chapter: unnumbered headings, else the untitled text, else the first part of all."""
    if any(part.kind == "chapter" for part in parts):
        return tuple(parts)
    for kind in ("unnumbered", "untitled", "preface", "conclusion"):
        if any(part.kind == kind for part in parts):
            return tuple(replace(part, kind="chapter") if part.kind == kind else part for part in parts)
    return tuple(replace(part, kind="chapter") if n == 0 else part for n, part in enumerate(parts))


def plan_parts(parts: Sequence[RawPart]) -> tuple[Planned, ...]:
    """Front matter stands before the first chapter, back matter after the last."""
    chapters = [n for n, part in enumerate(parts) if part.kind == "chapter"]
    names, made = Names(), set[str]()
    out: list[Planned] = []
    for n, part in enumerate(parts):
        matter = "front" if n < chapters[0] else "back" if n > chapters[-1] else "body"
        if part.kind == "notes" and not part.items:
            out.append(Planned(part, matter, ""))
        elif part.kind in MADE_TITLES and part.kind not in made and matter != "body":
            made.add(part.kind)
            out.append(Planned(part, matter, part.kind))
        else:
            out.append(Planned(part, matter, names.next(part.kind, matter)))
    return tuple(out)
