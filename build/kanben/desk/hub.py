"""What the desk shows at this moment, and who is told when it changes."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from kanben.desk.pages import PagePictures

Files = dict[str, bytes]


@dataclass
class Hub:
    """Shared by the thread that builds, which publishes, and by the server, which tells its readers.

    What is shown is replaced whole, so a reader never sees half of it.
    """

    pictures: PagePictures = field(default_factory=PagePictures)
    files: Files = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=lambda: {"version": 0, "phase": "reading"})
    loop: asyncio.AbstractEventLoop | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False

    def publish(self, **facts: Any) -> None:
        """Change what is shown, and tell."""
        self.state = self.state | facts | {"version": self.state["version"] + 1}
        self.tell()

    def close(self) -> None:
        """Let every reader go: the desk is being left."""
        self.closed = True
        self.tell()

    def tell(self) -> None:
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.wake)

    def wake(self) -> None:
        waiting, self.news = self.news, asyncio.Event()
        waiting.set()

    async def events(self) -> AsyncIterator[str]:
        """The state now, and again whenever it has changed, as server-sent events (HTML § 9.2)."""
        shown = -1
        while not self.closed:
            news, state = self.news, self.state
            if state["version"] != shown:
                shown = state["version"]
                yield f"data: {json.dumps(state)}\n\n"
            else:
                await news.wait()
        yield "event: end\ndata: {}\n\n"
