"""Give commands and their options their help in the reader's language."""

from copy import copy

import click

from kanben.cli.help_words import CHINESE, IN_BRIEF
from kanben.cli.speech import language


class ChineseContext(click.Context):
    """Writes its help with lines that Chinese can have."""

    def make_formatter(self) -> click.HelpFormatter:
        from kanben.cli.help_lines import ChineseHelp  # and the rules of composition, where somebody asks

        return ChineseHelp(width=self.terminal_width, max_width=self.max_content_width)


def spoken(command: click.Command) -> click.Command:
    """The command with its help in the reader's language; made anew, for click keeps what it said in another."""
    name = command.name or ""
    words = CHINESE[name] if language() == "zh" else {"": command.help or ""}
    twin = type(command)(
        name=name,
        context_settings=command.context_settings,
        callback=command.callback,
        params=[with_help(param, words) for param in command.params],
        help=words[""],
        short_help=IN_BRIEF[language()].get(name),
    )
    twin.context_class = ChineseContext if language() == "zh" else click.Context
    return twin


def with_help(param: click.Parameter, words: dict[str, str]) -> click.Parameter:
    """A parameter with its words, where there are any."""
    if not isinstance(param, click.Option) or param.opts[0] not in words:
        return param
    twin = copy(param)
    kinds = param.type.choices if isinstance(param.type, click.Choice) else ()
    twin.help = words[param.opts[0]].replace("{choices}", "、".join(map(str, kinds)))
    return twin
