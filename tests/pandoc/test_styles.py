"""Our styles print each work as the table says, and two other programs find the styles in order.

tests/pandoc/styles/works.yaml holds the works, printed.yaml what each style prints of them and on what that rests.
"""

from functools import cache
from importlib.metadata import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from kanben.book.text import text_of
from kanben.pandoc.citeproc import cite
from kanben.passes.citation_languages import for_style, in_its_language, named
from kanben.passes.citation_styles import house_style
from kanben.reading.citation_style import STYLES
from kanben.reading.references import read_references
from kanben.template_home import template_home
from kanben.trouble import Trouble
from tests.pandoc.citeproc_js import Asked, printed_by_citeproc_js

HERE = Path(__file__).parent / "styles"
Table = dict[str, dict[str, dict[str, str]]]


def printed_table() -> Table:
    table: Table = yaml.safe_load((HERE / "printed.yaml").read_text("utf-8"))
    return table


TABLE = printed_table()
ROWS = [(style, key) for style, rows in TABLE.items() for key in rows]


@cache
def works() -> dict[str, dict[str, Any]]:
    told: list[Trouble] = []
    items, _ = read_references("works.yaml", (HERE / "works.yaml").read_bytes(), told.append)
    assert told == []
    return {str(item["id"]): item for item in items}


def asked_for(style: str, key: str) -> dict[str, Any]:
    """A work as a style gets it: authors are named where the style lists by them."""
    item = works()[key]
    return for_style(named(item) if house_style(style).form == "author-date" else item)


@cache
def answers(style: str) -> dict[str, str]:
    """What a style prints of the works in its rows; each asked alone, lest two of a year become a and b."""
    chosen = house_style(style)
    found = {}
    for key in TABLE[style]:
        answer = cite([], [key], [asked_for(style, key)], chosen.csl)
        item = works()[key]
        item = named(item) if chosen.form == "author-date" else item
        found[key] = text_of(in_its_language(answer.works[key], item, chosen))
    return found


@pytest.mark.parametrize(("style", "key"), ROWS)
def test_each_style_prints_each_work_as_the_table_says(style: str, key: str) -> None:
    row = TABLE[style][key]
    assert answers(style)[key] == row["as"], row["basis"]


def test_the_table_holds_every_style_and_kind_of_work() -> None:
    assert tuple(sorted(TABLE)) == tuple(sorted(STYLES))
    kinds = {str(works()[key]["type"]) for key in TABLE["gb-t-7714-2025"]}
    assert kinds >= {
        *("book", "chapter", "article-journal", "article-newspaper", "thesis", "report", "standard", "patent"),
        *("webpage", "dataset", "article", "legislation", "manuscript", "collection", "paper-conference", "map"),
    }


def test_what_rests_on_knowledge_alone_is_told_to_readers() -> None:
    known = [
        {"style": style, "work": key, "prints": row["as"], "why": row["basis"].removeprefix("[K] ")}
        for style, rows in TABLE.items()
        for key, row in rows.items()
        if row["basis"].startswith("[K]")
    ]
    told = yaml.safe_load((template_home() / "shared" / "csl" / "unverified.yaml").read_text("utf-8"))
    assert told == known


# ---- two second opinions -------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_valid_csl(style: str) -> None:
    (grammar,) = (file for file in files("citeproc-py") or () if file.name == "csl.rng")
    schema = etree.RelaxNG(etree.parse(str(grammar.locate())))
    schema.validate(etree.fromstring(house_style(style).csl.encode()))
    assert [str(fault) for fault in schema.error_log] == []


@pytest.mark.parametrize("style", STYLES)
def test_citeproc_js_prints_the_same(style: str) -> None:
    chosen = house_style(style)
    items = [asked_for(style, key) for key in TABLE[style]]
    ours = {str(item["id"]): text_of(cite([], [item["id"]], [item], chosen.csl).works[item["id"]]) for item in items}
    assert printed_by_citeproc_js(Asked(chosen.csl, items)) == ours
