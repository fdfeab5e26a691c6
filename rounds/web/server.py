"""The server for phones: uvicorn in the loop of the screens, which it never stops or blocks."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from rounds.web.access.guard import App
from rounds.web.address import BACKLOG
from rounds.web.connections import MOST, Crowd, connections_in

if sys.platform != "win32":
    import resource

KEEP_ALIVE = 6
"""Seconds for which a connection stays open between two questions of a phone: twice its pace."""

_LEAVE_WITHIN = 0.5
"""Seconds in which requests under way are answered when the server stops."""

_IN_ONE_GO = 24
"""How many new connections are taken before the screens have their turn."""

_FILES_BESIDE = 200
"""How many open files the rest of the program may need."""


class _Server(uvicorn.Server):
    """A server that leaves the signals to the program in whose loop it runs."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, with room for all phones that come at once."""
        await super().startup(sockets)
        for each in sockets or ():
            each.listen(BACKLOG)  # asyncio has one number for this and for `_IN_ONE_GO`

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


class PhoneServer:
    """Answers phones at a socket that listens, until it is stopped."""

    def __init__(self, app: App, listening: socket.socket) -> None:
        self._listening = listening
        self._crowd = Crowd(_allow_connections())
        _silence()
        self._server = _Server(
            uvicorn.Config(
                app,
                http=connections_in(self._crowd),
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                date_header=False,
                timeout_keep_alive=KEEP_ALIVE,
                timeout_graceful_shutdown=_LEAVE_WITHIN,  # type: ignore[arg-type]  # any number will do
                backlog=_IN_ONE_GO,
            )
        )

    async def serve(self) -> None:
        """Answer until `stop` is called, or until the task is cancelled."""
        try:
            await self._server.serve(sockets=[self._listening])
        finally:
            self._close()

    def stop(self) -> None:
        """Take no more requests; those under way are answered, within half a second."""
        self._crowd.drop_unfinished()
        self._server.should_exit = True

    def _close(self) -> None:
        """Close everything at once."""
        for server in getattr(self._server, "servers", []):
            server.close()
        self._listening.close()
        for connection in [*self._server.server_state.connections]:
            transport: asyncio.Transport = connection.transport
            transport.abort()


def _allow_connections() -> int:
    """Let the program have open as many files as phones may need; return how many phones may."""
    if sys.platform == "win32":
        return MOST
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST + _FILES_BESIDE
    if soft != resource.RLIM_INFINITY and soft < wanted:
        more = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (more, hard))
            soft = more
        except (OSError, ValueError):  # the system has a limit of its own
            pass
        return max(50, min(MOST, soft - _FILES_BESIDE))
    return MOST


def _silence() -> None:
    """Keep the server's remarks off the terminal: they would be painted over the projector."""
    logger = logging.getLogger("uvicorn")
    logger.propagate = False
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
