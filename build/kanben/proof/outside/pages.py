"""Show a web edition in the system's Chromium, over the loopback alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from kanben.proof.outside.chromium import QUIET
from kanben.proof.outside.tools import CHROMIUM

AWHILE = 0.02
"""Seconds after which a server sees that nobody asks any more; as long is waited for it at the end."""


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM.need(), args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()


class Quiet(SimpleHTTPRequestHandler):
    def log_request(self, *told: object) -> None:
        """Say nothing: what is printed belongs to who asked."""

    def log_error(self, *told: object) -> None:
        """Nor of what is not there."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine, and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, args=(AWHILE,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
