"""A note that no page can hold begins on the page of its call and goes on under （续）; no word of it is lost."""

from dataclasses import dataclass
from functools import cache
from random import Random

import pytest
import weasyprint

from kanben.editions.print import composer
from kanben.editions.print.page_notes import NotesFound, number_notes_by_page
from tests.editions.print.composer.sentences import SENTENCES, page_of, paragraphs
from tests.pdf_lines import CALLS, Line, read_lines

CONTINUED = "（续）"


@dataclass(frozen=True)
class Made:
    """A finished PDF: its lines in the text's size, and in that of the notes."""

    found: NotesFound
    lines: tuple[Line, ...]

    def words(self, page: int | None = None, *, notes: bool) -> str:
        wanted = (line for line in self.lines if (line.em < 10) == notes and page in (None, line.page))
        return "".join("".join(line.text.split()) for line in wanted)

    def page_of_call(self, mark: str = "①") -> int:
        return next(line.page for line in self.lines if line.em > 10 and mark in line.text)

    def pages_with_notes(self) -> list[int]:
        return sorted({line.page for line in self.lines if line.em < 10})


def made(*bodies: str) -> Made:
    html = page_of(*(body if body.startswith("<div") else f"<p>{body}</p>" for body in bodies))
    with composer.composed():
        document = weasyprint.HTML(string=html).render()
        return Made(number_notes_by_page(document.pages), tuple(read_lines(document.write_pdf())))


@cache
def words(count: int, seed: int = 7) -> str:
    """So many characters of our sentences."""
    random, text = Random(seed), ""
    while len(text) < count:
        text += random.choice(SENTENCES)
    return text[:count]


def note(text: str, number: int = 1) -> str:
    return f'<span class="note" id="n{number}">{text}</span>'


def without_marks(text: str) -> str:
    return "".join(character for character in text if character not in CALLS)


def squeezed(text: str) -> str:
    return "".join(text.split())


TEXTS = tuple(paragraphs(40))
TALL = "<span style='display: inline-block; width: 50mm; height: 172mm'></span>"


@pytest.mark.parametrize("count", [1500, 3000, 8000])
def test_a_long_note_begins_at_its_call_and_loses_no_word(count: int) -> None:
    book = made(*TEXTS[:3], TEXTS[3][:30] + note(words(count)) + TEXTS[3][30:], *TEXTS[4:])
    pages = book.pages_with_notes()

    assert not book.found.crowded and not book.found.strays
    assert pages == list(range(book.page_of_call(), book.page_of_call() + len(pages)))
    assert book.words(notes=True).replace(CONTINUED, "") == "①" + squeezed(words(count))
    assert without_marks(book.words(notes=False)) == squeezed("".join(TEXTS))
    assert [book.words(page, notes=True).startswith(CONTINUED) for page in pages] == [False] + [True] * (len(pages) - 1)


def test_the_text_goes_on_above_a_long_note() -> None:
    book = made(*TEXTS[:3], TEXTS[3] + note(words(8000)), *TEXTS[4:])

    assert all(len(book.words(page, notes=False)) > 100 for page in book.pages_with_notes())


def test_two_long_notes_of_one_page_share_it() -> None:
    texts = words(3000, 1), words(2500, 2)
    book = made(*TEXTS[:3], TEXTS[3][:30] + note(texts[0]) + "又" + note(texts[1], 2) + TEXTS[3][30:], *TEXTS[4:])
    page = book.page_of_call()
    first, second = book.words(page, notes=True).removeprefix("①").split("②")

    assert book.page_of_call("②") == page
    assert squeezed(texts[0]).startswith(first) and squeezed(texts[1]).startswith(second)
    assert min(len(first), len(second)) > 80
    assert len(book.words(notes=True).replace(CONTINUED, "")) == 2 + sum(map(len, map(squeezed, texts)))
    assert book.words(page + 1, notes=True).count(CONTINUED) == 2


def test_a_short_note_below_a_long_one_keeps_its_page() -> None:
    text = TEXTS[3][:30] + note(words(3000)) + TEXTS[3][30:50] + note("短注。", 2) + TEXTS[3][50:]
    book = made(*TEXTS[:3], text, *TEXTS[4:])

    assert not book.found.strays
    assert book.words(book.page_of_call("②"), notes=True).endswith("②短注。")


