"""What click says of its own, in Chinese. It asks gettext, which wants files in a binary form; here a table answers."""

from types import ModuleType

import click

from kanben.cli.speech import language

MODULES: tuple[ModuleType, ...] = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.types,
)
WORDS = {
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示用法。",
    "Show the version and exit.": "写出版本号。",
    "default: {default}": "默认：{default}",
    "required": "必写",
    "Error: {message}": "错误：{message}",
    "Try '{command} {option}' for help.": "用法见：{command} {option}",
    "Missing command.": "没有写命令。",
    "No such command {name!r}.": "没有命令 {name!r}。",
    "No such option {name!r}.": "没有选项 {name!r}。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "（是不是其中之一：{possibilities}？）",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Got unexpected extra argument ({args})": "多了参数：{args}",
    "Got unexpected extra arguments ({args})": "多了参数：{args}",
    "Option {name!r} does not take a value.": "选项 {name!r} 不带值。",
    "Option {name!r} requires an argument.": "选项 {name!r} 要带一个值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name!r} 要带 {nargs} 个值。",
    "Invalid value: {message}": "值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "{value!r} is not {choice}.": "{value!r} 不是 {choice}。",
    "{value!r} is not one of {choices}.": "{value!r} 不在 {choices} 之列。",
    "{value!r} is not a valid {number_type}.": "{value!r} 不是数目。",
    "{value} is not in the range {range}.": "{value} 不在 {range} 的范围内。",
    "{name} {filename!r} does not exist.": "找不到 {filename!r}。",
    "{name} {filename!r} is a file.": "{filename!r} 是文件，不是文件夹。",
    "{name} {filename!r} is a directory.": "{filename!r} 是文件夹，不是文件。",
    "{name} {filename!r} is not readable.": "{filename!r} 不能读。",
    "{name} {filename!r} is not writable.": "{filename!r} 不能写。",
}


def say(message: str) -> str:
    """A line of click's in the reader's language."""
    return WORDS.get(message, message) if language() == "zh" else message


def say_of(one: str, more: str, count: int) -> str:
    return say(one if count == 1 else more)


def speak_for_click() -> None:
    """Answer in gettext's place."""
    for module in MODULES:
        for name, ours in (("_", say), ("ngettext", say_of)):
            if hasattr(module, name):
                setattr(module, name, ours)
