"""The app that answers the phones: the routes with their addresses, behind the guard."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rounds.domain.language import Language
from rounds.web.access.guard import App, Guard
from rounds.web.page_files import KINDS
from rounds.web.replies import error
from rounds.web.routes import Routes


def phone_app(routes: Routes, language: Callable[[], Language]) -> App:
    """Return the app; `language` is that of the evening, for phones that ask for no other."""
    app = Starlette(
        routes=[
            Route("/", routes.first_page),
            Route("/J/{code}", routes.join_page),
            Route("/j/{code}", routes.join_page),
            *(Route(f"/{name}", routes.static) for name in KINDS),
            Route("/api/people", routes.names),
            Route("/api/join", routes.join, methods=["POST"]),
            Route("/api/leave", routes.leave, methods=["POST"]),
            Route("/api/now", routes.now),
            Route("/api/list", routes.tonight),
            Route("/api/notes", routes.partners),
            Route("/api/notes/pattern", routes.apply_pattern, methods=["POST"]),
            Route("/api/notes/{round:int}/{about:int}", routes.write, methods=["PUT"]),
        ],
        exception_handlers={404: _unknown, 405: _unknown},
    )
    app.router.redirect_slashes = False
    app.state.language = language
    return Guard(app)


async def _unknown(request: Request, fault: Exception) -> Response:
    return error(request, "bad", getattr(fault, "status_code", 404))
