"""axe-core, as `kanben check` asks it, on pages that a test has opened."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from kanben.place import Place
from kanben.proof.outside.ace import IMPACTS
from kanben.proof.outside.axe_pages import ALL_RULES, COLOURS, violations
from kanben.proof.outside.remark import Remark
from kanben.proof.outside.tools import AXE
from tests.checkers.browser import Site

__all__ = ["ALL_RULES", "COLOURS", "SCRIPT", "axe", "page_violations"]

SCRIPT = Path(AXE.find())


def axe(site: Site, names: Iterable[str], rules: dict[str, Any] = ALL_RULES) -> tuple[Remark, ...]:
    """Open each page of the site and give axe-core's violations, one per element.

    COLOURS are the rules for a page that was looked at before, at that width, on another paper.
    """
    return tuple(remark for name in names for remark in page_violations(site.open(name), name, rules))


def page_violations(page: Page, name: str, rules: dict[str, Any] = ALL_RULES) -> list[Remark]:
    """The same of a page that is open already."""
    return [
        Remark(IMPACTS[each["impact"]], each["code"], Place(name), each["what"], each["selector"])
        for each in violations(page, rules)
    ]
