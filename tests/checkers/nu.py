"""Ask the Nu Html Checker about web pages, or about the XHTML inside an EPUB."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.checkers.finding import Finding, run

JAR = Path(__file__).parents[1] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
PAGES = (".html", ".htm", ".xhtml")
EPUB_ONLY = re.compile(r"Attribute .(?:epub:)?(type|prefix). not allowed")  # EPUB's own, which HTML does not know


def nu(*paths: Path, xml: bool = False) -> tuple[Finding, ...]:
    """Check pages or whole folders of them; `xml` reads them as XHTML, whatever they are called."""
    if not JAR.exists():
        raise RuntimeError("vnu.jar is not installed; type: make test")
    if not all(any(_pages(path)) for path in paths) or not paths:
        raise FileNotFoundError(f"no pages to check in {', '.join(map(str, paths))}")  # it would find no fault
    how = ["--stdout", "--exit-zero-always", "--skip-non-html", "--format", "json", *(["--xml"] if xml else [])]
    done = run(["java", "-jar", str(JAR), *how, *map(str, paths)])
    if not done.stdout.strip():
        raise RuntimeError(f"the Nu Html Checker said nothing: {done.stderr}")
    return tuple(_finding(message) for message in json.loads(done.stdout)["messages"] if _matters(message))


def nu_errors(*paths: Path, xml: bool = False) -> tuple[Finding, ...]:
    """Check as `nu` does, and leave out its warnings and remarks."""
    return tuple(finding for finding in nu(*paths, xml=xml) if finding.severity == "error")


def _pages(path: Path) -> Iterator[Path]:
    places = path.rglob("*") if path.is_dir() else [path]
    return (place for place in places if place.suffix in PAGES and place.is_file())


def _matters(message: dict[str, Any]) -> bool:
    """Leave out epub:type and epub:prefix; in XHTML only the extract tells them from a plain type."""
    said = EPUB_ONLY.match(message["message"])
    return said is None or f"epub:{said[1]}=" not in message.get("extract", "")


def _finding(message: dict[str, Any]) -> Finding:
    kind = message["type"]
    severity = "error" if "error" in kind else message.get("subType", kind)
    return Finding(severity, kind, f"{message.get('url', '')}:{message.get('lastLine', 0)}", message["message"])
