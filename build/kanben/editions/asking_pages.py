"""Render the pages of the screens' editions, and render none anew of which everything is as it was.

A page depends on what it is given (a part, its notes), on the templates, and on what it asks of the rest of the book
on its way: where an id stands, on which printed page, how large a picture is, what the contents are. The questions and
their answers are noted with the page, so an edit elsewhere costs nothing unless it changes one of the answers.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from kanben.book.book import Book, Record
from kanben.book.page_map import PageMap
from kanben.editions.links import parts_by_id
from kanben.editions.pages import Pages
from kanben.editions.picture_sizes import picture_size
from kanben.editions.places import shown_places
from kanben.keep import Ask, kept, kept_asking, no_one
from kanben.template_home import template_home

Names = Callable[..., dict[str, Any]]
"""Gives what an edition's templates know, from the record and other plain values alone: a function of a module."""
FileOf = Callable[[str], str]


class AskingPages:
    """The web edition's or the EPUB's pages of a book; `render` gives XHTML text."""

    def __init__(
        self, edition: str, book: Book, page_map: PageMap, own: Path | None, file_of: FileOf, names: Names, *values: Any
    ) -> None:
        """`own` is the title's folder of templates; `names` of the record and `values` are globals of the edition."""
        self.book, self.labels, self.part_of = book, page_map.labels, parts_by_id(book)
        given = (edition, book.record, own, template_files(edition, own), file_of, names, values)
        self.templates = kept(edition, Templates, *given)

    def render(self, name: str, about: str = "", **context: object) -> str:
        """Render a page of the edition; `about` tells pages of one template apart."""
        return kept_asking((name, about), self.answer, rendered, self.templates, name, context)

    def answer(self, question: tuple[str, str]) -> Any:
        """What pages may ask of the rest of the book."""
        match question:
            case ("part", target):
                return self.part_of.get(target)
            case ("folio", target):
                return self.labels.get(target)
            case ("size", picture):
                return kept(picture, picture_size, self.book.pictures[picture])
            case ("book", field):
                return getattr(self.book, field)
        raise LookupError(question)


class Templates:
    """The templates of one edition with all that they know, ready for any page; each render brings its own `ask`."""

    def __init__(
        self,
        edition: str,
        record: Record,
        own: Path | None,
        files: dict[str, bytes],
        file_of: FileOf,
        names: Names,
        values: tuple[Any, ...],
    ) -> None:
        self.ask: Ask = no_one
        self.file_of = file_of
        known: dict[str, Any] = {"href": self.href, "folio": self.folio, "places": self.places, "size_of": self.size_of}
        self.pages = Pages(edition, cast(Book, SeenBook(record, self)), own, **known, **names(record, *values))

    def href(self, target: str) -> str:
        """Where a link leads, good from every file, for all lie in one folder."""
        part = self.ask(("part", target))
        if part is None:
            raise KeyError(target)
        return self.file_of(part) if target == part else f"{self.file_of(part)}#{target}"

    def folio(self, target: str) -> str | None:
        label: str | None = self.ask(("folio", target))
        return label

    def places(self, uses: Any) -> Any:
        return shown_places(uses, self.folio)

    def size_of(self, picture: str) -> Any:
        return self.ask(("size", picture))


class SeenBook:
    """The book as templates see it: what they read of it is asked for."""

    def __init__(self, record: Record, templates: Templates) -> None:
        self.record, self._templates = record, templates

    def __getattr__(self, field: str) -> Any:
        return self._templates.ask(("book", field))


def rendered(templates: Templates, name: str, context: dict[str, object], ask: Ask) -> str:
    templates.ask = ask
    try:
        return templates.pages.render(name, **context)
    finally:
        templates.ask = no_one


def template_files(edition: str, own: Path | None) -> dict[str, bytes]:
    """Every template that the edition may load, by its path."""
    folders = [template_home() / "shared", template_home() / edition, *([own] if own else [])]
    files = (path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts)
    return {str(path): path.read_bytes() for path in sorted(files) if path.is_file()}
