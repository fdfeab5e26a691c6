"""The page that phones show."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from rounds.i18n import using
from rounds.web.access.devices import Devices
from rounds.web.access.door import Door
from rounds.web.answers import people
from rounds.web.answers.evening import Evening
from rounds.web.callers import Callers
from rounds.web.page_files import page, policy
from rounds.web.replies import Refused, address_of, language_of
from rounds.web.routes.route import route


class PageRoutes:
    """The page; behind the QR code it lets in whoever has the code in force."""

    def __init__(self, evening: Evening, callers: Callers, door: Door, devices: Devices) -> None:
        self._evening = evening
        self._callers = callers
        self._door = door
        self._devices = devices
        self.visited = False
        """Whether any phone has opened the page."""

    @property
    def routes(self) -> list[Route]:
        """The addresses of the page."""
        return [
            route("/", self.first, compressed=True),
            route("/J/{code}", self.join, compressed=True),
            route("/j/{code}", self.join, compressed=True),
        ]

    async def first(self, request: Request) -> Response:
        """The page of a phone that has joined, or the question for the code."""
        return self._page(request, "open" if self._callers.person(request) else "ask")

    async def join(self, request: Request) -> Response:
        """The page behind the QR code; a phone that has joined needs no code any more."""
        if self._callers.person(request):
            return self._page(request, "open")
        try:
            self._callers.stranger(request)
            refused = self._door.refusal(request.path_params["code"], address_of(request))
        except Refused:
            refused = "busy"
        match refused:
            case "busy":
                return self._page(request, "busy", 429)
            case "code":
                return self._page(request, "wrong", 403)
        return self._page(request, "names")

    def _page(self, request: Request, state: str, status: int = 200) -> Response:
        self.visited = True
        title = self._evening.event.settings.title
        roster, taken = self._evening.now.roster, self._devices.joined
        names = people.names(roster, taken) if state == "names" else ()
        with using(language_of(request)):
            made = page(state, title, names)
        return HTMLResponse(made, status, {"Content-Security-Policy": policy()})
