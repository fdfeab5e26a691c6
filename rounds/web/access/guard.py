"""Stands before the app: refuses forged and oversized requests, and sets the safety headers.

A page of another site can make a guest's browser send requests here. Such requests name the other
site as their origin, or this laptop by a name of their own; both are refused.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from rounds.i18n import _

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MOST_BYTES = 8192
"""How large the body of a request may be."""

_CHANGING = {"POST", "PUT"}
_METHODS = {"GET", "HEAD", *_CHANGING}

HEADERS = (
    (b"cache-control", b"no-store"),
    (
        b"content-security-policy",
        b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
"""The headers of every answer, unless the answer sets them itself."""


class Guard:
    """An ASGI app around another one."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return
        body = b""
        refused = self._refusal(scope)
        if not refused and scope["method"] in _CHANGING:
            read = await _body(receive)
            if read is None:
                refused = 413, "too_large"
            else:
                body = read
        if refused:
            await _refuse(_with_headers(send), *refused)
            return
        await self._app(scope, _of(body, receive), _with_headers(send))

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return status and word for a request that is refused, None for one that may go on."""
        headers: dict[bytes, bytes] = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if host != _own_name(scope):
            return 421, "bad"
        if scope["method"] not in _METHODS:
            return 405, "bad"
        if scope["method"] not in _CHANGING:
            return None
        if headers.get(b"origin", b"").decode("latin-1").lower() != f"http://{host}":
            return 403, "bad"
        if headers.get(b"content-type", b"").partition(b";")[0].strip() != b"application/json":
            return 415, "bad"
        length = headers.get(b"content-length", b"0")
        return (413, "too_large") if not length.isdigit() or int(length) > MOST_BYTES else None


def _own_name(scope: Scope) -> str:
    """Return the address at which the request came in, as a browser writes it."""
    host, port = scope["server"]
    shown = f"[{host}]" if ":" in host else host
    return shown if port == 80 else f"{shown}:{port}"


async def _body(receive: Receive) -> bytes | None:
    """Return the body of a request, None if it is too large."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":  # the phone has hung up
            return body
        body += bytes(message.get("body", b""))
        if len(body) > MOST_BYTES:
            return None
        if not message.get("more_body"):
            return body


def _of(body: bytes, receive: Receive) -> Receive:
    """Return a source that has this body first."""
    first = True

    async def read() -> Message:
        nonlocal first
        if first:
            first = False
            return {"type": "http.request", "body": body, "more_body": False}
        return await receive()

    return read


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = [*message.get("headers", ())]
            names = {name.lower() for name, _value in given}
            message["headers"] = [*given, *(each for each in HEADERS if each[0] not in names)]
        await send(message)

    return sent


async def _refuse(send: Send, status: int, word: str) -> None:
    body = json.dumps({"error": word, "say": _("That did not work.")}).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),  # the rest of the request is not read
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
