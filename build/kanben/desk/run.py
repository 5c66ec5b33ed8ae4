"""Open the desk: watch the title's folder, build in a thread, and serve until Ctrl-C."""

import asyncio
import socket
from collections.abc import AsyncGenerator, Callable
from threading import Thread
from types import FrameType
from typing import Any

import uvicorn
from watchfiles import awatch
from watchfiles.main import FileChange

from kanben.desk.building import Builder, Write
from kanben.desk.faults import Faults, Report
from kanben.desk.hub import Hub
from kanben.desk.serving import HERE, application
from kanben.messages import Language
from kanben.press.live import LiveTitle

DEBOUNCE, STEP = 60, 20  # ms: several files at once are one change; an editor that saves by rename is one change too
PATIENCE = 0.3  # s, between two looks for a folder that is gone
SECOND = 1.0  # s, as finely as looks at the files tell two times apart
Opened = Callable[[str], None]


class PortTaken(Exception):
    """Another program listens at the port."""


class Server(uvicorn.Server):
    """A server that lets those who wait for news go before it ends."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self.hub = hub

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.leave()

    def leave(self) -> None:
        self.should_exit = True
        self.hub.close()


class Desk:
    """The desk of one title."""

    def __init__(
        self, title: LiveTitle, write: Write, language: Language, opened: Opened, report: Report, pages: int = 0
    ) -> None:
        """`opened` is told the desk's address once it can be asked; `report` of what is kanben's own fault.

        `pages` are those of the last build, 0 where nobody knows.
        """
        self.hub, self.opened, self.folder = Hub(), opened, title.folder
        self.faults = Faults(self.hub, report, language)
        self.builder = Builder(title, self.hub, write, self.faults, pages)
        self.failure: BaseException | None = None

    def run(self, port: int) -> None:
        """Serve until the process is asked to end, at a `port` or, where that is 0, at any that is free."""
        with socket.socket() as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((HERE, port))
            except OSError as error:
                raise PortTaken from error
            door.listen()  # a browser that is sent here at once must find the door open
            asyncio.run(self.serve(door))
        if self.failure:
            raise self.failure

    async def serve(self, door: socket.socket) -> None:
        port: int = door.getsockname()[1]
        self.hub.loop = asyncio.get_running_loop()
        self.hub.loop.set_exception_handler(self.in_passing)
        app = application(self.hub, port, self.faults)
        server = Server(
            uvicorn.Config(app, log_level="critical", lifespan="off", timeout_graceful_shutdown=2), self.hub
        )
        left = asyncio.Event()
        Thread(target=self.build, args=(server,), daemon=True).start()
        watching = asyncio.create_task(self.watch(left))
        self.opened(f"http://{HERE}:{port}/")
        try:
            await server.serve([door])
        finally:
            self.builder.leave()
            left.set()
            await watching

    def in_passing(self, loop: asyncio.AbstractEventLoop, facts: dict[str, Any]) -> None:
        """Tell of a fault that nobody waited for; a browser that hangs up is none."""
        fault = facts.get("exception")
        if isinstance(fault, Exception) and not isinstance(fault, OSError):
            self.faults.tell(fault)

    def build(self, server: Server) -> None:
        try:
            self.builder.run()
        except BaseException as fault:  # our own bug: it must not vanish with a thread
            self.failure = None if self.builder.done.is_set() else fault
            server.leave()

    async def watch(self, left: asyncio.Event) -> None:
        """Tell the builder of every change below the folder; one that is gone, or replaced, is looked for anew.

        Where the system gives no more notices, the files are looked at again and again instead. What is edited while
        nobody watches gives no notice: it is read when somebody does so again.
        """
        looking = unwatched = False
        while not left.is_set():
            try:
                watched = self.identity()
                async for found in self.changes(left, looking):
                    stays = self.identity() == watched
                    if found or unwatched or not stays:
                        self.changed(looking)
                    unwatched = not stays
                    if unwatched:
                        break
            except FileNotFoundError:
                self.changed(looking)
                unwatched = True
            except Exception as fault:
                if looking:
                    self.faults.tell(fault)
                    return
                looking = unwatched = True
                self.changed(looking)
            await asyncio.sleep(0 if left.is_set() else PATIENCE)

    def identity(self) -> tuple[int, int]:
        """Which folder it is that bears the title's name now; of one that is gone, none."""
        try:
            there = self.folder.stat()
        except OSError:
            return 0, 0
        return there.st_dev, there.st_ino

    def changed(self, looking: bool) -> None:
        """Tell the builder; of two edits in one second looks see the first alone, so it reads once more after it."""
        self.builder.dirty.set()
        if looking:
            asyncio.get_running_loop().call_later(SECOND, self.builder.dirty.set)

    def changes(self, left: asyncio.Event, looking: bool) -> AsyncGenerator[set[FileChange], None]:
        """What changes, from when the folder is watched on; nothing, twice a second, while nothing does."""
        return awatch(
            self.folder,
            watch_filter=None,
            debounce=DEBOUNCE,
            step=STEP,
            stop_event=left,
            rust_timeout=500,
            yield_on_timeout=True,
            force_polling=looking or None,
        )
