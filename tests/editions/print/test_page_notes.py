"""Notes stand at the foot of their call's page, and their marks begin with ① on every page."""

import re
from functools import cache
from itertools import pairwise
from random import Random

import pytest
import weasyprint

from kanben.editions.notes import CIRCLED, note_mark
from kanben.editions.print import composer
from kanben.editions.print.page_notes import NotesFound, number_notes_by_page
from tests.editions.print.composer.sentences import SENTENCES, page_of, paragraphs, with_notes
from tests.pdf_lines import CALLS, Line, read_lines


def set_pages(html: str) -> tuple[NotesFound, list[Line]]:
    with composer.composed():
        document = weasyprint.HTML(string=html).render()
        found = number_notes_by_page(document.pages)
        return found, read_lines(document.write_pdf())


@cache
def dense_book() -> tuple[NotesFound, list[Line]]:
    """A book of a hundred paragraphs with three notes each."""
    random = Random(1)
    notes = (["".join(random.sample(SENTENCES, random.choice([1, 1, 1, 3]))) for _ in range(3)] for _ in range(100))
    texts = zip(paragraphs(100), notes, strict=True)
    return set_pages(page_of(*(f"<p>{with_notes(text, three, random)}</p>" for text, three in texts)))


def marks_by_page(lines: list[Line], calls: bool) -> list[str]:
    """Give each page's marks in reading order: those within lines, or those at the start of notes."""
    pages = {line.page: "" for line in lines}
    for line in lines:
        at_start = line.text[0] in CALLS
        marks = "".join(re.findall(f"[{CALLS}]", line.text))
        pages[line.page] += marks[at_start:] if calls else marks[:at_start]
    return list(pages.values())


def test_every_note_is_on_the_page_of_its_call() -> None:
    found, lines = dense_book()

    assert sum(found.counts) == 300
    assert not found.strays
    assert not found.crowded
    assert marks_by_page(lines, calls=True) == marks_by_page(lines, calls=False)


def test_marks_restart_on_every_page_in_reading_order() -> None:
    found, lines = dense_book()

    assert len(found.counts) > 30
    assert marks_by_page(lines, calls=True) == [CIRCLED[:count] for count in found.counts]


def test_calls_leave_the_pitch_of_lines_alone() -> None:
    _, lines = dense_book()
    body = [line for line in lines if line.em > 10]
    pitches = [a.baseline - b.baseline for a, b in pairwise(body) if a.page == b.page]

    assert len(pitches) > 300
    assert pitches == pytest.approx([10.5 * 1.7] * len(pitches), abs=0.05)


def test_without_our_lines_some_notes_stray() -> None:
    random = Random(1)
    texts = [with_notes(text, [SENTENCES[7] * 2] * 3, random) for text in paragraphs(40)]
    document = weasyprint.HTML(string=page_of(*(f"<p>{text}</p>" for text in texts))).render()

    assert number_notes_by_page(document.pages).strays


def test_marks_go_from_circled_digits_to_brackets() -> None:
    assert [note_mark(n) for n in (1, 20, 21, 35, 36, 50, 51, 100)] == [*"①⑳㉑㉟㊱㊿", "[51]", "[100]"]


def test_a_page_of_sixty_notes_counts_on_in_brackets() -> None:
    notes = "".join(f'字<span class="note" id="n{n}">注</span>' for n in range(1, 61))
    found, lines = set_pages(page_of(f"<p>{notes}</p>", style="@page { height: 500mm }"))

    assert found.counts == (60,)
    assert [line.text for line in lines if line.text.endswith("注")][49:52] == ["㊿注", "[51]注", "[52]注"]


def test_two_notes_alike_have_their_own_marks() -> None:
    found, lines = set_pages(page_of('<p>甲<span class="note">同上</span>乙<span class="note">同上</span></p>'))

    assert found.counts == (2,)
    assert [line.text for line in lines] == ["甲①乙②", "①同上", "②同上"]
