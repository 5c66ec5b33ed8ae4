"""kanben new: a title folder with one sample chapter."""

import sys
import uuid
from pathlib import Path
from shlex import quote

import click

from kanben.cli.output import refuse_filled, refuse_strange, write_files
from kanben.cli.speech import language, printable, tell_troubles
from kanben.messages import Language
from kanben.trouble import Stop

TITLE = """\
title: 书名
subtitle: ""
language: zh-Hans
creators: [{{name: 作者姓名, role: author}}]
identifiers: {{uuid: {uuid}}}
parts:
  front: [front/preface.md]
  body: [chapters/01.md]
  back: [glossary, references]
numbering: {{chapter: "第{{一}}章", section: "1.1"}}
references: {{style: gb-t-7714-2025}}
print: {{trim: 16k, variant: pdf/ua-1}}
"""
PREFACE = """\
# 前言 {.unnumbered}

写下这本书为谁而写，讲什么。
"""
CHAPTER = """\
# 第一章的标题

::: epigraph
苟日新，日日新，又日新。

—— 《礼记·大学》
:::

## 一节的标题

正文写在这里，一段一行。注写作方括号加脱字符。[^n1]第一次出现的术语会自动链接到名词解释，例如刊本。

[^n1]: 注文写在段后，印在页下，电子书中点开即见。
"""
GLOSSARY = """\
- term: 刊本
  definition: 指刻版印刷的书本；也是本工具的名字。
"""
REFERENCES = """\
references: []
"""
NEXT: dict[Language, str] = {
    "en": "Say in title.yaml whose book it is, write chapters/01.md, then type:\n    {command}",
    "zh": "请在 title.yaml 中写书名和作者，在 chapters/01.md 中写正文，然后键入：\n    {command}",
}


@click.command("new")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def new_command(folder: Path) -> None:
    """Make the title folder DIR, with one sample chapter."""
    files = {
        "title.yaml": TITLE.format(uuid=uuid.uuid4()),
        "front/preface.md": PREFACE,
        "chapters/01.md": CHAPTER,
        "glossary.yaml": GLOSSARY,
        "references.yaml": REFERENCES,
    }
    try:
        refuse_strange(folder)
        refuse_filled(folder)
        write_files(folder, {name: text.encode() for name, text in files.items()})
    except Stop as stop:
        tell_troubles(stop.troubles, Path())
        sys.exit(1)
    click.echo(NEXT[language()].format(command=printable(f"kanben build {quote(str(folder))}")))
