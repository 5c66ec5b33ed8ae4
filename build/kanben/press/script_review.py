"""Write the list by which an editor reviews the Traditional edition: each character that could have become another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kanben.book.book import Book, ScriptWord
from kanben.place import Place
from kanben.script.choices import CHOICES, RANKS
from kanben.script.writer import BREAK, Choice

AROUND = 8
SHOWN = 4
"""So many characters stand around one that is shown, and so many places of a neighbourhood are named."""
HEAD = """# 繁体版复核单

{title}由简体转为繁体（{standard}）。下表列出每一个一简对多繁的字：先列最可疑的。同字同邻字者并为一行。
若某处不对，请在 title.yaml 中规定整词的写法（`traditional: {{words: {{干部: 幹部}}}}`），
或在书稿中保护该字（`[后]{{.keep}}`）。
"""
STANDARDS = {"tw": "台湾标准", "hk": "香港标准", "t": "OpenCC标准"}
REASONS = {
    "conflict": "两个词语相争：请首先复核",
    "default": "逐字转换，无词语为证：请逐条复核",
    "phrase": "由词库中的词语决定",
    "word": "由书稿规定的词语决定",
}
COLUMNS = "| 字 | 也可作 | 上下文 | 次数 | 位置 |\n|---|---|---|---:|---|\n"


@dataclass
class Row:
    """A character with the same neighbours, wherever it stands."""

    choice: Choice
    context: str
    places: list[Place] = field(default_factory=list)


def script_review(folder: Path, book: Book, chosen: Sequence[tuple[Choice, str, Place]]) -> bytes:
    """The list as Markdown."""
    standard = STANDARDS[book.settings.traditional.standard]
    text = HEAD.format(title=book.record.quoted_full_title, standard=standard)
    places = Lines(folder)
    rows = rows_of(chosen, places.find)
    for reason, said in REASONS.items():
        ranked = sorted((row for row in rows if row.choice.reason == reason), key=rank)
        if ranked:
            count = sum(len(row.places) for row in ranked)
            text += f"\n## {said}（{count} 处）\n\n{COLUMNS}" + "".join(map(line, ranked))
    return (text + "".join(own_words(book.settings.traditional.words))).encode()


def rank(row: Row) -> tuple[bool, int, str]:
    """What a phrase made another than by default comes first: a wrong phrase is worse than none."""
    choice = row.choice
    return choice.form == CHOICES[choice.character][0], RANKS[choice.character], row.context


def rows_of(chosen: Iterable[tuple[Choice, str, Place]], find: Callable[[Place, str], Place]) -> list[Row]:
    rows: dict[tuple[str, str, str, str], Row] = {}
    for choice, text, place in chosen:
        near = text[max(choice.at - 1, 0) : choice.at + 2]
        around = text[max(choice.at - AROUND, 0) : choice.at + AROUND + 1]
        row = rows.setdefault(
            (choice.character, choice.form, choice.reason, near), Row(choice, shown(text, choice, around))
        )
        row.places.append(find(place, near))
    return list(rows.values())


def shown(text: str, choice: Choice, around: str) -> str:
    """The words around a character, which stands in bold."""
    at = min(choice.at, AROUND)
    words = f"{around[:at]}**{around[at]}**{around[at + 1 :]}"
    return words.replace(BREAK, "…").replace("\n", " ").replace("|", "｜")


def line(row: Row) -> str:
    choice = row.choice
    others = "、".join(form for form in CHOICES[choice.character] if form != choice.form)
    places = [str(place) for place in dict.fromkeys(row.places)]
    named = "，".join(places[:SHOWN]) + (" …" if len(places) > SHOWN else "")
    return f"| {choice.character}→{choice.form} | {others} | {row.context} | {len(row.places)} | {named} |\n"


def own_words(words: Sequence[ScriptWord]) -> Iterator[str]:
    if words:
        yield "\n## 书稿规定的词语\n\n"
        yield from (f"- {word.simplified}→{word.written}（{word.place}）\n" for word in words)


class Lines:
    """Finds the line of a file on which some characters stand, as near below a place as may be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, list[str]] = {}

    def find(self, place: Place, near: str) -> Place:
        lines = self.files.setdefault(place.file, self.read(place.file))
        for number in range(max(place.line - 1, 0), len(lines)):
            if near in lines[number]:
                return Place(place.file, number + 1)
        return place

    def read(self, file: str) -> list[str]:
        path = self.folder / file
        return path.read_text(encoding="utf-8", errors="replace").split("\n") if file and path.is_file() else []
