"""A page of the web edition opens at once on a slow line: what it loads is small, pictures and the search aside."""

import gzip
import re

from lxml import html

from tests.real_titles import RealTitle

PAGE, SCRIPT = 150_000, 30_000
"""Bytes: of a page with its styles as they are, of its scripts as a server sends them."""


def loaded(title: RealTitle, name: str) -> dict[str, bytes]:
    """A page and the files that its head asks for, by their names in the web edition."""
    files = {path.removeprefix("web/"): data for path, data in title.pressed.files.items()}
    head = html.fromstring(files[name]).find("head")
    asked = head.xpath(".//link[@rel='stylesheet']/@href | .//script/@src")
    return {each: files[each] for each in (name, *map(str, asked))}


def test_a_page_with_its_styles_and_its_scripts_is_light(title: RealTitle) -> None:
    names = [match[1] for path in title.pressed.files if (match := re.fullmatch(r"web/([^/]+\.html)", path))]
    assert len(names) > len(title.book.parts)
    for name in names:
        files = loaded(title, name)
        scripts = b"".join(data for each, data in files.items() if each.endswith(".js"))
        assert sum(len(data) for each, data in files.items() if not each.endswith(".js")) < PAGE, name
        assert scripts, name
        assert len(gzip.compress(scripts, mtime=0)) < SCRIPT, name
