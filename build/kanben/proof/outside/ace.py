"""Ask DAISY Ace whether everybody can read an EPUB (EPUB Accessibility 1.1, and WCAG as far as a program can tell)."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kanben.messages import Severity
from kanben.place import Place
from kanben.proof.epub.archive import Archive, open_archive
from kanben.proof.outside.chromium import wrapped_chromium
from kanben.proof.outside.remark import Remark, Silent
from kanben.proof.outside.running import room, run
from kanben.proof.outside.spots import line_of
from kanben.proof.outside.tools import ACE, NODE

IMPACTS: dict[str, Severity] = {"critical": "error", "serious": "error", "moderate": "warning", "minor": "warning"}
Where = Callable[[str, str], Place]


def ace(epub: Path) -> tuple[Remark, ...]:
    """Check a file and give Ace's violations, one per element."""
    node, program = NODE.need(), ACE.need()
    with room() as home:
        told = home / "told" / "report.json"
        browser = str(wrapped_chromium(home))
        command = [node, program, "-s", "-f", "-o", str(told.parent), str(epub.absolute())]
        done = run(command, home, {"PUPPETEER_EXECUTABLE_PATH": browser})
        if not told.exists():
            raise Silent(done.last_words)
        report = json.loads(told.read_text("utf-8"))
    with open_archive(epub, epub.name) as archive:
        return tuple(remarks(report, lambda url, selector: place_in(archive, url, selector)))


def remarks(report: dict[str, Any], where: Where) -> Iterator[Remark]:
    for document in report["assertions"]:
        for found in document["assertions"]:
            test, result = found["earl:test"], found["earl:result"]
            selector = next(iter((result.get("earl:pointer") or {}).get("css", [])), "")
            place = where(document["earl:testSubject"]["url"], selector)
            severity = IMPACTS.get(test["earl:impact"], "warning")
            yield Remark(severity, test["dct:title"], place, " ".join(result["dct:description"].split()), selector)


def place_in(archive: Archive, url: str, selector: str) -> Place:
    """Ace names files as the package does: find the file of the zip, and the element's line in it."""
    name = next((each for each in archive.names if each == url or each.endswith(f"/{url}")), url)
    data = archive.read(name) if selector else None
    return Place(name, line_of(data, selector, name) if data else 0)
