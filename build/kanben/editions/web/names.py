"""The names of the pages, and where a link to an id leads."""

from collections.abc import Callable

from kanben.book.book import Book
from kanben.editions.pages import parts_by_id


def file_of(part_id: str) -> str:
    """The page of a part; a part called index steps aside for the start page."""
    return "part-index.html" if part_id == "index" else f"{part_id}.html"


def links(book: Book) -> Callable[[str], str]:
    """Give the function id -> href, good on every page, for all lie in one folder."""
    part_of = parts_by_id(book)

    def href(target: str) -> str:
        part = part_of[target]
        return file_of(part) if target == part else f"{file_of(part)}#{target}"

    return href
