"""Know which heading numbers the build makes, and whether they are those of the manuscript."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kanben.book.chinese import chapter_label, han_number
from kanben.manuscript.headings import Found
from kanben.manuscript.traced import Traced, squeeze


@dataclass(frozen=True, slots=True)
class Numbering:
    """The pattern for chapters, and whether sections are numbered 1.1, as title.yaml says them.

    `offered` are the numbers that the build would make in the place of those that it cannot, by the typed number's
    offset in the manuscript.
    """

    chapter: str
    decimal: bool
    offered: Mapping[int, str] = field(default_factory=dict)

    def is_made(self, found: Found) -> bool:
        """Whether the build gives this heading the kind of number that it has."""
        if not found.scheme:
            return False
        if found.level == 1:
            return bool(self.chapter)
        return self.decimal and found.scheme == "decimal" and len(found.values) == found.level


def numbering_of(headings: Sequence[Found]) -> Numbering:
    """Take the chapters' pattern from the first of them: 第{一}章, 第{1}章, {一}、."""
    chapter = next((found for found in headings if found.level == 1 and found.scheme), None)
    decimal = any(found.scheme == "decimal" and found.level > 1 for found in headings)
    plain = Numbering(pattern_of(chapter.mark, chapter.values[0]) if chapter else "", decimal)
    counted = counted_numbers([found for found in headings if found.scheme], plain.chapter)
    return replace(plain, offered={found.mark.at[0]: made for found, made in counted if not plain.is_made(found)})


def pattern_of(mark: Traced, value: int) -> str:
    squeezed = squeeze(mark.text)
    written = han_number(value)
    if written in squeezed:
        return squeezed.replace(written, "{一}", 1)
    return squeezed.replace(str(value), "{1}", 1) if str(value) in squeezed else ""


def counted_numbers(headings: Sequence[Found], pattern: str) -> list[tuple[Found, str]]:
    """The numbers that the build makes for these headings."""
    counts: list[int] = []
    out: list[tuple[Found, str]] = []
    for found in headings:
        counts = counts[: found.level] + [0] * (found.level - len(counts))
        counts[-1] += 1
        if found.level > 1:
            out.append((found, ".".join(map(str, counts))))
        else:
            out.append((found, chapter_label(pattern, counts[0])))
    return out


def differing_numbers(headings: Sequence[Found], numbering: Numbering) -> list[tuple[Found, str]]:
    """Headings whose typed number is not the one that the build will make."""
    numbered = [found for found in headings if numbering.is_made(found)]
    counted = counted_numbers(numbered, numbering.chapter)
    return [(found, made) for found, made in counted if squeeze(found.mark.text) != made]
