"""Tell an editor at the desk that kanben itself failed: the desk stays open, and shows the last good editions."""

from collections.abc import Callable
from dataclasses import dataclass

from kanben.desk.facts import facts_of
from kanben.desk.hub import Hub
from kanben.messages import Language
from kanben.trouble import Trouble

Report = Callable[[Exception], Trouble]
"""Writes a fault down, and gives what is told of it."""


@dataclass(frozen=True, slots=True)
class Faults:
    """Where all that runs at the desk brings its faults: the builder, the server, and who watches the folder."""

    hub: Hub
    report: Report
    language: Language

    def tell(self, fault: Exception) -> None:
        self.hub.publish(phase="stopped", troubles=facts_of((self.report(fault),), self.language))
