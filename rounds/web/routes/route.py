"""An address of the server for phones, and what answers there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rounds.web.access.guard import Receive, Scope, Send

_COMPRESSED = [Middleware(GZipMiddleware, minimum_size=4000)]
"""Compresses long answers: the page, a list of many people. What phones ask every few seconds goes
without: it is short, and even making ready to compress it takes the laptop time."""


class _Endpoint:
    """Answers at an address. `phone_app` answers where it raises an exception.

    For a plain function Starlette would put two layers of its own around each answer for that.
    """

    def __init__(self, answer: Callable[[Request], Awaitable[Response]]) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)


def route(
    path: str,
    answer: Callable[[Request], Awaitable[Response]],
    method: Literal["GET", "POST", "PUT"] = "GET",
    *,
    compressed: bool = False,
) -> Route:
    """Return an address with what answers there."""
    middleware = _COMPRESSED if compressed else None
    return Route(path, _Endpoint(answer), methods=[method], middleware=middleware)
