"""What a checker of others says, and how it may fail to say anything."""

from dataclasses import dataclass

from kanben.messages import Severity
from kanben.place import Place


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a checker has to say of one spot, in its own words.

    `place` is a file within the edition and a line of it; `spot` is what the checker says of the spot besides: an
    element by its CSS selector, a passage. `page` counts the pages of a PDF from 1; 0 where it names none.
    """

    severity: Severity
    code: str
    place: Place
    what: str
    spot: str = ""
    page: int = 0

    def __str__(self) -> str:
        where = " ".join(filter(None, [str(self.place), f"p. {self.page}" if self.page else "", self.spot]))
        return f"{where}: {self.severity}: {self.what} [{self.code}]"


class Absent(Exception):
    """A checker cannot be asked, for something is not installed; says what, and what to type."""

    def __init__(self, name: str, command: str) -> None:
        super().__init__(name, command)
        self.name, self.command = name, command


class Silent(Exception):
    """A checker was asked and gave no answer that can be read; says why."""
