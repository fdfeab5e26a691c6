"""The rows of the pair history: who sat with whom, for how long, and whether it was held.

Only a round that has ended counts as held; one that was planned, or broken off before its end,
stays "planned". Every export consists of these rows; they never hold a note.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rounds.domain.evening.rounds import minutes_in
from rounds.domain.event import Event, Note, Pairing, PersonKey, Round
from rounds.domain.people.roster import RosterIndex, shown_names
from rounds.domain.planner.history import first_met, pairs_of

Status = Literal["held", "short", "no-show", "planned"]


@dataclass(frozen=True)
class Met:
    """One pairing of the history; `people` are keys: seat A, seat B and the third of a trio.

    `minutes` is the time they really talked, None if it is not known (yet). `again` says that they
    had met before tonight: they sat together in a rematch round.
    """

    round: int
    table: int | str
    people: tuple[PersonKey, ...]
    listened_first: PersonKey | None
    start: datetime | None
    end: datetime | None
    minutes: float | None
    status: Status
    again: bool


def history(event: Event) -> tuple[Met, ...]:
    """Return every pairing of the evening in the order of rounds and tables as recorded."""
    rounds = sorted((*event.rounds, *event.plan), key=lambda round_: round_.number)
    first = first_met(event)
    return tuple(
        _met(event, round_, pairing, first) for round_ in rounds for pairing in round_.pairings
    )


def own_part(event: Event, key: PersonKey) -> Event:
    """Return the event as far as one person took part in it: own pairings, rests, notes, partners.

    So an export of it holds nothing about anybody whom that person has not sat with.
    """

    def own(round_: Round) -> Round:
        return round_.with_(
            pairings=tuple(pairing for pairing in round_.pairings if key in pairing.people),
            resting=tuple(one for one in round_.resting if one == key),
        )

    rounds, plan = tuple(map(own, event.rounds)), tuple(map(own, event.plan))
    notes = notes_of(event, key)
    known = {one for round_ in (*rounds, *plan) for met in round_.pairings for one in met.people}
    known |= {key, *(note.about for note in notes)}
    return event.with_(
        participants=tuple(person for person in event.participants if person.key in known),
        walk_ins=tuple(person for person in event.walk_ins if person.key in known),
        rounds=rounds,
        plan=plan,
        notes=notes,
    )


def profiles(event: Event) -> dict[PersonKey, tuple[str, str, str]]:
    """Return the company, industry and purpose of everybody on the roster."""
    return {
        person.key: (person.company, person.industry, person.purpose)
        for person in RosterIndex(event).people
    }


def names(event: Event) -> dict[PersonKey, str]:
    """Return the name of everybody in the exports, also of people no longer on the roster."""
    known = shown_names(event)
    seen = [key for met in history(event) for key in met.people]
    seen += [key for note in event.notes for key in (note.by, note.about)]
    seen += [key for round_ in (*event.rounds, *event.plan) for key in round_.resting]
    return {**{key: key for key in seen}, **known}


def notes_of(event: Event, author: PersonKey | None = None) -> tuple[Note, ...]:
    """Return the notes of one author (of everybody without one) by round and author."""
    kept = [note for note in event.notes if author is None or note.by == author]
    return tuple(sorted(kept, key=lambda note: (note.round, note.by, note.about)))


def _met(
    event: Event, round_: Round, pairing: Pairing, first: Mapping[tuple[PersonKey, PersonKey], int]
) -> Met:
    status = _status(round_, pairing)
    return Met(
        round=round_.number,
        table=pairing.table,
        people=pairing.people,
        listened_first=(
            pairing.people[0 if round_.listens_first == "A" else 1]
            if event.settings.listen_first
            else None
        ),
        start=round_.started_at,
        end=round_.ended_at,
        minutes=_minutes(round_, pairing, status),
        status=status,
        again=status in {"held", "short"}
        and any(first.get(two, round_.number) < round_.number for two in pairs_of(pairing)),
    )


def _status(round_: Round, pairing: Pairing) -> Status:
    if pairing.held is not None:
        return pairing.held
    return "held" if round_.started_at and round_.ended_at else "planned"


def _minutes(round_: Round, pairing: Pairing, status: Status) -> float | None:
    if status == "planned":
        return None
    if status == "no-show":
        return 0.0
    if pairing.minutes is not None:
        return round(pairing.minutes, 1)
    return minutes_in(round_, pairing)
