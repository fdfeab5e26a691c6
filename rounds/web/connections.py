"""The connections of all phones: how many there may be, and how long one may take to say a word.

One computer can open ten thousand connections and say nothing. The laptop keeps a limited number;
when there are more, the oldest one of the address with the most of them is closed. So whoever
opens many loses them again, and the phones of the others stay.
"""

from __future__ import annotations

from asyncio import TimerHandle, Transport
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    from asyncio import BaseTransport

MOST = 800
"""How many connections are open at most."""

MOST_HEAD = 65_536
"""How many bytes may come before the headers of a request are complete."""

WITHIN = 10.0
"""Seconds within which a request has to be there, from its first byte to its last one."""


class Crowd:
    """The open connections by the address from which they came, the oldest first."""

    def __init__(self, most: int = MOST) -> None:
        self.count = 0
        self._most = most
        self._from: dict[str, dict[PhoneConnection, None]] = {}

    def came(self, connection: PhoneConnection, address: str) -> None:
        """Take a connection in; if that is one too many, close one."""
        self._from.setdefault(address, {})[connection] = None
        self.count += 1
        if self.count > self._most:
            most = max(self._from.values(), key=len)
            next(iter(most)).drop()

    def drop_unfinished(self) -> None:
        """Close the connections on which nobody waits for an answer."""
        for connections in [*self._from.values()]:
            for connection in [*connections]:
                if connection.unfinished:
                    connection.drop()

    def went(self, connection: PhoneConnection, address: str) -> None:
        """Forget a connection that is closed or about to be."""
        connections = self._from.get(address, {})
        if connection in connections:
            self.count -= 1
            del connections[connection]
            if not connections:
                del self._from[address]


class PhoneConnection(HttpToolsProtocol):
    """A connection of a phone, as uvicorn's, in a crowd of limited size and patience."""

    crowd: Crowd

    def connection_made(self, transport: BaseTransport) -> None:
        """Take part in the crowd, and expect a request soon."""
        assert isinstance(transport, Transport)
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        self._patience: TimerHandle | None = None
        self._head = 0
        self._in_head = True
        self._expect()
        self.crowd.came(self, self._address)

    def data_received(self, data: bytes) -> None:
        """Take bytes of a request; the whole of it has to come in time."""
        super().data_received(data)
        self._head = self._head + len(data) if self._in_head else 0
        if self._head > MOST_HEAD:
            self.drop()
        elif not self.unfinished:
            self._expect_nothing()
        elif self._patience is None:
            self._expect()

    def on_message_begin(self) -> None:
        """Begin a request."""
        self._in_head = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Begin to answer a request; its body may still be on its way."""
        self._in_head = False
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Leave the crowd."""
        self._expect_nothing()
        self.crowd.went(self, self._address)
        super().connection_lost(exc)

    @property
    def unfinished(self) -> bool:
        """Whether the other side has begun a request and not finished it, or said nothing yet."""
        return self._in_head or self.cycle is None or self.cycle.more_body

    def drop(self) -> None:
        """Close the connection at once."""
        self.crowd.went(self, self._address)
        self.transport.abort()

    def _expect(self) -> None:
        self._patience = self.loop.call_later(WITHIN, self.drop)

    def _expect_nothing(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None


def connections_in(crowd: Crowd) -> Any:
    """Return the class of the connections of one crowd; uvicorn makes them."""
    return type("PhoneConnection", (PhoneConnection,), {"crowd": crowd})
