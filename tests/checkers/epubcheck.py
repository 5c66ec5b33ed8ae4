"""EPUBCheck, as `kanben check` asks it, with a verdict."""

from dataclasses import dataclass
from pathlib import Path

from kanben.proof.outside.epubcheck import epubcheck as ask
from kanben.proof.outside.remark import Remark


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
    return EpubVerdict(ask(epub))
