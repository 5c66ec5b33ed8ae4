"""The Nu Html Checker, as `kanben check` asks it; and its errors alone."""

from pathlib import Path

from kanben.proof.outside.nu import nu
from kanben.proof.outside.remark import Remark

__all__ = ["nu", "nu_errors"]


def nu_errors(*paths: Path, xml: bool = False) -> tuple[Remark, ...]:
    """Check as `nu` does, and leave out its warnings and remarks."""
    return tuple(remark for remark in nu(*paths, xml=xml) if remark.severity == "error")
