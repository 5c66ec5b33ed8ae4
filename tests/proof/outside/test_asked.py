"""Checkers of others are really asked about faulty editions; each fault is led back to its line in the source."""

from pathlib import Path

from kanben.cli.sourced import Read, sourced_by
from kanben.proof.outside.order import Kind, ask_all
from kanben.proof.source import sources_of
from tests.proof.epub_changes import ONE, Change, changed, files_of
from tests.real_titles import RealTitle
from tests.titles import write_files

ALT = Change(ONE, ' alt="一道拱，两端向外的推力由桥台承受。"')
FRAGMENT = Change(ONE, 'href="ch01.xhtml#ch01-f1"', 'href="ch01.xhtml#ch01-f9"')
TWICE = Change(ONE, "<p>代码如", '<p id="ch01-s2">代码如')
WEB_ALT = Change("ch01.html", ' alt="一道拱，两端向外的推力由桥台承受。"')
WEB_TWICE = Change("ch01.html", "<p>代码如", '<p id="ch01-s2">代码如')

Told = set[tuple[str, str, str, int, str]]
"""(checker, code, file, line, place in the source)."""


def told(title: RealTitle, kind: Kind, file: Path, read: Read) -> Told:
    sourced = sourced_by(sources_of(title.book, title.pressed.pages), Path(), read)
    answers = ask_all(kind, file)
    assert [str(answer.silence) for answer in answers if answer.silence] == []
    return {
        (each.checker, remark.code, remark.place.file, remark.place.line, str(sourced(remark.place, "")))
        for each in answers
        for remark in each.remarks
        if remark.severity == "error"
    }


def test_faults_of_an_epub_are_found_by_others_and_led_to_the_source(bridges_made: RealTitle, tmp_path: Path) -> None:
    faulty = changed(bridges_made.epub, ALT, FRAGMENT, TWICE)
    (tmp_path / "b.epub").write_bytes(faulty)
    found = told(bridges_made, "epub", tmp_path / "b.epub", files_of(faulty).get)
    assert found >= {
        ("EPUBCheck", "RSC-012", "EPUB/ch01.xhtml", 22, "chapters/01.md:21"),
        ("Ace", "image-alt", "EPUB/ch01.xhtml", 19, "chapters/01.md:19"),
        ("Nu", "error", "EPUB/ch01.xhtml", 64, "chapters/01.md:49"),
    }


def test_faults_of_a_web_edition_are_found_by_others_and_led_to_the_source(
    bridges_made: RealTitle, tmp_path: Path
) -> None:
    files = dict(bridges_made.pressed.files)
    page = files["web/ch01.html"].decode()
    files["web/ch01.html"] = WEB_TWICE.of(WEB_ALT.of(page)).encode()
    web = write_files(tmp_path, files) / "web"
    found = told(bridges_made, "web", web, lambda name: files.get(f"web/{name}"))
    assert found >= {
        ("axe", "image-alt", "ch01.html", WEB_ALT.line(page), "chapters/01.md:19"),
        ("Nu", "error", "ch01.html", WEB_TWICE.line(page), "chapters/01.md:49"),
    }
