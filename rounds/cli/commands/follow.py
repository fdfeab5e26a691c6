"""`rounds follow`: next steps and promised answers, overdue first."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime

from rounds.cli.commands.event import events_of
from rounds.cli.commands.person import person_in_any
from rounds.cli.output import show, tell
from rounds.domain.event import Event, PersonKey
from rounds.formats.follow_ups import WEEK, as_csv, as_text, still_open
from rounds.formats.sheets.as_calendar import render_for_host
from rounds.i18n import _


def follow(asked: Namespace) -> int:
    """Print what is open; it is no error if nothing is."""
    events = events_of(asked)
    today = datetime.now().astimezone().date()
    everybody: list[tuple[Event, PersonKey | None]] = [(event, None) for event in events]
    wanted = everybody if asked.person is None else person_in_any(events, asked.person)
    found = still_open(wanted, _last_day(asked.until, today))
    if asked.format == "csv":
        show(as_csv(found), "utf-8-sig")
    elif asked.format == "ics":
        if not found:
            tell(_("Nothing is due."))
        calendar = render_for_host((one.settings, one.due, one.names) for one in found)
        show(calendar.decode("utf-8"))
    else:
        show(as_text(found, today))
    return 0


def _last_day(until: str, today: date) -> date | None:
    return {"today": today, "week": today + WEEK, "all": None}[until]
