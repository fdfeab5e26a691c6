"""The page that phones show: its three files and its icon, with the words of a language."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

from rounds.i18n import language
from rounds.web.words import page_words

KINDS = {
    "app.js": "text/javascript; charset=utf-8",
    "app.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""The files that are served as they are, each with its kind."""


@dataclass(frozen=True)
class PageFile:
    """A file as it is served; `tag` changes with its content."""

    content: bytes
    kind: str
    tag: str


@cache
def page_file(name: str) -> PageFile:
    """Return one of `KINDS`."""
    content = files("rounds.web").joinpath("page", name).read_bytes()
    return PageFile(content, KINDS[name], f'"{hashlib.sha256(content).hexdigest()[:16]}"')


def page(state: str, title: str) -> str:
    """Return the page in the language in force; `state` says what it shows first."""
    words = json.dumps(page_words(), ensure_ascii=False).replace("<", "\\u003c")
    given = {
        "LANG": language(),
        "STATE": state,
        "TITLE": escape(title),
        "WORDS": words,
    }
    # In one go: a title may contain the name of another place.
    return re.sub("__(LANG|STATE|TITLE|WORDS)__", lambda place: given[place[1]], _template())


@cache
def _template() -> str:
    return files("rounds.web").joinpath("page", "index.html").read_text("utf-8")
