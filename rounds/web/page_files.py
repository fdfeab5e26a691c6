"""The page that phones show: its files, and the page itself with the words of a language.

There is no build: what stands in `rounds/web/page` is sent as it is.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from rounds.domain.notes import DAYS_UNTIL, REPLY_WITHIN
from rounds.i18n import LANGUAGES, language
from rounds.web.texts import page_words

KINDS = {
    "app.js": "text/javascript; charset=utf-8",
    "app.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""The files that are served beside the page, each with its kind."""

SCRIPTS = (
    *("elements", "requests", "clock", "drafts", "saving"),
    *("join", "now", "note_form", "notes", "people", "evening", "report", "more"),
    "start",
)
"""The parts of the script in their order; they share one scope and are sent as one file."""


@dataclass(frozen=True)
class PageFile:
    """A file as it is served; `tag` changes with its content."""

    content: bytes
    kind: str
    tag: str


@cache
def page_file(name: str) -> PageFile:
    """Return one of `KINDS`."""
    if name == "app.js":
        content = b"\n".join(_read("scripts", f"{part}.js") for part in SCRIPTS)
    else:
        content = _read(name)
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    return PageFile(content, KINDS[name], tag)


def page(state: str, title: str) -> str:
    """Return the page in the language in force; `state` says what it shows first."""
    words = page_words()
    made: str = _template().render(
        language=language(),
        title=title,
        say=words,
        data={
            "state": state,
            "title": title,
            "language": language(),
            "languages": LANGUAGES,
            "days_until": DAYS_UNTIL,
            "reply_days": REPLY_WITHIN.days,
            "words": words,
        },
    )
    return made


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    # Japanese as it is, which is half as long as its escapes; < and & are escaped all the same.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment.from_string(_read("index.html").decode("utf-8"))


def _read(*path: str) -> bytes:
    return files("rounds.web").joinpath("page", *path).read_bytes()
