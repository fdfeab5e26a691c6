"""The app that answers the phones: the routes of all subjects, behind the guard."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import Route

from rounds.domain.language import Language
from rounds.web.access.guard import App, Guard, Receive, Scope, Send
from rounds.web.replies import Refused, refusal


def phone_app(
    routes: Iterable[Route], language: Callable[[], Language], failed: Callable[[Exception], None]
) -> App:
    """Return the app; `language` is that of the evening, for phones that ask for no other.

    `failed` is told of a fault of the program in an answer.
    """

    app = Starlette(routes=list(routes))
    app.router.redirect_slashes = False
    app.state.language = language

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; an endpoint that raises an exception has not answered anything yet."""
        scope["app"] = app
        try:
            # Not through `app`: its two layers for exceptions take time, several hundred times
            # a second with a full hall.
            await app.router(scope, receive, send)
        except Exception as fault:
            if not isinstance(fault, (Refused, HTTPException)):
                failed(fault)
            refused = refusal(Request(scope), _as_refused(fault))
            await refused(scope, receive, send)

    return Guard(answer)


def _as_refused(fault: Exception) -> Refused:
    match fault:
        case Refused():
            return fault
        case HTTPException():  # no such address, or not with this method
            return Refused("bad", fault.status_code)
        case _:
            return Refused("bad", 500)
