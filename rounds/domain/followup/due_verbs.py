"""Doing and putting off what is due, whatever kind it is."""

from __future__ import annotations

from datetime import date
from typing import Literal

from rounds.domain.days_after import Introduction, Referral
from rounds.domain.errors import RuleError
from rounds.domain.event import Event, Note
from rounds.domain.followup import introductions, referrals
from rounds.domain.followup.due import Due
from rounds.domain.followup.recorded_entries import replaced

ClearReply = Literal["yes", "no"]
"""What a promised answer can be: there is nothing between the two."""


def done(event: Event, due: Due, day: date) -> Event:
    """Return the event in which something was done on a day.

    Only somebody's yes is not done by pressing a key: `RuleError`.
    """
    match due.kind, due.entry:
        case "step", Note() as note:
            return replaced(event, "notes", note, done_on=day)
        case "answer", Note() as note:
            return replaced(event, "notes", note, answered_on=day)
        case "ask", Introduction() as introduction:
            return introductions.ask(event, introduction, due.about, day)
        case "introduce", Introduction() as introduction:
            return introductions.introduce(event, introduction, day)
        case "contact", Referral() as referral:
            return referrals.advance(event, referral, "contacted", day)
        case "report", Referral() as referral:
            return referrals.report(event, referral, day)
        case "thanks", Referral() as referral:
            return referrals.thank(event, referral, day)
    raise RuleError("The answer is still to come. Enter it under introductions: yes or no.")


def answered(event: Event, due: Due, reply: ClearReply, day: date) -> Event:
    """Return the event in which a promised answer was given on a day, with what it was."""
    return replaced(event, "notes", due.entry, reply=reply, answered_on=day)


def put_off(event: Event, due: Due, day: date) -> Event:
    """Return the event in which something is due on another day.

    `RuleError` for what has no day of its own: asking, introducing, a first contact and thanks.
    """
    match due.kind, due.entry:
        case "step", Note() as note:
            return replaced(event, "notes", note, next_step_on=day)
        case "answer", Note() as note:
            return replaced(event, "notes", note, reply_by=day)
        case "report", Referral() as referral:
            return referrals.put_off_report(event, referral, day)
    raise RuleError("This cannot be put off: it is better done today.")
