from __future__ import annotations

import json

import pytest

from rounds.background.at_once import PlannerAtOnce
from rounds.domain import notes
from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.session.clocks import Clocks
from rounds.session.session import Session
from tests.evenings import Hands, MemoryKeeper, a_session, an_event
from tests.notes import a_note
from tests.seats import after_round_one


def through_a_round(session: Session, hands: Hands) -> None:
    """From the board to the bell."""
    session.steps.next()
    hands.move(6 + 480)
    session.tick()


def test_an_evening_goes_from_the_lobby_to_the_closing() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=3, break_after=[1]), hands)
    seen = []

    for _step in range(9):
        session.steps.next()
        hands.move(500)
        session.tick()
        seen.append((session.state.scene, session.run.round))

    assert seen == [
        ("move", 1), ("end", 1), ("break", 1),
        ("move", 2), ("end", 2),
        ("move", 3), ("end", 3), ("closing", 3), ("closing", 3),
    ]  # fmt: skip


def test_nobody_meets_anybody_twice_in_a_whole_evening() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=5), hands)
    session.steps.next()

    for _round in range(5):
        through_a_round(session, hands)
        session.steps.next()

    pairs = [frozenset(p.people) for round_ in session.event.rounds for p in round_.pairings]
    assert len(pairs) == len(set(pairs)) == 15


def test_a_round_ends_by_itself_at_its_deadline_even_when_the_tick_comes_late() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    deadline = hands.wall().timestamp() + session.state.remaining()

    hands.move(6 + 480 + 300)
    session.tick()

    ended_at = session.event.rounds[0].ended_at
    assert ended_at is not None
    assert abs(ended_at.timestamp() - deadline) <= 1
    assert session.state.scene == "end"


def test_a_restart_in_the_middle_of_a_round_comes_back_at_the_right_second() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    hands.move(100.3)
    left = session.state.remaining()

    hands.move(20)
    again = Session(
        Event.checked(session.event.data()),
        MemoryKeeper(),
        Clocks(lambda: hands.now + 5e5, hands.wall),
        planner=PlannerAtOnce(),
    )

    assert again.run.round == 1
    assert abs(again.state.remaining() - (left - 20)) < 0.01


def test_a_restart_while_paused_is_still_paused() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    hands.move(60)
    session.steps.pause_or_resume()
    left = session.state.remaining()

    hands.move(1000)
    again = a_session(session.event, hands)

    assert again.run.paused
    assert abs(again.state.remaining() - left) < 0.1


def test_back_restores_the_exact_time_of_a_round_ended_by_mistake() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    hands.move(100)
    left = session.state.remaining()
    session.steps.next()

    hands.move(30)
    session.steps.back()

    assert session.state.scene == "first_half"
    assert abs(session.state.remaining() - left) < 1
    assert session.event.rounds[0].ended_at is None


def test_back_from_a_round_puts_it_back_into_the_plan() -> None:
    session = a_session()
    session.steps.next()
    session.steps.next()

    session.steps.back()

    assert session.run.phase == "move"
    assert session.event.rounds == ()
    assert session.event.plan[0].number == 1


def test_a_wrong_check_in_is_one_key_from_being_undone() -> None:
    session = a_session()
    session.people.check_in("Person 01")

    session.take_back()

    assert session.event.attendance == ()


def test_undo_never_takes_a_note_back() -> None:
    session = a_session()
    session.steps.next()
    session.steps.next()
    pairing = session.event.rounds[0].pairings[0]
    session.people.mark_absent("Person 06")
    session.write_note(a_note(*pairing.people))

    session.take_back()

    assert len(session.event.notes) == 1
    assert notes.find(session.event, 1, *pairing.people) is not None


def test_a_latecomer_changes_only_rounds_not_yet_begun() -> None:
    hands = Hands()
    session = a_session(an_event(6), hands)
    session.people.check_in_all()
    session.steps.next()
    through_a_round(session, hands)
    held = session.event.rounds

    session.people.add_walk_in("Tom Walker")
    session.steps.next()

    assert session.event.rounds == held
    in_round_two = session.event.plan[0]
    everybody = {key for pairing in in_round_two.pairings for key in pairing.people}
    assert "Tom Walker" in everybody | set(in_round_two.resting)


def test_an_evening_with_nobody_says_so_instead_of_starting() -> None:
    session = a_session()
    for number in range(1, 7):
        session.people.mark_absent(f"Person {number:02d}")

    with pytest.raises(RuleError, match="nobody to pair"):
        session.steps.next()


def test_time_added_after_the_bell_lets_the_round_go_on() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    through_a_round(session, hands)

    session.steps.extend(30)

    assert session.state.scene != "end"
    assert session.event.rounds[0].ended_at is None


