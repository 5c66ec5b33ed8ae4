"""BibTeX and CSL-JSON are read as CSL-YAML is: the same works, every fault at its line."""

import pytest

from kanben.book.text import text_of
from kanben.pandoc.citeproc import cite
from kanben.passes.citation_languages import for_style
from kanben.passes.citation_styles import house_style
from tests.reading.works import read, said


def test_csl_json_keeps_its_lines() -> None:
    text = (
        '[\n\t{"id": "a", "type": "book", "title": "\\u6865", "issued": {"date-parts": [["2024", 3]]}},\n\t{"id": "a"}]'
    )
    (items, entries), told = read(text, "references.json")
    assert items == [{"id": "a", "type": "book", "title": "桥", "issued": {"date-parts": [["2024", 3]]}}]
    assert [str(entry.place) for entry in entries] == ["references.json:2:2"]
    assert [(str(trouble.place), trouble.code) for trouble in told] == [("references.json:3:3", "repeated-reference")]


def test_json_may_write_a_rare_character_in_two_halves() -> None:
    (items, _), told = read(r'[{"id": "a", "type": "book", "title": "\ud842\udfb7野家"}]', "references.json")
    assert (items[0]["title"], told) == ("𠮷野家", [])


def test_half_a_rare_character_is_none() -> None:
    assert said(r'[{"id": "a", "type": "book", "title": "\ud842野家"}]', "references.json") == [
        "references.json:1:39: a control character stands here (U+D842) [control-character]\n    mend: delete it"
    ]


def test_bibtex_is_read_by_pandoc_and_keeps_its_lines() -> None:
    text = "% works\n@book{zhao2024,\n title = {论桥},\n author = {赵, 一},\n year = 2024}\n\n@misc{qian, title={路}}\n"
    (items, entries), told = read(text, "references.bib")
    assert told == []
    assert items[0] == {
        "id": "zhao2024",
        "type": "book",
        "title": "论桥",
        "author": [{"family": "赵", "given": "一"}],
        "issued": {"date-parts": [[2024]]},
    }
    assert [str(entry.place) for entry in entries] == ["references.bib:2:7", "references.bib:7:7"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "@book{a, title = {论桥}}\n\n@book{b, title = {论路\n@book{c, title = {论水}}\n",
            "references.bib:3:18: this entry cannot be read: } [bad-bibtex]",
        ),
        ("@book{a, title = {论桥", "references.bib:1:18: this entry cannot be read: } [bad-bibtex]"),
        ("@book{a, title {论桥}}", "references.bib:1:10: this entry cannot be read: title {论桥}} [bad-bibtex]"),
        ("@book{title = {论桥}}", "references.bib:1:1: this entry cannot be read: @book{?, [bad-bibtex]"),
        (
            "@book{a, title={论桥}}\n@book{a, title={论路}}",
            "references.bib:2:7: two works have the key a [repeated-reference]",
        ),
        (
            "@boook{a, title={论桥}}",
            "references.bib:1:8: @ cannot be “boook” [wrong-value]\n    mend: did you mean book?",
        ),
        (
            "@book{a,\n  title={论桥},\n  publsher={某社}}",
            "references.bib:3:3: publsher is not read [unknown-bib-field]\n    mend: did you mean publisher?",
        ),
        (
            "@book{a, title={论桥},\n  date={2024年}}",
            "references.bib:2:3: date cannot be “2024年” [wrong-value]\n    mend: write 2024 / 2024-03 / 2024-03-01",
        ),
        ("@book{a, title={论桥},\n  year = 2024,\n  month = 13}", "references.bib:3:3: month cannot be “13”"),
    ],
)
def test_every_fault_of_bibtex_is_told_at_its_line(text: str, expected: str) -> None:
    assert any(line.startswith(expected) for line in said(text, "references.bib")), said(text, "references.bib")


def test_what_programs_leave_in_an_export_is_no_fault() -> None:
    text = (
        '@comment{jabref-meta: databaseType:bibtex;}\n@string{pub = "某社"}\n% 注\n'
        '@Book{a, Title = "论 {\\"o} 桥", Publisher = pub # "出版", year = 2024, owner = {me}, bdsk-url-1 = {x},}'
    )
    (items, _), told = read(text, "references.bib")
    assert told == []
    assert (items[0]["title"], items[0]["publisher"]) == ("论 ö 桥", "某社出版")


SAME = {
    "references.yaml": """\
- id: qian
  type: article-journal
  title: 论路
  author: [{family: 钱, given: 二}, {family: 孙, given: 三}]
  container-title: 桥梁
  volume: "4"
  issue: "2"
  page: 12-19
  issued: 2023-05
  DOI: 10.1000/182
- {id: smith, type: book, title: Stone bridges, author: [{family: Smith, given: John}], publisher: Some House,
   publisher-place: London, edition: "2", issued: 2001, language: en-US}
""",
    "references.json": """\
[{"id": "qian", "type": "article-journal", "title": "\\u8bba\\u8def",
  "author": [{"family": "钱", "given": "二"}, {"family": "孙", "given": "三"}], "container-title": "桥梁",
  "volume": "4", "issue": "2", "page": "12-19", "issued": {"raw": "2023-05"}, "DOI": "10.1000/182"},
 {"id": "smith", "type": "book", "title": "Stone bridges", "author": [{"family": "Smith", "given": "John"}],
  "publisher": "Some House", "publisher-place": "London", "edition": "2", "issued": {"date-parts": [["2001"]]},
  "language": "en-US"}]
""",
    "references.bib": """\
@article{qian, title = {论路}, author = {钱, 二 and 孙, 三}, journal = {桥梁}, volume = 4, number = 2,
  pages = {12--19}, year = 2023, month = may, doi = {10.1000/182}}
@book{smith, title = {Stone Bridges}, author = {Smith, John}, publisher = {Some House}, address = {London},
  edition = 2, year = 2001, langid = {american}}
""",
}


@pytest.mark.parametrize("style", ["gb-t-7714-2025", "gb-t-7714-2015-author-date", "note-zh"])
def test_the_same_works_give_the_same_list_in_every_format(style: str) -> None:
    lists = []
    for name, text in SAME.items():
        (items, entries), told = read(text, name)
        assert told == []
        works = tuple(for_style(item) for item in items)
        answer = cite([], [entry.key for entry in entries], works, house_style(style).csl)
        lists.append([text_of(answer.works[entry.key]) for entry in entries])
    assert lists[0] == lists[1] == lists[2]
    assert len(lists[0]) == 2
