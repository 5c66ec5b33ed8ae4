"""Works are read from three formats, and every fault is told at its line."""

import pytest

from kanben.book.entries import ReferenceEntry
from kanben.book.inlines import Text
from kanben.place import Place
from tests.reading.works import read, said

GOOD = """\
references:
  - id: zhao2024
    type: article-newspaper
    title: 论桥
    author: [{family: 赵, given: 一}]
    issued: 2024-03
    further-reading: true
  - id: qian2023
    verbatim: 钱二，《论路》，某刊，2023年
"""


def test_csl_yaml_gives_items_for_citeproc_and_entries_for_the_list() -> None:
    (items, entries), told = read(GOOD)
    assert told == []
    assert items[0] == {
        "id": "zhao2024",
        "type": "article-newspaper",
        "title": "论桥",
        "author": [{"family": "赵", "given": "一"}],
        "issued": {"date-parts": [[2024, 3]]},
    }
    assert entries[0] == ReferenceEntry("zhao2024", (), further=True, place=Place("references.yaml", 2, 5))


def test_the_manuscripts_own_words_stand_for_title_and_type() -> None:
    (items, entries), _ = read(GOOD)
    words = "钱二，《论路》，某刊，2023年"
    place = Place("references.yaml", 8, 5)
    assert items[1] == {"id": "qian2023", "type": "document", "title": words}
    assert entries[1] == ReferenceEntry("qian2023", (Text(words, place=Place("references.yaml", 9, 5)),), place=place)


def test_a_bare_list_is_read_too() -> None:
    (items, _), told = read("- {id: a, type: book, title: 桥}\n")
    assert (items, told) == ([{"id": "a", "type": "book", "title": "桥"}], [])


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2024", [[2024]]),
        ("2024-03", [[2024, 3]]),
        ("2024-03-01", [[2024, 3, 1]]),
        ("2024-03/2024-05", [[2024, 3], [2024, 5]]),
        ("{date-parts: [[2024, 3]]}", [[2024, 3]]),
    ],
)
def test_a_date_is_written_in_any_of_these_forms(written: str, read_as: list[list[int]]) -> None:
    (items, _), told = read(f"- {{id: a, type: book, title: 桥, issued: {written}}}\n")
    assert (items[0]["issued"], told) == ({"date-parts": read_as}, [])


