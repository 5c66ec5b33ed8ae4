"""Sort by the number of strokes: the only room that knows unicodedataplus, whose counts are Unihan's kTotalStrokes."""

from unicodedataplus import total_strokes

from kanben.passes.sorting import OTHERS, Doubt, Key, is_han, plain_steps


class ByStrokes:
    """Fewer strokes first, then Unicode's order, which is that of the radicals; signs and letters before all.

    A `sort` in Chinese is taken instead of the term; one in letters says how it is read, which does not matter here.
    """

    def key(self, term: str, sort: str) -> Key:
        text = sort if any(map(is_han, sort)) else term
        return tuple(
            (3, "", strokes(step), "", 0, step) if isinstance(step, str) else step for step in plain_steps(text)
        )

    def head(self, term: str, sort: str) -> str:
        first = next(iter(self.key(term, sort)), None)
        return f"{first[2]}画" if first and first[0] == 3 else OTHERS

    def doubt(self, term: str) -> Doubt | None:
        return None


def strokes(character: str) -> int:
    """How many strokes a character has in the form of the mainland."""
    return int(total_strokes(character, source="G")) or 1 * (character == "〇")
