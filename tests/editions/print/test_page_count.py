"""The pages of a book are counted while they are set."""

from itertools import pairwise
from pathlib import Path

from kanben.editions.print.edition import print_edition
from kanben.press.title import finished_book
from kanben.progress import Progress
from tests.titles import title_yaml, write_title

PARAGRAPH = "架木为桥，积石亦为桥；桥者，所以济不通也。" * 12


def told(folder: Path) -> tuple[list[int], int]:
    """The counts that were told while a title was set, and how many pages it has."""
    heard: list[Progress] = []
    made = print_edition(finished_book(folder, lambda _: None), tell_progress=heard.append)
    pages = next(made).page_map.count
    laid_out = len(heard)
    list(made)
    assert len(heard) == laid_out  # drawing makes no pages
    assert {(each.stage, each.of) for each in heard} == {("layout", 0)}
    return [each.done for each in heard], pages


def test_the_last_count_is_that_of_the_book(tmp_path: Path) -> None:
    chapters = {f"chapters/0{n}.md": f"# 桥{n}\n\n文。\n" for n in (1, 2, 3)}
    for more in ("", "print: {cover: false}\n"):
        counts, pages = told(write_title(tmp_path, **chapters, **{"title.yaml": title_yaml(chapters, more)}))
        assert (counts, counts[-1]) == (sorted(set(counts)), pages)


def test_a_long_chapter_is_counted_page_by_page(tmp_path: Path) -> None:
    counts, pages = told(write_title(tmp_path, **{"chapters/01.md": "# 桥\n\n" + f"{PARAGRAPH}\n\n" * 40}))
    assert pages > 15
    assert max(after - before for before, after in pairwise(counts)) <= 4


def test_what_is_set_again_for_its_folios_is_counted_once(tmp_path: Path) -> None:
    words = f"# 桥\n\n{PARAGRAPH}石桥。\n\n" + f"{PARAGRAPH}\n\n" * 30 + "石桥。\n"
    counts, pages = told(write_title(tmp_path, **{"chapters/01.md": words, "index.yaml": "[石桥]"}))
    assert counts[-1] <= pages
