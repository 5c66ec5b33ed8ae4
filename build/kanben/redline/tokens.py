"""Take words apart into characters and single things, each with what is around it, and put them together again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from kanben.book.inlines import Foreign, IndexMark, Link, Styled, Term, Text
from kanben.book.node import Inline, Inlines
from kanben.place import NOWHERE, Place

Holder = Styled | Foreign | Link | Term | IndexMark
"""What holds words of the sentence; all else is a single thing: a note, a citation, a formula."""


@dataclass(frozen=True, slots=True)
class Token:
    """A character or a single thing; `path` has the holders around it, emptied, the outermost first."""

    atom: str | Inline
    path: tuple[Holder, ...] = ()
    place: Place = NOWHERE

    @property
    def is_bare_mark(self) -> bool:
        """A place of the index without words: passes put it around the next character."""
        return isinstance(self.atom, IndexMark)


def tokens(words: Inlines, path: tuple[Holder, ...] = ()) -> Iterator[Token]:
    for word in words:
        match word:
            case Text():
                yield from (Token(character, path, word.place) for character in word.text)
            case Styled() | Foreign() | Link() | Term() | IndexMark() if word.children:
                yield from tokens(word.children, (*path, replace(word, children=())))
            case _:
                yield Token(word, path, word.place)


def put_together(found: Iterable[Token]) -> Inlines:
    """The words again; neighbours in equal holders share one."""
    words: list[Inline] = []
    for around, run in groupby(found, lambda token: token.path[:1]):
        if around:
            inner = put_together(replace(token, path=token.path[1:]) for token in run)
            words.append(replace(around[0], children=inner))
        else:
            words += texts(run)
    return tuple(words)


def texts(run: Iterable[Token]) -> Iterator[Inline]:
    for is_text, found in groupby(run, lambda token: isinstance(token.atom, str)):
        each = list(found)
        if is_text:
            yield Text("".join(str(token.atom) for token in each), place=each[0].place)
        else:
            yield from (token.atom for token in each if isinstance(token.atom, Inline))


def canonical(words: Inlines) -> Inlines:
    """Words with no text or holder that could be one with its neighbour."""
    return put_together(tokens(words))


def with_ids_once(words: Inlines) -> Inlines:
    """A holder that a change cut in pieces keeps its id where it begins."""
    seen: set[str] = set()

    def once(inline: Inline) -> Inline:
        if not isinstance(inline, Holder):
            return inline
        if isinstance(inline, Term | IndexMark) and inline.id:
            inline = replace(inline, id="") if inline.id in seen else inline
            seen.add(getattr(inline, "id", ""))
        return replace(inline, children=tuple(map(once, inline.children)))

    return tuple(map(once, words))
