"""The app that answers the phones: the routes of all subjects, behind the guard."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rounds.domain.language import Language
from rounds.web.access.guard import App, Guard
from rounds.web.replies import Refused, refusal


def phone_app(
    routes: Iterable[Route], language: Callable[[], Language], failed: Callable[[Exception], None]
) -> App:
    """Return the app; `language` is that of the evening, for phones that ask for no other.

    `failed` is told of a fault of the program in an answer.
    """

    async def fault(request: Request, fault: Exception) -> Response:
        failed(fault)
        return refusal(request, Refused("bad", 500))

    app = Starlette(
        routes=list(routes),
        exception_handlers={Refused: _refused, 404: _unknown, 405: _unknown, Exception: fault},
    )
    app.router.redirect_slashes = False
    app.state.language = language
    return Guard(app)


async def _refused(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    return refusal(request, refused)


async def _unknown(request: Request, fault: Exception) -> Response:
    return refusal(request, Refused("bad", getattr(fault, "status_code", 404)))
