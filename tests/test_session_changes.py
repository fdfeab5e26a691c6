"""What the host says in the middle of the evening holds for the next seats."""

from __future__ import annotations

import pytest

from rounds.domain import roster
from rounds.domain.event import Event
from rounds.session.session import Session
from tests.evenings import Hands, a_session, an_event


def to_the_bell(session: Session, hands: Hands) -> None:
    """From the running round to its end."""
    hands.move(6 + 480)
    session.tick()


def after_round_one(event: Event, hands: Hands) -> Session:
    session = a_session(event, hands)
    session.step()
    session.step()
    to_the_bell(session, hands)
    return session


def placed(session: Session, number: int) -> set[str]:
    """Who sits or rests in a round, begun or planned."""
    rounds = (*session.event.rounds, *session.event.plan)
    return {
        key
        for each in rounds
        if each.number == number
        for key in (*each.resting, *(key for two in each.pairings for key in two.people))
    }


@pytest.mark.parametrize("gone", ["mark_absent", "leave"])
def test_one_check_in_does_not_send_everybody_else_home(gone: str) -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=4), hands)
    session.step()

    getattr(session, gone)("Person 03")
    session.check_in("Person 03")
    session.step()
    to_the_bell(session, hands)
    session.step()

    assert session.run.phase == "move"
    assert len(placed(session, 2)) == 6


def test_a_latecomer_checked_in_leaves_those_expected_later_in_the_plan() -> None:
    hands = Hands()
    event = an_event(7, rounds=3)
    late = event.participants[6].model_copy(update={"from_round": 3})
    session = after_round_one(event.with_(participants=(*event.participants[:6], late)), hands)
    session.mark_absent("Person 01")

    session.check_in("Person 01")

    assert len(roster.present(session.event, 2)) == 6
    assert len(roster.present(session.event, 3)) == 7


def test_a_walk_in_who_comes_back_does_not_send_everybody_else_home() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=3), hands)
    walk_in = session.add_walk_in("Tom Walker")
    session.leave(walk_in)

    session.check_in(walk_in)

    assert len(roster.present(session.event, 2)) == 7
