"""What happens in the hall, for one phone: the round, its owner's seat, the time, who is here."""

from __future__ import annotations

import hashlib
import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rounds.domain.event import Event, starts
from rounds.i18n import using
from rounds.web.answers import people
from rounds.web.answers.evening import Evening
from rounds.web.answers.now import now_for
from rounds.web.callers import Callers
from rounds.web.replies import COMPRESSED, has, language_of, unchanged


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
            Route("/api/now", self.now),
            Route("/api/list", self.tonight, middleware=COMPRESSED),
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
            "evening": _name_of(now.event),
            "notes_revision": own,
            "partners": len(now.met(person)),
        }
        return JSONResponse(said, headers={"ETag": tag, **headers})

    async def tonight(self, request: Request) -> Response:
        """Who is here tonight."""
        self._callers.joined(request)
        return JSONResponse({"people": people.tonight(self._evening.now.roster)})


def _name_of(event: Event) -> str:
    """Return a word for the evening under which a phone keeps what it could not send yet.

    Another evening has another one, also one of the same title; it is empty before the first
    round, when there is nothing to write yet.
    """
    began = starts(event)
    said = f"{event.settings.title}\n{began.isoformat()}" if began else ""
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16] if said else ""
