"""What hands set and draw is what would have been set and drawn without them, whatever becomes of them."""

import os
import signal
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import sleep
from typing import cast

import pytest

from kanben.book.book import Book
from kanben.editions.print.ahead import Ahead, Share, shares_of
from kanben.editions.print.galley import Galley
from kanben.editions.print.laid_out import LaidOut
from kanben.editions.print.leaf import Leaf
from kanben.hands import Hand
from kanben.press.title import finished_book
from kanben.press.worker import PRINT, worker
from tests.made_pictures import png
from tests.titles import title_yaml, write_title

SENTENCE = "桥者，所以济不通也，两岸往来的人都从这里走过。"
LONG = f"{SENTENCE * 9}\n\n" * 20
CHAPTERS = {
    "chapters/01.md": f"# 论桥\n\n## 梁桥 {{#beam}}\n\n{LONG}",
    "chapters/02.md": f"# 论路\n\n路在桥前。[^a]\n\n[^a]: 见旧志。\n\n![桥](images/a.png)\n\n{LONG}",
    "chapters/03.md": f"# 论渡\n\n见[](#beam)，过梁桥。\n\n{LONG}",
    "chapters/04.md": f"# 舟\n\n*舟*行`水`上，**正**。\n\n| 舟 | 人 |\n|---|---|\n| 大 | 9 |\n\n{LONG}有字：\ue000。\n",
    "glossary.yaml": "- {term: 梁桥, definition: 以梁承重的桥。}\n",
}


PAGES = "print: {reference-pages: true}\n"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Four chapters with a note, a picture, a page that is named, and faces that only the last one has."""
    folder = tmp_path_factory.mktemp("title")
    write_title(folder, **{"images/a.png": png(9, 9), "title.yaml": title_yaml(CHAPTERS, PAGES), **CHAPTERS})
    return finished_book(folder, lambda _: None)


@pytest.fixture(scope="module")
def alone(book: Book) -> tuple[LaidOut, bytes]:
    return made(book, 0)


def made(book: Book, hands: int) -> tuple[LaidOut, bytes]:
    with worker(hands) as helper:
        laid_out, pdf = helper.call(PRINT, "print_edition", book, None, "")
    return laid_out, pdf


@pytest.mark.parametrize("hands", [1, 3])
def test_with_hands_the_book_is_the_same(book: Book, alone: tuple[LaidOut, bytes], hands: int) -> None:
    assert made(book, hands) == alone


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.parametrize("after", [0, 0.2, 0.6])
def test_a_hand_that_dies_takes_nothing_with_it(book: Book, alone: tuple[LaidOut, bytes], after: float) -> None:
    killed: list[int] = []
    with worker(hands=1) as helper:

        def kill() -> None:
            while not (found := children(helper.process.pid)):
                sleep(0.001)
            sleep(after)
            with suppress(ProcessLookupError):  # on a quick machine it has done its share
                os.kill(found[0], signal.SIGKILL)
            killed.extend(found)

        killer = Thread(target=kill)
        killer.start()
        laid_out, pdf = helper.call(PRINT, "print_edition", book, None, "")
        killer.join()

    assert killed
    assert (laid_out, pdf) == alone


def test_hands_are_gone_when_the_book_is_made(book: Book) -> None:
    with worker(hands=2) as helper:
        answers = helper.call(PRINT, "print_edition", book, None, "")
        next(answers)
        at_work = children(helper.process.pid)
        list(answers)

        assert len(at_work) == 2
        assert children(helper.process.pid) == []


def test_hands_end_with_the_process_that_hired_them(book: Book) -> None:
    with worker(hands=1) as helper:
        next(helper.call(PRINT, "print_edition", book, None, ""))
        (hand,) = children(helper.process.pid)

    for _ in range(500):
        if not Path(f"/proc/{hand}").exists() or "(zombie)" in Path(f"/proc/{hand}/status").read_text():
            return
        sleep(0.01)
    pytest.fail("the hand lives on")


class Silent:
    """A hand that says what it is given to say, and no more."""

    def __init__(self, *words: object) -> None:
        self.words = list(words)

    def next(self) -> object:
        return self.words.pop(0) if self.words else None

    def send(self, value: object) -> None:
        """What it is asked to draw."""


def galley(part: str) -> Galley:
    return Galley(part, None, ((),), (), (), (None,), (), frozenset(), None)


def test_what_a_hand_set_is_taken_where_it_is_of_the_same_words() -> None:
    road, ferry = galley("ch02"), galley("ch03")
    share = Share(cast(Hand, Silent(("ch02", "<p>路", road), ("ch03", "<p>渡", ferry))), ["ch02", "ch03", "ch04"])
    ahead = Ahead([share])

    assert ahead.galley("ch01", "<p>桥") is None
    assert ahead.galley("ch03", "<p>渡") is ferry
    assert ahead.galley("ch02", "<p>大路") is None
    assert ahead.galley("ch04", "<p>舟") is None  # it fell silent


def test_a_list_that_is_set_late_does_not_disturb_what_is_drawn() -> None:
    road, piece = galley("ch02"), object()
    words = ("ch02", "<p>路", road), ("figures", "", None), (piece, 7, frozenset(), [])
    ahead = Ahead([Share(cast(Hand, Silent(*words)), ["ch02", "figures"])])

    assert ahead.galley("ch02", "<p>路") is road
    ahead.draw([Leaf("ch02", road, "D", 7)], ())
    ahead.take(None)
    assert (road.piece, road.first) == (piece, 7)


# ---- who does what -------------------------------------------------------------------------------------------


def test_the_first_parts_are_set_here_and_all_are_set_once(book: Book) -> None:
    shares = shares_of(book.parts, 2)

    assert len(shares) == 2
    assert [part for share in shares for part in share] == list(book.parts)
    assert len(shares[0]) < len(shares[1])


def test_a_short_book_is_set_without_hands(tmp_path: Path) -> None:
    write_title(tmp_path, **{"title.yaml": title_yaml(["chapters/01.md"]), "chapters/01.md": "# 论桥\n\n桥以济人。\n"})

    assert shares_of(finished_book(tmp_path, lambda _: None).parts, 4) == []
