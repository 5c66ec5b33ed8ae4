"""What the marks of an index say, what index.yaml may hold, and how their faults are told."""

from dataclasses import replace
from pathlib import Path

import pytest

from kanben.book.book import Book
from kanben.book.entries import Index, IndexEntry
from kanben.book.inlines import IndexMark, Term, Text
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.place import NOWHERE
from kanben.reading.folder import read_title
from kanben.trouble import Trouble
from tests.reading.chapters import blocks, read, words
from tests.titles import title_yaml, write_title


def mark(text: str) -> IndexMark:
    """The only mark of a paragraph, without places."""
    (found,) = (node for node in walk(words(text)) if isinstance(node, IndexMark))
    children = tuple(replace(child, place=NOWHERE) for child in found.children)
    return replace(found, children=children, place=NOWHERE)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[石桥]{.index}", IndexMark((Text("石桥"),))),
        ("[石桥]{.index .main}", IndexMark((Text("石桥"),), main=True)),
        ("[它]{.index entry=石桥 under=桥}", IndexMark((Text("它"),), entry="石桥", under="桥")),
        ('[石梁]{.index see="石桥"}', IndexMark((Text("石梁"),), see=("石桥",))),
        ('[拱]{.index see-also="石桥；木桥"}', IndexMark((Text("拱"),), see_also=("石桥", "木桥"))),
        ("[]{.index entry=渡口}", IndexMark((), entry="渡口")),
    ],
)
def test_a_mark_names_its_entry_and_what_to_see(written: str, meant: IndexMark) -> None:
    assert mark(f"见{written}。") == meant


def test_a_term_may_be_marked_as_well() -> None:
    (term,) = mark("[石桥]{.term .index}").children
    assert isinstance(term, Term)


def test_a_div_marks_a_passage_from_its_first_words_to_its_last() -> None:
    first, second, third = blocks('::: {.index entry="建桥"}\n先择石。\n\n- 再架梁。\n:::\n\n后通车。\n')
    marks = [node for node in walk((first, second, third)) if isinstance(node, IndexMark)]
    assert [(found.edge, found.entry) for found in marks] == [("begin", "建桥"), ("end", "建桥")]
    assert str(marks[0].place) == "chapters/01.md:1:6"
    assert [text_of(each) for each in (first, second, third)] == ["先择石。", "再架梁。", "后通车。"]


def test_a_passage_ends_in_the_text_also_where_its_last_words_have_a_note() -> None:
    (paragraph,) = blocks("::: {.index entry=建桥}\n先择石。^[石从山来。]\n:::\n")
    marks = [node for node in walk(paragraph) if isinstance(node, IndexMark)]
    assert [found.edge for found in marks] == ["begin", "end"]
    assert [paragraph.children[0], paragraph.children[-1]] == marks


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[]{.index}\n",
            "chapters/01.md:1:4: a mark without words names no entry [index-word-missing]\n"
            '    mend: write []{.index entry="…"}',
        ),
        (
            "桥[ ]{.index}\n",
            "chapters/01.md:1:6: a mark without words names no entry [index-word-missing]\n"
            '    mend: write []{.index entry="…"}',
        ),
        (
            "::: {.index}\n桥。\n:::\n",
            "chapters/01.md:1:6: a mark without words names no entry [index-word-missing]\n"
            '    mend: write []{.index entry="…"}',
        ),
        (
            "桥。\n\n::: {.index entry=桥}\n---\n:::\n",
            "chapters/01.md:3:6: the marked span holds no words [empty-index-range]\n"
            "    mend: put paragraphs between its “:::”, or take it out",
        ),
        (
            "[桥]{under=路}\n",
            "chapters/01.md:1:5: the attribute under means nothing here [unknown-attribute]\n    mend: take it out",
        ),
        (
            "[桥]{.main}\n",
            "chapters/01.md:1:5: “.main” means nothing to kanben [unknown-class]\n    mend: take it out",
        ),
        (
            "[桥]{.index entri=路}\n",
            "chapters/01.md:1:12: the attribute entri means nothing here [unknown-attribute]\n"
            "    mend: did you mean entry?",
        ),
    ],
)
def test_the_faults_of_a_mark_are_told_at_their_spot(text: str, told: str) -> None:
    assert read(text)[1] == [told]


def test_a_passage_that_is_never_closed_is_told() -> None:
    (told,) = read("::: {.index entry=桥}\n桥。\n")[1]
    assert "is never closed [open-div]" in told


# ---- index.yaml ----------------------------------------------------------------------------------------------


def told_of(folder: Path, index: str) -> tuple[Book | None, list[str]]:
    told: list[Trouble] = []
    plan = title_yaml(["chapters/01.md", "index.yaml"])
    book = read_title(write_title(folder, **{"title.yaml": plan, "index.yaml": index}), told.append)
    return book, [str(trouble) for trouble in told]


def test_an_entry_is_a_word_or_says_more(tmp_path: Path) -> None:
    book, told = told_of(
        tmp_path, "- 石桥\n- {term: 木桥, also: [木梁], sort: mu, under: 桥, find: false, see-also: 石桥}\n"
    )
    assert told == []
    assert book is not None
    (index,) = (node for node in walk(book) if isinstance(node, Index))
    plain, other = index.groups[0].entries
    assert (plain.term, plain.find, str(plain.place)) == ("石桥", True, "index.yaml:1:3")
    assert other == IndexEntry(
        "木桥", also=("木梁",), sort="mu", under="桥", find=False, see_also=other.see_also, place=other.place
    )
    assert [see.words for see in other.see_also] == ["石桥"]


def test_without_index_yaml_the_marks_alone_make_the_index(tmp_path: Path) -> None:
    told: list[Trouble] = []
    plan = title_yaml(["chapters/01.md"]).replace("back: []", "back: [index]")
    book = read_title(write_title(tmp_path, **{"title.yaml": plan}), told.append)
    assert told == []
    assert book is not None
    assert [part.kind for part in book.parts] == ["chapter", "index"]


@pytest.mark.parametrize(
    ("index", "told"),
    [
        (
            "- 石桥\n- {term: 木桥, also: [石桥]}\n",
            "index.yaml:2:3: “石桥” stands in the index twice (first at line 1) [repeated-index-term]\n"
            "    mend: keep one entry",
        ),
        (
            "- {term: 桥, undr: 路}\n",
            "index.yaml:1:13: undr means nothing here [unknown-key]\n    mend: did you mean under?",
        ),
        ("- {also: [路]}\n", "index.yaml:1:3: term is missing [missing-key]\n    mend: add term"),
        ("桥\n", "index.yaml:1:1: index.yaml cannot be “桥” [wrong-value]\n    mend: write - {term: …}"),
    ],
)
def test_the_faults_of_index_yaml_are_told_at_their_line(tmp_path: Path, index: str, told: str) -> None:
    assert told_of(tmp_path, index)[1] == [told]


def test_an_order_that_no_index_has_is_told(tmp_path: Path) -> None:
    told: list[Trouble] = []
    plan = title_yaml(["chapters/01.md"], "index: {order: given}\nglossary: {order: strokes}\n")
    read_title(write_title(tmp_path, **{"title.yaml": plan}), told.append)
    assert [str(each) for each in told] == [
        "title.yaml:8:12: glossary.order cannot be “strokes” [wrong-value]\n    mend: did you mean stroke?",
        "title.yaml:7:9: index.order cannot be “given” [wrong-value]\n    mend: write pinyin / stroke",
    ]
