"""Who sits down together in a running round, and what their minutes count for."""

from __future__ import annotations

import pytest

from rounds.domain.event import Pairing
from rounds.session.session import Session
from tests.evenings import Hands, a_session, an_event
from tests.seats import placed


def running(hands: Hands, minutes: float, people: int = 9, *, checked_in: bool = False) -> Session:
    """Return a session whose first round has been talked for `minutes`."""
    session = a_session(an_event(people, rounds=4), hands)
    if checked_in:
        session.people.check_in_all()
    session.steps.next()
    session.steps.next()
    hands.move(6 + 60 * minutes)
    session.tick()
    return session


def left_alone(session: Session) -> tuple[str, str]:
    """Mark somebody of the first table absent; return the partner and who rested."""
    gone, partner = session.event.rounds[0].pairings[0].people
    (rested,) = session.event.rounds[0].resting
    session.people.mark_absent(gone)
    return partner, rested


def pairing_of(session: Session, *people: str) -> Pairing:
    """Return the pairing of these people in the first round."""
    found = [two for two in session.event.rounds[0].pairings if set(two.people) == set(people)]
    return found[-1]


def test_two_who_sit_down_late_talk_until_the_bell_and_are_short_then() -> None:
    hands = Hands()
    session = running(hands, 6)

    two = left_alone(session)

    assert pairing_of(session, *two).held is None
    hands.move(121)
    session.tick()
    assert (pairing_of(session, *two).held, pairing_of(session, *two).minutes) == ("short", 2.0)


def test_a_partner_who_sat_down_late_is_not_left_alone_unnoticed() -> None:
    hands = Hands()
    session = running(hands, 6)
    partner, rested = left_alone(session)

    session.people.mark_absent(rested)

    assert pairing_of(session, partner, rested).held == "no-show"
    assert session.event.rounds[0].resting == (partner,)


def test_who_leaves_a_pairing_that_began_late_talked_since_then() -> None:
    hands = Hands()
    session = running(hands, 2)
    two = left_alone(session)
    hands.move(3 * 60)

    session.people.leave(two[1])

    assert (pairing_of(session, *two).held, pairing_of(session, *two).minutes) == ("short", 3.0)


def test_half_of_a_round_is_half_of_the_minutes_it_should_have() -> None:
    hands = Hands()
    session = running(hands, 1)
    session.steps.next()
    session.steps.extend(30)
    hands.move(20)
    one, other = session.event.rounds[0].pairings[0].people

    session.people.leave(one)

    assert pairing_of(session, one, other).held == "short"


def test_a_latecomer_with_more_than_half_of_a_longer_round_left_waits_for_no_bell() -> None:
    hands = Hands()
    session = running(hands, 1)
    for _press in range(12):
        session.steps.extend(30)
    hands.move(8 * 60)

    key = session.people.add_walk_in("Late")

    (rested,) = [two for two in session.event.rounds[0].pairings if key in two.people]
    assert rested.since == 9.0


def two_went(session: Session, hands: Hands) -> tuple[str, str]:
    """Two of different tables go home a minute apart; return the partners they left alone."""
    alone = []
    for at in (0, 1):
        gone, partner = session.event.rounds[0].pairings[at].people
        session.people.leave(gone)
        alone.append(partner)
        hands.move(60)
    return alone[0], alone[1]


def test_two_left_alone_one_after_the_other_talk_from_the_second_minute_on() -> None:
    hands = Hands()
    session = running(hands, 1, people=8)
    first, second = two_went(session, hands)

    hands.move(360)
    session.tick()

    first_two, second_two = session.event.rounds[0].pairings[:2]
    assert [(two.held, two.minutes) for two in (first_two, second_two)] == [
        ("short", 1.0),
        ("short", 2.0),
    ]
    together = pairing_of(session, first, second)
    assert (together.table, together.since, together.held) == (second_two.table, 2.0, None)


def test_taking_back_the_second_leaving_takes_back_the_new_seats() -> None:
    hands = Hands()
    session = running(hands, 1, people=8)
    before = session.event.rounds[0]
    two_went(session, hands)

    session.take_back()
    session.take_back()

    assert session.event.rounds[0] == before


def test_nobody_sits_down_with_less_than_half_of_the_round_left_because_somebody_leaves() -> None:
    hands = Hands()
    session = running(hands, 6)
    two = left_alone(session)
    hands.move(70)
    session.people.add_walk_in("Late Comer")

    session.people.leave(two[0])

    assert not any("Late Comer" in each.people for each in session.event.rounds[0].pairings)


