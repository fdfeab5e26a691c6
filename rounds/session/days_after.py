"""The verbs of the days after: steps, introductions, referrals, and who was greeted.

They work on an evening that runs (`Session.days_after`), and on an event file that nobody has
open, with `store.changes.change_event` as what applies a change.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from rounds.domain.days_after import Answer, Introduction, Referral, ReferralState
from rounds.domain.event import Event, PersonKey
from rounds.domain.followup import due_verbs, introductions, referrals
from rounds.domain.followup.due import Due
from rounds.domain.people import greetings

Apply = Callable[[Callable[[Event], Event]], Event]
"""Applies a change to an event, keeps it, and returns the event after it."""


class DaysAfter:
    """What can be done about an event after the evening; each verb returns the event after it."""

    def __init__(self, apply: Apply) -> None:
        self._apply = apply

    # -- what is due -----------------------------------------------------------------------

    def done(self, due: Due, day: date) -> Event:
        """Do what is due: a step, an answer, asking, introducing, a contact, a report, thanks."""
        return self._apply(lambda event: due_verbs.done(event, due, day))

    def put_off(self, due: Due, day: date) -> Event:
        """Put off a step, an answer or a report to another day."""
        return self._apply(lambda event: due_verbs.put_off(event, due, day))

    # -- introductions ---------------------------------------------------------------------

    def add_introduction(self, introduction: Introduction) -> Event:
        """Add an introduction."""
        return self._apply(lambda event: introductions.add(event, introduction))

    def reword_introduction(self, introduction: Introduction, new: Introduction) -> Event:
        """Change the purpose, gains, certainty and minutes of an introduction."""
        return self._apply(lambda event: introductions.reword(event, introduction, new))

    def ask(self, introduction: Introduction, person: PersonKey, day: date) -> Event:
        """Note that one of the two was asked."""
        return self._apply(lambda event: introductions.ask(event, introduction, person, day))

    def answer(
        self, introduction: Introduction, person: PersonKey, said: Answer, day: date
    ) -> Event:
        """Note the answer of one of the two: `yes` or `no`."""
        return self._apply(
            lambda event: introductions.answer(event, introduction, person, said, day)
        )

    def introduce(self, introduction: Introduction, day: date) -> Event:
        """Note that the two were introduced; `RuleError` before both have said yes."""
        return self._apply(lambda event: introductions.introduce(event, introduction, day))

    # -- referrals -------------------------------------------------------------------------

    def add_referral(self, referral: Referral) -> Event:
        """Add a referral."""
        return self._apply(lambda event: referrals.give(event, referral))

    def advance_referral(
        self, referral: Referral, state: ReferralState, day: date, reason: str = ""
    ) -> Event:
        """Put a referral into another state; what is lost needs a reason."""
        return self._apply(lambda event: referrals.advance(event, referral, state, day, reason))

    def report(self, referral: Referral, day: date) -> Event:
        """Note that the receiver told the giver how it goes."""
        return self._apply(lambda event: referrals.report(event, referral, day))

    def thank(self, referral: Referral, day: date) -> Event:
        """Note that the giver was thanked."""
        return self._apply(lambda event: referrals.thank(event, referral, day))

    # -- greetings -------------------------------------------------------------------------

    def greet(self, person: PersonKey, now: datetime) -> Event:
        """Note that the host has spoken with somebody."""
        return self._apply(lambda event: greetings.greet(event, person, now))

    def not_greeted(self, person: PersonKey) -> Event:
        """Take back that the host has spoken with somebody."""
        return self._apply(lambda event: greetings.not_greeted(event, person))
