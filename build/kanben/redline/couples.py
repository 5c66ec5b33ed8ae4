"""Words as they were typed beside the same words as they are shown, token by token."""

from kanben.book.changes import Change
from kanben.book.inlines import Note
from kanben.book.node import Inlines
from kanben.redline.tokens import Token, put_together, tokens
from kanben.redline.twins import Twin
from kanben.redline.words import Line

Couple = tuple[Token, Token | None]
"""A piece of words as it was typed, and as it is shown; a mark that passes put elsewhere is not."""


def notes_in(side: list[Couple]) -> list[tuple[int, Twin]]:
    return [
        (n, Twin(typed.atom, made and made.atom))
        for n, (typed, made) in enumerate(side)
        if isinstance(typed.atom, Note)
    ]


def couples(twin: Twin) -> list[Couple] | None:
    """The tokens of words as typed, each with the finished one; None where passes made other words of them."""
    typed, made = list(tokens(twin.typed)), list(tokens(twin.made))
    if len(typed) != len(made):
        made = [token for token in made if not token.is_bare_mark]
    if len(typed) == len(made):
        pairs: list[Couple] = list(zip(typed, made, strict=True))
    else:
        shown = iter(made)
        pairs = [(token, None if token.is_bare_mark else next(shown, None)) for token in typed]
        if next(shown, None):
            return None
    same = all(made and made.atom == typed.atom for typed, made in pairs if isinstance(typed.atom, str))
    return pairs if same and all(made or typed.is_bare_mark for typed, made in pairs) else None


def line_of(side: list[Couple], language: str, names: dict[int, str]) -> Line:
    keys = [(names.get(n, typed.atom), typed.path) for n, (typed, _) in enumerate(side)]
    letters = "".join(typed.atom if isinstance(typed.atom, str) else "\ufffc" for typed, _ in side)
    return Line(keys, letters, language)


def change_of(old: list[Couple], new: list[Couple]) -> Change:
    same = bool(old) and [typed.atom for typed, _ in old] == [typed.atom for typed, _ in new]
    return Change(was=shown(old), children=shown(new), restyled=same)


def shown(side: list[Couple]) -> Inlines:
    return put_together(made for _, made in side if made)
