"""axe-core, as `kanben check` asks it, on pages that a test has opened."""

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page

from kanben.place import Place
from kanben.proof.outside.ace import IMPACTS
from kanben.proof.outside.axe_pages import violations
from kanben.proof.outside.remark import Remark
from kanben.proof.outside.tools import AXE
from tests.checkers.browser import Site

SCRIPT = Path(AXE.find())


def axe(site: Site, names: Iterable[str]) -> tuple[Remark, ...]:
    """Open each page of the site and give axe-core's violations, one per element."""
    return tuple(remark for name in names for remark in page_violations(site.open(name), name))


def page_violations(page: Page, name: str) -> list[Remark]:
    """The same of a page that is open already."""
    return [
        Remark(IMPACTS[each["impact"]], each["code"], Place(name), each["what"], each["selector"])
        for each in violations(page)
    ]
