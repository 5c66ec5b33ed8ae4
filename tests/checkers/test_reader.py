"""The reading engine is really asked: it goes where a sound book leads, and says what leads nowhere."""

from pathlib import Path

from tests.checkers.reader import read
from tests.checkers.tiny_epub import tiny_epub

CALL = '<p>正文<a role="doc-noteref" id="call{0}" href="#n{0}">{0}</a></p>'
NOTE = '<aside role="doc-footnote" id="n{0}"><p>注文{0}</p></aside>'


def test_the_contents_are_gone_through_and_each_call_pops_its_own_note(tmp_path: Path) -> None:
    words = "".join(form.format(n) for form in (CALL, NOTE) for n in (1, 2))
    reading = read(tiny_epub(tmp_path / "sound.epub", f"<h1>第一章</h1>{words}"))
    assert reading.contents == (("第一章", True),)
    assert reading.pages == ()
    assert reading.notes == (("call1", "注文1"), ("call2", "注文2"))


def test_a_line_of_the_contents_to_nowhere_and_a_call_without_note_are_seen(tmp_path: Path) -> None:
    reading = read(tiny_epub(tmp_path / "lost.epub", f"<h1>第一章</h1>{CALL.format(1)}", target="c1.xhtml#gone"))
    assert reading.contents == (("第一章", False),)
    assert reading.notes == (("call1", ""),)
