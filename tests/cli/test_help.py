"""Help, and what click says of its own, are in the reader's language."""

import ast
import inspect
import re
from collections.abc import Iterator

import click
import pytest
from rich.cells import cell_len

from kanben.cli.click_words import MODULES, WORDS
from kanben.cli.doctor import doctor_command
from kanben.cli.help_lines import lines_of
from kanben.cli.help_words import CHINESE, IN_BRIEF
from kanben.cli.main import COMMANDS
from kanben.cli.main import kanben as group
from kanben.composition.characters import NO_END, NO_START
from tests.cli.kanben_command import Kanben

ALL = ["kanben", *COMMANDS]
CHINA = "zh_CN.UTF-8"


def help_of(kanben: Kanben, name: str) -> str:
    ran = kanben("--help") if name == "kanben" else kanben(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    return ran.out


# ---- help ----------------------------------------------------------------------------------------------------


def test_help_speaks_as_the_locale_does_one_run_after_the_other(kanben: Kanben) -> None:
    told = []
    for locale in ("C.UTF-8", CHINA, "C.UTF-8"):
        kanben.locale(locale)
        told.append(help_of(kanben, "new"))
    english = (
        "Usage: kanben new [OPTIONS] DIR\n\n  Make the title folder DIR, with one sample chapter.\n\n"
        "Options:\n  -h, --help  Show this message and exit.\n"
    )
    chinese = (
        "用法：kanben new [OPTIONS] DIR\n\n  新建书稿文件夹 DIR，内有一章样稿。\n\n选项：\n  -h, --help  显示用法。\n"
    )
    assert told == [english, chinese, english]


def test_what_a_command_said_in_english_does_not_stay_for_chinese(kanben: Kanben) -> None:
    click.Context(doctor_command).get_help()
    kanben.locale(CHINA)
    assert "-h, --help  显示用法。" in help_of(kanben, "doctor")


def test_the_list_of_commands_has_a_line_for_each(kanben: Kanben) -> None:
    for locale, language in (("C.UTF-8", "en"), (CHINA, "zh")):
        kanben.locale(locale)
        lines = help_of(kanben, "kanben").splitlines()
        rows = dict(line.split(maxsplit=1) for line in lines[-len(COMMANDS) :])
        assert rows == IN_BRIEF["zh" if language == "zh" else "en"]


@pytest.mark.parametrize("name", ALL)
def test_every_option_is_explained_in_chinese_and_none_that_is_not_there(name: str) -> None:
    command = group if name == "kanben" else group.get_command(click.Context(group), name)
    assert command
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert list(CHINESE[name]) == ["", *(option.opts[0] for option in options)]


@pytest.mark.parametrize("name", ALL)
def test_nothing_of_english_is_left_in_chinese_help(kanben: Kanben, name: str) -> None:
    kanben.locale(CHINA)
    english = r"Usage|Options:|Commands:|required|Show |[a-z]{3,} [a-z]{3,}"
    assert re.findall(english, help_of(kanben, name).partition("\n")[2]) == []


@pytest.mark.parametrize("columns", ["80", "52"])
@pytest.mark.parametrize("name", ALL)
def test_chinese_help_fits_the_terminal(kanben: Kanben, name: str, columns: str) -> None:
    kanben.locale(CHINA)
    kanben.monkeypatch.setenv("COLUMNS", columns)
    wide = [line for line in help_of(kanben, name).splitlines() if cell_len(line) > int(columns)]
    assert [line for line in wide if "|" not in line] == []  # a list of values is one word


def test_no_line_of_chinese_begins_or_ends_with_a_mark_that_must_not_stand_there() -> None:
    text = "不写 TITLE，就做“当前文件夹”里的书稿（或其中的一章）；否则做 ./source 中的全部：每一部都做，一部不漏。"
    for columns in range(8, 60):
        lines = lines_of(text, columns)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert [line for line in lines if line[0] in NO_START or line[-1] in NO_END] == []
        assert max(map(cell_len, lines)) <= max(columns, cell_len("./source"))


# ---- wrong usage ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (
            ["biuld"],
            "Error: No such command 'biuld'. Did you mean 'build'?",
            "错误：没有命令 'biuld'。 是不是 'build'？",
        ),
        (["build", "--xyz"], "Error: No such option '--xyz'.", "错误：没有选项 '--xyz'。"),
        (
            ["build", "--edition", "x"],
            "Error: Invalid value for '--edition': 'x' is not one of 'print', 'epub', 'web'.",
            "错误：'--edition' 的值不对：'x' 不在 'print', 'epub', 'web' 之列。",
        ),
        (["build", "--out"], "Error: Option '--out' requires an argument.", "错误：选项 '--out' 要带一个值。"),
        (["diff", "a", "b", "c"], "Error: Got unexpected extra argument (c)", "错误：多了参数：c"),
        (
            ["build", "nowhere"],
            "Error: there is no title folder nowhere, nor source/nowhere",
            "错误：没有书稿文件夹 nowhere，也没有 source/nowhere",
        ),
    ],
)
def test_wrong_usage_is_told_in_the_readers_language(
    kanben: Kanben, arguments: list[str], english: str, chinese: str
) -> None:
    for locale, told in (("C.UTF-8", english), (CHINA, chinese)):
        kanben.locale(locale)
        ran = kanben(*arguments)
        assert (ran.code, ran.out, ran.err.splitlines()[-1]) == (2, "", told)


def test_wrong_usage_leads_to_the_help(kanben: Kanben) -> None:
    kanben.locale(CHINA)
    assert kanben("diff", "a", "b", "c").err.splitlines()[:2] == [
        "用法：kanben diff [OPTIONS] OLD NEW",
        "用法见：kanben diff --help",
    ]


# ---- click ---------------------------------------------------------------------------------------------------


def asked() -> Iterator[str]:
    """What click asks gettext for."""
    for module in MODULES:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                yield from (each.value for each in node.args if isinstance(each, ast.Constant))
    yield "required"


def test_what_is_translated_is_what_this_click_says() -> None:
    assert sorted(WORDS.keys() - set(asked())) == []


def test_a_translation_has_no_other_facts_than_the_original() -> None:
    facts = re.compile(r"\{(\w+)[}!]")
    assert [one for one, other in WORDS.items() if not set(facts.findall(other)) <= set(facts.findall(one))] == []
