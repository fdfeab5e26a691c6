"""Contacts as vCards that every address book opens.

Version 3.0 (RFC 2426) and not 4.0 (RFC 6350), because Outlook and Google know no later one. The
lines are folded and escaped in the same way as those of a calendar, by the same library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from icalendar.parser import Contentline, Parameters
from icalendar.prop import vN, vOrg, vText

from rounds.domain.event import Participant, Settings
from rounds.formats.sheets.addresses import is_mail, is_phone, telephone
from rounds.i18n import shown_date
from rounds.text.safe import one_line

MARK = b"PRODID:-//Rounds//"
"""Stands near the beginning of every file of contacts that the program writes."""

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def render(settings: Settings, people: Iterable[Participant]) -> bytes:
    """Return one card for each person, empty without anybody."""
    return b"".join(line for person in people for line in _card(settings, person))


def _card(settings: Settings, person: Participant) -> Iterator[bytes]:
    name, contact = one_line(person.name), one_line(person.contact)
    yield _line("BEGIN", "VCARD")
    yield _line("VERSION", "3.0")
    yield _line("PRODID", "-//Rounds//Rounds//EN")
    yield _line("FN", vText(name))
    yield _line("N", vN((*_family_and_given(name), "", "", "")))
    if person.kana:
        family, given = _family_and_given(one_line(person.kana), japanese=True)
        yield _line("X-PHONETIC-LAST-NAME", vText(family))
        yield _line("X-PHONETIC-FIRST-NAME", vText(given))
    if person.company:
        yield _line("ORG", vOrg((one_line(person.company),)))
    note = [one_line(settings.title), shown_date(settings.date) if settings.date else ""]
    if is_mail(contact):
        yield _line("EMAIL", vText(contact), "INTERNET")
    elif is_phone(contact):
        yield _line("TEL", vText(telephone(contact)), "VOICE")
    else:
        note.insert(0, contact)
    yield _line("NOTE", vText("\n".join(text for text in note if text)))
    yield _line("END", "VCARD")


def _line(name: str, value: object, kind: str = "") -> bytes:
    """Return a line of a card, folded."""
    parameters = Parameters({"TYPE": kind} if kind else {})
    line: Any = Contentline.from_parts(name, parameters, value)
    folded: bytes = line.to_ical()
    return folded + b"\r\n"


def _family_and_given(name: str, *, japanese: bool = False) -> tuple[str, str]:
    """Return the parts of a name: the family comes first in Japanese, last elsewhere."""
    if japanese or _JAPANESE.search(name):
        family, _blank, given = name.partition(" ")
        return family, given
    given, _blank, family = name.rpartition(" ")
    return family, given
