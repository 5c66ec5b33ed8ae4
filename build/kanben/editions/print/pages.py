"""Write the XHTML that layout sets: one document for each leaf of the book."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kanben.book.book import Book, Part
from kanben.book.entries import Use
from kanben.editions.descriptions import spoken
from kanben.editions.notes import words_at_call
from kanben.editions.pages import Pages
from kanben.editions.places import Shown, shown_places
from kanben.editions.print.formulas import Formulas
from kanben.editions.print.leaf_words import leaf_words
from kanben.editions.print.reference_pages import ReferencePages
from kanben.editions.print.trims import trim_of
from kanben.editions.print.turned_places import in_printed_order
from kanben.editions.roles import roles_in


class PrintPages:
    """Renders the print edition's leaves. `labels` grows while layout goes on: id -> printed folio."""

    def __init__(self, book: Book, own: Path | None, labels: Mapping[str, str]) -> None:
        self.book, self.labels = book, labels
        self.heights: dict[str, float] = {}
        """In pt, of the pictures (by their figure's id) that layout wants smaller."""
        self.sizes: dict[str, float] = {}
        """In pt, of the type of tables (by their id) that are too wide in their own."""
        self.late: dict[str, int] = {}
        """How many of the paragraphs behind them turned tables and figures (by their id) wait for."""
        self.answers: dict[str, str] = {}
        self.printed: dict[str, dict[str, str]] = {}
        """The folios that each leaf was given, by the part that it begins with."""
        self.formulas = Formulas(book, trim_of(book.settings.trim, book.settings.theme))
        self.pages = Pages(
            "print",
            book,
            own,
            theme="" if book.settings.theme == "book" else book.settings.theme,
            **leaf_words(book),
            href=lambda target: f"#{target}",
            folio=self.folio,
            places=self.places,
            role_of=roles_in(book.record.language),
            heights=self.heights,
            sizes=self.sizes,
            reference_pages=ReferencePages(book, self.folio),
            formulas=self.formulas,
            words_at_call=words_at_call(book),
            spoken=spoken,
        )

    def folio(self, target: str) -> str:
        """The folio on which something stands; empty while it is not laid out."""
        self.answers[target] = self.labels.get(target, "")
        return self.answers[target]

    def places(self, uses: tuple[Use, ...]) -> tuple[Shown, ...]:
        """The pages on which a term is used, or which the index names."""
        return shown_places([use for use in uses if self.folio(use.id)], self.folio)

    def is_outdated(self, leaf: str) -> bool:
        """Whether a folio that was printed on a leaf has moved since."""
        return any(self.labels.get(target, "") != given for target, given in self.printed[leaf].items())

    def leaf(self, name: str, first: int = 1) -> str:
        """A leaf that is no part of the book: a cover, the half-title, the title leaf, the contents, a blank page."""
        return self.pages.render(f"{name}.xhtml", first=first)

    def part(self, part: Part, first: int) -> str:
        """A part; `first` is its first page's number."""
        self.answers = self.printed[part.id] = {}
        printed = replace(part, blocks=in_printed_order(part.blocks, self.late))
        return self.pages.render("part.xhtml", part=printed, first=first)

    def running(self, parts: tuple[Part, ...], first: int) -> str:
        """Parts that follow one another without a new page."""
        self.answers = self.printed[parts[0].id] = {}
        return self.pages.render("running.xhtml", parts=parts, first=first)

    def stylesheet(self, name: str) -> str:
        return self.pages.render(name)
