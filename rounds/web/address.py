"""The address at which phones reach this laptop, and a socket that listens there.

Nothing listens on all networks of the laptop: the phones are in one of them, and the others may
be anybody's.
"""

from __future__ import annotations

import errno
import os
import socket
from contextlib import suppress

from rounds.domain.errors import StoreError

PORT = 8765
"""The port that is tried first."""

TRIED = 20
"""How many ports are tried, one after the other."""

BACKLOG = 512
"""How many phones may wait for their first answer; all of them come at once after the scan."""

_BEYOND = "192.0.2.1"
"""An address of no network (RFC 5737): the way to it is the default route."""

_HOTSPOTS = ("10.42.0.2", "192.168.137.2", "192.168.2.2", "192.168.43.2")
"""Addresses of guests where the laptop is the hotspot: Linux, Windows, macOS, Android's own."""


def own_address() -> str | None:
    """Return the address of this laptop in its own network, None if it is in none."""
    for other in (_BEYOND, *_HOTSPOTS):
        address = _towards(other)
        if address is not None and not address.startswith(("127.", "169.254.", "0.")):
            return address
    return None


def _towards(other: str) -> str | None:
    """Return this computer's address from which another one is reached; nothing is sent there."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.connect((other, 9))
        address: str = way.getsockname()[0]
        return address if address != other else None
    return None


def listening(address: str, port: int = PORT) -> socket.socket:
    """Return a socket that listens at this address, at the first free port from `port` on.

    Raises `StoreError` where there is none, or where the address is not one of this computer.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    for candidate in range(port, min(port + TRIED, 65_536)):
        # With its protocol named asyncio sends at once what would else wait for 40 ms.
        made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            if os.name == "posix":  # elsewhere it would let two programs have one port
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind((address, candidate))
            made.listen(BACKLOG)
            made.setblocking(False)
        except OSError as fault:
            made.close()
            if fault.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise StoreError(
                    "Phones cannot reach this computer at {address}: it is not one of its "
                    "addresses.",
                    address=address,
                ) from fault
            continue
        return made
    raise StoreError(
        "Phones cannot join: no port from {port} on is free. Choose another one with --port.",
        port=port,
    )


def written(address: str, port: int) -> str:
    """Return address and port as they are typed into a browser."""
    host = f"[{address}]" if ":" in address else address
    return host if port == 80 else f"{host}:{port}"
