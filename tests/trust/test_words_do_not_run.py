"""Whatever a title says stays words, in the pages and in what machines read of them."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from kanben.press.title import press
from kanben.press.worker import worker
from tests.titles import UUID, write_files, write_title

LIVE = '</script></title><script>x</script><img src=x onerror=x>"\' onclick="x'
PLAIN = LIVE.replace("<", "\\<")
"""As an editor writes it who wants the signs themselves."""
TITLE = f"""\
title: '{LIVE.replace("'", "''")}'
subtitle: '{LIVE.replace("'", "''")}'
creators: [{{name: '{LIVE.replace("'", "''")}', role: author}}]
publisher: "某社\\nTY  - X\\n}}, title = {{x"
description: '{LIVE.replace("'", "''")}'
url: https://example.org/book/
identifiers: {{uuid: {UUID}}}
parts: {{body: [chapters/01.md], back: [glossary, references, index]}}
"""
CHAPTER = f"""\
# 桥 {PLAIN}

石桥 {PLAIN}[^n] 引[@han, {PLAIN}]。`{LIVE}` [词]{{.index}}

[^n]: {PLAIN}

![{PLAIN}](images/a.svg){{alt="桥\\</script>\\<script>x\\</script>"}}

```html
{LIVE}
```

| 甲{PLAIN} | 乙 |
|---|---|
| {PLAIN} | 丙 |
"""
FILES: dict[str, str | bytes] = {
    "title.yaml": TITLE,
    "chapters/01.md": CHAPTER,
    "glossary.yaml": f"- term: 石桥\n  definition: |\n    {PLAIN}\n",
    "references.yaml": f"- id: han\n  type: webpage\n  URL: https://example.org/\n  title: |-\n    {LIVE}\n",
    "index.yaml": f"- term: 词\n- term: |-\n    石{LIVE}\n",
    "images/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web edition, and the EPUB unpacked beside it."""
    room = tmp_path_factory.mktemp("made")
    with worker() as layout:
        files = press(write_title(room / "title", **FILES), layout, ("web", "epub")).files
    write_files(room, files)
    with ZipFile(room / "title.epub") as epub:
        epub.extractall(room / "epub")
    return room


def pages(made: Path) -> list[tuple[str, etree._Element]]:
    web = [(path.name, html.document_fromstring(path.read_text())) for path in made.glob("web/*.html")]
    return web + [(path.name, etree.parse(path).getroot()) for path in made.rglob("*.xhtml")]


def test_no_element_and_no_attribute_of_a_page_comes_from_words(made: Path) -> None:
    seen = pages(made)
    assert len(seen) > 10
    for name, page in seen:
        scripts = page.xpath("//*[local-name()='script'][not(@src='kanben.js' or @src='search.js')]/@type")
        live = page.xpath("//@*[starts-with(name(), 'on')] | //*[@src='x'] | //*[starts-with(@href, 'javascript')]")
        assert (name, set(scripts) - {"application/ld+json"}, live) == (name, set(), [])
        assert (name, len(page.xpath("//*[local-name()='script'][not(@type)][not(@src)]"))) == (name, 0)


def test_what_machines_read_says_the_same_words(made: Path) -> None:
    (start,) = (page for name, page in pages(made) if name == "index.html")
    data = json.loads(start.xpath("//script[@type='application/ld+json']")[0].text)
    assert (data["name"], data["author"]) == (LIVE, [LIVE])
    (work,) = json.loads((made / "web/cite.json").read_text())
    assert work["author"] == [{"literal": LIVE}]


def test_no_field_of_a_citation_ends_before_its_words_do(made: Path) -> None:
    ris = (made / "web/cite.ris").read_text().splitlines()
    assert [row[:2] for row in ris if row] == ["TY", "TI", "AU", "PB", "LA", "ER"]
    bibtex = re.sub(r"\\.", "", (made / "web/cite.bib").read_text())
    assert [bibtex.count(mark) for mark in "{}"] == [6, 6]
    assert re.findall(r"^  (\w+) = ", bibtex, re.M) == ["title", "author", "publisher", "language"]
