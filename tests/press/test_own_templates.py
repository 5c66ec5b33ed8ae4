"""A title's own templates: a fault in one is told at its line, and everything else of the title is told with it."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from kanben.press.live import LiveTitle
from kanben.press.release import press_release
from kanben.press.title import press
from kanben.press.worker import Worker, worker
from kanben.trouble import Stop
from tests.titles import PICTURE, write_title
from tests.told import told


@pytest.fixture(scope="module")
def layout() -> Iterator[Worker]:
    with worker() as helper:
        yield helper


@pytest.mark.parametrize(
    ("name", "template", "said"),
    [
        ("web/nodes.xhtml", "{% macro paragraph(node) %}\n{{ 桥 }}{% endmacro %}", ":2: '桥' is undefined"),
        ("web/part.html", "<html>\n{% if %}", ":2: Expected an expression, got 'end of statement block'"),
        ("web/part.html", "{% include 'bridge.html' %}", ":1: bridge.html"),
        (
            "epub/part.xhtml",
            "{{ ''.__class__.__mro__ }}",
            ":1: access to attribute '__class__' of 'str' object is unsafe.",
        ),
        (
            "epub/nodes.xhtml",
            "\n{% macro paragraph(node) %}{{ 1 / 0 }}{% endmacro %}",
            ":2: ZeroDivisionError: division by zero",
        ),
        ("epub/nodes.xhtml", "{% macro paragraph() %}{% endmacro %}", ":1: {% macro paragraph(node) %}"),
        ("epub/part.xhtml", "<html>", ":1: Premature end of data in tag html line 1, line 1, column 7"),
        (
            "print/nodes.xhtml",
            "{% macro paragraph(node) %}{{ node.桥 }}{% endmacro %}",
            ":1: 'kanben.book.blocks.Paragraph object' has no attribute '桥'",
        ),
        (
            "web/part.html",
            "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
            ":1: blocks or brackets stand in each other too deep",
        ),
        ("web/part.html", "{{ " + "(" * 3000 + ")" * 3000, ":1: blocks or brackets stand in each other too deep"),
        (
            "web/part.html",
            "{% for a in b %}" * 30 + "{% endfor %}" * 30,
            ":1: blocks or brackets stand in each other too deep",
        ),
        ("print/style.css", "\n\n{% endblock %}", ":3: Encountered unknown tag 'endblock'."),
    ],
)
def test_a_fault_is_told_at_its_line(tmp_path: Path, layout: Worker, name: str, template: str, said: str) -> None:
    file = f"templates/{name}"
    with pytest.raises(Stop) as stop:
        press(write_title(tmp_path, **{file: template}), layout)
    line, _, problem = said.partition(" ")
    assert str(stop.value) == (
        f"{file}{line} the template cannot be used: {problem} [broken-template]\n"
        "    mend: correct it; without it kanben's own is used"
    )


def test_one_that_is_no_text_is_told_with_all_that_is_wrong(tmp_path: Path) -> None:
    files = {"templates/web/style.css": b"p {}\n\xff", "templates/print/part.xhtml": "\x07", "chapters/01.md": "桥"}
    assert told(tmp_path, files) == (
        "chapters/01.md:1: the file does not begin with a title [no-heading]\n"
        "    mend: begin it with a line “# …”\n"
        "templates/print/part.xhtml:1:1: a control character stands here (U+0007) [control-character]\n"
        "    mend: delete it\n"
        "templates/web/style.css:2: byte 6 (0xff) is not UTF-8 [not-utf-8]\n"
        "    mend: save the file as UTF-8"
    )


def test_one_that_is_too_large_is_told_before_anything_reads_it(tmp_path: Path) -> None:
    assert told(tmp_path, {"templates/web/style.css": "p {}\n" * 200_001}) == (
        "templates/web/style.css:1: the file has 1000005 bytes; kanben takes 1000000 [large-template]\n"
        "    mend: say what is otherwise than in kanben's own alone"
    )


def test_the_lock_of_a_program_that_has_one_open_is_none(tmp_path: Path, layout: Worker) -> None:
    title = write_title(tmp_path / "bridges", **{"templates/web/style.css": "p { color: black }\n"})
    (title / "templates/web/.#style.css").symlink_to("editor@desk.1234")
    assert press(title, layout, ("web",)).files["web/style.css"] == b"p { color: black }"
    assert [step.kind for step in LiveTitle(title, layout).steps() if step.kind != "waiting"] == ["print", "search"]
    assert press_release(title, layout, "1", "", None).version == "1"


def test_a_release_records_them_as_its_source(tmp_path: Path, layout: Worker) -> None:
    name, style = "templates/web/style.css", "p { color: black }\n"
    released = press_release(write_title(tmp_path, **{name: style}), layout, "1", "", None)
    assert json.loads(released.files["release.json"])["source"]["files"][name] == sha256(style.encode()).hexdigest()


def test_a_folder_that_is_a_link_and_a_drawing_that_runs_are_no_templates(tmp_path: Path) -> None:
    (tmp_path / "beside").mkdir()
    running = PICTURE.replace("<rect", "<rect onload='x'")
    title = write_title(tmp_path / "bridges", **{"templates/web/icon.svg": running})
    (title / "templates" / "print").symlink_to(tmp_path / "beside")
    assert told(title, {}) == (
        "templates/print: templates/print leads out of the title folder [outside-path]\n"
        "    mend: keep the file inside the title folder and name it from there\n"
        "templates/web/icon.svg:1: templates/web/icon.svg is not a picture that kanben can use: "
        'onload="x" [bad-image]\n'
        "    mend: use SVG without script, PNG or JPEG"
    )


def test_readers_run_no_script_of_a_title(tmp_path: Path) -> None:
    assert told(tmp_path, {"templates/web/kanben.js": "alert(1)"}) == (
        "templates/web/kanben.js:1: the template lets a page run or fetch something: kanben.js [live-template]\n"
        "    mend: take it out: pages run kanben's scripts alone and ask for nothing outside; begin those of the web "
        "edition as kanben's base.html does"
    )


def test_templates_that_are_a_link_are_not_looked_through(tmp_path: Path) -> None:
    """What it leads to may be the whole disk."""
    (tmp_path / "beside").mkdir()
    title = write_title(tmp_path / "bridges")
    (title / "templates").symlink_to(tmp_path / "beside")
    assert told(title, {}) == (
        "templates: templates leads out of the title folder [outside-path]\n"
        "    mend: keep the file inside the title folder and name it from there"
    )


def test_a_style_that_fetches_stops_the_title(tmp_path: Path, layout: Worker) -> None:
    style = "p {\n  background: url(https://a.b/c.png)\n}\n"
    for edition in ("web", "epub"):
        with pytest.raises(Stop, match=rf"^templates/{edition}/style\.css:2: .*https://a\.b/c\.png \[live-template\]"):
            press(write_title(tmp_path / edition, **{f"templates/{edition}/style.css": style}), layout, (edition,))


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (
            "{{ '%1000000000s' % 1 }}",
            "for one page the template reads or makes more than 200000000 characters, or turns in loops for as long "
            "[endless-template]\n    mend: end its loops, and let it make what the page shows alone",
        ),
        (
            "{{ 9 ** 9999 }}",
            "the template reckons with a number of more than 10000 bits [large-number]\n"
            "    mend: reckon with smaller numbers",
        ),
    ],
)
def test_what_goes_beyond_a_limit_is_told_at_its_line(tmp_path: Path, layout: Worker, work: str, said: str) -> None:
    files = {"templates/web/nodes.xhtml": f"{{% macro text(node) %}}\n{work}{{% endmacro %}}\n"}
    with pytest.raises(Stop) as stop:
        press(write_title(tmp_path, **files), layout, ("web",))
    assert str(stop.value) == f"templates/web/nodes.xhtml:2: {said}"
