"""The language of the screens: English in the code, Japanese from `locale/`.

A catalog is its `.po` file, read when the first text in its language is asked for; none is
compiled. A single language is in force at a time (one host, one room).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any, get_args

from rounds.domain.errors import RoundsError
from rounds.domain.language import Language
from rounds.domain.sentence import Sentence

LANGUAGES: tuple[Language, ...] = get_args(Language)
_language: Language = "en"


@cache
def _catalog(language: str) -> dict[str, str | tuple[str, ...]]:
    """Return the translations of a language by their English text (empty for English)."""
    if language == "en":
        return {}
    from babel.messages.pofile import read_po

    found: dict[str, str | tuple[str, ...]] = {}
    file = resources.files("rounds") / "locale" / language / "LC_MESSAGES" / "rounds.po"
    with file.open("rb") as lines:
        for message in read_po(lines, locale=language):
            if not message.id or not message.string or message.fuzzy:
                continue
            key = message.id[0] if isinstance(message.id, tuple | list) else message.id
            found[key] = (
                message.string if isinstance(message.string, str) else tuple(message.string)
            )
    return found


def activate(language: str) -> None:
    """Put a language in force; one that is not known becomes English."""
    global _language
    _language = next((known for known in LANGUAGES if known == language), "en")


def language() -> Language:
    """Return the language in force."""
    return _language


@contextmanager
def using(language: str) -> Iterator[None]:
    """Put a language in force for a while."""
    before = _language
    activate(language)
    try:
        yield
    finally:
        activate(before)


def from_environment() -> Language:
    """Return the language the system asks for (LC_ALL, LC_MESSAGES, LANG; Windows: its own)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ja" if value.lower().startswith("ja") else "en"
    if sys.platform == "win32":
        import locale

        return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"
    return "en"


def _(text: str) -> str:
    """Return the text in the language in force."""
    found = _catalog(_language).get(text, text)
    return found if isinstance(found, str) else found[0]


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form that goes with a count."""
    found = _catalog(_language).get(singular)
    if found is None:
        return singular if count == 1 else plural
    return found if isinstance(found, str) else found[0 if len(found) == 1 or count == 1 else 1]


def say(said: Sentence | RoundsError | str) -> str:
    """Return a sentence (or a fault's sentence) in the language in force."""
    if isinstance(said, RoundsError):
        said = said.sentence
    if isinstance(said, str):
        return said
    template = (
        _(said.template)
        if said.plural is None
        else ngettext(said.template, said.plural, said.count)
    )
    return template.format(**{name: _word(value) for name, value in said.values.items()})


def _word(value: Any) -> Any:
    if isinstance(value, Sentence):
        return say(value)
    if isinstance(value, list | tuple):
        return listed([str(_word(each)) for each in value])
    return value


def listed(words: list[str]) -> str:
    """Return words as the language lists them."""
    return ("、" if _language == "ja" else ", ").join(words)


def joined(sentences: list[str]) -> str:
    """Return sentences as the language writes them one after the other."""
    return ("" if _language == "ja" else " ").join(sentences)


def shown_date(day: date) -> str:
    """Return a date as people read it: `Wednesday, 22 April 2026`."""
    weekday = (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )[day.weekday()]  # fmt: skip
    month = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )[day.month - 1]  # fmt: skip
    return _("{weekday}, {day} {month} {year}").format(
        weekday=weekday, day=day.day, month=month, year=day.year
    )


def places(template: str) -> set[str]:
    """Return the names of a template's places, for the tests of the catalogs."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(template) if name}
