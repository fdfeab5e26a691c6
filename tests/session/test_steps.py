from __future__ import annotations

from tests.evenings import Hands, a_session, an_event
from tests.seats import after_round_one


def test_every_board_begins_with_its_first_page() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=3), hands)
    session.steps.next()
    session.turn_page(1)
    session.steps.next()
    hands.move(500)
    session.tick()

    session.steps.next()

    assert session.run.round == 2
    assert session.room.page is None
    assert session.room.board_since == hands.now


def test_only_going_back_over_the_start_of_the_round_under_way_loses_its_talk() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=3), hands)
    session.steps.next()
    announced = session.steps.back_loses_talk
    session.steps.next()
    hands.move(66)
    begun = session.steps.back_loses_talk
    session.steps.swap_now()

    assert (announced, begun, session.steps.back_loses_talk) == (False, True, False)
