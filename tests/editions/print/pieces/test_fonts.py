"""The glyphs of a book's pieces, united again after an edit, are those that are united at once."""

from hypothesis import given
from hypothesis import strategies as st

from kanben.editions.print.pieces.fonts import GROUP, READ, United
from kanben.editions.print.pieces.piece import Used
from tests.budgets import examples

FONT = 7
GLYPHS = st.sets(st.integers(1, 6), max_size=5)
Pieces = list[tuple[Used, ...]]


class Known:
    hash = FONT


def drawn(glyphs: set[int], word: str = "") -> tuple[Used, ...]:
    letters = {glyph: f"{glyph}{word}" for glyph in sorted(glyphs, reverse=True)}
    return (Used(FONT, 10.5, 880, -120, dict.fromkeys(letters, 1000), letters, {}),)


def united_at_once(pieces: Pieces) -> dict[int, str]:
    """Earlier pieces have the word."""
    found: dict[int, str] = {}
    for (used,) in pieces:
        found = used.letters | found
    return dict(sorted(found.items()))


@examples(60)
@given(
    first=st.lists(GLYPHS, min_size=1, max_size=2 * GROUP + 3),
    edits=st.lists(st.tuples(st.integers(0, 99), GLYPHS, st.sampled_from(["", "繁"])), max_size=6),
)
def test_after_any_edits_the_glyphs_are_those_of_all_pieces(
    first: list[set[int]], edits: list[tuple[int, set[int], str]]
) -> None:
    READ[FONT] = Known
    try:
        kept, pieces = United(), [drawn(glyphs) for glyphs in first]
        for at, glyphs, word in [(0, first[0], ""), *edits]:
            pieces[at % len(pieces)] = drawn(glyphs, word)
            (used,) = kept.of(pieces)
            assert list(used.letters.items()) == list(united_at_once(pieces).items())
            assert list(used.widths) == list(used.letters)
    finally:
        del READ[FONT]


def test_pieces_that_draw_what_they_drew_are_united_once() -> None:
    READ[FONT] = Known
    try:
        kept, pieces = United(), [drawn({n % 5}) for n in range(2 * GROUP)]
        before = kept.of(pieces)
        pieces[3] = drawn({3})
        assert kept.of(pieces) is before
        pieces[3] = drawn({3, 9})
        assert kept.of(pieces) is not before
    finally:
        del READ[FONT]
