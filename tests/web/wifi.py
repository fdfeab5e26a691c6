"""A hall whose phones are real: its server answers on a port of this machine."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, TypeVar

import uvicorn

from rounds.domain.event import Event
from tests.evenings import START, Hands
from tests.web.phones import CODE, Hall

Result = TypeVar("Result")


class RunningHands(Hands):
    """Clocks that run; the test may still move them on."""

    def __init__(self) -> None:
        super().__init__()
        self._began = time.monotonic()

    def steady(self) -> float:
        return self.now + time.monotonic() - self._began

    def wall(self) -> Any:
        return START + timedelta(seconds=self.steady() - 1000.0)


class Wifi:
    """A hall with a server in a thread of its own; everything in the hall happens in that thread.

    `earlier` is a hall of the same evening before the program was started again.
    """

    def __init__(self, event: Event | None = None, earlier: Wifi | None = None) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.hands: RunningHands = earlier.hands if earlier else RunningHands()
        before = earlier.hall if earlier else None
        self.hall: Hall = self._run(self._hall(before.session.event if before else event, before))
        port = earlier.port if earlier else 0
        config = uvicorn.Config(
            self.hall.app, host="127.0.0.1", port=port, log_config=None, lifespan="off"
        )
        self._server = uvicorn.Server(config)
        self._serving = asyncio.run_coroutine_threadsafe(self._serve(), self._loop)
        while not self._server.started:
            time.sleep(0.01)
        self.port: int = self._server.servers[0].sockets[0].getsockname()[1]

    @property
    def address(self) -> str:
        """The address behind the QR code."""
        return f"http://127.0.0.1:{self.port}/J/{CODE}"

    def do(self, act: Callable[[Hall], Result]) -> Result:
        """Do something at the laptop."""

        async def acting() -> Result:
            return act(self.hall)

        return self._run(acting())

    def close(self) -> None:
        """End the server, as when the program ends."""
        if self._loop.is_closed():
            return
        self._server.should_exit = self._server.force_exit = True
        self._serving.result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _hall(self, event: Event | None, before: Hall | None) -> Hall:
        return Hall(event, self.hands, before.devices.people if before else None)

    async def _serve(self) -> None:
        await self._server.serve()

    def _run(self, doing: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result()
