"""A fault is told at its very character, whatever stands between the words and wherever they stand."""

from pathlib import Path

import pytest

from kanben.place import Place
from kanben.press.proofreading import opener, proofread_title
from kanben.reading.folder import read_title
from kanben.reading.markdown.passages import Open, passages
from tests.titles import PICTURE, write_title
from tests.told import CHAPTER, chapter

ROOT = Path(__file__).parents[3]
TITLES = [ROOT / "source" / "xinzhi-digest", *sorted((ROOT / "tests" / "books").iterdir())]


def places(folder: Path, **files: str) -> list[str]:
    write_title(folder, **files)
    return [str(fault.place) for fault in proofread_title(folder)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("见[桥，谱](https://example.org/a，b)，又见*桥*,水。\n", "3:38"),
        ("桥^[石桥。]。木桥,水。\n", "3:11"),
        ("石\\*桥\\*&amp;木桥,水。\n", "3:14"),
        ("石桥在北，\n木桥在南,\n浮桥在东。\n", "4:5"),
        ("> 石桥在北，\n> 木桥在南,浮桥在东。\n", "4:7"),
        ("- 石桥\n- 木桥,浮桥\n", "4:5"),
        ("桥[^a]。\n\n[^a]: 石桥。\n\n    木桥,浮桥。\n", "7:7"),
        ("桥^[石桥,木桥]。\n", "3:6"),
        ("| 桥 | 桥 |\n|---|---|\n| 桥,石 | 桥,木 |\n", "5:4"),
        ("| 桥 | 长 |\n|---|---|\n| 石 | 3 |\n\n: 桥,石\n", "7:4"),
        ("| 桥,石 | 长 |\n|---|---|\n| 石 | 3 |\n\n: 桥,石\n", "3:4"),
        (
            "+------+------+\n| 桥   | 长   |\n+======+======+\n| 石桥 | 很长 |\n|      | 水,好|\n+------+------+\n",
            "7:11",
        ),
        ('![石桥](images/a.svg){alt="桥,水"}\n', "3:27"),
        ("桥[^a]，水[^a]。\n\n[^a]: 石桥,木桥。\n", "5:9"),
        ("| 石桥在北\n| 木桥在南,好\n", "4:7"),
        ("::: epigraph\n石桥。\n\n—— 《桥,谱》\n:::\n\n桥。\n", "6:6"),
        ("桥\n\n:   石桥,木桥\n", "5:7"),
        ("[石桥]{.underline}，[木桥]{.underline},水。\n", "3:34"),
        ("`桥,`、$a,b$、桥,水。\n", "3:13"),
    ],
)
def test_in_every_construct(tmp_path: Path, text: str, place: str) -> None:
    assert places(tmp_path, **chapter(text), **{"images/a.svg": PICTURE})[0] == f"{CHAPTER}:{place}"


def test_each_of_several_equal_faults_has_its_own_place(tmp_path: Path) -> None:
    assert places(tmp_path, **chapter("桥,桥,桥,桥。\n")) == [f"{CHAPTER}:3:{column}" for column in (2, 4, 6)]


def test_cells_of_one_row_are_told_apart(tmp_path: Path) -> None:
    assert places(tmp_path, **chapter("| 桥 | 桥 |\n|---|---|\n| 桥,石 | 桥,石 |\n")) == [
        f"{CHAPTER}:5:4",
        f"{CHAPTER}:5:10",
    ]


def test_in_the_glossary(tmp_path: Path) -> None:
    glossary = "- term: 桥\n  definition: 跨水的路,可以走人。\n"
    assert places(tmp_path, **chapter("桥。\n"), **{"glossary.yaml": glossary}) == ["glossary.yaml:2:19"]


def test_in_the_manuscripts_own_words_for_a_work(tmp_path: Path) -> None:
    works = "references:\n  - id: a\n    title: 桥,水\n    type: book\n    verbatim: 《桥,水》\n"
    assert places(tmp_path, **chapter("桥。\n"), **{"references.yaml": works}) == ["references.yaml:5:17"]


def test_in_the_long_description_of_a_figure(tmp_path: Path) -> None:
    text = '![桥](images/a.svg){alt="桥"}\n\n::: description\n石桥,木桥。\n:::\n'
    assert places(tmp_path, **chapter(text), **{"images/a.svg": PICTURE}) == [f"{CHAPTER}:6:3"]


def test_files_of_data_and_code_are_no_prose(tmp_path: Path) -> None:
    text = "![桥](data/a.csv){#a .table}\n\n```\n桥,水\n```\n"
    assert places(tmp_path, **chapter(text), **{"data/a.csv": "桥,长 1\n石 2,3\n"}) == []


@pytest.mark.parametrize("title", TITLES, ids=lambda path: path.name)
def test_each_character_of_a_book_stands_where_its_place_says(title: Path) -> None:
    book = read_title(title, lambda fault: None)
    assert book
    open_file = opener(title)
    parts = [part for part in book.parts if part.heading.place.file != "title.yaml"]
    found = [pair for passage in passages(parts, open_file) for pair in zip(passage.text, passage.places, strict=True)]
    assert len(found) > 100
    strays = [(character, str(place)) for character, place in found if not stands(character, place, open_file)]
    assert strays == []


def stands(character: str, place: Place, open_file: Open) -> bool:
    """Whether a file has a character there, or what is written for it: \\$, a formula, a reference."""
    source = open_file(place.file)
    written = source.text[source.starts[place.line - 1] + place.column - 1 :][:2]
    return bool(place.column) and (
        written.removeprefix("\\").startswith(character) or not character.isprintable() or character in " \ufffc"
    )
