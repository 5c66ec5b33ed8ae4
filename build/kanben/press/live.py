"""Press one title over and over while its editor works on it: what can be seen at once comes first.

The web edition and the EPUB are made with the pages of the last layout and settle when print is laid out anew; the
index of the search, which nobody sees, comes last. What is made in the end is what a single build makes, byte for byte.
"""

import gc
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Literal

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.epub.cover import cover_page
from kanben.editions.pictures import editors_cover
from kanben.keep import Keep, keeping
from kanben.passes.page_marks import mark_pages
from kanben.press.kinds import EDITIONS, Files
from kanben.press.manifest import manifest
from kanben.press.printing import lay_out, take_layout
from kanben.press.screens import Screens, fonts_for, for_screens
from kanben.press.title import finished_book
from kanben.press.worker import Worker
from kanben.progress import TellProgress, tell_nobody
from kanben.reading.files import noting
from kanben.reading.own_templates import HOME, own_templates
from kanben.trouble import Trouble, in_order

SEARCH = "web/search/"
Kind = Literal["screens", "waiting", "print", "search"]
"""What is finished: web and EPUB with the pages of the last layout; nothing new; all but the search; all."""
MOMENT = 0.05  # s, after which whoever waits for layout is asked whether he still does


@dataclass(frozen=True, slots=True)
class Step:
    """The files that can be shown now, and what was made of the source; `seconds` are those of each piece of work."""

    kind: Kind
    book: Book
    pages: PageMap
    files: Files
    troubles: tuple[Trouble, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Printed:
    """What the last layout gave."""

    pages: PageMap
    cover: bytes
    pdf: bytes


class LiveTitle:
    """A title that is open on an editor's desk; what did not change from one build to the next is kept."""

    def __init__(self, folder: Path, layout: Worker) -> None:
        self.folder, self.layout = folder, layout
        self.keep = Keep()
        self.printed: Printed | None = None
        self.last: tuple[Book, dict[str, bytes]] | None = None

    def steps(self, tell: TellProgress = tell_nobody) -> Generator[Step, None, None]:
        """Read the title and make its editions, step by step; nothing where the book is as it was."""
        gc.disable()  # what is kept is never garbage; the rest is collected when the editor has what he waits for
        try:
            with keeping(self.keep):
                yield from self.made(tell)
        finally:
            gc.enable()
            gc.collect()

    def made(self, tell: TellProgress) -> Iterator[Step]:
        watch, troubles = Watch(), list[Trouble]()
        read: Files = {}
        with noting(read):
            book = finished_book(self.folder, troubles.append, tell)
        own = {name: data for name, data in read.items() if name.startswith(f"{HOME}/")}  # a book says nothing of them
        watch.lap("read")
        if (book, own) == self.last:
            return
        self.last = None
        yield from self.editions(book, troubles, watch, tell)
        self.last = book, own

    def editions(self, book: Book, troubles: list[Trouble], watch: "Watch", tell: TellProgress) -> Iterator[Step]:
        own, given = own_templates(self.folder), editors_cover(book)
        order = partial(lay_out, self.layout, book, own, "" if given else cover_page(book, own), EDITIONS, tell)
        answers = None if self.layout.answering else order()  # it may still lay out a state that is past
        shown, fonts = for_screens(book), fonts_for(book, self.folder, troubles)

        def screens(pages: PageMap) -> Screens:
            return Screens(mark_pages(shown, pages), pages, own, fonts)

        if self.printed:
            files = all_but_search(screens(self.printed.pages), self.printed)
            watch.lap("screens")
            yield Step("screens", shown, self.printed.pages, files, in_order(troubles), watch.laps)
            watch.start()
        if answers is None:
            yield from self.waiting(shown, tell_nobody)
            answers = order()
        yield from self.waiting(shown, tell)
        try:
            pages = take_layout(answers, self.folder, troubles, tell)
            self.printed = Printed(pages, given or next(answers), next(answers))
        finally:
            self.layout.finish()
        watch.lap("print")
        settled = screens(pages)
        files = all_but_search(settled, self.printed)
        watch.lap("screens")
        yield Step("print", shown, pages, files, in_order(troubles), watch.laps)
        watch.start()
        files = files | settled.search(files)
        files["manifest.json"] = manifest(book, files, pages)
        watch.lap("search")
        yield Step("search", shown, pages, files, in_order(troubles), watch.laps)

    def waiting(self, book: Book, tell: TellProgress) -> Iterator[Step]:
        """Wait for layout, and say so again and again: who has no use for it any more may leave."""
        late = perf_counter() + self.layout.patience
        while not self.layout.ready(MOMENT, tell) and perf_counter() < late:
            yield Step("waiting", book, PageMap(), {})


def all_but_search(screens: Screens, printed: Printed) -> Files:
    """The files of all editions but those of the search, and but the manifest."""
    pdf = {f"{screens.book.name}.pdf": printed.pdf}
    files = screens.web() | screens.epub(printed.cover) | pdf
    return files | screens.start(files, printed.cover)


class Watch:
    """Measures how long each piece of work takes."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self.start()

    def start(self) -> None:
        self.begin = perf_counter()

    def lap(self, name: str) -> None:
        now = perf_counter()
        self.laps[name], self.begin = self.laps.get(name, 0.0) + now - self.begin, now
