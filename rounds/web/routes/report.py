"""Telling the host something in confidence: no phone ever reads a report, not even its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rounds.domain.errors import RoundsError, StoreError
from rounds.i18n import say, using
from rounds.web.access.rates import Rate
from rounds.web.answers.evening import Evening
from rounds.web.callers import Callers
from rounds.web.note_form import ToldInConfidence, read
from rounds.web.replies import Json, Refused, language_of
from rounds.web.routes.route import route


class ReportRoutes:
    """Reports to the host; each person may send five in ten minutes."""

    def __init__(self, evening: Evening, callers: Callers, clock: Callable[[], float]) -> None:
        self._evening = evening
        self._callers = callers
        self._rate = Rate(5, 600.0, clock)

    @property
    def routes(self) -> list[Route]:
        """The address of the reports."""
        return [route("/api/report", self.tell, "POST")]

    async def tell(self, request: Request) -> Response:
        """Keep a report; it is answered when it is on the disk.

        The sender is kept only if they want it.
        """
        person = self._callers.joined(request)
        told: ToldInConfidence | None = read(ToldInConfidence, await request.body())
        about = self._evening.now.by_id.get(told.about) if told else None
        if told is None or about is None:
            raise Refused("bad")
        if not self._rate.use(person):
            raise Refused("busy")
        tell = self._evening.session.reports.tell
        # A report about oneself is refused with its reason, also without a name.
        by = person if told.named or about == person else None
        try:
            await asyncio.to_thread(tell, about, told.what, told.wish, by)
        except RoundsError as fault:
            with using(language_of(request)):
                sentence = say(fault)
            raise Refused(
                "bad", 503 if isinstance(fault, StoreError) else 400, say=sentence
            ) from fault
        return Json({})
