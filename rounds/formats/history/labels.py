"""The headings and words of the exports, in the language in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from rounds.domain.event import Note
from rounds.domain.followup.due import Due
from rounds.formats.history.rows import Status
from rounds.i18n import _


def status_word(status: Status) -> str:
    """Return the status of a pairing in words."""
    return {
        "held": _("held"),
        "short": _("short"),
        "no-show": _("no-show"),
        "planned": _("planned"),
    }[status]


def pairing_headings() -> list[str]:
    """Return the headings of the pair history."""
    return [
        _("round"),
        _("table"),
        _("seat A"),
        _("seat B"),
        _("seat C"),
        _("listened first"),
        _("start"),
        _("end"),
        _("minutes"),
        _("status"),
    ]


def again_heading() -> str:
    """Return the heading of the column that says who had met before tonight."""
    return _("met again")


def profile_headings() -> list[str]:
    """Return the headings of what the roster says about a person."""
    return [_("company"), _("industry"), _("purpose")]


def profile_headings_of_seats() -> list[str]:
    """Return the same for the people of the three seats, one after the other."""
    return [
        _("{seat}: {field}").format(seat=seat, field=field)
        for seat in pairing_headings()[2:5]
        for field in profile_headings()
    ]


def note_headings() -> list[str]:
    """Return the headings of the fields of a note."""
    return [
        _("note by"),
        _("note about"),
        _("note"),
        _("their purpose"),
        _("what I can do for them"),
        _("interest"),
        _("their offer"),
        _("answer by"),
        _("next step"),
        _("date of the next step"),
        _("talk again"),
    ]


def note_fields(note: Note, day: Callable[[date], str] = date.isoformat) -> list[str]:
    """Return the fields of a note under those headings, without the two names in front.

    `day` writes a date.
    """
    return [
        note.text,
        note.purpose,
        note.can_do,
        stage_word(note),
        reply_word(note),
        day(note.reply_by) if note.reply_by else "",
        step_word(note),
        day(note.next_step_on) if note.next_step_on else "",
        _("yes") if note.again else "",
    ]


def stage_word(note: Note) -> str:
    """Return the interest of a note: how close the partner is to business, empty if unknown."""
    return "" if note.stage is None else stage_name(note.stage)


def stage_name(stage: str) -> str:
    """Return what a stage of interest is called."""
    return {
        "now": _("ready now"),
        "problem": _("has a problem to solve"),
        "someday": _("someday"),
        "not_yet": _("not yet"),
    }[stage]


def reply_word(note: Note) -> str:
    """Return the answer to their offer in words, empty if there is none."""
    if note.reply is None:
        return ""
    return {"yes": _("accept"), "by": _("answer by a date"), "no": _("decline")}[note.reply]


def step_word(note: Note) -> str:
    """Return the next step in words, empty if there is none."""
    return "" if note.next_step is None else step_name(note.next_step)


def step_name(step: str) -> str:
    """Return what a next step is called."""
    return {
        "message": _("message"),
        "network": _("social network"),
        "mail": _("mail"),
        "newsletter": _("newsletter"),
        "postcard": _("postcard"),
        "meeting": _("one-to-one meeting"),
    }[step]


def due_name(due: Due) -> str:
    """Return what something that is due is called: a next step, or what else is to be done."""
    if due.kind == "step":
        return step_name(due.what)
    return {
        "answer": _("answer"),
        "ask": _("ask about an introduction"),
        "consent": _("yes to an introduction"),
        "introduce": _("introduction"),
        "contact": _("first contact"),
        "report": _("report about a referral"),
        "thanks": _("thanks for a referral"),
    }[due.kind]


def spreadsheet_time(at: datetime | None) -> str:
    """Return a time in the form that spreadsheets read, in the time zone of the event."""
    return "" if at is None else at.strftime("%Y-%m-%d %H:%M:%S")


def number(value: float | None) -> str:
    """Return minutes without a trailing `.0`, empty if they are not known."""
    return "" if value is None else f"{value:g}"
