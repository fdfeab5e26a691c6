"""The people of a list as values of an event."""

from __future__ import annotations

from rounds.domain.event import Participant
from rounds.formats.roster.reading import RosterReading


def coming(reading: RosterReading) -> tuple[Participant, ...]:
    """Return the people whom a list has as coming."""
    return tuple(Participant.checked(dict(person)) for person in reading.people)


def away(reading: RosterReading) -> tuple[Participant, ...]:
    """Return the people whom a list names, and who do not come."""
    return tuple(Participant.checked(dict(each.person)) for each in reading.left_out if each.person)


def written(person: Participant) -> dict[str, object]:
    """Return a person as the event file writes one: the fields that have a value."""
    empty = Participant(name=person.name).data()
    return {
        "name": person.name,
        **{
            field: list(value) if isinstance(value, tuple) else value
            for field, value in person.data().items()
            if field != "name" and value != empty.get(field)
        },
    }
