"""Measure what each edition costs after one edited paragraph: processor time from the saved file to it on the disk.

The parts of what the desk does are made one after the other, so that each can be told: reading, web and EPUB with the
pages of the last layout, the PDF in its worker, the picture of the edited page, web and EPUB once more with new pages.
"""

import gc
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import yaml

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.cache import Cache
from kanben.cli.output import write_files
from kanben.desk.changes import State
from kanben.desk.changes import edited as edited_spot
from kanben.desk.pages import PagePictures
from kanben.editions.epub.cover import cover_page
from kanben.editions.epub.edition import epub_file
from kanben.editions.web.site import web_site
from kanben.keep import Keep, keeping
from kanben.pandoc.program import remembering
from kanben.passes.page_marks import mark_pages
from kanben.press import serve
from kanben.press.printing import lay_out
from kanben.press.screens import fonts_for, for_screens, in_web
from kanben.press.title import finished_book
from kanben.press.worker import Worker, worker
from tests.bench.warm import Costs
from tests.bench.warm import edited as edited_words

TIMES = 10
REST = 1.0  # s: the worker looks for garbage when it is not asked
GOALS = {"web": "0.10", "EPUB": "0.15", "PDF": "0.10 / 0.15", "picture of the page": "0.15", "all three": "0.30"}
MADE_OF = {
    "web": ("read", "screens", "web"),
    "EPUB": ("read", "screens", "EPUB"),
    "PDF": ("read", "PDF"),
    "picture of the page": ("read", "PDF", "picture"),
    "all three": ("read", "screens", "web", "EPUB", "PDF", "settled"),
}


def repeated(title: Path, folder: Path) -> Path:
    """Write a title of ten times the chapters of another one."""
    longer = shutil.copytree(title, folder / "longer")
    settings = yaml.safe_load((title / "title.yaml").read_text(encoding="utf-8"))
    body: list[str] = []
    for turn in range(TIMES):
        for file in settings["parts"]["body"]:
            body.append(f"chapters/{turn}-{Path(file).name}")
            shutil.copy(title / file, longer / body[-1])
    settings["parts"]["body"] = body
    (longer / "title.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return longer


@dataclass
class OpenTitle:
    """A title that is edited, what was made of it last, and what each piece of work took."""

    folder: Path
    out: Path
    layout: Worker
    keep: Keep = field(default_factory=Keep)
    pictures: PagePictures = field(default_factory=PagePictures)
    pages: PageMap = field(default_factory=PageMap)
    cover: bytes = b""
    before: Book | None = None
    laps: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def lap(self, name: str) -> Iterator[None]:
        begin = self.spent()
        yield
        self.laps[name] = self.spent() - begin

    def spent(self) -> float:
        """Seconds of processor time so far: of this process, the programs that it ran, and the worker."""
        ran = resource.getrusage(resource.RUSAGE_CHILDREN)
        in_worker = Path(f"/proc/{self.layout.process.pid}/schedstat").read_text("utf-8").split()[0]
        return time.process_time() + ran.ru_utime + ran.ru_stime + int(in_worker) / 1e9

    def build(self) -> None:
        with keeping(self.keep):
            with self.lap("read"):
                book = finished_book(self.folder, lambda _: None)
            with self.lap("screens"):
                shown, fonts = for_screens(book), fonts_for(book, self.folder, [])
            with self.lap("web"):
                self.write_web(shown, fonts)
            with self.lap("EPUB"):
                self.write_epub(shown, fonts)
            with self.lap("PDF"):
                answers = lay_out(self.layout, book, None, cover_page(book, None), ("web", "epub", "print"))
                self.pages, self.cover, pdf = next(answers).page_map, next(answers), next(answers)
                self.layout.finish()
                write_files(self.out, {f"{book.name}.pdf": pdf})
            with self.lap("picture"):
                self.draw_page(book, pdf)
            with self.lap("settled"):
                self.write_web(shown, fonts)
                self.write_epub(shown, fonts)
        self.before = book

    def write_web(self, book: Book, fonts: tuple[object, ...]) -> None:
        site = web_site(mark_pages(book, self.pages), self.pages, None, fonts)
        write_files(self.out, in_web(site.files()))

    def write_epub(self, book: Book, fonts: tuple[object, ...]) -> None:
        data = epub_file(mark_pages(book, self.pages), self.pages, self.cover, None, fonts)
        write_files(self.out, {f"{book.name}.epub": data})

    def draw_page(self, book: Book, pdf: bytes) -> None:
        """Draw the page that shows the edited paragraph, as the desk does for its reader."""
        spot = edited_spot(self.before, State(book, self.pages))
        self.pictures.open(pdf)
        if spot:
            assert self.pictures.bmp(self.pictures.name, self.pictures.labels.index(str(spot["page"])))


def costs(title: Path, room: Path) -> Costs:
    """What edits cost, after the first build."""
    gc.disable()
    chapter = title / yaml.safe_load((title / "title.yaml").read_text("utf-8"))["parts"]["body"][1]
    found: Costs = {name: [] for name in MADE_OF}
    with remembering(Cache(room / "cache").remember), worker() as layout:
        open_title = OpenTitle(title, room / "made", layout)
        open_title.build()
        for words in edited_words(chapter):
            gc.collect()
            time.sleep(REST)
            chapter.write_text(words, "utf-8")
            open_title.build()
            for name, parts in MADE_OF.items():
                found[name].append(sum(open_title.laps[part] for part in parts))
    return found


def in_own_process(title: Path) -> Costs:
    with tempfile.TemporaryDirectory() as room:
        own = shutil.copytree(title, Path(room) / title.name)
        command = [sys.executable, "-W", "ignore", "-m", "tests.bench.edits", str(own), room]
        found: Costs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def edits_costs(titles: dict[str, Path]) -> dict[str, Costs]:
    """What edits cost in each title; nothing where the system does not tell what a living process has taken."""
    if not Path("/proc/self/schedstat").exists():
        return {}
    return {name: in_own_process(title) for name, title in titles.items()}


def edits_table(found: dict[str, Costs], others: Costs) -> Iterator[str]:
    """Give the lines of a table, and last what other makers take after an edit of the first book."""
    yield f"| an edit, CPU s, median (first) | {' | '.join(found)} | goal |"
    yield "|---|" + "---|" * len(found) + "---|"
    for name, goal in GOALS.items() if found else ():
        taken = " | ".join(f"{median(costs[name]):.3f} ({costs[name][0]:.3f})" for costs in found.values())
        yield f"| kanben, {name} | {taken} | ≤ {goal} |"
    for name, taken in {**others, "these together": [sum(each) for each in zip(*others.values(), strict=True)]}.items():
        yield f"| {name} | {median(taken):.3f} ({taken[0]:.3f})" + " | –" * (len(found) - 1) + " | |"


if __name__ == "__main__":
    sys.setrecursionlimit(serve.DEEPEST)
    print(json.dumps(costs(Path(sys.argv[1]), Path(sys.argv[2]))))
