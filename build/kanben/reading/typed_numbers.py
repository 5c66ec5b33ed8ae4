"""Doubt numbers that are typed into headings which kanben numbers itself."""

import re
from collections.abc import Iterable, Iterator

from kanben.book.blocks import Heading
from kanben.book.book import Part, Settings
from kanben.book.text import text_of
from kanben.keep import kept_telling
from kanben.trouble import Tell, trouble

NUMERALS = "零〇一二三四五六七八九十百"
CHAPTER = re.compile(rf"第[{NUMERALS}\d]+[章回讲课](?=[\s：:、]|$)")
SECTION = re.compile(
    rf"第[{NUMERALS}\d]+节(?=[\s：:、]|$)|\d+(?:\.\d+)+(?=[\s、]|$)|[{NUMERALS}]+、|[（(][{NUMERALS}\d]+[）)]"
)


def check_typed_numbers(parts: Iterable[Part], settings: Settings, tell: Tell) -> None:
    """Of chapters and of their sections, where each is numbered."""
    for part in parts:
        if part.matter == "body" and part.heading.numbered:
            numbered = bool(settings.chapter_number), bool(settings.section_number)
            kept_telling(part.id, tell, check_part, part, *numbered)


def check_part(part: Part, chapter: bool, section: bool, tell: Tell) -> None:
    """The headings of a part; `chapter` and `section` say which are numbered."""
    check(part.heading, CHAPTER if chapter else None, tell)
    for heading in numbered_sections(part):
        check(heading, SECTION if section else None, tell)


def numbered_sections(part: Part) -> Iterator[Heading]:
    return (block for block in part.blocks if isinstance(block, Heading) and block.numbered)


def check(heading: Heading, number: re.Pattern[str] | None, tell: Tell) -> None:
    if number and (typed := number.match(text_of(heading))):
        tell(trouble("typed-number", heading.place, typed=typed[0]))