@pytest.mark.parametrize(
    "written",
    [
        "2024-13",
        "2024年3月",
        "{year: 2024}",
        "{date-parts: [2024]}",
        "{date-parts: [[0, 13]]}",
        "{date-parts: [['--5']]}",
        "{date-parts: [['20240301']]}",
    ],
)
def test_any_other_date_is_refused(written: str) -> None:
    (told,) = said(f"- {{id: a, type: book, title: 桥, issued: {written!s}}}\n")
    assert told.startswith("references.yaml:1:33: issued cannot be “")
    assert told.endswith("[wrong-value]\n    mend: write 2024 / 2024-03 / 2024-03-01")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- id: a\n  type: book\n  title: 桥\n  publsher: 某社\n",
            "references.yaml:4:3: publsher means nothing here [unknown-key]\n    mend: did you mean publisher?",
        ),
        (
            "- id: a\n  type: bok\n  title: 桥\n",
            "references.yaml:2:3: type cannot be “bok” [wrong-value]\n    mend: did you mean book?",
        ),
        ("- id: a\n  type: book\n", "references.yaml:1:3: title is missing [missing-key]\n    mend: add title"),
        ("- id: a\n  title: 桥\n", "references.yaml:1:3: type is missing [missing-key]\n    mend: add type"),
        ("- type: book\n  title: 桥\n", "references.yaml:1:3: id is missing [missing-key]\n    mend: add id"),
        (
            "- id: 赵 2024\n  type: book\n  title: 桥\n",
            "references.yaml:1:3: “赵 2024” cannot be cited [bad-reference-key]\n    mend: write a key of letters, "
            "digits and . _ : / + - that begins with a letter or digit",
        ),
        (
            "- {id: a, type: book, title: 桥}\n- {id: a, type: book, title: 路}\n",
            "references.yaml:2:4: two works have the key a [repeated-reference]\n    mend: give this one another key",
        ),
        (
            "- id: a\n  type: book\n  title: 桥\n  author: 赵一\n",
            "references.yaml:4:3: author cannot be “赵一” [wrong-value]\n"
            "    mend: write [{family: …, given: …}] / [{literal: …}]",
        ),
        (
            "- id: a\n  type: book\n  title: 桥\n  author: [{familly: 赵, literal: 赵}]\n",
            "references.yaml:4:13: familly means nothing here [unknown-key]\n    mend: did you mean family?",
        ),
        (
            "- id: a\n  type: book\n  title: [桥]\n",
            "references.yaml:3:3: title cannot be “['桥']” [wrong-value]\n    mend: write a text",
        ),
        (
            "- id: a\n  type: book\n  title: 桥\n  URL: javascript:x\n",
            "references.yaml:4:3: URL cannot be “javascript:x” [wrong-value]\n    mend: write https://…",
        ),
        (
            "- id: a\n  type: book\n  title: 桥\n  further-reading: maybe\n",
            "references.yaml:4:3: further-reading cannot be “maybe” [wrong-value]\n    mend: write true",
        ),
        (
            "- id: a\n  verbatim: [桥]\n  type: book\n  title: 桥\n",
            "references.yaml:2:3: verbatim cannot be “['桥']” [wrong-value]\n"
            "    mend: write the manuscript's own words",
        ),
        (
            "- 桥\n",
            "references.yaml:1:3: work cannot be “桥” [wrong-value]\n    mend: write id, type, title",
        ),
        (
            "references: 桥\n",
            "references.yaml:1:1: the works cannot be read: this is no list [bad-references]\n"
            "    mend: write a list of works, each with id, type and title",
        ),
        (
            "- &a {id: a, type: book, title: 桥}\n- *a\n",
            "references.yaml:1:3: an alias stands here [yaml-alias]\n    mend: write the value out",
        ),
        (
            "- {id: a, title: 桥, type: [book]}\n",
            "references.yaml:1:21: type cannot be “['book']” [wrong-value]\n    mend: write a text",
        ),
        (
            "- {id: a, type: book, title: 桥, author: [{family: [赵]}]}\n",
            "references.yaml:1:42: author cannot be “{'family': ['赵']}” [wrong-value]\n"
            "    mend: write {family: …, given: …} / {literal: …}",
        ),
        (
            "- {id: a, type: book, title: 桥, sort: [zhao]}\n",
            "references.yaml:1:33: sort cannot be “['zhao']” [wrong-value]\n    mend: write shan xiaoli",
        ),
    ],
)
def test_every_fault_is_told_with_its_mend(text: str, expected: str) -> None:
    assert expected in said(text)


def test_numbers_without_end_are_texts() -> None:
    (items, _), told = read(f"- {{id: a, type: book, title: {'1:' * 400}1.5, volume: 0x{'f' * 5000}}}\n")
    assert ([len(str(items[0][name])) for name in ("title", "volume")], told) == ([803, 5002], [])


def test_people_and_texts_that_are_none_go_no_further() -> None:
    (items, _), told = read(
        "- {id: a, type: book, title: [桥], author: [赵一, {family: 钱, given: 二}], editor: 孙三, volume: {no: 1}}\n"
    )
    assert items == [
        {
            "type": "book",
            "title": "",
            "author": [{"family": "钱", "given": "二"}],
            "editor": [],
            "volume": "",
            "id": "a",
        }
    ]
    assert [trouble.code for trouble in told] == ["wrong-value"] * 4


def test_a_reading_orders_a_work_by_its_author() -> None:
    (_, entries), told = read("- {id: a, type: book, title: 桥, sort: shan xiao li}\n")
    assert (entries[0].sort, told) == ("shan xiao li", [])


def test_a_work_with_a_fault_does_not_hide_the_others() -> None:
    (items, entries), told = read(
        "- {type: book}\n- {id: b, type: book, title: 路}\n- {id: c, type: film, title: 水}\n"
    )
    assert [item["id"] for item in items] == ["b", "c"]
    assert [entry.key for entry in entries] == ["b", "c"]
    assert [trouble.code for trouble in told] == ["missing-key", "wrong-value"]


def test_an_empty_file_has_no_works() -> None:
    assert read("") == (([], ()), [])
    assert read("references:\n")[0] == ([], ())
