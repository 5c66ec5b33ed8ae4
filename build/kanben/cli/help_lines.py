"""Break the lines of help in Chinese between characters, as print breaks them: click knows words alone."""

import re
from collections.abc import Iterable

import click
from rich.cells import cell_len

from kanben.composition.characters import NO_END, NO_START

UNIT = re.compile(rf"[{re.escape(NO_END)}]*(?:[!-~]+|[^\s{re.escape(NO_START)}])[{re.escape(NO_START.strip())}]*|\s+|.")
"""What no line parts: a Latin word, a character with the marks that cling to it, a space."""
USAGE = "用法："
AS_IT_IS = "\b\n"
"""Before a paragraph whose lines click leaves alone."""


class ChineseHelp(click.HelpFormatter):
    """Breaks lines by the columns that characters take."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, USAGE if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_text(self, text: str) -> None:
        super().write_text(broken(text, self.width - self.current_indent))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        first = min(max(len(name) for name, _ in rows), col_max) + col_spacing
        room = max(self.width - first - self.current_indent, 10)
        super().write_dl([(name, broken(words, room)) for name, words in rows], col_max, col_spacing)


def broken(text: str, columns: int) -> str:
    return "\n\n".join(AS_IT_IS + "\n".join(lines_of(part, columns)) for part in text.split("\n\n"))


def lines_of(text: str, columns: int) -> list[str]:
    """The lines of a paragraph, none of which begins or ends with a mark that must not stand there."""
    lines = [""]
    for unit in UNIT.findall(text):
        if lines[-1].strip() and cell_len(lines[-1] + unit.rstrip()) > columns:
            lines.append("")
        lines[-1] += unit if lines[-1] else unit.lstrip()
    return [line.rstrip() for line in lines]
