"""People whom nobody checked in are reseated and counted as others are; fewer rounds close."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from rounds.session.session import Session
from tests.evenings import Hands, a_session, an_event


def with_one_table(hands: Hands, event: Event | None = None) -> Session:
    """Return four people of whom nobody was checked in, two of them absent, in round 1."""
    session = a_session(event or an_event(4, rounds=3), hands)
    session.people.mark_absent("Person 03")
    hands.move(2)
    session.people.mark_absent("Person 04")
    session.steps.next()
    session.steps.next()
    hands.move(3)
    return session


def at_tables(session: Session) -> list[tuple[str, ...]]:
    """Return who sits together in round 1."""
    (round_,) = session.event.rounds
    return [two.people for two in round_.pairings if two.held is None]


def test_two_latecomers_of_an_evening_without_check_in_sit_down_together() -> None:
    hands = Hands()
    session = with_one_table(hands)

    session.people.check_in("Person 03")
    hands.move(2)
    session.people.check_in("Person 04")

    assert {"Person 03", "Person 04"} in [set(two) for two in at_tables(session)]


def test_two_latecomers_of_whom_one_is_checked_in_by_name_sit_down_together() -> None:
    hands = Hands()
    session = with_one_table(hands, an_event(4, rounds=3))

    session.people.check_in("Person 03")
    hands.move(2)
    session.people.add_walk_in("Walter")

    assert {"Person 03", "Walter"} in [set(two) for two in at_tables(session)]


def test_one_left_alone_and_a_latecomer_sit_down_together_without_check_in() -> None:
    hands = Hands()
    session = with_one_table(hands)

    session.people.leave("Person 02")
    hands.move(2)
    session.people.check_in("Person 03")

    assert {"Person 01", "Person 03"} in [set(two) for two in at_tables(session)]


@pytest.mark.parametrize("rounds", [1, 2])
def test_fewer_rounds_in_the_file_than_were_held_close_the_evening(rounds: int) -> None:
    hands = Hands()
    session = a_session(an_event(4, rounds=3), hands)
    for _round in range(rounds):
        session.steps.next()
        session.steps.next()
        hands.move(600)
        session.tick()
    fewer = session.event.settings.with_(rounds=1)
    session.state.put(session.event.with_(settings=fewer))

    session.steps.next()

    assert session.run.phase == "closing"


def test_fewer_rounds_in_the_file_close_the_evening_from_the_break_too() -> None:
    hands = Hands()
    session = a_session(an_event(4, rounds=3, break_after=(1,)), hands)
    session.steps.next()
    session.steps.next()
    hands.move(600)
    session.tick()
    session.steps.next()
    session.state.put(session.event.with_(settings=session.event.settings.with_(rounds=1)))

    session.steps.next()

    assert session.run.phase == "closing"
