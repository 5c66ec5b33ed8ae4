"""A corpus of seeded faults, in the source and in finished files: each is found at its line, and nothing else is."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kanben.cli.sourced import sourced_by
from kanben.place import Place
from kanben.press.proofreading import check_title
from kanben.proof.epub.proof import check_epub
from kanben.proof.source import sources_of
from kanben.proof.web.proof import check_web
from kanben.trouble import Trouble
from tests.proof.corpus.made_faults import EPUB_FAULTS, EPUB_FOLLOWING, WEB_FAULTS, WEB_FOLLOWING, Fault
from tests.proof.corpus.source_faults import DOUBTFUL, UNREADABLE, Pieces, files_of
from tests.proof.epub_changes import FOLDER, changed
from tests.proof.epub_changes import files_of as files_of_epub
from tests.real_titles import RealTitle
from tests.titles import write_files, write_title

Told = set[tuple[str, str, int, str]]
"""(code, file, line, place in the source)."""


@pytest.mark.parametrize("pieces", [UNREADABLE, DOUBTFUL], ids=["unreadable", "doubtful"])
def test_every_fault_of_a_source_is_found_at_its_line(pieces: Pieces, tmp_path: Path) -> None:
    files, faults = files_of(pieces)
    found = {(each.code, each.place.file, each.place.line) for each in check_title(write_title(tmp_path, **files))}
    assert (faults - found, found - faults) == (set(), set())


def test_every_fault_of_an_epub_is_found_at_its_line_and_in_the_source(bridges_made: RealTitle) -> None:
    sound = files_of_epub(bridges_made.epub)
    faulty = changed(bridges_made.epub, *(change for _, change, _ in EPUB_FAULTS))
    faults = [fault for finding in check_epub(faulty).findings for fault in finding.faults]
    hoped = wanted((*EPUB_FAULTS, *EPUB_FOLLOWING), sound, FOLDER)
    found = told(faults, bridges_made, files_of_epub(faulty).get)
    assert (hoped - found, found - hoped) == (set(), set())


def test_every_fault_of_a_web_edition_is_found_at_its_line_and_in_the_source(
    bridges_made: RealTitle, tmp_path: Path
) -> None:
    web = {name.removeprefix("web/"): data for name, data in bridges_made.pressed.files.items() if name[:4] == "web/"}
    faulty = dict(web)
    for _, change, _ in WEB_FAULTS:
        faulty[change.file] = change.of(faulty[change.file].decode()).encode()
    folder = write_files(bridges_made.write(tmp_path) / "web", faulty)
    faults = [fault for finding in check_web(folder).findings for fault in finding.faults]
    hoped, found = wanted((*WEB_FAULTS, *WEB_FOLLOWING), web, ""), told(faults, bridges_made, faulty.get)
    assert (hoped - found, found - hoped) == (set(), set())


def wanted(faults: Iterable[Fault], files: dict[str, bytes], folder: str) -> Told:
    lines = {change: change.line(files[folder + change.file].decode()) for _, change, _ in faults}
    return {(code, folder + change.file, lines[change], source) for code, change, source in faults}


def told(faults: list[Trouble], title: RealTitle, read: Callable[[str], bytes | None]) -> Told:
    sourced = sourced_by(sources_of(title.book, title.pressed.pages), Path(), read)
    places = {fault: sourced(fault.place, "") or Place("") for fault in faults}
    return {(each.code, each.place.file, each.place.line, str(places[each])) for each in faults}


def test_there_are_sixty_faults_and_more() -> None:
    source = sum(bool(code) for pieces in (UNREADABLE, DOUBTFUL) for given in pieces.values() for code, _ in given)
    assert source + len(EPUB_FAULTS) + len(WEB_FAULTS) >= 60
