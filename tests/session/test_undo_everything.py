"""Whatever the host did, undo pressed often enough brings the evening back to where it began."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rounds.domain.errors import RoundsError
from rounds.domain.event import RECORD, Attendance, Correction, Event, KeptApart
from rounds.domain.identity import identified
from rounds.domain.people.typed_name import TypedPerson
from rounds.session.people import People
from rounds.session.planner import Planner
from rounds.session.session import Session
from rounds.session.steps import Steps
from rounds.session.timetable import Timetable
from tests.evenings import START, Hands, a_session, an_event
from tests.planner_by_hand import PlannerByHand
from tests.seats import together

Act = Callable[[Session, str, str], object]


def round_at_hand(session: Session) -> int:
    """Return the round of the clock, the first one in the lobby."""
    return session.run.round or 1


ACTS: dict[str, Act] = {
    "people.check_in": lambda session, one, _other: session.people.check_in(one),
    "people.check_in_all": lambda session, _one, _other: session.people.check_in_all(),
    "people.check_in_these": lambda session, one, other: session.people.check_in_these(
        (one, other)
    ),
    "people.mark_absent": lambda session, one, _other: session.people.mark_absent(one),
    "people.leave": lambda session, one, _other: session.people.leave(one),
    "people.add_walk_in": lambda session, one, _other: session.people.add_walk_in(f"New {one}"),
    "people.add_walk_ins": lambda session, one, other: session.people.add_walk_ins(
        [TypedPerson(f"New {one}"), TypedPerson(f"New {other}")]
    ),
    "people.correct_name": lambda session, one, _other: session.people.correct_name(one, "Ann"),
    "people.keep_apart": lambda session, one, other: session.people.keep_apart(one, other),
    "people.greet": lambda session, one, _other: session.people.greet(one),
    "people.pin": lambda session, one, other: session.people.pin(one, other),
    "people.exchange": lambda session, one, other: session.people.exchange(
        round_at_hand(session), one, other
    ),
    "people.mark_pairing": lambda session, one, _other: session.people.mark_pairing(
        round_at_hand(session), one, "short"
    ),
    "people.table_out_of_use": lambda session, _one, _other: session.people.table_out_of_use("1"),
    "steps.next": lambda session, _one, _other: session.steps.next(),
    "steps.end_introductions": lambda session, _one, _other: session.steps.end_introductions(),
    "steps.back": lambda session, _one, _other: session.steps.back(),
    "steps.end_early": lambda session, _one, _other: (
        session.steps.end_early() if session.state.talking else None
    ),
    "steps.end_when_over": lambda session, _one, _other: session.steps.end_when_over(),
    "steps.close_evening": lambda session, _one, _other: session.steps.close_evening(),
    "steps.pause_or_resume": lambda session, _one, _other: session.steps.pause_or_resume(),
    "steps.extend": lambda session, _one, _other: session.steps.extend(60),
    "steps.take_back_time": lambda session, _one, _other: session.steps.take_back_time(30),
    "steps.close_without_round": lambda session, _one, _other: session.steps.close_without_round(),
    "steps.swap_now": lambda session, _one, _other: session.steps.swap_now(),
    "plan.accept": lambda session, _one, _other: session.plan.accept(session.plan.propose()[0]),
    "timetable.change": lambda session, _one, _other: session.timetable.change(
        rounds=2, round_minutes=6, break_after=(1,)
    ),
    "say_to_room": lambda session, one, _other: session.say_to_room(f"Taxi for {one}"),
}
"""Everything that a host can do to an evening, by the part of the session that does it."""

NOT_A_VERB = {
    "accept", "propose", "mark_fresh", "with_fresh_plan", "change_within_plan", "repair_board",
    "expected_end", "closing_time", "ways_to_end_on_time", "fewer_rounds",
    "look_ahead", "follow", "go_on_when_planned", "close", "shorter_introductions",
}  # fmt: skip
"""What the parts tell, and what they do for each other."""


def begun_before(introductions: int = 0) -> Event:
    """Return an evening in whose record something stands already."""
    return an_event(7, rounds=4, break_after=[2], introductions=introductions).with_(
        attendance=(
            Attendance(person="Person 02", state="absent", at=START),
            Attendance(person="Person 04", state="left", at=START),
        ),
        corrections=(Correction(person="Person 03", name="Theo", at=START),),
        kept_apart=(KeptApart(people=("Person 05", "Person 06"), at=START),),
    )


def recorded(event: Event) -> dict[str, object]:
    """Return what the record holds but the clock, whatever the order of the entries."""
    return {kind: identified(kind, getattr(event, kind)) for kind in RECORD if kind != "clock"}


people = st.sampled_from([f"Person {number:02d}" for number in range(1, 8)])
acts = st.lists(
    st.tuples(st.sampled_from([*ACTS, *["steps.next"] * 6]), people, people, st.integers(0, 300)),
    max_size=20,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts, st.sampled_from([0, 60]))
def test_undo_pressed_often_enough_takes_everything_back(
    done: list[tuple[str, str, str, int]], introductions: int
) -> None:
    hands = Hands()
    before = begun_before(introductions)
    session = a_session(before, hands)
    for act, one, other, seconds in done:
        with suppress(RoundsError):
            ACTS[act](session, one, other)
        hands.move(seconds)
        session.tick()

    while session.take_back() is not None:
        pass

    assert recorded(session.event) == recorded(before)
    assert session.run.phase == "lobby"
    assert session.room.message == ""


@pytest.mark.parametrize(
    ("part", "of"),
    [("people", People), ("steps", Steps), ("plan", Planner), ("timetable", Timetable)],
)
def test_no_verb_of_the_session_is_left_out_here(part: str, of: type) -> None:
    verbs = {
        name
        for name, _member in inspect.getmembers(of, inspect.isfunction)
        if not name.startswith("_") and name not in NOT_A_VERB
    }

    assert {f"{part}.{verb}" for verb in verbs} <= ACTS.keys()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts, st.lists(st.integers(0, 2), min_size=20, max_size=20))
def test_undo_takes_everything_back_when_plans_come_late_too(
    done: list[tuple[str, str, str, int]], finds: list[int]
) -> None:
    hands, planner = Hands(), PlannerByHand()
    before = begun_before()
    session = a_session(before, hands, planner=planner)
    session.plan.look_ahead()
    for (act, one, other, seconds), plans_found in zip(done, finds, strict=False):
        with suppress(RoundsError):
            ACTS[act](session, one, other)
        hands.move(seconds)
        session.tick()
        for _ in range(plans_found):
            planner.find_one_more()
            session.tick()
        if session.run.phase == "move":
            nobody_sits_with_whom_the_host_keeps_apart(session)

    while session.take_back() is not None:
        session.tick()

    assert recorded(session.event) == recorded(before)
    assert session.run.phase == "lobby"


def nobody_sits_with_whom_the_host_keeps_apart(session: Session) -> None:
    if session.plan.board.by_hand == session.run.round:
        return
    for one, other in (entry.people for entry in session.event.kept_apart):
        assert one == other or not together(session, session.run.round, one, other)
