from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from tests.evenings import START, Hands, a_session, an_event
from tests.planner_by_hand import PlannerByHand
from tests.seats import after_round_one


def test_an_evening_that_runs_late_is_late_for_tonight_and_not_early_for_tomorrow() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=3, starts_at="18:30", ends_at="19:00"), hands)

    hands.move(3600)

    assert session.timetable.closing_time() == START.replace(hour=19, minute=0)
    assert session.timetable.expected_end() > START.replace(hour=19, minute=0)


def test_the_expected_end_stays_the_same_when_the_first_round_is_announced() -> None:
    session = a_session(an_event(6, rounds=3, starts_at="18:30", ends_at="20:30"))
    before = session.timetable.expected_end()

    session.steps.next()

    assert session.timetable.expected_end() == before == START + timedelta(seconds=3 * 546)


@pytest.mark.parametrize(
    ("starts", "ends", "now"),
    [
        ("18:30", "20:30", timedelta(hours=2, minutes=31)),
        ("21:00", "23:45", timedelta(hours=5, minutes=40)),
        ("23:00", "00:30", timedelta(hours=6, minutes=10)),
    ],
    ids=["in the evening", "after midnight", "planned for after midnight"],
)
def test_in_a_lobby_past_the_planned_end_the_evening_begins_now_and_not_a_day_ago(
    starts: str, ends: str, now: timedelta
) -> None:
    hands = Hands()
    hands.move(now.total_seconds())
    session = a_session(an_event(6, starts_at=starts, ends_at=ends), hands)
    closes = session.timetable.closing_time()

    assert session.timetable.expected_end() > hands.wall()
    assert closes is not None
    assert timedelta() < hands.wall() - closes < timedelta(hours=3)


def test_before_the_first_step_the_end_is_that_of_the_rounds_that_are_possible() -> None:
    planner = PlannerByHand()
    session = a_session(an_event(4, rounds=None), planner=planner)
    session.plan.look_ahead()
    session.tick()
    planner.find_one_more()
    session.tick()

    assert session.timetable.expected_end() == START + timedelta(seconds=3 * (60 + 6 + 480))


def test_after_another_number_of_rounds_nothing_is_left_to_plan_again() -> None:
    session = a_session(an_event(6, rounds=3))
    session.plan.accept(session.plan.propose()[0])

    session.timetable.change(rounds=4)

    assert [round_.number for round_ in session.event.plan] == [1, 2, 3, 4]
    assert not session.plan.stale


def test_while_the_last_round_is_announced_there_is_nothing_to_close_early() -> None:
    session = after_round_one(an_event(6, rounds=2), Hands())
    before = session.timetable.can_close_after

    session.steps.next()

    assert (before, session.timetable.can_close_after) == (1, None)


def test_a_planned_round_that_the_host_no_longer_wants_does_not_follow() -> None:
    event = after_round_one(an_event(6, rounds=2), Hands()).event

    session = a_session(event.with_(settings=event.settings.with_(rounds=1)), Hands())

    assert event.plan
    assert not session.timetable.another_round


def test_a_start_recorded_in_another_time_zone_closes_the_hall_at_the_same_moment() -> None:
    hands = Hands()
    event = after_round_one(an_event(6, rounds=3, ends_at="20:30"), hands).event
    (round_,) = event.rounds
    assert round_.started_at is not None
    in_tokyo = round_.started_at.astimezone(timezone(timedelta(hours=9)))

    session = a_session(event.with_(rounds=(round_.with_(started_at=in_tokyo),)), hands)

    assert session.timetable.closing_time() == START.replace(hour=20, minute=30)


def test_an_evening_that_begins_after_its_planned_end_is_late_and_not_a_day_early() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=3, starts_at="17:00", ends_at="18:15"), hands)
    waiting = session.timetable.closing_time()
    session.steps.next()

    assert waiting == START.replace(hour=18, minute=15)
    assert session.timetable.closing_time() == START.replace(hour=18, minute=15)
