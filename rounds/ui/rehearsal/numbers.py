"""The numbers at the end of a rehearsal, and what would have been tight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rounds.domain.event import Event, PersonKey
from rounds.domain.planner.plan import make_plan
from rounds.domain.timetable import (
    clock_time,
    closing_time,
    evening_length,
    full_minute,
    introducing,
)
from rounds.domain.views.host_view import duration
from rounds.formats.plan.assessment import day_of
from rounds.i18n import _, ngettext, say, shown_time
from rounds.text.safe import one_line
from rounds.ui.rehearsal.autopilot import without_record

TIGHT = 5
"""An evening with fewer spare minutes than this before its planned end is tight."""


def numbers(event: Event) -> Iterator[str]:
    """Yield people, rounds, pairings, meetings, rests, the length, and what was tight."""
    met: dict[PersonKey, set[PersonKey]] = {}
    rests: dict[PersonKey, int] = {}
    held = 0
    for round_ in event.rounds:
        for key in round_.resting:
            rests[key] = rests.get(key, 0) + 1
        for pairing in round_.pairings:
            if pairing.held == "no-show":
                continue
            held += 1
            for key in pairing.people:
                met.setdefault(key, set()).update(set(pairing.people) - {key})
    counts = sorted(len(others) for others in met.values()) or [0]
    yield _("Participants: {count}").format(count=len(met))
    if len(event.rounds) < _last(event):
        left = _("Rounds: {count} of {all}, then the rehearsal was left")
        yield left.format(count=len(event.rounds), all=_last(event))
    else:
        yield _("Rounds: {count}").format(count=len(event.rounds))
    yield _("Pairings held: {count}").format(count=held)
    yield _met(counts[0], counts[-1])
    if most := max(rests.values(), default=0):
        yield _("Rests: {count}, nobody more than {most}").format(
            count=sum(rests.values()), most=most
        )
    yield _length(event)
    tight = [*_tight(event)]
    yield from tight or [_("Nothing would have been tight.")]


def _met(least: int, most: int) -> str:
    if least < most:
        return _("Each person met {least} to {most} others").format(least=least, most=most)
    return ngettext(
        "Each person met {count} other", "Each person met {count} others", least
    ).format(count=least)


def _length(event: Event) -> str:
    """Return how long the evening is, and from when to when if its start is given."""
    settings = event.in_force
    needed = _needed(event)
    span = say(duration(-int(-needed.total_seconds() // 60)))
    if settings.starts_at is None:
        return _("Length: {span}").format(span=span)
    opens = clock_time(settings.starts_at, day_of(settings))
    return _("Length: {span}, from {start} to {end}").format(
        span=span,
        start=shown_time(opens.time()),
        end=shown_time(full_minute(opens + needed).time()),
    )


def _needed(event: Event) -> timedelta:
    """Return how long the evening is as planned."""
    seconds = evening_length(event.in_force, _last(event), introducing(event))
    return timedelta(seconds=seconds)


def _tight(event: Event) -> Iterator[str]:
    """Yield what a host should look at again: the end, the rounds, what the plan warns of."""
    settings = event.in_force
    if settings.starts_at:
        opens = clock_time(settings.starts_at, day_of(settings))
        closes = closing_time(settings, opens)
        ends = full_minute(opens + _needed(event))
        spare = None if closes is None else int((closes - ends).total_seconds() // 60)
        if spare is not None and spare < 0:
            yield ngettext(
                "Tight: it ends {count} minute after the planned end.",
                "Tight: it ends {count} minutes after the planned end.",
                -spare,
            ).format(count=-spare)
        elif spare is not None and spare < TIGHT:
            yield ngettext(
                "Tight: it ends only {count} minute before the planned end.",
                "Tight: it ends only {count} minutes before the planned end.",
                spare,
            ).format(count=spare)
    plan = make_plan(without_record(event))
    reasons = plan.infeasible.says if plan.infeasible else ()
    for said in (*reasons, *plan.warnings):
        yield _("Tight: {reason}").format(reason=one_line(say(said)))


def _last(event: Event) -> int:
    """Return the number of rounds that the evening has, those to come included."""
    return max((round_.number for round_ in (*event.rounds, *event.plan)), default=0)
