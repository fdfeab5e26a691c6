"""What the host says in the middle of the evening holds for the rounds to come."""

from __future__ import annotations

from itertools import permutations

import pytest

from rounds.domain.errors import RuleError
from rounds.domain.event import Pairing
from rounds.domain.people import roster
from rounds.domain.views import host_view
from tests.evenings import Edited, Hands, a_session, an_event
from tests.seats import after_round_one, placed, to_the_bell, together


@pytest.mark.parametrize("gone", ["mark_absent", "leave"])
def test_one_check_in_does_not_send_everybody_else_home(gone: str) -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=4), hands)
    session.steps.next()

    getattr(session.people, gone)("Person 03")
    session.people.check_in("Person 03")
    session.steps.next()
    to_the_bell(session, hands)
    session.steps.next()

    assert session.run.phase == "move"
    assert len(placed(session, 2)) == 6


def test_a_latecomer_checked_in_leaves_those_expected_later_in_the_plan() -> None:
    hands = Hands()
    event = an_event(7, rounds=3)
    late = event.participants[6].with_(from_round=3)
    session = after_round_one(event.with_(participants=(*event.participants[:6], late)), hands)
    session.people.mark_absent("Person 01")

    session.people.check_in("Person 01")

    assert len(roster.RosterIndex(session.event).present(2)) == 6
    assert len(roster.RosterIndex(session.event).present(3)) == 7


def test_a_walk_in_who_comes_back_does_not_send_everybody_else_home() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=3), hands)
    walk_in = session.people.add_walk_in("Tom Walker")
    session.people.leave(walk_in)

    session.people.check_in(walk_in)

    assert len(roster.RosterIndex(session.event).present(2)) == 7


def test_a_pair_kept_apart_stays_apart_after_a_restart() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=4), hands)
    two = session.event.plan[0].pairings[0].people
    session.people.keep_apart(*two)

    again = a_session(session.event, hands)
    told = again.plan.stale
    again.steps.next()

    assert told
    assert not together(again, 2, *two)


def test_a_pair_pinned_sits_together_after_a_restart() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=4), hands)
    two = session.event.plan[1].pairings[0].people
    session.people.pin(*two)

    again = a_session(session.event, hands)
    again.steps.next()

    assert together(again, 2, *two)


def test_a_number_of_rounds_written_into_the_file_holds_after_a_restart() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=4), hands)
    fewer = session.event.settings.with_(rounds=2)

    again = a_session(session.event.with_(settings=fewer), hands)
    again.steps.next()

    assert again.room.rounds == 2


def test_a_plan_with_all_the_rounds_there_can_be_is_trusted_after_a_restart() -> None:
    session = a_session(an_event(4, rounds=6))
    session.steps.next()

    again = a_session(session.event)

    assert not again.plan.stale


def test_who_is_kept_apart_in_the_file_while_the_board_is_up_does_not_sit_together() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=4), hands)
    session.steps.next()
    one, other = session.event.plan[0].pairings[0].people
    written = tuple(
        person.with_(avoid=(other,)) if person.key == one else person
        for person in session.event.participants
    )

    again = a_session(session.event.with_(participants=written), hands)
    with pytest.raises(RuleError, match="seats of round 1 have changed"):
        again.steps.next()
    again.steps.next()

    assert again.run.phase == "talk"
    assert not together(again, 1, one, other)


def test_staff_who_leave_are_not_seated_any_more() -> None:
    hands = Hands()
    event = an_event(8, rounds=5)
    helper = event.participants[7].with_(staff=True)
    session = after_round_one(event.with_(participants=(*event.participants[:7], helper)), hands)

    session.people.leave("Person 08")
    told = session.plan.stale
    session.steps.next()

    assert told
    assert "Person 08" not in placed(session, 2)


def test_a_move_taken_back_leaves_the_plan_as_out_of_date_as_it_was() -> None:
    hands = Hands()
    session = after_round_one(an_event(7, rounds=4), hands)
    (rests,) = session.event.plan[0].resting
    session.people.mark_absent(rests)
    session.steps.next()

    session.take_back()

    assert session.plan.stale


def test_the_evening_is_not_closed_while_rounds_are_still_wanted() -> None:
    hands = Hands()
    session = after_round_one(an_event(4, rounds=3), hands)
    for name in ("Person 02", "Person 03", "Person 04"):
        session.people.leave(name)

    with pytest.raises(RuleError, match="press d on the console"):
        session.steps.next()

    assert session.state.scene == "end"
    assert session.timetable.can_close_after == 1
    session.timetable.change(rounds=1)
    session.steps.next()
    assert session.run.phase == "closing"


