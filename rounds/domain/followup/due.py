"""What is to be done after an evening, by its days.

These are next steps and promised answers, introductions on their way, reports about referrals,
and thanks for them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from rounds.domain.days_after import Introduction, Referral
from rounds.domain.event import Event, Note, PersonKey
from rounds.domain.followup.introductions import answer_of, standing
from rounds.domain.followup.referrals import report_due, thanks_due
from rounds.domain.notes import REPLY_WITHIN, answer_by, due_date

DueKind = Literal["step", "answer", "ask", "consent", "introduce", "contact", "report", "thanks"]

HOST: PersonKey = ""
"""Stands for the host among those who have something to do."""


class Due(NamedTuple):
    """One thing that somebody is to do on a day.

    `by` does it (`HOST` is the host), `about` is the person for whom it is done. `entry` is what
    it comes from: of a `step` and an `answer` the note, of `ask` (somebody is to be asked),
    `consent` (their yes is waited for) and `introduce` (both said yes) the introduction, of
    `contact` (a first ball), `report` and `thanks` the referral.
    """

    day: date
    kind: DueKind
    by: PersonKey
    about: PersonKey
    entry: Note | Introduction | Referral

    @property
    def what(self) -> str:
        """The next step of a note, else the kind of what is due."""
        note = self.entry if self.kind == "step" and isinstance(self.entry, Note) else None
        return (note.next_step if note else None) or self.kind

    @property
    def done_on(self) -> date | None:
        """The day on which it was done, None while it is open."""
        if not isinstance(self.entry, Note):
            return None
        return self.entry.done_on if self.kind == "step" else self.entry.answered_on


def follow_ups(notes: Iterable[Note]) -> tuple[Due, ...]:
    """Return what notes ask for, done or not, earliest first."""
    found: list[Due] = []
    for note in notes:
        written = note.at.date()
        if note.reply == "by":
            day = note.reply_by or answer_by(written)
            found.append(Due(day, "answer", note.by, note.about, note))
        if note.next_step:
            day = note.next_step_on or due_date(note.next_step, written)
            found.append(Due(day, "step", note.by, note.about, note))
    return _in_order(found)


def introductions_due(introductions: Iterable[Introduction]) -> tuple[Due, ...]:
    """Return the people to ask, those whose answer is still open, and those to introduce."""
    return _in_order(due for each in introductions for due in _of_introduction(each))


def referrals_due(
    referrals: Iterable[Referral], first_balls: Collection[Referral] = ()
) -> tuple[Due, ...]:
    """Return the reports and thanks that are due, and the first contacts of first balls."""
    return _in_order(due for each in referrals for due in _of_referral(each, first_balls))


def all_due(event: Event, first_balls: Collection[Referral] = ()) -> tuple[Due, ...]:
    """Return everything, done or not, earliest first.

    `first_balls` are those among the referrals of this event, see `referral_list.first_balls`.
    """
    return _in_order(
        (
            *follow_ups(event.notes),
            *introductions_due(event.introductions),
            *referrals_due(event.referrals, first_balls),
        )
    )


def open_until(
    event: Event, last: date | None, first_balls: Collection[Referral] = ()
) -> tuple[Due, ...]:
    """Return what is still open and due up to a day (without one: ever), overdue first."""
    return tuple(
        due
        for due in all_due(event, first_balls)
        if due.done_on is None and (last is None or due.day <= last)
    )


def held_on(event: Event) -> date | None:
    """Return the day of the evening: when it began, else as planned; None if nobody knows."""
    begun = [round_.started_at for round_ in event.rounds if round_.started_at]
    if begun:
        return min(begun).date()
    if event.settings.date:
        return event.settings.date
    moments = [note.at for note in event.notes] + [entry.at for entry in event.attendance]
    moments += [walk_in.joined_at for walk_in in event.walk_ins]
    return min(moments).date() if moments else None


def _of_introduction(one: Introduction) -> Iterator[Due]:
    how = standing(one)
    if how == "agreed":
        days = [said.answered_on for said in one.answers if said.answered_on]
        yield Due(max([one.noted_on, *days]), "introduce", one.by, one.people[0], one)
    if how not in {"to_ask", "waiting"}:
        return
    for person in one.people:
        said = answer_of(one, person)
        if said is None:
            yield Due(one.noted_on, "ask", one.by, person, one)
        elif said == "asked":
            asked = [each.asked_on for each in one.answers if each.person == person]
            day = (asked[-1] or one.noted_on) + REPLY_WITHIN
            yield Due(day, "consent", one.by, person, one)


def _of_referral(one: Referral, first_balls: Collection[Referral]) -> Iterator[Due]:
    if one.state == "new" and one in first_balls:
        yield Due(one.given_on, "contact", one.receiver, one.giver, one)
    if (day := report_due(one)) is not None:
        yield Due(day, "report", one.receiver, one.giver, one)
    if (day := thanks_due(one)) is not None:
        yield Due(day, "thanks", one.receiver, one.giver, one)


def _in_order(found: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(sorted(found, key=lambda due: (due.day, due.by, due.about, due.kind)))
