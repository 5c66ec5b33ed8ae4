"""The Nu Html Checker: what `kanben check` would be told, from a Java that does not start for every book."""

from pathlib import Path

from kanben.proof.outside.nu import matters, pages, remark_of, roots_of
from kanben.proof.outside.remark import Remark
from tests.checkers.java import asked


def nu(*paths: Path, xml: bool = False) -> tuple[Remark, ...]:
    """Check pages or whole folders of them; `xml` reads them as XHTML, whatever they are called."""
    messages = asked("nu", xml, *(str(page.absolute()) for page in pages(*paths)))
    return tuple(remark_of(message, roots_of(paths)) for message in messages if matters(message))


def nu_errors(*paths: Path, xml: bool = False) -> tuple[Remark, ...]:
    """Check as `nu` does, and leave out its warnings and remarks."""
    return tuple(remark for remark in nu(*paths, xml=xml) if remark.severity == "error")
