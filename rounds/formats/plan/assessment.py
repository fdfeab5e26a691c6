"""Assesses a plan from the host's side: are the rounds possible, is there enough time?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from rounds.domain.event import Event, Settings
from rounds.domain.people.roster import people
from rounds.domain.timetable import clock_time, closing_time, evening_length, introducing

if TYPE_CHECKING:
    from rounds.domain.planner.result import Plan

MOST_ROUNDS = 40


@dataclass(frozen=True)
class Feasibility:
    """Whether the wanted rounds are `possible`, and how many are at `most`.

    `proven` says whether more than `most` are ruled out. `spare` is the number of seconds left
    before the planned end, None if no times are given.
    """

    plan: Plan
    possible: bool
    most: int
    proven: bool
    spare: float | None

    @property
    def fits(self) -> bool:
        """Whether the evening ends before its planned end."""
        return self.spare is None or self.spare >= 0


def with_most_rounds(event: Event) -> Event:
    """Return the event with as many rounds wanted as could be possible at all."""
    begun = max((round_.number for round_ in event.rounds), default=0)
    everybody = people(event)
    # Where people come and go, new ones may follow on those who have met.
    come_and_go = any(p.from_round or p.until_round for p in everybody)
    most = MOST_ROUNDS if come_and_go else min(MOST_ROUNDS, max(begun + 1, len(everybody)))
    return event.with_(settings=event.settings.with_(rounds=most), plan=(), changes=())


def assess(event: Event, plan: Plan, longest: Plan) -> Feasibility:
    """Return the assessment of a plan; `longest` is the plan of `with_most_rounds`."""
    settings = event.in_force
    spare = None
    if settings.starts_at and settings.ends_at:
        opened = clock_time(settings.starts_at, day_of(settings))
        closes = closing_time(settings, opened)
        if closes is not None:
            needed = evening_length(settings, len(plan.rounds), introducing(event))
            spare = (closes - opened).total_seconds() - needed
    most = (
        longest.infeasible.rounds_possible
        if longest.infeasible is not None
        else len(longest.rounds)
    )
    proven = longest.infeasible is None or longest.infeasible.proven
    return Feasibility(plan, plan.infeasible is None, max(most, len(plan.rounds)), proven, spare)


def day_of(settings: Settings) -> datetime:
    """Return midnight of the evening's day, or of any day if it has none."""
    day = settings.date
    return datetime(day.year, day.month, day.day) if day else datetime(2000, 1, 1)  # noqa: DTZ001
