"""Order print from the worker, and take what comes of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.charts.drawn import charts_in_print
from kanben.pandoc.program import Door
from kanben.press.kinds import Edition
from kanben.press.telling import tell_all
from kanben.press.worker import COVER, PRINT, Worker
from kanben.progress import Progress, TellProgress, tell_nobody
from kanben.trouble import Trouble


def lay_out(
    layout: Worker,
    book: Book,
    own: Path | None,
    cover: str,
    editions: Sequence[Edition],
    tell_progress: TellProgress = tell_nobody,
) -> Iterator[Any]:
    """What the worker makes, in this order: the layout's facts, the cover, the PDF, each where it is wanted."""
    if "print" in editions:
        tell_progress(Progress("layout", 0))
        return layout.call(PRINT, "print_edition", charts_in_print(book, Door.memory), own, cover, tell=tell_progress)
    return layout.call(COVER, "draw_cover", cover, book.pictures) if cover else iter(())


def take_layout(
    answers: Iterator[Any], folder: Path, troubles: list[Trouble], tell_progress: TellProgress = tell_nobody
) -> PageMap:
    """Where the pages begin; layout's errors stop the title."""
    laid_out = next(answers)
    tell_all(laid_out.troubles, folder, troubles)
    page_map: PageMap = laid_out.page_map
    tell_progress(Progress("layout", page_map.count, page_map.count))
    return page_map