def test_a_clock_moved_by_an_hour_leaves_the_countdown_alone() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    session.tick()
    left = session.state.remaining()

    hands.wall_shift = 3600
    session.tick()

    assert session.state.remaining() == pytest.approx(left, abs=1)
    assert any("changed" in str(each) for each in session.state.news)
    assert session.event.clock[0].ends_at is not None
    written = (session.event.clock[0].ends_at - hands.wall()).total_seconds()
    assert written == pytest.approx(left, abs=1)


def test_the_room_never_holds_a_note() -> None:
    session = a_session()
    session.steps.next()
    session.steps.next()
    pairing = session.event.rounds[0].pairings[0]

    session.write_note(a_note(*pairing.people, text="SECRET"))

    assert "SECRET" not in json.dumps(session.room.data())


def test_a_round_held_as_planned_leaves_the_plan_up_to_date() -> None:
    hands = Hands()
    session = a_session(an_event(7), hands)
    session.steps.next()

    through_a_round(session, hands)

    assert not session.plan.stale


@pytest.mark.parametrize("put_right", ["held", "short"])
def test_a_meeting_that_took_place_after_all_puts_the_plan_out_of_date(put_right: str) -> None:
    hands = Hands()
    session = a_session(an_event(6), hands)
    session.steps.next()
    through_a_round(session, hands)
    one = session.event.rounds[0].pairings[0].people[0]
    session.people.mark_pairing(1, one, "no-show")
    missed = session.plan.stale
    session.steps.next()
    again = session.plan.stale

    session.people.mark_pairing(1, one, put_right)

    assert (missed, again, session.plan.stale) == (True, False, True)


def test_an_absence_puts_the_plan_out_of_date_and_undo_brings_it_back() -> None:
    session = a_session(an_event(7))
    session.steps.next()

    session.people.mark_absent("Person 03")
    absent = session.plan.stale
    session.take_back()

    assert absent
    assert not session.plan.stale


def test_an_exchange_by_the_host_is_part_of_the_plan_and_can_be_undone() -> None:
    session = a_session(an_event(6))
    session.steps.next()
    before = session.event.plan

    session.people.exchange(1, "Person 01", "Person 02")
    exchanged = session.plan.stale
    session.take_back()

    assert not exchanged
    assert not session.plan.stale
    assert session.event.plan == before


def test_an_exchange_in_a_running_round_puts_the_plan_out_of_date() -> None:
    session = a_session(an_event(6))
    session.steps.next()
    session.steps.next()
    (one, _two), (other, _another) = [p.people for p in session.event.rounds[0].pairings[:2]]

    session.people.exchange(1, one, other)

    assert session.plan.stale


def test_shorter_rounds_chosen_by_the_host_end_the_evening_on_time() -> None:
    hands = Hands()
    session = a_session(an_event(12, rounds=6, starts_at="18:30", ends_at="19:30"), hands)
    hands.move(600)

    fewer, shorter = session.timetable.ways_to_end_on_time()
    session.timetable.change(rounds=shorter.rounds, round_minutes=shorter.round_minutes)

    assert fewer.rounds == 5
    assert session.timetable.ways_to_end_on_time() == ()
    assert session.timetable.expected_end() == shorter.ends_at


def test_the_break_left_out_to_end_on_time_comes_back_with_undo() -> None:
    hands = Hands()
    event = an_event(12, rounds=4, starts_at="18:30", ends_at="19:10", break_after=[1])
    session = after_round_one(event, hands)

    way = session.timetable.ways_to_end_on_time()[-1]
    session.timetable.change(
        rounds=way.rounds, round_minutes=way.round_minutes, break_after=way.break_after
    )
    ends = session.timetable.expected_end()
    session.steps.next()
    without = session.run.phase
    session.take_back()
    session.take_back()
    session.steps.next()

    assert (way.break_after, ends, without) == ((), way.ends_at, "move")
    assert session.run.phase == "break"


def test_before_the_doors_the_end_is_reckoned_from_the_start_on_the_invitation() -> None:
    session = a_session(an_event(12, rounds=6, starts_at="19:30", ends_at="21:00"))

    assert f"{session.timetable.expected_end():%H:%M:%S}" == "20:24:36"


def test_two_people_exchanged_by_the_host_still_meet_nobody_twice() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=5), hands)
    session.steps.next()
    first, second = (pairing.people for pairing in session.event.plan[0].pairings[:2])

    session.people.exchange(1, first[0], second[0])
    session.steps.next()
    told = session.plan.stale
    for _round in range(4):
        hands.move(6 + 480)
        session.tick()
        session.steps.next()
        session.steps.next()

    pairs = [frozenset(p.people) for round_ in session.event.rounds for p in round_.pairings]
    assert told
    assert len(pairs) == len(set(pairs))
    assert {frozenset((second[0], first[1])), frozenset((first[0], second[1]))} <= set(pairs)


