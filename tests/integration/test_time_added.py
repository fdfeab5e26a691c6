"""Time added and taken, a round ended by mistake, and what the record says of it."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from rounds.formats.history.rows import history
from rounds.session.session import Session
from tests.evenings import Hands, a_session, an_event
from tests.seats import after_round_one


def talking(hands: Hands, seconds: float, **settings: object) -> Session:
    """Return a session whose first round has run for so many seconds."""
    session = a_session(an_event(6, rounds=4, **settings), hands)
    session.steps.next()
    session.steps.next()
    hands.move(6 + seconds)
    session.tick()
    return session


def reopened(session: Session, hands: Hands) -> Session:
    """Return the session as a restart makes it from the record."""
    return a_session(Event.checked(session.event.data()), hands)


def speaker(session: Session) -> str:
    return session.room.speaker(session.clocks.steady())


def minutes(session: Session) -> set[float | None]:
    return {met.minutes for met in history(session.event) if met.round == 1}


def test_a_round_ended_by_mistake_and_talked_on_counts_as_held() -> None:
    hands = Hands()
    session = talking(hands, 60)
    session.steps.next()

    for _press in range(13):
        session.steps.extend(30)
    hands.move(400)
    session.tick()

    assert {pairing.held for pairing in session.event.rounds[0].pairings} == {None}
    assert minutes(session) == {7.5}


def test_a_round_ended_by_mistake_goes_on_where_it_was() -> None:
    hands = Hands()
    session = talking(hands, 60)
    session.steps.next()

    session.steps.extend(30)

    assert (session.state.scene, speaker(session)) == ("first_half", "A")
    hands.move(16)
    assert (session.state.scene, speaker(session)) == ("swap", "B")


def test_a_round_continued_in_its_first_half_and_ended_again_is_short() -> None:
    hands = Hands()
    session = talking(hands, 60)
    session.steps.next()
    session.steps.extend(30)
    hands.move(31)

    session.tick()

    assert {pairing.held for pairing in session.event.rounds[0].pairings} == {"short"}
    assert minutes(session) == {1.5}


def test_more_time_after_the_bell_is_taken_back_press_by_press() -> None:
    hands = Hands()
    session = talking(hands, 490)
    session.people.mark_pairing(1, "Person 01", "short")
    ended_at = session.event.rounds[0].ended_at
    session.steps.extend(30)
    session.steps.extend(30)

    said = [str(session.take_back()) for _press in range(2)]

    assert said == ["30 s more", "more time for round 1"]
    assert session.state.scene == "end"
    assert session.event.rounds[0].ended_at == ended_at
    assert str(session.undo.last_action) == "result in round 1"


def test_a_pairing_that_was_short_before_the_bell_stays_short_when_the_round_goes_on() -> None:
    hands = Hands()
    session = talking(hands, 60)
    session.people.mark_pairing(1, "Person 01", "short")
    session.steps.next()

    session.steps.extend(30)

    held = [pairing.held for pairing in session.event.rounds[0].pairings]
    assert sorted(map(str, held)) == ["None", "None", "short"]


def test_time_added_after_the_swap_never_brings_the_first_half_back() -> None:
    hands = Hands()
    session = talking(hands, 246)

    session.steps.extend(30)

    assert session.state.scene == "second_half"
    assert speaker(session) == "B"
    assert session.state.remaining() == pytest.approx(264, abs=1)


def test_a_restart_knows_that_the_swap_was_before_time_was_added() -> None:
    hands = Hands()
    session = talking(hands, 246)
    session.steps.extend(30)

    again = reopened(session, hands)

    assert again.state.scene == "second_half"
    assert speaker(again) == "B"


def test_time_taken_away_just_before_the_swap_shows_the_swap() -> None:
    hands = Hands()
    session = talking(hands, 236)

    session.steps.extend(-30)
    hands.move(0.6)

    assert session.state.scene == "swap"
    assert session.state.remaining() == pytest.approx(214, abs=1)


def test_time_added_before_the_swap_is_for_both_halves() -> None:
    hands = Hands()
    session = talking(hands, 100)

    session.steps.extend(60)
    hands.move(240 + 30 - 100 + 1)

    assert session.state.scene == "swap"
    assert session.state.remaining() == pytest.approx(269, abs=1)


def test_time_added_to_a_move_that_is_overdue_counts_from_now() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    hands.move(160)

    session.steps.extend(30)

    assert session.state.remaining() == pytest.approx(30, abs=1)


def test_time_taken_from_a_move_that_is_overdue_changes_nothing() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    hands.move(160)

    session.steps.extend(-30)

    assert session.state.remaining() == pytest.approx(-100, abs=1)


def test_a_pause_is_not_talked() -> None:
    hands = Hands()
    session = talking(hands, 60)
    session.steps.pause_or_resume()
    hands.move(600)
    session.steps.pause_or_resume()
    hands.move(421)

    session.tick()

    assert minutes(session) == {8.0}


def test_what_an_early_swap_jumped_over_is_not_talked() -> None:
    hands = Hands()
    session = talking(hands, 30)
    session.steps.swap_now()
    hands.move(241)

    session.tick()

    assert minutes(session) == {4.5}


def test_a_round_without_a_pause_says_nothing_more_than_its_start_and_end() -> None:
    hands = Hands()
    session = talking(hands, 481)

    assert session.event.rounds[0].minutes is None
    assert minutes(session) == {8.0}


def test_a_round_that_is_over_is_never_played_again_after_a_restart() -> None:
    hands = Hands()
    session = talking(hands, 490)
    hands.wall_shift = -3600

    again = reopened(session, hands)

    assert again.state.scene == "end"
    again.steps.next()
    assert (again.run.phase, again.run.round) == ("move", 2)


def test_who_sat_down_in_mid_round_has_only_the_minutes_since() -> None:
    hands = Hands()
    session = a_session(an_event(7, rounds=4), hands)
    session.steps.next()
    session.steps.next()
    hands.move(6 + 120)
    gone, left_alone = session.event.rounds[0].pairings[0].people
    session.people.mark_absent(gone)
    hands.move(361)
    session.tick()

    held = {
        frozenset(met.people): met.minutes
        for met in history(session.event)
        if met.round == 1 and met.status == "held"
    }

    assert sorted(map(float, filter(None, held.values()))) == [6.0, 8.0, 8.0]
    assert next(value for people, value in held.items() if left_alone in people) == 6.0


@pytest.mark.parametrize("paused", [False, True])
def test_the_last_seconds_taken_away_end_the_round_at_once_and_are_taken_back(
    paused: bool,
) -> None:
    hands = Hands()
    session = talking(hands, 460)
    if paused:
        session.steps.pause_or_resume()

    session.steps.extend(-30)

    assert session.state.scene == "end"
    assert [round_.ended_at is not None for round_ in session.event.rounds] == [True]
    session.take_back()
    assert session.state.remaining() == 20
    assert [round_.ended_at is not None for round_ in session.event.rounds] == [False]


def test_time_taken_away_after_the_bell_changes_nothing() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=3), hands)
    before, said = session.event.rounds, session.undo.last_action

    session.steps.extend(-30)

    assert session.event.rounds == before
    assert session.undo.last_action == said
    assert session.state.scene == "end"
