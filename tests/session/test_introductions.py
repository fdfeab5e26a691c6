"""The introductions that open an evening, from the host's side."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rounds.background.at_once import PlannerAtOnce
from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.views.host_view import next_step
from rounds.i18n import say
from rounds.session.clocks import Clocks
from rounds.session.session import Session
from tests.evenings import Hands, MemoryKeeper, a_session, an_event


def an_opening(people: int = 4, **settings: object) -> tuple[Session, Hands]:
    """Return an evening with introductions of a minute each, in the lobby."""
    hands = Hands()
    return a_session(an_event(people, introductions=60, **settings), hands), hands


def speaks(session: Session) -> str:
    shown = session.room.introduction
    return shown.name if shown else session.run.phase


def through(session: Session) -> list[str]:
    """Press Enter until the first seats are shown; return who spoke."""
    spoke = []
    session.steps.next()
    while session.run.phase == "introductions":
        spoke.append(speaks(session))
        session.steps.next()
    return spoke


def test_everybody_introduces_themselves_in_the_order_of_the_roster_then_the_seats_are_shown() -> (
    None
):
    session, _hands = an_opening()

    spoke = through(session)

    assert spoke == ["Person 01", "Person 02", "Person 03", "Person 04"]
    assert (session.run.phase, session.run.round) == ("move", 1)


def test_an_evening_without_introductions_begins_with_the_seats() -> None:
    session = a_session(an_event(4))

    session.steps.next()

    assert session.run.phase == "move"


def test_once_people_are_checked_in_only_those_who_are_here_are_called() -> None:
    session, _hands = an_opening()
    session.people.check_in("Person 04")
    session.people.check_in("Person 02")

    assert through(session) == ["Person 02", "Person 04"]


def test_a_latecomer_speaks_after_all_others_and_a_walk_in_after_the_latecomer() -> None:
    session, hands = an_opening(5)
    for name in ("Person 03", "Person 04", "Person 05"):
        session.people.check_in(name)
    session.steps.next()
    session.steps.next()
    hands.move(5)
    session.people.check_in("Person 02")
    hands.move(5)
    session.people.add_walk_in("Tom Walker")
    hands.move(5)
    session.people.check_in("Person 01")

    spoke = [speaks(session), *through(session)]

    assert spoke == ["Person 04", "Person 05", "Person 02", "Tom Walker", "Person 01"]


def test_who_comes_while_a_latecomer_speaks_is_not_forgotten() -> None:
    session, hands = an_opening()
    for name in ("Person 03", "Person 04"):
        session.people.check_in(name)
    session.steps.next()
    session.people.check_in("Person 02")
    session.steps.next()
    session.steps.next()
    assert speaks(session) == "Person 02"
    hands.move(5)
    session.people.check_in("Person 01")

    assert through(session) == ["Person 01"]


def test_somebody_who_has_left_is_skipped_and_not_counted() -> None:
    session, _hands = an_opening()
    session.steps.next()
    session.people.leave("Person 02")
    shown = session.room.introduction
    session.steps.next()

    assert shown is not None
    assert (shown.following, shown.number, shown.count) == ("Person 03", 1, 3)
    assert speaks(session) == "Person 03"


def test_who_has_spoken_and_left_is_counted_no_more() -> None:
    session, _hands = an_opening()
    session.steps.next()
    session.steps.next()
    session.people.leave("Person 01")
    shown = session.room.introduction

    assert shown is not None
    assert (shown.name, shown.number, shown.count) == ("Person 02", 1, 3)


def test_when_a_latecomer_leaves_during_the_own_introduction_nobody_speaks_twice() -> None:
    session, _hands = an_opening()
    session.steps.next()
    late = session.people.add_walk_in("Late")
    for _person in range(4):
        session.steps.next()
    assert speaks(session) == "Late"
    session.people.leave(late)
    session.steps.next()

    assert session.run.phase == "move"


def test_the_introductions_go_on_at_their_length_where_the_host_takes_it_out_of_the_file() -> None:
    session, hands = an_opening()
    session.steps.next()
    settings = session.event.settings.with_(introductions=0)
    again = a_session(session.event.with_(settings=settings), hands)
    again.steps.next()

    assert (speaks(again), again.run.seconds) == ("Person 02", 60)


def test_where_the_one_who_should_speak_is_absent_the_evening_goes_on_with_the_next() -> None:
    session, _hands = an_opening()
    session.steps.next()
    session.steps.next()
    session.people.mark_absent("Person 02")
    session.steps.next()

    assert speaks(session) == "Person 03"


def test_helpers_and_those_who_come_for_a_later_round_are_not_called() -> None:
    event = an_event(5, introductions=60)
    first, helper, third, later, fifth = event.participants
    people = (first, helper.with_(staff=True), third, later.with_(from_round=2), fifth)
    session = a_session(event.with_(participants=people))

    assert through(session) == ["Person 01", "Person 03", "Person 05"]


def test_going_back_gives_the_one_before_exactly_the_time_that_was_left() -> None:
    session, hands = an_opening()
    session.steps.next()
    hands.move(42)
    session.steps.next()
    hands.move(7)

    session.steps.back()

    assert speaks(session) == "Person 01"
    assert session.state.remaining() == pytest.approx(18, abs=1)


def test_u_undoes_a_step_of_the_introductions_too_and_back_leads_to_the_lobby() -> None:
    session, _hands = an_opening()
    session.steps.next()
    session.steps.next()

    said = session.take_back()
    first = speaks(session)
    session.steps.back()

    assert said is not None
    assert say(said) == "introduction 2 of 4"
    assert (first, session.run.phase) == ("Person 01", "lobby")


def test_a_pause_and_more_time_act_on_an_introduction() -> None:
    session, hands = an_opening()
    session.steps.next()
    hands.move(20)
    session.steps.pause_or_resume()
    hands.move(100)
    session.steps.pause_or_resume()
    session.steps.extend(30)

    assert session.state.remaining() == pytest.approx(70, abs=1)


def test_when_the_time_is_up_nothing_happens_until_the_host_steps_on() -> None:
    session, hands = an_opening()
    session.steps.next()
    hands.move(75)
    session.tick()

    assert speaks(session) == "Person 01"
    assert session.state.remaining() == pytest.approx(-15, abs=1)


def test_the_rest_of_the_introductions_can_be_skipped_and_taken_up_again() -> None:
    session, hands = an_opening()
    session.steps.next()
    session.steps.next()
    hands.move(10)

    session.steps.end_introductions()
    phase = session.run.phase
    session.steps.back()

    assert phase == "move"
    assert speaks(session) == "Person 02"


def test_a_restart_comes_back_to_the_right_person_and_second() -> None:
    session, hands = an_opening()
    for name in ("Person 02", "Person 03", "Person 04"):
        session.people.check_in(name)
    session.steps.next()
    session.steps.next()
    hands.move(5)
    session.people.check_in("Person 01")
    hands.move(12.3)
    left = session.state.remaining()

    hands.move(20)
    again = Session(
        Event.checked(session.event.data()),
        MemoryKeeper(),
        Clocks(lambda: hands.now + 5e5, hands.wall),
        planner=PlannerAtOnce(),
    )

    assert speaks(again) == "Person 03"
    assert abs(again.state.remaining() - (left - 20)) < 0.01
    assert [speaks(again), *through(again)] == ["Person 03", "Person 04", "Person 01"]


def test_the_end_is_expected_as_much_later_as_the_introductions_take() -> None:
    without = a_session(an_event(6)).timetable.expected_end()
    session, hands = an_opening(6)
    in_the_lobby = session.timetable.expected_end()
    session.steps.next()
    session.steps.next()
    hands.move(30)
    in_the_second = session.timetable.expected_end()

    assert in_the_lobby == without + timedelta(minutes=6)
    assert in_the_second == without + timedelta(minutes=5)


def test_as_many_rounds_are_planned_as_fit_behind_the_introductions() -> None:
    hours = {"rounds": None, "starts_at": "18:30", "ends_at": "20:30"}
    without = a_session(an_event(27, **hours)).room.rounds

    assert an_opening(27, **hours)[0].room.rounds == without - 3  # of nine minutes each


def test_the_host_reads_what_enter_does_at_every_step() -> None:
    session, _hands = an_opening(3, rounds=2)

    def says() -> str:
        return say(next_step(session.state.roster, session.run, session.state.scene))

    said = [says()]
    for _step in range(3):
        session.steps.next()
        said.append(says())

    assert said == [
        "Enter: begin the introductions",
        "Enter: the next introduction, Person 02",
        "Enter: the next introduction, Person 03",
        "Enter: show the seats of round 1 for all 3 expected",
    ]


def test_with_nobody_to_pair_the_introductions_do_not_begin_either() -> None:
    session, _hands = an_opening()
    session.people.check_in("Person 01")

    with pytest.raises(RuleError):
        session.steps.next()

    assert session.run.phase == "lobby"


def test_somebody_whose_name_was_changed_in_the_file_does_not_stop_the_introductions() -> None:
    session, hands = an_opening()
    session.steps.next()
    renamed = tuple(
        person.with_(name="Somebody Else") if person.name == "Person 01" else person
        for person in session.event.participants
    )
    again = a_session(session.event.with_(participants=renamed), hands)

    assert speaks(again) == "Person 01"
    assert through(again) == ["Person 02", "Person 03", "Person 04", "Somebody Else"]
