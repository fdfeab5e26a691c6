"""The language of the screens: English in the code, Japanese from `locale/`.

A catalog is written as a `.po` file and read by the standard library from the `.mo` file beside
it, which every build and `make catalogs` compile. A single language is in force at a time (one
host, one room).
"""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter
from typing import Any, Literal, NamedTuple, get_args

from rounds.domain.errors import RoundsError, StoreError
from rounds.domain.language import Language
from rounds.domain.sentence import Sentence

LANGUAGES: tuple[Language, ...] = get_args(Language)
_language: Language = "en"


def catalog_file(language: str) -> Path:
    """Return the file from which a language is read."""
    return Path(__file__).parent / "locale" / language / "LC_MESSAGES" / "rounds.mo"


@cache
def _catalog(language: str) -> NullTranslations:
    """Return the translations of a language (none for English)."""
    if language == "en":
        return NullTranslations()
    file = catalog_file(language)
    try:
        with file.open("rb") as compiled:
            return GNUTranslations(compiled)
    except OSError as fault:
        raise StoreError(
            "The translations of this language cannot be read: {file}. Reinstall Rounds (in "
            "a working copy: make catalogs).",
            file=str(file),
        ) from fault


def activate(language: str) -> None:
    """Put a language in force; English stands in for an unknown one.

    Raises a StoreError if the catalog is missing; the language in force then stays as it was.
    """
    global _language
    chosen: Language = next((known for known in LANGUAGES if known == language), "en")
    _catalog(chosen)
    _language = chosen


def language() -> Language:
    """Return the language in force."""
    return _language


@contextmanager
def using(language: str) -> Iterator[None]:
    """Put a language in force for a while."""
    before = _language
    if language != before:
        activate(language)
    try:
        yield
    finally:
        if _language != before:
            activate(before)


def from_environment() -> Language:
    """Return the language of the system (LC_ALL, LC_MESSAGES, LANG; on Windows its setting)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ja" if value.lower().startswith("ja") else "en"
    if sys.platform == "win32":
        return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"
    return "en"


class Customs(NamedTuple):
    """How times and dates are written; None stands for the custom of the system's country."""

    clock: Literal["24h", "12h"] | None = None
    dates: Literal["day_first", "month_first"] | None = None

    @property
    def twelve_hours(self) -> bool:
        """Whether the clock has twelve hours; in Japanese only where the host asks for it."""
        if self.clock is None:
            return _language == "en" and _country() in _TWELVE_HOURS
        return self.clock == "12h"

    @property
    def month_first(self) -> bool:
        """Whether the month stands before the day in English."""
        if self.dates is None:
            return _country() in _MONTH_FIRST
        return self.dates == "month_first"


_TWELVE_HOURS = frozenset({"US", "CA", "AU", "NZ", "IN", "PH", "PK", "BD", "MY", "SG", "HK"})
_MONTH_FIRST = frozenset({"US", "PH"})
"""Countries by the customs of their English, from the Unicode CLDR."""

_customs = Customs()


def customs() -> Customs:
    """Return how times and dates are written now."""
    return _customs


def follow(chosen: Customs) -> None:
    """Write times and dates in this way from now on."""
    global _customs
    _customs = chosen


@contextmanager
def following(chosen: Customs) -> Iterator[None]:
    """Write times and dates in this way for a while."""
    before = _customs
    follow(chosen)
    try:
        yield
    finally:
        follow(before)


def _country() -> str:
    """Return the country of the system's times and dates, empty if it is not known."""
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        if value := os.environ.get(name):
            return value.partition(".")[0].partition("_")[2].upper()
    return ""


def _(text: str) -> str:
    """Return the text in the language in force."""
    # In a catalog the entry of the empty text holds the metadata.
    return _catalog(_language).gettext(text) if text else text


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form for a count by the plural rule of the language in force."""
    return _catalog(_language).ngettext(singular, plural, count)


def say(said: Sentence | RoundsError | str) -> str:
    """Return a sentence, or the sentence of an error, in the language in force."""
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
    if isinstance(value, time):
        return shown_time(value)
    if isinstance(value, list | tuple):
        return listed([str(_word(each)) for each in value])
    return value


def in_all_languages(text: str) -> str:
    """Return a text in every language, that in force first: for people who read only one."""
    said = []
    for each in (_language, *(other for other in LANGUAGES if other != _language)):
        with using(each):
            said.append(_(text))
    return " / ".join(said)


def listed(words: list[str]) -> str:
    """Return words joined as the language in force joins a list."""
    return ("、" if _language == "ja" else ", ").join(words)


def joined(sentences: list[str]) -> str:
    """Return sentences joined into one text, as the language in force does."""
    return ("" if _language == "ja" else " ").join(sentences)


def shown_date(day: date) -> str:
    """Return a date as people read it: `Wednesday, 22 April 2026`, `Wednesday, April 22, 2026`."""
    weekday = (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )[day.weekday()]  # fmt: skip
    month = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )[day.month - 1]  # fmt: skip
    template = (
        _("{weekday}, {month} {day}, {year}")
        if customs().month_first
        else _("{weekday}, {day} {month} {year}")
    )
    return template.format(weekday=weekday, day=day.day, month=month, year=day.year)


def shown_day(day: date) -> str:
    """Return a date as people read it, without its year: `Wed 22 Apr`, `Wed Apr 22`."""
    weekday = (
        _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"),
    )[day.weekday()]  # fmt: skip
    month = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"), _("Jul"), _("Aug"), _("Sep"),
        _("Oct"), _("Nov"), _("Dec"),
    )[day.month - 1]  # fmt: skip
    template = (
        _("{weekday} {month} {day}") if customs().month_first else _("{weekday} {day} {month}")
    )
    return template.format(weekday=weekday, day=day.day, month=month)


def shown_time(at: time, *, seconds: bool = False) -> str:
    """Return a time of day as people read it: `19:42`, `7:42 pm`, with seconds `7:42:05 pm`."""
    minute = f"{at:%M:%S}" if seconds else f"{at:%M}"
    if not customs().twelve_hours:
        return f"{at:%H}:{minute}"
    template = _("{hour}:{minute} am") if at.hour < 12 else _("{hour}:{minute} pm")
    return template.format(hour=(at.hour + 11) % 12 + 1, minute=minute)


def written_time(text: str) -> str:
    """Return a time of the event file (`18:30`) as people read it."""
    hour, minute = map(int, text.split(":"))
    return shown_time(time(hour, minute))


def places(template: str) -> set[str]:
    """Return the names of a template's places, for the tests of the catalogs."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(template) if name}