def test_a_break_after_which_nothing_can_be_planned_is_not_the_end() -> None:
    hands = Hands()
    session = after_round_one(an_event(4, rounds=3, break_after=[1]), hands)
    session.steps.next()
    for name in ("Person 02", "Person 03", "Person 04"):
        session.people.leave(name)

    with pytest.raises(RuleError, match="press d on the console"):
        session.steps.next()

    assert session.run.phase == "break"
    for name in ("Person 02", "Person 03", "Person 04"):
        session.people.check_in(name)
    session.steps.next()
    assert session.room.phase == "move"


def test_walk_ins_in_the_last_possible_round_make_more_rounds_possible() -> None:
    hands = Hands()
    session = a_session(an_event(4, rounds=6), hands)
    session.steps.next()
    for _round in range(2):
        session.steps.next()
        to_the_bell(session, hands)
        session.steps.next()
    session.steps.next()
    for name in ("Tom Walker", "Lucy Park", "Max Hill", "Eva Stone"):
        session.people.add_walk_in(name)
    to_the_bell(session, hands)
    told = host_view.next_step(
        session.state.roster,
        session.run,
        session.state.scene,
        replan=session.plan.replan_due,
    )

    session.steps.next()

    assert str(told) == "Enter: re-plan and go on"
    assert session.run.phase == "move"
    assert session.run.round == 4
    assert not session.plan.stale


def test_the_last_round_asked_for_is_followed_by_the_closing_whoever_comes() -> None:
    hands = Hands()
    session = a_session(an_event(4, rounds=1), hands)
    session.steps.next()
    session.steps.next()
    session.people.add_walk_in("Tom Walker")
    to_the_bell(session, hands)

    session.steps.next()

    assert session.run.phase == "closing"


@pytest.mark.parametrize("goes", ["mark_absent", "leave"])
def test_nobody_who_is_gone_is_exchanged_into_a_round_or_pinned(goes: str) -> None:
    hands = Hands()
    session = after_round_one(an_event(9, rounds=4), hands)
    session.steps.next()
    getattr(session.people, goes)("Person 01")
    before = session.event

    with pytest.raises(RuleError, match="Person 01 is not here"):
        session.people.exchange(2, "Person 02", "Person 01")
    with pytest.raises(RuleError, match="Person 01 is not here"):
        session.people.exchange(2, "Person 01", "Person 02")
    with pytest.raises(RuleError, match="Person 01 is not here"):
        session.people.pin("Person 02", "Person 01")

    assert session.event == before


def test_who_has_gone_home_can_still_be_put_right_in_a_round_that_is_over() -> None:
    session = after_round_one(an_event(6, rounds=4), Hands())
    session.people.leave("Person 01")
    (partner,) = (
        other
        for two in session.event.rounds[0].pairings
        if "Person 01" in two.people
        for other in two.people
        if other != "Person 01"
    )
    other = next(f"Person 0{n}" for n in range(2, 7) if f"Person 0{n}" != partner)

    session.people.exchange(1, "Person 01", other)

    assert together(session, 1, partner, other)


def test_leaving_out_a_break_moves_nobody_on_the_board() -> None:
    hands = Hands()
    session = after_round_one(an_event(12, rounds=4, break_after=[2]), hands)
    session.steps.next()
    session.people.leave(session.event.plan[0].pairings[0].people[0])
    board = session.room.board

    session.timetable.change(break_after=())

    assert session.room.board == board
    assert session.event.in_force.break_after == ()
    assert session.plan.stale


def test_shorter_rounds_leave_an_exchange_by_hand_on_the_board() -> None:
    hands = Hands()
    session = after_round_one(an_event(12, rounds=4), hands)
    session.steps.next()
    session.people.exchange(2, *(session.event.plan[0].pairings[at].people[0] for at in range(2)))
    board = session.room.board

    session.timetable.change(rounds=4, round_minutes=6)

    assert session.room.board == board


def test_new_seats_by_another_number_of_rounds_are_told() -> None:
    hands = Hands()
    session = after_round_one(an_event(12, rounds=4), hands)
    session.steps.next()
    session.people.leave(session.event.plan[0].pairings[0].people[0])
    board = session.room.board
    hands.move(30)

    session.timetable.change(rounds=9)

    assert session.room.board == board or "have changed" in str(session.state.news[-1])


