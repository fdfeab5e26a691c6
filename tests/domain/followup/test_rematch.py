"""Whom a rematch round brings together again."""

from __future__ import annotations

from rounds.domain.event import Event, Note, Pin
from rounds.domain.followup.rematch import pairs_for_rematch, with_rematch
from rounds.domain.people.attendance import check_in_all, leave
from tests.evenings import START, an_event

ANN, BEN, CEM, DAN = (f"Person 0{number}" for number in (1, 2, 3, 4))


def wishing(event: Event, *pairs: tuple[str, str]) -> Event:
    """Return the event in which both of each pair want to talk again."""
    notes = tuple(
        Note(round=1, by=by, about=about, at=START, again=True)
        for one, other in pairs
        for by, about in ((one, other), (other, one))
    )
    return event.with_(notes=notes)


def test_who_has_left_and_whom_the_host_seats_elsewhere_are_in_no_pair() -> None:
    event = wishing(check_in_all(an_event(8, rounds=3), START), (ANN, BEN), (CEM, DAN))
    pinned = Pin(round=4, people=(CEM, "Person 08"), at=START)

    assert pairs_for_rematch(event, 4) == ((ANN, BEN), (CEM, DAN))
    assert pairs_for_rematch(leave(event, ANN, START), 4) == ((CEM, DAN),)
    assert pairs_for_rematch(event.with_(pins=(pinned,)), 4) == ((ANN, BEN),)


def test_two_of_one_side_are_in_no_pair() -> None:
    event = an_event(4, rounds=1, sides=["mentor", "mentee"])
    people = tuple(
        person.with_(side="mentor" if person.key in {ANN, BEN} else "mentee")
        for person in event.participants
    )

    assert pairs_for_rematch(
        wishing(event.with_(participants=people), (ANN, BEN), (BEN, DAN)), 2
    ) == ((BEN, DAN),)


def test_a_rematch_that_is_added_again_changes_the_number_of_rounds_once() -> None:
    event = an_event(8, rounds=3)
    for pairs in (((ANN, BEN),), ((CEM, DAN),)):
        event = with_rematch(event, 4, pairs, START)

    assert [pin.people for pin in event.pins] == [(CEM, DAN)]
    assert [change.rounds for change in event.changes] == [4]
