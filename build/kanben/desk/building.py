"""Build a title again whenever its files change: the last state wins, and the last good editions stay."""

from collections.abc import Callable
from contextlib import closing
from threading import Event
from time import monotonic
from typing import Any

from kanben.desk.changes import State, changes, edited
from kanben.desk.facts import facts_of
from kanben.desk.faults import Faults
from kanben.desk.hub import Files, Hub
from kanben.press.live import SEARCH, LiveTitle, Step
from kanben.progress import Progress, expected, figures_of, stage_of
from kanben.trouble import Stop, Trouble

Write = Callable[[Files, str], None]
"""Puts the editions' files on the disk; those whose names begin with the second argument stay as they are."""
PHASES = {"screens": "settling", "print": "settled", "search": "settled"}
AFTER = 1.0
"""Seconds: who waits longer is told how far it is."""
REFUSED = {"cannot-write", "half-written", "out-of-memory", "system-refused"}
AGAIN = 5.0
"""Seconds after which is tried again what the system refused: nobody says that a disk has room once more."""


class Builder:
    """Runs in a thread of its own; `dirty` is set when a file has changed, `done` when the desk is left."""

    def __init__(self, title: LiveTitle, hub: Hub, write: Write, faults: Faults, pages: int) -> None:
        """`pages` are those of the last build, 0 where nobody knows."""
        self.title, self.hub, self.write = title, hub, write
        self.faults, self.language = faults, faults.language
        self.dirty, self.done = Event(), Event()
        self.pages, self.begun = pages, monotonic()
        self.refused = False
        self.good: State | None = None
        self.settled: Files = {}
        self.warnings: list[dict[str, Any]] = []
        self.dirty.set()

    def run(self) -> None:
        """Build until the desk is left. Whatever happens while building runs is built afterwards, once."""
        while not self.done.is_set():
            self.dirty.wait(AGAIN if self.refused else None)
            self.dirty.clear()
            if not self.done.is_set():
                self.build()

    def leave(self) -> None:
        self.done.set()
        self.dirty.set()

    def build(self) -> None:
        self.begun = monotonic()
        if not self.refused:  # else it is still told that it is tried again
            self.hub.publish(phase="reading", progress="")
        self.refused, before = False, self.good
        try:
            self.show_steps(before)
        except Stop as stop:
            self.stopped(stop.troubles)
        except Exception as fault:  # our own bug
            if not self.done.is_set():
                self.stopped((self.faults.report(fault),))

    def show_steps(self, before: State | None) -> None:
        shown = False
        with closing(self.title.steps(self.tell)) as steps:
            for step in steps:
                shown = True
                if step.kind != "waiting":
                    self.show(step, before)
                if step.kind != "screens" and self.dirty.is_set():
                    return  # nobody waits for the pages, or the search, of a state that is past
        if not shown:  # the book is as it was
            self.hub.publish(phase="settled", progress="", troubles=self.warnings)

    def tell(self, progress: Progress) -> None:
        """Say how far a build is that takes its time."""
        if monotonic() - self.begun >= AFTER:
            told = expected(progress, self.pages)
            self.hub.publish(progress=f"{stage_of(told, self.language)} {figures_of(told)}".rstrip())

    def show(self, step: Step, before: State | None) -> None:
        state = State(step.book, step.pages)
        files = self.hub.files | step.files if step.kind != "search" else step.files
        changed = sorted(name for name, data in files.items() if self.hub.files.get(name) != data)
        self.hub.files = files
        self.write(step.files, "" if step.kind == "search" else SEARCH)
        self.hub.pictures.open(step.files[f"{step.book.name}.pdf"])
        self.warnings = facts_of(step.troubles, self.language)
        if step.kind != "screens":
            self.good, self.settled, self.pages = state, files, step.pages.count
        self.hub.publish(
            phase=PHASES[step.kind],
            progress="",
            troubles=self.warnings,
            seconds={name: round(value, 2) for name, value in step.seconds.items()},
            changed=changed,
            name=step.book.name,
            title=step.book.record.title,
            parts=[part.id for part in step.book.parts],
            spot=edited(before.book if before else None, state) or self.hub.state.get("spot"),
            changes=changes(before, state),
            pages={
                "name": self.hub.pictures.name,
                "labels": self.hub.pictures.labels,
                "size": self.hub.pictures.size,
            },
        )

    def stopped(self, troubles: tuple[Trouble, ...]) -> None:
        """Tell what is to mend, and show the last state that was whole."""
        if self.done.is_set():
            return
        if self.settled and self.hub.files != self.settled:  # layout refused what the screens showed already
            changed = sorted(name for name, data in self.settled.items() if self.hub.files.get(name) != data)
            self.hub.files = self.settled
            self.hub.publish(changed=changed)
            troubles += self.written_again()
        self.refused = any(trouble.code in REFUSED for trouble in troubles)
        phase = "refused" if self.refused else "stopped"
        self.hub.publish(phase=phase, progress="", troubles=facts_of(troubles, self.language))

    def written_again(self) -> tuple[Trouble, ...]:
        """Put the last state that was whole on the disk; give what hinders it."""
        try:
            self.write(self.settled, SEARCH)
        except Stop as stop:
            return stop.troubles
        return ()
