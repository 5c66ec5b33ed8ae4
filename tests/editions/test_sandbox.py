"""A stranger's template sees the book, and neither Python's insides nor files, and it comes to an end."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import TemplateError

from kanben.editions.pages import environment
from kanben.limits import TEMPLATE
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
    few(monkeypatch)
    with pytest.raises(TemplateError, match="endless-template"):
        run(template)


@pytest.mark.parametrize(
    "template",
    [
        "{% set n = namespace(a='桥') %}{% for i in range(99) %}{% set n.a = n.a ~ n.a %}{% endfor %}",
        "{% set n = namespace(a='桥') %}{% for i in range(99) %}{% set n.a = n.a + n.a %}{% endfor %}",
        "{% set n = namespace(a='桥') %}{% for i in range(99) %}{% set n.a = n.a * 2 %}{% endfor %}",
        "{% set n = namespace(a='a') %}{% for i in range(99) %}{% set n.a %}{{ n.a }}{{ n.a }}{% endset %}{% endfor %}",
        "{% set n = namespace(a=[1]) %}{% for i in range(99) %}{% set n.a = [n.a, n.a] %}{% endfor %}{{ n.a }}",
        "{% set n = namespace(a=[1]) %}{% for i in range(99) %}{% set n.a = (n.a, n.a) %}{% endfor %}{{ n }}",
        "{% set n = namespace(a=1) %}{% for i in range(99) %}{% set n.a = {1: n.a, 2: n.a} %}{% endfor %}{{ n.a ~ 1 }}",
        "{% macro a(n) %}{% if n %}{{ a(n - 1) ~ a(n - 1) }}{% else %}桥{% endif %}{% endmacro %}{{ a(40) }}",
        "{% for i in range(99) %}{{ '桥' * 2000 }}{% endfor %}",
        "{% for i in range(999) %}" + "桥" * 999 + "{% endfor %}",
        "{% set a = ('桥' * 9999)[1:] %}{% for i in range(99) %}{% set a = a[1:] %}{% endfor %}",
        "{% set a, b = '桥' * 9999 ~ 1, '桥' * 9999 ~ 2 %}{% for i in range(99) if a == b or a in b %}{% endfor %}",
        "{{ 10 ** 9 * '桥' }}",
        "{{ words * 10 ** 9 }}",
        "{{ '%1000000000s' % 1 }}",
        "{{ '%1000000000s'|format(1) }}",
        "{{ '%.1000000000f'|format(1) }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ '{a:1000000000}'.format_map({'a': 1}) }}",
        "{{ ('{:1000000000}'|attr('format'))(1) }}",
        "{{ '桥'|center(10 ** 9) }}",
        "{{ words|map('center', 10 ** 9)|list }}",
        "{{ '桥'.center(10 ** 9) }}",
        "{{ '桥'.zfill(10 ** 9) }}",
        "{{ '\t'.expandtabs(10 ** 9) }}",
        "{{ (1).to_bytes(10 ** 9) }}",
        "{{ '\n'|indent(10 ** 9) }}",
        "{{ [1]|tojson(indent=10 ** 9) }}",
        "{{ ('a' * 9999)|replace('', 'b' * 9999) }}",
        "{{ ('a' * 9999).translate({97: 'b' * 9999}) }}",
        "{{ ('a' * 9999)|join('b' * 9999) }}",
        "{{ ('b' * 9999).join('a' * 9999) }}",
        "{{ ('a' * 9999)|wordwrap(1, wrapstring='b' * 9999) }}",
        "{{ ('<' * 9999)|striptags }}",
        "{{ words|batch(10 ** 9, 1)|list }}",
        "{{ words|slice(10 ** 9)|list }}",
        "{{ 1|round(-10 ** 9) }}",
        "{{ range(10 ** 9) }}",
        "{% filter center(10 ** 9) %}桥{% endfilter %}",
    ],
)
def test_a_few_signs_do_not_make_what_fills_the_memory(
    run: Run, template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few(monkeypatch)
    with pytest.raises(TemplateError, match="endless-template"):
        run(template)


@pytest.mark.parametrize(
    "template",
    [
        "{% set n = namespace(a=9) %}{% for i in range(99) %}{% set n.a = n.a * n.a %}{% endfor %}",
        "{{ 9 ** (9 ** 9) }}",
        "{{ (9 ** 900) ** 9 }}",
        "{{ 3 // ('1' * 99999)|int(base=2) }}",
    ],
)
def test_numbers_beyond_reason_are_not_reckoned_with(run: Run, template: str) -> None:
    with pytest.raises(TemplateError, match="large-number"):
        run(template)


@pytest.mark.parametrize("template", ["{{ '%*d' % (10 ** 9, 1) }}", "{{ '{:{}}'.format(1, 10 ** 9) }}"])
def test_a_width_is_typed(run: Run, template: str) -> None:
    with pytest.raises(TemplateError, match="a width that is not typed"):
        run(template)


def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a template make a hundred thousand characters, that the tests take no time."""
    for room in ("sandbox", "template_cost"):
        monkeypatch.setattr(f"kanben.editions.{room}.TEMPLATE", replace(TEMPLATE, most=100_000))


def test_counting_changes_nothing(run: Run) -> None:
    template = (
        "{% macro said(word) %}《{{ word }}》{% endmacro %}"
        "{% for word in words %}{{ loop.index }}/{{ loop.length }}{{ said(word) }}{% if not loop.last %}、{% endif %}"
        "{% else %}无{% endfor %}{% block end %}完{% endblock %}{{ 2 ** 10 }}"
    )
    assert run(template) == "1/2《甲》、2/2《乙》完1024"
    assert run("{{ '<' ~ ('<b>'|safe) ~ 7 }}{{ '%03d' % 7 }}{{ '{:>3}'.format('<') }}") == "&lt;<b>7007  &lt;"
    assert run("{{ words }}{{ none }}{{ 1.5 }}{{ '甲' in words }}{{ 3 - 1 }}{{ (7 / 2)|round(1) }}") == (
        "(&#39;甲&#39;, &#39;乙&#39;)None1.5True23.5"
    )
    assert (
        run("{{ 桥 is defined }}{{ 桥|default('无') }}{{ words|map('replace', '甲', '丙')|join('、') }}")
        == "False无丙、乙"
    )
    assert run("{% macro a() %}{{ caller() }}{% endmacro %}{% call a() %}桥{% endcall %}{{ words[1:][0] }}") == "桥乙"
    assert run("{% for word in [] %}{% else %}无{% endfor %}") == "无"
