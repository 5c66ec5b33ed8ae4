"""Number the headings."""

from dataclasses import replace

from kanben.book.blocks import Heading
from kanben.book.book import Book, Part, Settings
from kanben.book.chinese import chapter_label, han_number
from kanben.book.node import Block
from kanben.keep import kept
from kanben.trouble import Tell


def number_headings(book: Book, tell: Tell) -> Book:
    """Give each heading its id (ch03-s2-1) and its number: 第一章, 1.1, 1.1.1; or 一、, （一）, 1."""
    parts, chapter = [], 0
    for part in book.parts:
        numbered = part.matter == "body" and part.heading.numbered
        chapter += numbered
        parts.append(kept(part.id, number_part, part, chapter if numbered else 0, book.settings))
    return replace(book, parts=tuple(parts))


def number_part(part: Part, chapter: int, settings: Settings) -> Part:
    label = chapter_label(settings.chapter_number, chapter) if chapter else ""
    heading = replace(part.heading, id=part.id, number=(chapter,) if chapter else (), label=label)
    counts: list[int] = []  # all headings below the part's, for the ids
    numbers: list[int] = []  # those that carry a number
    blocks: list[Block] = []
    for block in part.blocks:
        if isinstance(block, Heading):
            count(counts, block.level)
            block = replace(block, id=f"{part.id}-s" + "-".join(map(str, counts)))
            if chapter and block.numbered and settings.section_number:
                count(numbers, block.level)
                number = (chapter, *numbers)
                block = replace(block, number=number, label=section_label(settings.section_number, number))
        blocks.append(block)
    return replace(part, heading=heading, blocks=tuple(blocks))


def count(counts: list[int], level: int) -> None:
    """Count a heading of a level, from 2; deeper counts begin anew, a skipped level counts as its first."""
    place = max(level - 1, 1)  # a second title of a file is told by the reader
    del counts[place:]
    counts.extend([1] * (place - 1 - len(counts)))
    counts.extend([0] * (place - len(counts)))
    counts[place - 1] += 1


def section_label(pattern: str, number: tuple[int, ...]) -> str:
    """1.1, 1.1.1; or, as official documents count, （一）, then 1., then （1）, each from its own beginning."""
    if pattern == "1.1":
        return ".".join(map(str, number))
    forms = (f"（{han_number(number[-1])}）", f"{number[-1]}.", f"（{number[-1]}）")
    return forms[min(len(number), 4) - 2]
