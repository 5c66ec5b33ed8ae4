"""Write the XHTML that layout sets: one document for each leaf of the book."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kanben.book.book import Book, Part
from kanben.book.entries import Use
from kanben.book.inlines import Math
from kanben.editions.descriptions import spoken
from kanben.editions.notes import words_at_call
from kanben.editions.pages import Pages
from kanben.editions.places import Shown, shown_places
from kanben.editions.print.fit.turned_places import in_printed_order
from kanben.editions.print.formulas import Formulas
from kanben.editions.print.kept.answers import Answers, Same
from kanben.editions.print.leaf_words import leaf_words
from kanben.editions.print.part_facts import PartFacts, facts_of
from kanben.editions.print.reference_pages import ReferencePages
from kanben.editions.print.trims import trim_of
from kanben.editions.roles import roles_in
from kanben.template_home import template_home

TEMPLATES, RENDERED = ("shared", "print", "themes"), (".xhtml", ".css")
Rendered = tuple[Mapping[str, str], str]
"""Which folio each name had that was asked for, and the HTML."""


class PrintPages:
    """Renders the print edition's leaves. `labels` grows while layout goes on: id -> printed folio."""

    def __init__(
        self, book: Book, own: Path | None, labels: dict[str, str], kept: Answers[list[Rendered]] | None = None
    ) -> None:
        """`kept` holds what was rendered of parts; a title's own templates may ask anything, so they have none."""
        self.book, self.labels = book, labels
        self.kept = None if own else kept
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
        self.words = leaf_words(book)
        self.ground = self.known((book.record, book.settings, book.own_words, tuple(templates())))
        self.leaf_ground = self.known((self.ground, self.words["characters"], book.cover, book.contents))
        self.reference_pages = ReferencePages(book, self.folio)
        self.pages = Pages(
            "print",
            book,
            own,
            theme="" if book.settings.theme == "book" else book.settings.theme,
            **self.words,
            href=lambda target: f"#{target}",
            folio=self.folio,
            places=self.places,
            role_of=roles_in(book.record.language),
            heights=self.heights,
            sizes=self.sizes,
            reference_pages=self.reference_pages,
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

    def leaf(self, name: str) -> str:
        """A leaf that is no part of the book: a cover, the half-title, the title leaf, the contents, a blank page."""
        self.answers = {}
        return self.rendered((name, self.leaf_ground), lambda: self.pages.render(f"{name}.xhtml"))

    def part(self, part: Part) -> str:
        self.answers = self.printed[part.id] = {}
        facts = facts_of(part)
        question = (
            Same(part),
            self.ground,
            *(tuple(wish.items()) for wish in self.wishes()),
            *self.told_of(facts),
        )
        alone = not facts.notes_elsewhere
        return self.rendered(alone and question, lambda: self.render_part(part))

    def render_part(self, part: Part) -> str:
        printed = replace(part, blocks=in_printed_order(part.blocks, self.late))
        return self.pages.render("part.xhtml", part=printed)

    def known(self, ground: Hashable) -> Hashable:
        """What the templates are told of the book, as one thing to be compared with that of the last builds."""
        return None if self.kept is None else self.kept.ground(ground)

    def rendered(self, question: Hashable, render: Callable[[], str]) -> str:
        """What was rendered before, where the same folios were asked for; without a question it is not kept."""
        if self.kept is None or not question:
            return render()
        variants = self.kept.get(question) or self.kept.keep(question, [])
        for answers, html in variants:
            if all(self.labels.get(target, "") == given for target, given in answers.items()):
                self.answers.update(answers)
                return html
        variants.append((self.answers, render()))
        return variants[-1][1]

    def wishes(self) -> tuple[dict[str, float], ...]:
        """What layout wants otherwise: smaller pictures, smaller tables, text before turned ones."""
        return dict(self.heights), dict(self.sizes), dict(self.late)

    def wish(self, wishes: tuple[Mapping[str, Any], ...]) -> None:
        """Want these alone, as they were before a leaf was set."""
        for wanted in (self.heights, self.sizes, self.late):
            wanted.clear()
        self.want(wishes)

    def want(self, wishes: tuple[Mapping[str, Any], ...]) -> None:
        """Take over what was wanted when a kept leaf was set."""
        if wishes:
            heights, sizes, late = wishes
            self.heights.update(heights)
            self.sizes.update(sizes)
            self.late.update(late)

    def told_of(self, facts: PartFacts) -> Iterator[Hashable]:
        """What the templates are told of a part's nodes beyond the part, but for folios."""
        yield tuple(self.formulas.of(node) for node in facts.formulas if isinstance(node, Math))
        yield tuple(self.reference_pages.is_paged(node) for node in facts.references)

    def running(self, parts: tuple[Part, ...]) -> str:
        """Parts that follow one another without a new page."""
        self.answers = self.printed[parts[0].id] = {}
        return self.pages.render("running.xhtml", parts=parts)

    def stylesheet(self, name: str) -> str:
        self.answers = {}
        question = self.ground and (name, self.ground, str(self.words["languages"]))
        return self.rendered(question, lambda: self.pages.render(name))


def templates() -> Iterator[tuple[str, int]]:
    """The files of kanben's templates for print, and when each was changed."""
    for folder in TEMPLATES:
        for file in sorted((template_home() / folder).rglob("*.*")):
            if file.suffix in RENDERED:
                yield str(file), file.stat().st_mtime_ns
