"""The opening of an evening in which everybody introduces themselves, one after the other.

The order is that of the roster. Whoever comes after the beginning speaks after all others, and
whoever has left is skipped.
"""

from __future__ import annotations

from typing import NamedTuple

from rounds.domain.evening import clock
from rounds.domain.evening.clock import Run
from rounds.domain.event import PersonKey
from rounds.domain.people.roster import RosterIndex
from rounds.domain.timetable import introductions_length

LEAST_PEOPLE = 2
"""With fewer people there is nobody to introduce oneself to."""


class Turn(NamedTuple):
    """One introduction: who speaks, as which of how many, and who is next (None after the last)."""

    person: PersonKey
    number: int
    in_all: int
    following: PersonKey | None


def turn(roster: RosterIndex, run: Run) -> Turn | None:
    """Return the introduction under way; None in any other phase."""
    if run.phase != "introductions":
        return None
    before = _before(roster, run)
    after = _after(roster, run)
    return Turn(
        run.person,
        len(before) + 1,
        len(before) + 1 + len(after),
        after[0] if after else None,
    )


def following(roster: RosterIndex, run: Run, now: float) -> Run | None:
    """Return the run of the next introduction, None if the first round comes next.

    From the lobby it is the first one, if the host wants introductions.
    """
    event = roster.event
    seconds = event.in_force.introductions
    order, waiting = run.order, _after(roster, run)
    if run.phase == "lobby":
        order = waiting = _taking_part(roster)
        if not seconds or event.rounds or len(waiting) < LEAST_PEOPLE:
            return None
    if not waiting:
        return None
    begun = clock.start("introductions", 0, seconds or run.seconds, now)
    return begun._replace(person=waiting[0], order=order)


def time_to_come(roster: RosterIndex, run: Run) -> float:
    """Return the seconds that the introductions after the one under way take.

    In the lobby everybody counts who is here or may still come.
    """
    match run.phase:
        case "lobby" if not roster.event.rounds:
            return introductions_length(roster.event.in_force, len(_awaited(roster)))
        case "introductions":
            return introductions_length(roster.event.in_force, len(_after(roster, run)))
    return 0.0


def _before(roster: RosterIndex, run: Run) -> list[PersonKey]:
    """Return those who have introduced themselves and are still here."""
    everybody, there = _everybody(roster, run), set(_taking_part(roster))
    at = everybody.index(run.person) if run.person in everybody else 0
    return [key for key in everybody[:at] if key in there]


def _after(roster: RosterIndex, run: Run) -> tuple[PersonKey, ...]:
    """Return those who are here and have not introduced themselves yet."""
    everybody, there = _everybody(roster, run), set(_taking_part(roster))
    at = everybody.index(run.person) + 1 if run.person in everybody else 0
    return tuple(key for key in everybody[at:] if key in there)


def _everybody(roster: RosterIndex, run: Run) -> list[PersonKey]:
    """Return those who were there at the beginning, then those who came later, as they came."""
    event = roster.event
    came = {person.key: person.joined_at.timestamp() for person in event.walk_ins}
    came.update((entry.person, entry.at.timestamp()) for entry in event.attendance)
    known = set(run.order)
    late = [key for key in _taking_part(roster) if key not in known]
    if run.person and run.person not in known and run.person not in late:
        late.append(run.person)  # somebody who came late and has left while it was their turn
    return [*run.order, *sorted(late, key=lambda key: came.get(key, float("inf")))]


def _taking_part(roster: RosterIndex) -> tuple[PersonKey, ...]:
    """Return those who are here, in the order of the roster.

    While nobody is checked in, they are those expected for the first round.
    """
    there = {"here"} if roster.checked_in else {"here", "expected"}
    return tuple(key for key in _awaited(roster) if roster.states[key] in there)


def _awaited(roster: RosterIndex) -> tuple[PersonKey, ...]:
    """Return those who are here or expected for the first round, without staff."""
    return tuple(
        person.key
        for person in roster.people
        if not person.staff
        for state in [roster.states[person.key]]
        if state == "here" or (state == "expected" and (person.from_round or 1) == 1)
    )
