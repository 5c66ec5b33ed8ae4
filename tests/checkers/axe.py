"""Ask axe-core whether everybody can use a web page (WCAG 2.2, and axe's best practices)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.checkers.browser import Site
from tests.checkers.finding import Finding

SCRIPT = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"


def axe(site: Site, names: Iterable[str]) -> tuple[Finding, ...]:
    """Open each page of the site and give axe-core's violations, one per element."""
    return tuple(finding for name in names for finding in page_violations(site.open(name), name))


def page_violations(page: Page, name: str) -> list[Finding]:
    """The same of a page that is open already."""
    if not SCRIPT.exists():
        raise RuntimeError("axe-core is not installed; type: make test")
    page.evaluate(SCRIPT.read_text("utf-8"))  # evaluated, not added: a page's own security policy may forbid scripts
    told = page.evaluate("() => axe.run(document, { rules: { 'target-size': { enabled: true } } })")
    return [finding for violation in told["violations"] for finding in _findings(name, violation)]


def _findings(name: str, violation: dict[str, Any]) -> list[Finding]:
    return [
        Finding(violation["impact"] or "minor", violation["id"], f"{name} {node['target'][0]}", violation["help"])
        for node in violation["nodes"]
    ]
