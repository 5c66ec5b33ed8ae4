"""Proof a web edition: read its folder, ask every rule."""

from dataclasses import dataclass
from pathlib import Path

from kanben.proof.ruling import Ruling
from kanben.proof.web.order import WEB_RULES
from kanben.proof.web.site import read_site


@dataclass(frozen=True, slots=True)
class WebProof:
    """What a web edition is: pages and files, and a finding for each rule."""

    pages: int
    files: int
    findings: tuple[Ruling, ...]

    @property
    def fails(self) -> bool:
        return any(finding.verdict == "fail" for finding in self.findings)


def check_web(folder: Path) -> WebProof:
    """Ask all rules of a folder; one without pages is a trouble."""
    site = read_site(folder)
    return WebProof(len(site.pages), len(site.names), tuple(rule(site) for rule in WEB_RULES))
