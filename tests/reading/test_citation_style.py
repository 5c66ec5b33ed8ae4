"""A title cites in one of our styles, or in one of its own."""

from pathlib import Path

import pytest

from kanben.passes.citation_styles import house_style, style_of
from kanben.reading.citation_style import STYLES
from kanben.reading.folder import read_title
from kanben.trouble import Trouble

OWN = """\
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00Z</updated>
    <category citation-format="numeric"/></info>
  <citation><layout prefix="⟨" suffix="⟩" delimiter="; "><text variable="citation-number"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>
"""


def read(folder: Path, style: str, **files: str) -> tuple[str, str, list[str]]:
    """(style, CSL, what is told) of a title that cites in a style."""
    (folder / "chapters").mkdir()
    (folder / "chapters" / "01.md").write_text("# 桥\n\n桥。\n", "utf-8")
    title = "title: 桥\nidentifiers: {uuid: 12345678-1234-1234-1234-123456789abc}\nparts: {body: [chapters/01.md]}\n"
    (folder / "title.yaml").write_text(title + f"references: {{style: {style}}}\n", "utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    told: list[Trouble] = []
    book = read_title(folder, told.append)
    assert book
    return book.settings.references_style, book.style, [str(trouble) for trouble in told]


@pytest.mark.parametrize("style", STYLES)
def test_each_of_our_styles_is_there(style: str, tmp_path: Path) -> None:
    assert read(tmp_path, style) == (style, "", [])
    expected = next((form for form in ("author-date", "note") if form in style), "numeric")
    assert house_style(style).form == expected


def test_a_title_may_have_a_style_of_its_own(tmp_path: Path) -> None:
    name, csl, told = read(tmp_path, "own.csl", own_csl=OWN)
    assert (name, told) == ("own.csl", [])
    style = style_of(name, csl)
    assert (style.form, style.house) == ("numeric", False)


def test_a_misspelt_style_is_told_with_the_near_miss(tmp_path: Path) -> None:
    name, _, (told,) = read(tmp_path, "gb-t-7714-2026")
    assert name == "gb-t-7714-2025"
    assert told.startswith("title.yaml:4:14: references.style cannot be “gb-t-7714-2026” [wrong-value]")
    assert told.endswith("did you mean gb-t-7714-2025?")


@pytest.mark.parametrize(
    ("csl", "expected"),
    [
        (OWN.replace("</bibliography>", ""), "own.csl:7: this is no citation style that can be used: "),
        ("<html/>", "own.csl:1: this is no citation style that can be used: <html> [bad-style]"),
        (
            OWN.replace('class="in-text"', 'class="x"'),
            "own.csl:1: this is no citation style that can be used: class=“x”",
        ),
        (
            OWN.replace("<citation>", "<!--").replace("</citation>", "-->"),
            "own.csl:1: this is no citation style that can be used: <citation>, <layout>? [bad-style]",
        ),
        (
            OWN.replace("<layout prefix", '<layout locale="en" prefix'),
            "own.csl:5: this layout is for one language alone",
        ),
    ],
)
def test_a_style_that_citeproc_cannot_use_is_refused(csl: str, expected: str, tmp_path: Path) -> None:
    name, _, (told,) = read(tmp_path, "own.csl", own_csl=csl)
    assert name == "gb-t-7714-2025"
    assert told.startswith(expected)


def test_a_style_outside_the_title_is_refused(tmp_path: Path) -> None:
    (tmp_path / "title").mkdir()
    (tmp_path / "own.csl").write_text(OWN, "utf-8")
    _, _, (told,) = read(tmp_path / "title", "../own.csl")
    assert "[outside-path]" in told


def test_two_files_of_works_are_one_too_many(tmp_path: Path) -> None:
    works = {"references_yaml": "[]", "references_bib": "@book{a, title={桥}}"}
    _, _, (told,) = read(tmp_path, "note-zh", **works)
    assert told.splitlines() == [
        "references.bib:1: there are two files of works: references.yaml and references.bib [second-bibliography]",
        "    mend: keep one of them",
    ]
