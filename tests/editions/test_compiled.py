"""Templates are compiled once for all processes, and anew when their words change."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, TemplateSyntaxError

from kanben.editions import compiled
from kanben.editions.compiled import Compiled


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of kanben's own templates, with one leaf."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "leaf.xhtml").write_text("{{ words }}。")
    monkeypatch.setattr(compiled, "template_home", lambda: folder)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return folder


def rendered(folder: Path, rules: Path = Path(__file__)) -> str:
    """A leaf, by an environment that knows nothing yet: as in a new process."""
    environment = Environment(loader=FileSystemLoader(folder), bytecode_cache=Compiled(rules))
    return environment.get_template("leaf.xhtml").render(words="清明")


@pytest.fixture
def no_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing can be compiled."""

    def refuse(*_: object) -> None:
        raise AssertionError("a template was compiled")

    monkeypatch.setattr(Environment, "_parse", refuse)


def test_the_next_process_need_not_compile(home: Path, request: pytest.FixtureRequest) -> None:
    assert rendered(home) == "清明。"
    request.getfixturevalue("no_compiler")

    assert rendered(home) == "清明。"


def test_other_words_are_compiled_anew(home: Path) -> None:
    rendered(home)
    (home / "leaf.xhtml").write_text("{{ words }}！")

    assert rendered(home) == "清明！"


def test_other_rules_compile_anew(home: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    rendered(home)
    (tmp_path / "rules.py").write_text("# others")
    request.getfixturevalue("no_compiler")

    with pytest.raises(AssertionError, match="a template was compiled"):
        rendered(home, tmp_path / "rules.py")


def test_a_damaged_file_is_made_anew(home: Path) -> None:
    rendered(home)
    (file,) = (home / "__pycache__").iterdir()
    file.write_bytes(file.read_bytes()[:-1])

    assert rendered(home) == "清明。"


def test_nothing_is_written_beside_the_templates_of_a_title(home: Path, tmp_path: Path) -> None:
    own = tmp_path / "title"
    own.mkdir()
    (own / "leaf.xhtml").write_text("{{ words }}")

    assert rendered(own) == "清明"
    assert [file.name for file in own.iterdir()] == ["leaf.xhtml"]


def test_a_broken_template_is_not_kept(home: Path) -> None:
    (home / "leaf.xhtml").write_text("{{ words")

    with pytest.raises(TemplateSyntaxError):
        rendered(home)
    assert not (home / "__pycache__").exists()
