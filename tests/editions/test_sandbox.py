"""A stranger's template sees the book, and neither Python's insides nor files, and it comes to an end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import TemplateError

from kanben.editions.pages import environment
from tests.titles import write_files

Run = Callable[[str], str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """What a template of the title's own says."""

    def ran(template: str) -> str:
        (tmp_path / "secret").write_text("秘", encoding="utf-8")
        write_files(tmp_path / "templates", {"web/own.html": template.encode()})
        return (
            environment(tmp_path / "templates", "", "zh-Hans").get_template("web/own.html").render(words=("甲", "乙"))
        )

    return ran


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ (''|attr('__class__'))|attr('__mro__') }}",
        "{{ '{0.__class__}'.format(words) }}",
        "{{ ('{0.__class__}'|attr('format'))(words) }}",
        "{{ '{a.__class__}'.format_map({'a': words}) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context.environment.loader }}",
        "{{ words.__add__(words) }}",
        "{% include '../secret' %}",
        "{% include 'web/../../secret' %}",
        "{% include 'title/../secret' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'file:///etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ 9 ** (9 ** 9) }}",
        "{{ (9 ** 900) ** 9 }}",
    ],
)
def test_neither_pythons_insides_nor_files_are_seen(run: Run, template: str) -> None:
    with pytest.raises(TemplateError):
        run(template)


@pytest.mark.parametrize(
    "template",
    [
        "{% for i in range(500) %}{% for j in range(500) %}{% endfor %}{% endfor %}",
        "{% for i in 'a' * 500 %}{% for j in 'a' * 500 if j %}{% endfor %}{% endfor %}",
        "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(40) }}",
    ],
)
def test_what_would_not_come_to_an_end_is_stopped(run: Run, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.editions.sandbox.MOST_TURNS", 5000)
    with pytest.raises(TemplateError, match="more than 5,000 turns of loops and macros"):
        run(template)


def test_a_range_beyond_reason_is_none(run: Run) -> None:
    with pytest.raises(OverflowError):
        run("{% for i in range(10 ** 9) %}{% endfor %}")


def test_counting_changes_nothing(run: Run) -> None:
    template = (
        "{% macro said(word) %}《{{ word }}》{% endmacro %}"
        "{% for word in words %}{{ loop.index }}/{{ loop.length }}{{ said(word) }}{% if not loop.last %}、{% endif %}"
        "{% else %}无{% endfor %}{% block end %}完{% endblock %}{{ 2 ** 10 }}"
    )
    assert run(template) == "1/2《甲》、2/2《乙》完1024"
    assert run("{% for word in [] %}{% else %}无{% endfor %}") == "无"
