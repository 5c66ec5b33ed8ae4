"""Where a link to an id leads, in an edition of one file per part."""

from collections.abc import Callable

from kanben.book.book import Book
from kanben.editions.pages import parts_by_id

Href = Callable[[str], str]


def links(book: Book, file_of: Callable[[str], str]) -> Href:
    """Give the function id -> href, good from every file, for all lie in one folder; `file_of` names a part's file."""
    part_of = parts_by_id(book)

    def href(target: str) -> str:
        part = part_of[target]
        return file_of(part) if target == part else f"{file_of(part)}#{target}"

    return href