def test_what_was_not_possible_is_not_told_any_more_once_it_is() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=3), hands)
    session.people.check_in("Person 01")
    session.people.check_in("Person 02")
    session.steps.next()
    early = [str(said) for said in session.state.news]
    session.steps.back()
    session.people.check_in_all()
    session.steps.next()

    assert any("Only 1 round is possible" in said for said in early)
    assert not any("is possible" in str(said) for said in session.state.news)


def test_a_break_before_a_round_that_was_just_planned_leaves_nothing_to_plan_again() -> None:
    hands = Hands()
    session = a_session(an_event(4, rounds=6, break_after=[3]), hands)
    session.steps.next()
    for number in range(1, 4):
        session.steps.next()
        if number == 3:
            for name in ("Tom Walker", "Lucy Park", "Max Hill", "Eva Stone"):
                session.people.add_walk_in(name)
        to_the_bell(session, hands)
        session.steps.next()

    assert session.run.phase == "break"
    assert not session.plan.stale


def test_a_pair_pinned_between_two_rounds_sits_together_in_the_next() -> None:
    session = after_round_one(an_event(6, rounds=4), Hands())
    two = session.event.plan[1].pairings[0].people

    session.people.pin(*two)
    told = session.plan.stale
    session.steps.next()

    assert told
    assert together(session, 2, *two)


def test_two_who_did_not_meet_after_all_may_meet_in_a_later_round() -> None:
    session = after_round_one(an_event(6, rounds=4), Hands())
    before = session.plan.stale

    session.people.mark_pairing(1, "Person 01", "no-show")

    assert (before, session.plan.stale) == (False, True)


def test_two_kept_apart_between_rounds_do_not_meet_in_a_round_planned_before() -> None:
    session = after_round_one(an_event(6, rounds=4), Hands())
    two = session.event.plan[1].pairings[0].people

    session.people.keep_apart(*two)

    assert session.plan.stale


def test_another_language_of_the_screens_leaves_the_plan_up_to_date() -> None:
    session = after_round_one(an_event(6, rounds=4), Hands())

    session.choose_language("ja")

    assert not session.plan.stale


def test_walk_ins_in_the_round_before_the_last_one_wanted_make_that_possible() -> None:
    hands = Hands()
    session = a_session(an_event(2, rounds=2), hands)
    session.steps.next()
    session.steps.next()
    for name in ("Tom Walker", "Lucy Park"):
        session.people.add_walk_in(name)
    to_the_bell(session, hands)

    session.steps.next()

    assert (session.run.phase, session.run.round) == ("move", 2)


def test_what_the_host_types_about_a_walk_in_makes_the_plan_out_of_date() -> None:
    session = after_round_one(an_event(6, rounds=4), Hands())
    session.people.add_walk_in("Tom Walker")
    session.plan.accept(session.plan.propose()[0])
    before = session.plan.stale
    (tom,) = session.event.walk_ins
    typed = (tom.with_(avoid=("Person 01",)),)

    session.state.edited_outside(Edited(lambda event: event.with_(walk_ins=typed)), ())
    session.tick()

    assert (before, session.plan.stale) == (False, True)


def crossed(first: Pairing, second: Pairing, third: Pairing, fourth: Pairing) -> list[list[str]]:
    """Return the pairs after two people of two pairings changed places and two more were pinned."""
    return [
        [second.people[0], first.people[1]],
        [first.people[0], second.people[1]],
        [third.people[0], fourth.people[0]],
    ]


def test_an_exchange_made_before_stays_when_another_pair_is_pinned_into_the_same_round() -> None:
    session = after_round_one(an_event(10, rounds=4), Hands())
    met = {frozenset(pairing.people) for pairing in session.event.rounds[0].pairings}
    first, second, third, fourth = next(
        four
        for four in permutations(session.event.plan[0].pairings, 4)
        if not met & {frozenset(two) for two in crossed(*four)}
    )
    session.people.exchange(2, first.people[0], second.people[0])
    session.people.pin(third.people[0], fourth.people[0])

    session.steps.next()

    seated = {frozenset(pairing.people) for pairing in session.event.plan[0].pairings}
    assert {frozenset(two) for two in crossed(first, second, third, fourth)} <= seated


def test_a_pin_that_an_exchange_made_before_cannot_stand_beside_is_told() -> None:
    session = after_round_one(an_event(10, rounds=4), Hands())
    first, second, third, *_others = session.event.plan[0].pairings
    session.people.exchange(2, first.people[0], second.people[0])
    session.people.pin(first.people[0], third.people[0])

    session.steps.next()

    assert any("pinned to somebody else" in str(said) for said in session.state.news)
