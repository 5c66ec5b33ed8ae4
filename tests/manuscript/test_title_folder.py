"""What the import writes is a title folder that the reader takes without a fault."""

from pathlib import Path

import pytest

from kanben.book.text import text_of
from kanben.manuscript import import_manuscript
from kanben.reading.folder import read_title
from kanben.trouble import Trouble
from tests.manuscript import made
from tests.titles import write_files

MANUSCRIPTS = {
    "lists": made.BY_LISTS,
    "brackets": made.BRACKET_NOTES,
    "feet": made.PAGE_FEET,
    "report": made.REPORT,
    "pages": made.pages(),
    "cited": "题\n\n第一章 甲\n\n甲说[2]。\n\n参考文献\n\n[1] 《书》\n[2] 《诗》\n",
    "marks": "题 #1: [a]\n\n第一章 *甲*\n\n# a\n\n1. b。\n\n- c @d $e$ ~f~ `g` \\h <i> {j} |k| [l](m)。\n",
}


def write(folder: Path, text: str) -> None:
    write_files(folder, import_manuscript("m.txt", text.encode()).files)


@pytest.mark.parametrize("name", MANUSCRIPTS)
def test_the_reader_finds_no_fault(name: str, tmp_path: Path) -> None:
    told: list[Trouble] = []
    write(tmp_path, MANUSCRIPTS[name])
    book = read_title(tmp_path, told.append)
    assert book is not None
    assert [str(fault) for fault in told] == []


def test_the_reader_finds_the_words_that_stood_in_the_manuscript(tmp_path: Path) -> None:
    write(tmp_path, MANUSCRIPTS["marks"])
    told: list[Trouble] = []
    book = read_title(tmp_path, told.append)
    assert book is not None
    assert book.record.title == "题 #1: [a]"
    assert text_of(book.parts[0].heading) == "*甲*"
    assert text_of(book.parts[0].blocks).endswith("- c @d $e$ ~f~ `g` \\h <i> {j} |k| [l](m)。")


def test_the_identifier_is_that_of_the_manuscripts_bytes() -> None:
    first, again, other = (
        import_manuscript(name, text.encode()).files["title.yaml"]
        for name, text in (("a.txt", made.REPORT), ("b.txt", made.REPORT), ("a.txt", made.REPORT + " "))
    )
    assert first == again
    assert first != other
