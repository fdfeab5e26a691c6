"""The forms of an answer: an error with its sentence, that nothing has changed, a language."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rounds.domain.language import Language
from rounds.i18n import LANGUAGES, _, using
from rounds.web.texts import name_taken

STATUS = {
    "code": 403,
    "closed": 423,
    "taken": 409,
    "gone": 401,
    "stale": 409,
    "busy": 429,
    "disk": 503,
    "too_large": 413,
    "bad": 400,
}
"""The words for what is wrong, each with its usual status."""


class Json(JSONResponse):
    """An answer in JSON, written by pydantic, which is quicker at it than Python."""

    def render(self, content: Any) -> bytes:
        """Return the bytes of the answer."""
        return to_json(content)


class Refused(Exception):
    """A request that cannot be granted; `more` goes into the answer beside the sentence."""

    def __init__(self, word: str, status: int = 0, **more: Any) -> None:
        super().__init__(word)
        self.word = word
        self.status = status or STATUS[word]
        self.more = more


def sentence_for(word: str) -> str:
    """Return what a phone says about an error, in the language in force."""
    match word:
        case "code":
            return _("This code is not valid here. Please scan the QR code again.")
        case "closed":
            return _("No more phones can join. Please ask the host.")
        case "taken":
            return name_taken()
        case "gone":
            return _("This phone is no longer joined. Please choose your name again.")
        case "stale":
            return _("This note was changed elsewhere.")
        case "busy":
            return _("Too many requests at once. Please try again in a minute.")
        case "disk":
            return _("The laptop cannot save this just now. Please try again in a minute.")
        case "too_large":
            return _("This is too long.")
    return _("That did not work.")


def refusal(request: Request, refused: Refused) -> Json:
    """Return the answer to a request that cannot be granted, in the phone's language."""
    with using(language_of(request)):
        content = {"error": refused.word, "say": sentence_for(refused.word), **refused.more}
    busy = {"Retry-After": "10"} if refused.word == "busy" else None
    return Json(content, refused.status, headers=busy)


def unchanged(tag: str, headers: dict[str, str] | None = None) -> Response:
    """Return the answer that what the phone has is still right."""
    return Response(status_code=304, headers={"ETag": tag, **(headers or {})})


def has(request: Request, tag: str) -> bool:
    """Return whether the phone has this version already."""
    return request.headers.get("if-none-match") == tag


def language_of(request: Request) -> Language:
    """Return the language of a phone: chosen on it, else that of its system, else the evening's."""
    asked = request.query_params.get("lang") if request.scope["query_string"] else None
    for chosen in (asked, request.cookies.get("lang")):
        if chosen in LANGUAGES:
            return chosen
    for accepted in request.headers.get("accept-language", "").split(","):
        tag = accepted.strip()[:2].lower()
        if tag in LANGUAGES:
            return tag
    evening: Language = request.app.state.language()
    return evening


def address_of(request: Request) -> str:
    """Return the address from which a request came."""
    return request.client.host if request.client else ""
