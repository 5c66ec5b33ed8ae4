"""EPUBCheck, with a verdict: what `kanben check` would be told, from a Java that does not start for every book."""

from dataclasses import dataclass
from pathlib import Path

from kanben.proof.outside.epubcheck import remarks, told_of
from kanben.proof.outside.remark import Remark, Silent
from tests.checkers.java import asked


@dataclass(frozen=True, slots=True)
class EpubVerdict:
    """Everything that EPUBCheck said."""

    findings: tuple[Remark, ...]

    @property
    def clean(self) -> bool:
        return not self.findings

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))


def epubcheck(epub: Path) -> EpubVerdict:
    report = asked("epubcheck", str(epub.absolute()))
    found = tuple(remark for message in report["messages"] for remark in remarks(message))
    if not told_of(report["code"], found):
        raise Silent(f"exit code {report['code']}")
    return EpubVerdict(found)
