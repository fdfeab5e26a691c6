"""Notes: what one participant writes about a partner.

A note belongs to its author and the host. There is one per pairing and author; writing it
again replaces it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rounds.domain.event import Event, Note, PersonKey

DAYS_UNTIL = {
    "message": 0,
    "meeting": 0,
    "network": 1,
    "mail": 1,
    "newsletter": 1,
    "postcard": 7,
}
"""In how many days each next step is due, unless its author says otherwise."""

REPLY_WITHIN = timedelta(days=7)


def partners(event: Event, key: PersonKey) -> tuple[tuple[int, PersonKey], ...]:
    """Return (round, partner) of everybody this person has sat with, newest first."""
    found = [
        (round_.number, other)
        for round_ in event.rounds
        for pairing in round_.pairings
        if pairing.held != "no-show" and key in pairing.people
        for other in pairing.people
        if other != key
    ]
    return tuple(sorted(found, key=lambda met: -met[0]))


def find(event: Event, number: int, by: PersonKey, about: PersonKey) -> Note | None:
    """Return the note of one pairing by one author, None where there is none yet."""
    for note in event.notes:
        if (note.round, note.by, note.about) == (number, by, about):
            return note
    return None


def write(event: Event, note: Note) -> Event:
    """Return the event with this note in the place of an earlier one of the same pairing.

    No two notes carry the same moment: a later one waits a second.
    """
    others = tuple(
        each
        for each in event.notes
        if (each.round, each.by, each.about) != (note.round, note.by, note.about)
    )
    taken = {each.at for each in others}
    at = note.at.replace(microsecond=0)
    while at in taken:
        at += timedelta(seconds=1)
    return event.with_(notes=(*others, note.with_(at=at)))


def due_date(step: str, today: date) -> date:
    """Return the day on which a next step is due."""
    return today + timedelta(days=DAYS_UNTIL[step])


def answer_by(today: date) -> date:
    """Return the day by which "I answer by …" is meant, unless its author says otherwise."""
    return today + REPLY_WITHIN


def stamp(now: datetime) -> datetime:
    """Return the moment as the record keeps it: to the second."""
    return now.replace(microsecond=0)
