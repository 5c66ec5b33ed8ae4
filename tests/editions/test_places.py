"""Places are shown by page, pages in a row as a span, and by section where there are no pages."""

from collections.abc import Mapping

from kanben.book.entries import Locator, Use
from kanben.editions.places import shown_places

NO_PAGES: Mapping[str, str] = {}


def shown(uses: list[Use], pages: Mapping[str, str]) -> str:
    """As it is read, a main place in stars."""
    places = shown_places(uses, pages.get)
    return "、".join(f"{'*' * place.main}{place.label}{'—' * bool(place.last)}{place.last}" for place in places)


def on_pages(*pages: str) -> tuple[list[Use], dict[str, str]]:
    """Uses on these pages, in order."""
    return [Use(f"u{n}", "ch01", "1.1") for n in range(len(pages))], {f"u{n}": page for n, page in enumerate(pages)}


def test_each_page_stands_once_and_three_in_a_row_are_a_span() -> None:
    assert shown(*on_pages("12", "12", "15", "16", "17", "19", "20")) == "12、15—17、19、20"
    assert shown(*on_pages("ii", "iii", "iv", "1")) == "ii、iii、iv、1"


def test_a_span_leads_to_its_first_and_to_its_last_page() -> None:
    uses, labels = on_pages("15", "16", "17")
    (span,) = shown_places(uses, labels.get)
    assert (span.target, span.last_target) == ("u0", "u2")


def test_a_main_place_stands_alone_and_a_passage_takes_in_its_pages() -> None:
    labels = {"a": "1", "b": "2", "c": "3", "d": "5", "e": "8", "f": "6", "g": "7"}
    uses: list[Use] = [
        Locator("a", "ch01", "1.1"),
        Locator("b", "ch01", "1.1", main=True),
        Locator("c", "ch01", "1.1"),
        Locator("d", "ch01", "1.1", until="e"),
        Locator("f", "ch01", "1.1"),
        Locator("g", "ch01", "1.1", main=True),
    ]
    assert shown(uses, labels) == "1、*2、3、5—8、*7"
    assert shown([Locator("d", "ch01", "1.1", until="d")], labels) == "5"


def test_a_page_is_main_if_one_of_its_places_is() -> None:
    uses: list[Use] = [Locator("a", "ch01", "1.1"), Locator("b", "ch01", "1.1", main=True)]
    (place,) = shown_places(uses, {"a": "1", "b": "1"}.get)
    assert (place.main, place.target) == (True, "b")


def test_without_pages_each_section_stands_once() -> None:
    uses = [Use("a", "ch01", "1.1"), Use("b", "ch01", "1.1"), Use("c", "ch01", "小结"), Use("d", "ch02", "小结")]
    assert shown(uses, NO_PAGES) == "1.1、小结、小结"
