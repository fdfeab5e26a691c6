"""What happens in the hall, for one phone: the round, its owner's seat, the time, who is here."""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rounds.i18n import using
from rounds.web.answers import people
from rounds.web.answers.evening import Evening
from rounds.web.answers.now import now_for
from rounds.web.callers import Callers
from rounds.web.replies import Json, has, language_of, unchanged
from rounds.web.routes.route import route


class EveningRoutes:
    """The questions that a phone asks every few seconds."""

    def __init__(self, evening: Evening, callers: Callers) -> None:
        self._evening = evening
        self._callers = callers
        self._start = secrets.token_hex(4)
        """Makes the versions of this start of the program differ from those of another one."""

    @property
    def routes(self) -> list[Route]:
        """The addresses of the evening."""
        return [
            route("/api/now", self.now),
            route("/api/list", self.tonight, compressed=True),
        ]

    async def now(self, request: Request) -> Response:
        """What is now, or that nothing has changed; the time of the clock comes with both."""
        person = self._callers.joined(request)
        now, language = self._evening.now, language_of(request)
        own = f"{hash(tuple(self._evening.notes_by(person))) & 0xFFFFFFFFFFFF:x}"
        tag = f'"{self._start}-{now.number}-{language}-{now.roster.numbers[person]}-{own}"'
        clocks = self._evening.session.clocks
        time = round(clocks.unhurried() * 1000)
        headers = {"X-Time": str(time)}
        if has(request, tag):
            return unchanged(tag, headers)
        with using(language):
            said = now_for(now, person, clocks.steady(), clocks.speed)
        said |= {
            "server_time": time,
            "language": language,
            "evening": now.name,
            "notes_revision": own,
            "partners": len(now.met(person)),
        }
        return Json(said, headers={"ETag": tag, **headers})

    async def tonight(self, request: Request) -> Response:
        """Who is here tonight."""
        self._callers.joined(request)
        return Json({"people": people.tonight(self._evening.now.roster)})
