"""Open a made web edition in the system's Chromium, as a reader would."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, expect

from kanben.proof.outside.chromium import QUIET
from kanben.proof.outside.pages import chromium as start_chromium
from kanben.proof.outside.pages import served
from kanben.proof.outside.tools import CHROMIUM

__all__ = ["OPENED", "PATIENCE", "QUIET", "Site", "chromium", "chromium_path", "served", "site"]

PATIENCE = 120_000
"""Milliseconds for what takes two on a machine that has nothing else to do."""
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True, slots=True)
class Site:
    """A folder served to a browser, and all that its pages asked for from elsewhere."""

    address: str
    page: Page
    outside: list[str] = field(default_factory=list)

    def note(self, url: str) -> None:
        """Remember a request that leaves the folder."""
        if not url.startswith((self.address, "data:", "blob:", "about:")):
            self.outside.append(url)

    def open(self, name: str) -> Page:
        """Go to a file of the folder and wait until everything on the page is there."""
        answer = self.page.goto(f"{self.address}/{name}", wait_until="load")
        if answer is None or not answer.ok:
            raise FileNotFoundError(f"the site has no page {name}")
        self.page.evaluate("document.fonts.ready.then(() => null)")
        return self.page


def chromium_path() -> str:
    """Find the browser; its absence is a fault, not a reason to pass."""
    return CHROMIUM.need()


@contextmanager
def site(
    folder: Path, *, width: int = 1280, height: int = 900, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Site]:
    """Serve a folder on the loopback and give a page of that width (CSS px) and colour scheme."""
    with (
        served(folder) as address,
        closing(chromium().new_page(viewport={"width": width, "height": height}, color_scheme=scheme)) as page,
    ):
        page.set_default_timeout(PATIENCE)
        shown = Site(address, page)
        page.on("request", lambda request: shown.note(request.url))
        yield shown


OPENED = ExitStack()
"""Closes the browser; whoever looks at pages does so within it."""


@cache
def chromium() -> Browser:
    """The browser of all tests: starting it takes longer than most pages, and Playwright allows no second one."""
    return OPENED.enter_context(start_chromium())
