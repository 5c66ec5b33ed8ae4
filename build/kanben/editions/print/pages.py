"""Write the XHTML that layout sets: one document for each leaf of the book."""

from collections.abc import Mapping
from pathlib import Path

from kanben.book.book import Book, Part
from kanben.book.nodes import Use
from kanben.editions.notes import words_at_call
from kanben.editions.pages import Pages
from kanben.editions.roles import role_of


class PrintPages:
    """Renders the print edition's leaves. `labels` grows while layout goes on: id -> printed folio."""

    def __init__(self, book: Book, own: Path | None, labels: Mapping[str, str]) -> None:
        self.book, self.labels = book, labels
        self.pages = Pages(
            "print",
            book,
            own,
            href=lambda target: f"#{target}",
            folio=self.folio,
            folios=self.folios,
            role_of=role_of,
            words_at_call=words_at_call(book),
        )

    def folio(self, target: str) -> str:
        """The folio on which something stands; empty while it is not laid out."""
        return self.labels.get(target, "")

    def folios(self, uses: tuple[Use, ...]) -> list[str]:
        """The pages on which a term is used, each once."""
        return list(dict.fromkeys(folio for use in uses if (folio := self.folio(use.id))))

    def title_leaf(self) -> str:
        return self.pages.render("title.xhtml")

    def part(self, part: Part, first: int) -> str:
        """A part; `first` is its first page's number."""
        return self.pages.render("part.xhtml", part=part, first=first)

    def contents(self, first: int) -> str:
        return self.pages.render("contents.xhtml", first=first)

    def blank(self) -> str:
        return self.pages.render("blank.xhtml")

    def stylesheet(self, name: str) -> str:
        return self.pages.render(name)
