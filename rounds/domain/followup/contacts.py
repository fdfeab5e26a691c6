"""Who was there, who wants to talk again, and whose contact somebody may have.

A wish to talk again is told only where both have it. People who are kept apart are never brought
together here, whatever they wrote.
"""

from __future__ import annotations

from rounds.domain.evening.free_partners import are_kept_apart
from rounds.domain.event import Event, PersonKey
from rounds.domain.notes import partners
from rounds.domain.people.roster import RosterIndex


def were_there(roster: RosterIndex) -> tuple[PersonKey, ...]:
    """Return those who took part in the evening, in the order of the roster.

    Whoever had a place in a round that has begun took part; before the first one, whoever is
    here. Staff count if they talked with somebody.
    """
    event = roster.event
    seated = {
        key
        for round_ in event.rounds
        for pairing in round_.pairings
        if pairing.held != "no-show"
        for key in pairing.people
    }
    resting = {key for round_ in event.rounds for key in round_.resting}
    wrote = {note.by for note in event.notes}
    return tuple(
        person.key
        for person in roster.people
        if person.key in seated
        or person.key in wrote
        or (
            not person.staff
            and roster.states[person.key] != "absent"
            and (person.key in resting or roster.states[person.key] in {"here", "left"})
        )
    )


def again_pairs(event: Event) -> tuple[tuple[PersonKey, PersonKey], ...]:
    """Return the pairs in which both said that they want to talk again, by the order of the roster.

    Nothing here depends on a mark that only one of them made.
    """
    roster = RosterIndex(event)
    wished = {(note.by, note.about) for note in event.notes if note.again}
    place = roster.numbers
    return tuple(
        sorted(
            (
                (one, other)
                for one, other in wished
                if (other, one) in wished
                and one in place
                and other in place
                and place[one] < place[other]
                and not are_kept_apart(roster, one, other)
            ),
            key=lambda pair: (place[pair[0]], place[pair[1]]),
        )
    )


def again_with(event: Event, key: PersonKey) -> frozenset[PersonKey]:
    """Return those with whom it is mutual that they want to talk again."""
    return frozenset(
        other for pair in again_pairs(event) if key in pair for other in pair if other != key
    )


def may_reach(roster: RosterIndex, key: PersonKey) -> tuple[PersonKey, ...]:
    """Return those whose contact this person may have, in the order of the roster.

    These are the people with whom it is mutual, and those who were there and share their contact
    with everybody; only who left a contact is among them.
    """
    mutual = again_with(roster.event, key)
    there = set(were_there(roster))
    return tuple(
        person.key
        for person in roster.people
        if person.contact
        and person.key != key
        and (person.key in mutual or (person.share_contact and person.key in there))
        and not are_kept_apart(roster, key, person.key)
    )


def not_met(roster: RosterIndex, key: PersonKey) -> tuple[PersonKey, ...]:
    """Return those who were there and with whom this person has not talked."""
    met = {other for _round, other in partners(roster.event, key)}
    return tuple(
        other
        for other in were_there(roster)
        if other != key
        and other not in met
        and not roster.by_key[other].staff
        and not are_kept_apart(roster, key, other)
    )
