"""Open a made web edition in the system's Chromium, as a reader would."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from kanben.proof.outside.chromium import QUIET
from kanben.proof.outside.pages import chromium as start_chromium
from kanben.proof.outside.pages import served
from kanben.proof.outside.tools import CHROMIUM

__all__ = ["QUIET", "Site", "chromium", "chromium_path", "served", "site"]


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
        answer = self.page.goto(f"{self.address}/{name}", wait_until="networkidle")
        if answer is None or not answer.ok:
            raise FileNotFoundError(f"the site has no page {name}")
        return self.page


def chromium_path() -> str:
    """Find the browser; its absence is a fault, not a reason to pass."""
    return CHROMIUM.need()


@contextmanager
def site(
    folder: Path, *, width: int = 1280, height: int = 900, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Site]:
    """Serve a folder on the loopback and give a page of that width (CSS px) and colour scheme."""
    with served(folder) as address, chromium() as browser:
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        shown = Site(address, page)
        page.on("request", lambda request: shown.note(request.url))
        yield shown
        page.close()


RUNNING: list[Browser] = []


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser, or share the one that runs: Playwright allows no second one in a thread."""
    if RUNNING:
        yield RUNNING[0]
        return
    with start_chromium() as browser:
        RUNNING.append(browser)
        try:
            yield browser
        finally:
            RUNNING.clear()