def test_the_two_of_a_trio_have_talked_from_the_start_when_the_third_comes_back() -> None:
    hands = Hands()
    session = a_session(an_event(7, rounds=3, odd="trio"), hands)
    session.steps.next()
    session.steps.next()
    (trio,) = (two.people for two in session.event.rounds[0].pairings if len(two.people) == 3)
    hands.move(6 + 60)
    session.people.mark_absent(trio[2])
    hands.move(100)
    session.people.check_in(trio[2])

    hands.move(320)
    session.tick()

    assert pairing_of(session, *trio).since == 0
    assert pairing_of(session, *trio).held is None


def test_a_latecomer_is_seated_as_long_as_exactly_half_of_the_round_is_left() -> None:
    session = running(Hands(), 4, people=7)
    (rested,) = session.event.rounds[0].resting

    walk_in = session.people.add_walk_in("Tom Walker")

    assert pairing_of(session, rested, walk_in).since == 4


@pytest.mark.parametrize("goes", ["mark_absent", "leave"])
def test_near_the_end_nobody_who_waits_for_the_next_round_is_called_to_a_table(goes: str) -> None:
    session = running(Hands(), 5, people=6)
    session.people.add_walk_in("Tom Walker")
    gone, _partner = session.event.rounds[0].pairings[0].people

    getattr(session.people, goes)(gone)

    assert "Tom Walker" not in placed(session, 1)


def parted_by_mistake(session: Session, hands: Hands) -> tuple[str, str, str]:
    """Mark somebody absent for a minute, in which the partner sits down with who rested.

    Return the one who came back, the partner, and who rested.
    """
    gone, partner = session.event.rounds[0].pairings[0].people
    (rested,) = session.event.rounds[0].resting
    session.people.mark_absent(gone)
    hands.move(60)
    session.people.check_in(gone)
    return gone, partner, rested


with_and_without_check_in = pytest.mark.parametrize("checked_in", [True, False])


@with_and_without_check_in
@pytest.mark.parametrize("goes", ["mark_absent", "leave"])
def test_two_who_were_parted_by_mistake_sit_together_again_when_they_are_both_free(
    goes: str, checked_in: bool
) -> None:
    hands = Hands()
    session = running(hands, 1, checked_in=checked_in)
    back, partner, rested = parted_by_mistake(session, hands)

    getattr(session.people, goes)(rested)

    again = pairing_of(session, back, partner)
    assert (again.held, again.since) == (None, 2.0)
    assert session.event.rounds[0].resting == ()


@with_and_without_check_in
def test_two_who_sit_together_again_are_short_at_the_bell_if_they_talked_too_little(
    checked_in: bool,
) -> None:
    hands = Hands()
    session = running(hands, 2, checked_in=checked_in)
    back, partner, rested = parted_by_mistake(session, hands)
    hands.move(45)
    session.people.leave(rested)
    session.steps.next()

    again = pairing_of(session, back, partner)
    assert (again.held, again.since, again.minutes) == ("short", 3.8, 0.0)


@with_and_without_check_in
def test_somebody_who_was_to_rest_and_comes_back_sits_down_with_the_next_one_left_alone(
    checked_in: bool,
) -> None:
    session = running(Hands(), 1, checked_in=checked_in)
    (rested,) = session.event.rounds[0].resting
    session.people.mark_absent(rested)
    session.people.check_in(rested)
    gone, partner = session.event.rounds[0].pairings[0].people

    session.people.leave(gone)

    assert pairing_of(session, partner, rested).held is None


def test_two_who_are_said_to_have_met_in_short_do_not_sit_together_again() -> None:
    session = running(Hands(), 1, people=8, checked_in=True)
    one, other = session.event.rounds[0].pairings[0].people
    gone, partner = session.event.rounds[0].pairings[1].people
    session.people.mark_pairing(1, one, "short")
    session.people.leave(gone)

    session.people.leave(partner)

    pairs = [two.people for two in session.event.rounds[0].pairings]
    assert sum({one, other} == set(pair) for pair in pairs) == 1
    assert any(partner in pair and ({one, other} & set(pair)) for pair in pairs)


@with_and_without_check_in
def test_two_kept_apart_since_they_were_parted_do_not_sit_together_when_one_comes_back(
    checked_in: bool,
) -> None:
    session = running(Hands(), 1, people=8, checked_in=checked_in)
    one, other = session.event.rounds[0].pairings[0].people
    session.people.leave(one)
    session.people.keep_apart(one, other)

    session.people.check_in(one)

    assert pairing_of(session, one, other).held == "short"
