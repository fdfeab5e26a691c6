"""Somebody's own evening, from the closing on: on the phone, and as files to keep."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rounds.i18n import using
from rounds.web.answers.evening import Evening
from rounds.web.callers import Callers
from rounds.web.replies import Json, Refused, language_of
from rounds.web.routes.route import route

_PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


class MineRoutes:
    """What a participant takes home. Nobody asks for it before the closing."""

    def __init__(self, evening: Evening, callers: Callers) -> None:
        self._evening = evening
        self._callers = callers

    @property
    def routes(self) -> list[Route]:
        """The addresses of somebody's own evening."""
        return [
            route("/api/mine", self.mine, compressed=True),
            route("/mine.ics", self.calendar),
            route("/mine.vcf", self.cards),
            route("/mine.html", self.page, compressed=True),
        ]

    async def mine(self, request: Request) -> Response:
        """The own evening."""
        return Json(await self._made(request, "mine"))

    async def calendar(self, request: Request) -> Response:
        """The own next steps and promised answers as a calendar."""
        return await self._file(request, "calendar", "text/calendar", "rounds.ics")

    async def cards(self, request: Request) -> Response:
        """The contacts of those whom the owner may reach."""
        return await self._file(request, "cards", "text/vcard", "rounds.vcf")

    async def page(self, request: Request) -> Response:
        """The own sheet, to print or to keep."""
        made = await self._made(request, "page")
        headers = {"Content-Security-Policy": _PAGE_POLICY}
        return Response(made, headers=headers, media_type="text/html")

    async def _file(self, request: Request, what: str, kind: str, name: str) -> Response:
        made = await self._made(request, what)
        if not made:
            raise Refused("bad", 404)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(made, headers=headers, media_type=kind)

    async def _made(self, request: Request, what: str) -> Any:
        """Return something made of the caller's own sheet, in the phone's language."""
        person = self._callers.joined(request)
        if self._evening.session.run.phase != "closing":
            raise Refused("bad", 404)
        make: Callable[..., Any] = getattr(await asyncio.to_thread(_own_evening), what)
        with using(language_of(request)):
            return make(self._evening.sheet(person))


def _own_evening() -> ModuleType:
    """Return what makes an own evening; it is large, and asked for at the end if at all."""
    return import_module("rounds.web.answers.mine")
