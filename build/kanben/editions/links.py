"""Where each id of a book stands: what a link needs to name its file."""

from kanben.book.book import Book, Part
from kanben.book.entries import Use
from kanben.book.walk import walk
from kanben.keep import kept


def parts_by_id(book: Book) -> dict[str, str]:
    """The part in which each id of the book stands."""
    return {each: part.id for part in book.parts for each in kept(part.id, ids_in, part)}


def ids_in(part: Part) -> tuple[str, ...]:
    """The ids of a part; a Use names one elsewhere."""
    ids = (getattr(node, "id", "") for node in walk((part,)) if not isinstance(node, Use))
    return tuple(filter(None, ids))
