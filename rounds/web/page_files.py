"""The page that phones show: one answer with its words, its style and its script.

A slow phone spends its first second waiting for one answer after another, so nothing of the page
is a file of its own. There is no build: what stands in `rounds/web/page` is sent as it is.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from rounds.domain.notes import DAYS_UNTIL, REPLY_WITHIN
from rounds.i18n import LANGUAGES, language
from rounds.web.texts import page_words

SCRIPTS = (
    *("elements", "requests", "clock", "drafts", "saving"),
    *("join", "now", "note_form", "notes", "people", "evening", "report", "more"),
    "start",
)
"""The parts of the script in their order; they share one scope."""


def page(state: str, title: str, people: Sequence[dict[str, Any]] = ()) -> str:
    """Return the page in the language in force; `state` says what it shows first.

    `people` are the names to choose from, for a phone that has scanned the code.
    """
    words = page_words()
    made: str = _template().render(
        language=language(),
        title=title,
        say=words,
        style=style(),
        script=script(),
        icon=_read("icon.svg"),
        data={
            "state": state,
            "title": title,
            "people": people,
            "language": language(),
            "languages": LANGUAGES,
            "days_until": DAYS_UNTIL,
            "reply_days": REPLY_WITHIN.days,
            "words": words,
        },
    )
    return made


@cache
def policy() -> str:
    """Return the rules for the browser: it obeys this script and this style, and no others."""
    return (
        f"default-src 'none'; script-src {_digest(script())}; style-src {_digest(style())}; "
        "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


@cache
def script() -> str:
    """Return the script of the page."""
    return "\n".join(_read("scripts", f"{part}.js") for part in SCRIPTS)


@cache
def style() -> str:
    """Return the style of the page."""
    return _read("app.css")


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    # Japanese as it is, which is half as long as its escapes; < and & are escaped all the same.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment.from_string(_read("index.html"))


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _read(*path: str) -> str:
    return files("rounds.web").joinpath("page", *path).read_text("utf-8")
