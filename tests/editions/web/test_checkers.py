"""Independent checkers find nothing wrong with any page, on any paper, on any screen."""

from pathlib import Path
from typing import Literal

import pytest

from tests.checkers.axe import COLOURS, SCRIPT, axe
from tests.checkers.browser import site
from tests.checkers.nu import nu

OWN_FOLDER = "violates Content Security Policy"  # a checker that reads from a disk takes 'self' for another place


def test_the_markup_is_valid(folder: Path) -> None:
    assert [found for found in nu(folder) if found.severity != "info" and OWN_FOLDER not in found.what] == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_everybody_can_use_every_page(folder: Path, width: int, scheme: Literal["light", "dark"]) -> None:
    names = sorted(page.name for page in folder.glob("*.html"))
    with site(folder, width=width, scheme=scheme) as shown:
        assert axe(shown, names) == ()


def test_the_chosen_paper_has_contrast(folder: Path) -> None:
    with site(folder) as shown:
        shown.open("ch01.html").evaluate("localStorage.setItem('kanben-paper', 'sepia')")
        assert axe(shown, ["index.html", "ch01.html", "glossary.html", "references.html", "search.html"], COLOURS) == ()


def test_an_open_card_is_for_everybody_too(folder: Path) -> None:
    with site(folder) as shown:
        page = shown.open("ch01.html")
        page.locator("#t1-u1").click()
        page.evaluate(SCRIPT.read_text("utf-8"))
        assert page.evaluate("async () => (await axe.run(document)).violations.map(found => found.id)") == []
