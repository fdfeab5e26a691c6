from __future__ import annotations

from rounds.domain.people.attendance import check_in_all, mark_absent
from rounds.domain.people.greetings import greet, greeted, not_greeted, to_greet
from rounds.domain.people.roster import RosterIndex
from tests.evenings import START, an_event

ANN, BEN, CEM = "Person 01", "Person 02", "Person 03"


def test_everybody_who_is_expected_is_to_be_greeted_until_somebody_is_checked_in() -> None:
    event = an_event(3)

    assert to_greet(RosterIndex(greet(event, ANN, START))) == [BEN, CEM]

    somebody_here = check_in_all(mark_absent(event, CEM, START), START)
    people = tuple(person for person in somebody_here.attendance if person.person != BEN)
    assert to_greet(RosterIndex(somebody_here.with_(attendance=people))) == [ANN]


def test_somebody_greeted_twice_is_written_down_once_and_not_at_all_without_the_tick() -> None:
    event = greet(an_event(3), ANN, START)

    assert greet(event, ANN, START) is event
    assert greeted(not_greeted(event, ANN)) == frozenset()
