"""kanben import: a manuscript becomes a title folder, with a report of all that was found and proposed."""

import sys
from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kanben.cli.output import refuse_filled, refuse_strange, write_files
from kanben.cli.speech import language, printable, tell_troubles
from kanben.limits import MANUSCRIPT
from kanben.manuscript import KINDS, Imported, import_manuscript
from kanben.place import Place
from kanben.trouble import Stop, trouble


@click.command("import")
@click.argument("manuscript", type=click.Path(path_type=Path), metavar="MANUSCRIPT")
@click.option("--into", type=click.Path(path_type=Path), metavar="DIR", required=True, help="The title folder to make.")
@click.option(
    "--apply",
    "kinds",
    type=click.Choice(list(KINDS)),
    multiple=True,
    metavar="KIND",
    help=f"Carry out all proposals of a kind: {', '.join(KINDS)}.",
)
def import_command(manuscript: Path, into: Path, kinds: tuple[str, ...]) -> None:
    """Turn MANUSCRIPT, a text extracted from a document, into a title folder."""
    try:
        refuse_strange(into)
        imported = import_manuscript(manuscript.name, read_manuscript(manuscript), frozenset(kinds))
        tell_troubles(imported.troubles, manuscript.parent)
        if not imported.files:
            sys.exit(1)
        refuse_filled(into)
        write_files(into, imported.files)
    except Stop as stop:
        tell_troubles(stop.troubles, Path())
        sys.exit(1)
    summarise(imported, into)
    sys.exit(1 if imported.fidelity.residual else 0)


def read_manuscript(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MANUSCRIPT.most + 1)  # one byte more than is taken
    except OSError as error:
        problem = error.strerror or error
        raise Stop((trouble("manuscript-unreadable", Place(str(path)), problem=problem),)) from error


FOUND_ZH = {
    "chapters": "章",
    "sections": "节",
    "paragraphs": "段",
    "epigraphs": "题词",
    "notes": "注",
    "glossary entries": "名词",
    "references": "参考文献",
}

KINDS_ZH = {
    "joins": "疑为一段被分页断开",
    "doubled": "分页处重复的字",
    "widths": "中文里的半角标点",
    "brackets": "一全一半的括号",
    "spaces": "中文里多余的空格",
    "ranges": "数字起止用了连字符",
    "words": "可疑的词",
    "numbers": "不能自动生成的标题编号",
    "references": "文献析出的著录项",
}


def summarise(imported: Imported, folder: Path) -> None:
    """Say in a few lines what was found and what waits for the editor."""
    console = Console(highlight=False)
    table = Table(box=None, show_header=False, pad_edge=False)
    chinese = language() == "zh"
    for what, count in imported.found.items():
        table.add_row(FOUND_ZH[what] if chinese else what, str(count))
    console.print(table)
    for kind, count in Counter(proposal.kind for proposal in imported.proposals).items():
        applied = any(proposal.applied for proposal in imported.proposals if proposal.kind == kind)
        line = proposed_zh(kind, count, applied) if chinese else proposed(kind, count, applied)
        console.print(line, markup=False, soft_wrap=True)
    click.echo(printable(str(folder / "import-report.md")))


def proposed(kind: str, count: int, applied: bool) -> str:
    return f"{count} {kind}: applied" if applied else f"{count} {kind}: proposed, --apply {kind}"


def proposed_zh(kind: str, count: int, applied: bool) -> str:
    state = "已采用" if applied else f"待定；要全部采用，加 --apply {kind}"
    return f"{KINDS_ZH[kind]}，{count} 处：{state}"
