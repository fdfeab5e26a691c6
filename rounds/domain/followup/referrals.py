"""Referrals: a client given to somebody, who reports how it goes until it is won or lost."""

from __future__ import annotations

from datetime import date, timedelta

from rounds.domain.days_after import Referral, ReferralState
from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.followup.recorded_entries import current, replaced

KIND = "referrals"
REPORT_AFTER = timedelta(days=14)
"""How long after the last report the next one is due."""


def is_open(referral: Referral) -> bool:
    """Return whether a referral is neither won nor lost."""
    return referral.state not in {"won", "lost"}


def report_due(referral: Referral) -> date | None:
    """Return the day of the next report, None after the last one.

    Until it is won or lost that is 14 days after the last report (or the beginning); after that
    one last report is due on the same day.
    """
    if referral.next_report_on is not None:
        return referral.next_report_on
    if is_open(referral):
        return max((referral.given_on, *referral.reports)) + REPORT_AFTER
    return None if referral.reports else referral.given_on


def thanks_due(referral: Referral) -> date | None:
    """Return the day on which thanks are due: with the order; None if there is nothing to do."""
    if referral.state != "won" or referral.thanked_on is not None:
        return None
    return referral.next_report_on or max((referral.given_on, *referral.reports))


def give(event: Event, referral: Referral) -> Event:
    """Return the event with a new referral; `RuleError` if somebody refers to themselves."""
    if referral.giver == referral.receiver:
        raise RuleError("A referral needs two different people.")
    first = referral.next_report_on or referral.given_on + REPORT_AFTER
    new = referral.with_(next_report_on=first)
    return event.with_(referrals=(*event.referrals, new))


def advance(
    event: Event, referral: Referral, state: ReferralState, day: date, reason: str = ""
) -> Event:
    """Return the event with a referral in another state since a day.

    What is lost needs a reason. Once it is won or lost, a report is due on that day.
    """
    now = current(event, KIND, referral)
    if state == "lost" and not reason:
        raise RuleError("Say why it came to nothing: price, deadline, fit, or a word of your own.")
    closed = state in {"won", "lost"}
    if closed:
        due: date | None = day
    else:
        due = now.next_report_on if is_open(now) else day + REPORT_AFTER
    checked = Referral.checked(
        {**now.data(), "state": state, "reason": reason if state == "lost" else None}
    )
    return replaced(event, KIND, referral, state=state, reason=checked.reason, next_report_on=due)


def report(event: Event, referral: Referral, day: date) -> Event:
    """Return the event in which the receiver has told the giver on a day how it goes."""
    now = current(event, KIND, referral)
    days = tuple(sorted({*now.reports, day}))
    after = day + REPORT_AFTER if is_open(now) else None
    return replaced(event, KIND, referral, reports=days, next_report_on=after)


def put_off_report(event: Event, referral: Referral, day: date) -> Event:
    """Return the event with the next report due on another day."""
    return replaced(event, KIND, referral, next_report_on=day)


def thank(event: Event, referral: Referral, day: date) -> Event:
    """Return the event in which the giver has been thanked."""
    return replaced(event, KIND, referral, thanked_on=day)
