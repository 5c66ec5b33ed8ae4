"""Open a made web edition in the system's Chromium, as a reader would."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


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
    found = next(filter(None, map(shutil.which, NAMES)), None)
    found = found or next((place for place in MAC_PLACES if Path(place).exists()), None)
    if found is None:
        raise RuntimeError("no Chromium on this machine; type: make test")
    return found


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
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        RUNNING.append(browser)
        try:
            yield browser
        finally:
            RUNNING.clear()
            browser.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing: a test's output is for what failed."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
