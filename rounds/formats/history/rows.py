"""The pair history: who sat with whom, for how long, and what really came of it.

Only a round that is over counts as held; one that was planned, or was broken off before its
end, stays "planned". Every export draws these rows and nothing else, and a note is never
among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rounds.domain.evening.rounds import minutes_in
from rounds.domain.event import Event, Note, Pairing, PersonKey, Round
from rounds.domain.people.roster import shown_names

Status = Literal["held", "short", "no-show", "planned"]


@dataclass(frozen=True)
class Met:
    """One pairing of the history; `people` are keys: seat A, seat B and the third of a trio.

    `minutes` is the time they really talked, None where nobody knows (yet).
    """

    round: int
    table: int | str
    people: tuple[PersonKey, ...]
    listened_first: PersonKey | None
    start: datetime | None
    end: datetime | None
    minutes: float | None
    status: Status


def history(event: Event) -> tuple[Met, ...]:
    """Return every pairing of the evening in the order of rounds and tables as recorded."""
    rounds = sorted((*event.rounds, *event.plan), key=lambda each: each.number)
    return tuple(_met(event, each, pairing) for each in rounds for pairing in each.pairings)


def names(event: Event) -> dict[PersonKey, str]:
    """Return how the exports call everybody, also somebody who is on the roster no more."""
    known = shown_names(event)
    seen = [key for met in history(event) for key in met.people]
    seen += [key for note in event.notes for key in (note.by, note.about)]
    seen += [key for each in (*event.rounds, *event.plan) for key in each.resting]
    return {**{key: key for key in seen}, **known}


def notes_of(event: Event, author: PersonKey | None = None) -> tuple[Note, ...]:
    """Return the notes of one author (of everybody without one) by round and author."""
    kept = [note for note in event.notes if author is None or note.by == author]
    return tuple(sorted(kept, key=lambda note: (note.round, note.by, note.about)))


def _met(event: Event, each: Round, pairing: Pairing) -> Met:
    status = _status(each, pairing)
    return Met(
        round=each.number,
        table=pairing.table,
        people=pairing.people,
        listened_first=(
            pairing.people[0 if each.listens_first == "A" else 1]
            if event.settings.listen_first
            else None
        ),
        start=each.started_at,
        end=each.ended_at,
        minutes=_minutes(each, pairing, status),
        status=status,
    )


def _status(each: Round, pairing: Pairing) -> Status:
    if pairing.held is not None:
        return pairing.held
    return "held" if each.started_at and each.ended_at else "planned"


def _minutes(each: Round, pairing: Pairing, status: Status) -> float | None:
    if status == "planned":
        return None
    if status == "no-show":
        return 0.0
    if pairing.minutes is not None:
        return round(pairing.minutes, 1)
    return minutes_in(each, pairing)