def test_a_restart_trusts_the_plan_in_the_file() -> None:
    session = a_session()
    session.steps.next()

    again = a_session(session.event)

    assert not again.plan.stale


def test_a_participant_added_by_hand_makes_the_plan_out_of_date() -> None:
    session = a_session(an_event(6))
    session.steps.next()
    seven = session.event.with_(participants=an_event(7).participants)

    again = a_session(seven)

    assert again.plan.stale


def test_a_swap_pressed_by_mistake_is_taken_back_with_the_time_that_was_left() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    hands.move(66)
    left = session.state.remaining()
    session.steps.swap_now()

    hands.move(4)
    session.take_back()

    assert session.state.scene == "first_half"
    assert session.state.remaining() == pytest.approx(left, abs=0.1)
    assert session.run.skipped == 0


def test_going_back_over_an_absence_leaves_every_round_in_one_place() -> None:
    session = a_session()
    session.steps.next()
    session.steps.next()
    session.people.mark_absent("Person 02")

    session.steps.back()
    session.steps.next()

    assert [round_.number for round_ in session.event.rounds] == [1]
    assert 1 not in {round_.number for round_ in session.event.plan}


def test_the_host_is_told_when_fewer_rounds_are_possible_than_were_wished_for() -> None:
    session = a_session(an_event(4, rounds=6))

    session.steps.next()

    assert session.room.rounds == 3
    assert [str(each) for each in session.state.news] == [
        "Only 3 rounds are possible, not 6. 4 people can meet in at most 3 rounds without a repeat."
    ]


def test_rules_that_leave_no_round_are_said_instead_of_an_empty_room() -> None:
    event = an_event(2)
    apart = event.participants[0].with_(avoid=("Person 02",))
    session = a_session(event.with_(participants=(apart, event.participants[1])))

    with pytest.raises(RuleError, match=r"No round can be planned\."):
        session.steps.next()


def test_a_restart_after_the_clock_was_set_back_never_makes_a_round_longer() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()

    hands.wall_shift = -3600
    again = a_session(session.event, hands)

    assert again.state.remaining() <= 480 + 6


def test_a_walk_in_for_whom_there_is_no_table_is_said() -> None:
    session = a_session(an_event(6, tables=3))
    session.people.check_in_all()
    session.people.add_walk_in("Tom Walker")
    session.people.add_walk_in("Lucy Park")

    session.steps.next()

    assert any("Set up 1 more table (4)" in str(each) for each in session.state.news)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(35, "The laptop slept for 35 s."), (8.4 * 60, "The laptop slept for 9 min.")],
)
def test_the_host_hears_how_long_the_laptop_slept(seconds: float, said: str) -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.tick()

    hands.move(seconds)
    session.tick()

    assert [str(each) for each in session.state.news] == [said]


def test_who_rests_and_leaves_in_the_second_half_is_not_paired_in_that_round() -> None:
    hands = Hands()
    session = a_session(an_event(7), hands)
    session.steps.next()
    session.steps.next()
    hands.move(300)
    (resting,) = session.event.rounds[0].resting
    alone, missing = session.event.rounds[0].pairings[0].people

    session.people.leave(resting)
    session.people.mark_absent(missing)

    assert session.event.rounds[0].resting == (alone,)


def test_what_is_looked_up_in_the_roster_is_made_once_until_the_event_changes() -> None:
    session = a_session()
    names = session.state.roster.names
    again = session.state.roster.names

    session.people.correct_name("Person 01", "Ann Archer")

    assert again is names
    assert session.state.roster.names["Person 01"] == "Ann Archer"


def test_a_restart_while_the_room_is_told_to_listen_leaves_the_round_its_whole_time() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    hands.move(2)

    again = a_session(session.event, hands)

    assert again.state.remaining() == 480 + 4
    assert again.state.scene == "listen_first"


def test_who_joined_with_a_phone_is_checked_in_at_once_with_the_others_who_did() -> None:
    session = a_session()
    session.people.mark_absent("Person 03")

    count = session.people.check_in_these({"Person 01", "Person 02", "Person 03", "nobody"})

    states = session.state.roster.states
    assert count == 2
    assert [states[f"Person 0{number}"] for number in (1, 2, 3, 4)] == [
        *("here", "here", "absent", "expected")
    ]
    session.take_back()
    assert session.state.roster.states["Person 01"] == "expected"


def test_a_phone_that_joins_an_evening_without_check_in_makes_nobody_else_missing() -> None:
    session = a_session()
    session.steps.next()

    assert session.people.check_in_these({"Person 01"}) == 0
    assert not session.state.roster.checked_in