def test_notes_of_the_next_page_stand_below_the_rest_of_a_long_one() -> None:
    own = (text[:20] + note("自己的注。", n) + text[20:] for n, text in enumerate(TEXTS[4:10], 2))
    book = made(*TEXTS[:3], TEXTS[3] + note(words(2500)), *own)
    page = book.page_of_call() + 1

    assert book.words(page, notes=True).startswith(CONTINUED)
    assert book.words(page, notes=True).endswith("①自己的注。")


@pytest.mark.parametrize("above", range(10))
def test_wherever_the_page_ends_the_note_begins_with_its_call(above: int) -> None:
    filler = f"<div style='height: {100 + 6 * above}mm'></div>"
    text = "字" * 10 + note(words(2000)) + "文" * 40
    book = made(filler, TEXTS[0], text, *TEXTS[1:8])

    assert not book.found.strays and not book.found.crowded
    assert book.words(book.page_of_call(), notes=True).startswith("①")
    assert book.words(notes=True).replace(CONTINUED, "") == "①" + squeezed(words(2000))


def test_notes_go_on_alone_when_the_text_has_ended() -> None:
    book = made(TEXTS[0], TEXTS[1] + note(words(5000)))
    pages = book.pages_with_notes()

    assert len(pages) > 3
    assert [bool(book.words(page, notes=False)) for page in pages] == [True] + [False] * (len(pages) - 1)
    assert book.words(notes=True).replace(CONTINUED, "") == "①" + squeezed(words(5000))


def test_a_tall_figure_gets_its_room_from_a_long_note() -> None:
    figure = (
        "<div><span style='display: inline-block; width: 50mm; height: 130mm; vertical-align: bottom'></span></div>"
    )
    book = made(*TEXTS[:3], TEXTS[3] + note(words(8000)), figure, *TEXTS[4:])

    assert not book.found.crowded
    assert book.words(notes=True).replace(CONTINUED, "") == "①" + squeezed(words(8000))


def test_a_note_that_a_figure_leaves_no_room_for_is_told() -> None:
    figure = f"<div>{TALL}{note('短注。')}</div>"
    book = made(TEXTS[0], figure, TEXTS[1])

    assert book.found.strays == ("n1",)


def test_a_figure_that_sticks_out_of_its_block_over_the_notes_is_told() -> None:
    book = made(f"<div style='height: 9mm'>{TALL}</div>", TEXTS[0] + note("短注。"))

    assert [(crowded.page, crowded.element_id) for crowded in book.found.crowded] == [(1, "n1")]


def test_a_long_note_keeps_its_paragraphs() -> None:
    texts = [words(700, seed) for seed in range(5)]
    shown = "".join(f"<span style='display: block; text-indent: 2em'>{text}</span>" for text in texts)
    book = made(*TEXTS[:3], TEXTS[3] + note(shown), *TEXTS[4:])

    assert book.words(notes=True).replace(CONTINUED, "") == "①" + squeezed("".join(texts))


def test_hundreds_of_notes_short_and_long_stay_with_their_calls() -> None:
    random = Random(5)
    notes = [words(random.choice([9, 20, 60, 60, 150, 900]), seed) for seed in range(300)]
    bodies = [
        text[:15] + note(first, 3 * n) + text[15:30] + note(second, 3 * n + 1) + text[30:] + note(third, 3 * n + 2)
        for n, (text, first, second, third) in enumerate(
            zip(paragraphs(100), notes[::3], notes[1::3], notes[2::3], strict=True)
        )
    ]
    book = made(*bodies)

    assert sum(book.found.counts) == 300
    assert not book.found.strays and not book.found.crowded
    assert sorted(without_marks(book.words(notes=True)).replace(CONTINUED, "")) == sorted(squeezed("".join(notes)))
    for page in range(1, len(book.found.counts) + 1):
        marks = "".join(c for c in book.words(page, notes=False) if c in CALLS)
        assert marks == "".join(c for c in book.words(page, notes=True) if c in CALLS)
