"""W11: the search finds the pages of this book, and all that it counts."""

import gzip
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zlib import error

from kanben.place import Place
from kanben.proof.agreement.said import bare
from kanben.proof.agreement.stated import data_in
from kanben.proof.ruling import Ruling, asked
from kanben.proof.web.rules.ways import said
from kanben.proof.web.site import MOST_READ, Site, read_start
from kanben.trouble import Trouble, trouble

RECORD, FOUND = "search/pagefind-entry.json", ".pf_fragment"
"""How many pages the search counts; the ending of what it finds of one."""
BEGINNING = b"pagefind_dcd"


def search(site: Site) -> Ruling:
    """W11: each page that the search finds is there, under its name, and none of those that it counts is missing."""
    names = sorted(name for name in site.names if PurePosixPath(name).suffix == FOUND)
    return asked("W11", [*lost(site, len(names)), *strange(site, names)], RECORD in site.names)


def lost(site: Site, there: int) -> Iterator[Trouble]:
    data = data_in(read_start(site.folder / RECORD).decode("utf-8", "replace")) if RECORD in site.names else None
    languages = data.get("languages") if isinstance(data, dict) else None
    counts = [each.get("page_count") for each in languages.values()] if isinstance(languages, dict) else []
    wanted = sum(count for count in counts if isinstance(count, int))
    if wanted != there:
        yield trouble("web-search-lost", Place(RECORD), wanted=wanted, found=there)


def strange(site: Site, names: list[str]) -> Iterator[Trouble]:
    """Tell what is found of a page that is not there, or that is called otherwise."""
    headings = {page.name: said(head) for page in site.read_pages for head in list(page.every("h1"))[:1]}
    for name in names:
        data = data_in(unpacked(read_start(site.folder / name)))
        page = str(data.get("url", "")) if isinstance(data, dict) else ""
        title = data["meta"].get("title") if page and isinstance(data.get("meta"), dict) else ""
        if page not in headings or headings[page] not in ("", bare(str(title or ""))):  # W6 tells an empty one
            yield trouble("web-search-strange", Place(name), page=page or name, words=str(title or ""))


def unpacked(data: bytes) -> str:
    """What a file of the index says, as far as is bearable; nothing of what is none."""
    try:
        with gzip.open(BytesIO(data)) as file:
            return file.read(MOST_READ).removeprefix(BEGINNING).decode("utf-8", "replace")
    except (OSError, EOFError, error):
        return ""
