"""W10: what a page says twice, or what all pages say of the book, is said alike."""

from collections import Counter
from collections.abc import Iterator

from kanben.place import Place
from kanben.proof.agreement.said import bare
from kanben.proof.agreement.stated import data_in
from kanben.proof.epub.markup import Document, text_of
from kanben.proof.ruling import Ruling, asked
from kanben.proof.web.site import Site
from kanben.trouble import Trouble, trouble

TWICE = (
    ("//head/title", "//meta[@property='og:title']/@content"),
    ("//meta[@name='description']/@content", "//meta[@property='og:description']/@content"),
)
"""What other sites show of a page, behind what the page itself says."""
OF_THE_BOOK = (
    "//meta[@property='og:site_name']/@content",
    "//header//a[@class='book']",
    "//nav//p[@class='book']",
    "//main/@data-source",
    "//footer",
)
"""What stands on every page, and is the book's."""
NAMED = ("Chapter", "Article")


def repeats(site: Site) -> Ruling:
    """W10: a page is called alike in its title, for other sites and for search engines; all pages name one book."""
    own = [fault for page in site.read_pages for fault in own_faults(page)]
    return asked("W10", [*own, *(fault for path in OF_THE_BOOK for fault in odd_pages(site, path))])


def found(page: Document, path: str) -> Iterator[tuple[str, Place]]:
    """Give what stands at a path, with its line."""
    for each in page.root.xpath(path) if page.root is not None else ():
        is_text = isinstance(each, str)
        line = (each.getparent() if is_text else each).sourceline or 0
        yield " ".join((each if is_text else text_of(each)).split()), Place(page.name, line)


def own_faults(page: Document) -> Iterator[Trouble]:
    for first, second in TWICE:
        for words, _ in list(found(page, first))[:1]:
            for other, place in found(page, second):
                if other != words:
                    yield trouble("web-says-otherwise", place, words=other, expected=words)
    titles = [words for words, _ in found(page, "//head/title")]
    for script, place in found(page, "//script[@type='application/ld+json']"):
        data = data_in(script)
        name = data.get("name") if isinstance(data, dict) and data.get("@type") in NAMED else None
        if titles and isinstance(name, str) and not bare(titles[0]).startswith(bare(name)):
            yield trouble("web-says-otherwise", place, words=name, expected=titles[0])


def odd_pages(site: Site, path: str) -> Iterator[Trouble]:
    """Tell the pages that name another book than most do."""
    every = [(words, place) for page in site.read_pages for words, place in list(found(page, path))[:1]]
    counts = Counter(words for words, _ in every)
    for usual, _ in counts.most_common(1):
        for words, place in every:
            if words != usual:
                yield trouble("web-says-otherwise", place, words=words, expected=usual)
