"""How a phone gets the name of its owner, and gives it back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rounds.domain.event import PersonKey
from rounds.text.safe import one_line
from rounds.web.access.devices import Devices
from rounds.web.access.door import Door
from rounds.web.access.rates import Rate
from rounds.web.answers import people
from rounds.web.answers.evening import Evening
from rounds.web.callers import COOKIE, Callers
from rounds.web.note_form import Join, read
from rounds.web.replies import Json, Refused, address_of
from rounds.web.routes.route import route

COOKIE_SECONDS = 30 * 86_400


class JoiningRoutes:
    """The choice of a name: one phone a person, one person a phone.

    `changed` keeps the devices on the disk; `refused` is told whose name a second phone wanted.
    From one address at most 30 names are taken a minute, so nobody takes those of a whole hall.
    """

    def __init__(
        self,
        evening: Evening,
        callers: Callers,
        door: Door,
        devices: Devices,
        *,
        clock: Callable[[], float],
        changed: Callable[[], Awaitable[None]],
        refused: Callable[[PersonKey], None],
    ) -> None:
        self._evening = evening
        self._callers = callers
        self._door = door
        self._devices = devices
        self._changed = changed
        self._refused = refused
        self._names = Rate(30, 60.0, clock)

    @property
    def routes(self) -> list[Route]:
        """The addresses of joining and leaving."""
        return [
            route("/api/people", self.names, compressed=True),
            route("/api/join", self.join, "POST"),
            route("/api/leave", self.leave, "POST"),
        ]

    def _let_in(self, request: Request, code: str) -> None:
        """Raise `Refused` where this code does not open the door."""
        self._callers.stranger(request)
        if refused := self._door.refusal(code, address_of(request)):
            raise Refused(refused)

    async def names(self, request: Request) -> Response:
        """Everybody on the roster, for somebody who is about to join."""
        if self._callers.person(request) is None:
            self._let_in(request, request.headers.get("x-code", ""))
        roster = self._evening.now.roster
        return Json({"people": people.names(roster, self._devices.joined)})

    async def join(self, request: Request) -> Response:
        """Give a name to a phone."""
        asked: Join | None = read(Join, await request.body())
        if asked is None:
            raise Refused("bad")
        now, mine = self._evening.now, self._callers.person(request)
        wanted = now.by_id.get(asked.person)
        if wanted is None or wanted != mine:
            self._let_in(request, asked.code)
        if wanted is None:
            raise Refused("bad", 404)
        roster = now.roster
        answer = Json({"number": roster.numbers[wanted], "name": one_line(roster.names[wanted])})
        if wanted == mine:
            return answer
        if mine is not None:
            raise Refused("bad", 409)
        if wanted in self._devices.joined:
            self._refused(wanted)
            raise Refused("taken")
        if not self._names.use(address_of(request)):
            raise Refused("busy")
        secret = self._devices.add(wanted)
        await self._changed()
        answer.set_cookie(COOKIE, secret, COOKIE_SECONDS, httponly=True, samesite="lax")
        return answer

    async def leave(self, request: Request) -> Response:
        """Give the name of a phone back."""
        self._devices.release(self._callers.joined(request))
        await self._changed()
        answer = Json({})
        answer.delete_cookie(COOKIE, httponly=True, samesite="lax")
        return answer
