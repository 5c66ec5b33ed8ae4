"""Run axe-core on the pages of a folder; a program of its own, so that a page that never ends can be ended.

`python -m kanben.proof.outside.axe_pages FOLDER PAGE…` prints a JSON list of violations, one per element.
"""

import json
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from kanben.proof.outside.pages import chromium, served
from kanben.proof.outside.tools import AXE

ALL_RULES = {"rules": {"target-size": {"enabled": True}}}
COLOURS = {"runOnly": ["color-contrast"]}
"""In the dark only these can differ."""


def violations(page: Page, options: dict[str, Any] = ALL_RULES) -> list[dict[str, str]]:
    """Give axe's violations on a page that is open (WCAG 2.2, and axe's best practices)."""
    script = Path(AXE.need()).read_text("utf-8")
    page.evaluate(script)  # evaluated, not added: a page's own security policy may forbid scripts
    told = page.evaluate("options => axe.run(document, options)", options)
    return [element(violation, node) for violation in told["violations"] for node in violation["nodes"]]


def element(violation: dict[str, Any], node: dict[str, Any]) -> dict[str, str]:
    selector = node["target"][0]
    return {
        "impact": violation["impact"] or "minor",
        "code": violation["id"],
        "what": violation["help"],
        "selector": selector if isinstance(selector, str) else " ".join(selector),
    }


def main(folder: Path, names: list[str]) -> list[dict[str, str]]:
    """Open each page in the light and in the dark."""
    found: list[dict[str, str]] = []
    with served(folder) as address, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page.set_default_timeout(0)  # who runs this program ends it in time
        for name in names:
            page.emulate_media(color_scheme="light")
            page.goto(f"{address}/{name}", wait_until="load")
            found += [{"page": name, **each} for each in violations(page)]
            page.emulate_media(color_scheme="dark")
            found += [{"page": name, **each} for each in violations(page, COLOURS)]
    return list({tuple(each.values()): each for each in found}.values())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2:])))
