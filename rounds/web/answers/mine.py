"""Somebody's own evening, from the closing on: partners, notes, what to do, whom they may reach."""

from __future__ import annotations

from typing import Any

from rounds.formats.sheets import as_calendar, as_contacts, as_html, texts
from rounds.formats.sheets.sheet import Partner, Sheet
from rounds.text.safe import one_line
from rounds.web.answers.partners import with_revision


def mine(sheet: Sheet) -> dict[str, Any]:
    """Return an own evening, in the language in force."""
    return {
        "partners": [_partner(partner) for partner in sheet.partners],
        "due": [
            {
                "day": due.day.isoformat(),
                "what": texts.what_is_due(due, sheet.names),
            }
            for due in sheet.due
            if due.done_on is None
        ],
        "contacts": [
            {
                "name": one_line(other.called),
                "company": one_line(other.profile.company),
                "contact": one_line(other.profile.contact),
            }
            for other in sheet.reach
        ],
        "calendar": any(due.done_on is None for due in sheet.due),
        "cards": bool(sheet.reach),
    }


def _partner(partner: Partner) -> dict[str, Any]:
    profile = partner.profile
    told = ("kana", "company", "industry", "purpose", "offers", "seeks")
    return {
        "round": partner.round,
        "number": partner.number,
        "name": one_line(partner.called),
        **{name: one_line(getattr(profile, name)) for name in told},
        **with_revision(partner.note),
        "again_both": partner.again,
    }


def calendar(sheet: Sheet) -> bytes:
    """Return what is to be done as a calendar, empty if nothing is."""
    return as_calendar.render(sheet.settings, sheet.due, sheet.names)


def cards(sheet: Sheet) -> bytes:
    """Return the contacts as an address book reads them, empty without any."""
    return as_contacts.render(sheet.settings, [other.profile for other in sheet.reach])


def page(sheet: Sheet) -> bytes:
    """Return somebody's sheet as a page to print or to keep."""
    return as_html.render(sheet).encode("utf-8", "replace")
