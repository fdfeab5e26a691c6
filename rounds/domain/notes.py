"""Notes of participants about their partners.

A note belongs to its author and the host. There is one per pairing and author; writing it
again replaces it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rounds.domain.event import Event, Note, PersonKey

DAYS_UNTIL = {
    "message": 0,
    "network": 1,
    "mail": 1,
    "newsletter": 1,
    "postcard": 7,
    "meeting": 7,
}
"""The number of days until a next step is due, unless its author says otherwise."""

REPLY_WITHIN = timedelta(days=7)


def partners(event: Event, key: PersonKey) -> tuple[tuple[int, PersonKey], ...]:
    """Return (round, partner) for everybody that this person has sat with, newest first."""
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
    """Return the note of one pairing by one author, None if there is none yet."""
    for note in event.notes:
        if (note.round, note.by, note.about) == (number, by, about):
            return note
    return None


def write(event: Event, *notes: Note) -> Event:
    """Return the event with these notes in place of earlier ones of the same pairings.

    No two notes of one author have the same moment: a later one is dated a second later.
    """
    new = {(note.round, note.by, note.about): note for note in notes}
    authors = {note.by for note in notes}
    kept = [
        other
        for other in event.notes
        if other.by not in authors or (other.round, other.by, other.about) not in new
    ]
    taken = {(other.by, other.at) for other in kept if other.by in authors}
    for note in new.values():
        at = note.at.replace(microsecond=0)
        while (note.by, at) in taken:
            at += timedelta(seconds=1)
        taken.add((note.by, at))
        kept.append(note if note.at == at else note.with_(at=at))
    return event.with_(notes=tuple(kept))


def due_date(step: str, today: date) -> date:
    """Return the day on which a next step is due."""
    return today + timedelta(days=DAYS_UNTIL[step])


def answer_by(today: date) -> date:
    """Return the day that "I answer by …" means, unless its author chooses another."""
    return today + REPLY_WITHIN


def stamp(now: datetime) -> datetime:
    """Return a moment to the second, as the record keeps it."""
    return now.replace(microsecond=0)
