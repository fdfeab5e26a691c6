"""What the host says in the middle of the evening holds for the next seats."""

from __future__ import annotations

import pytest

from rounds.domain import outlook, roster
from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.session.session import Session
from tests.evenings import START, Hands, a_session, an_event


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


def together(session: Session, number: int, one: str, other: str) -> bool:
    """Whether two people sit at one table in a round, begun or planned."""
    rounds = (*session.event.rounds, *session.event.plan)
    return any(
        {one, other} <= set(pairing.people)
        for each in rounds
        if each.number == number
        for pairing in each.pairings
    )


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


def test_a_pair_kept_apart_stays_apart_after_a_restart() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=4), hands)
    two = session.event.plan[0].pairings[0].people
    session.keep_apart(*two)

    again = a_session(session.event, hands)
    told = again.stale
    again.step()

    assert told
    assert not together(again, 2, *two)


def test_a_pair_pinned_sits_together_after_a_restart() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=4), hands)
    two = session.event.plan[1].pairings[0].people
    session.pin(*two)

    again = a_session(session.event, hands)
    again.step()

    assert together(again, 2, *two)


def test_a_number_of_rounds_written_into_the_file_holds_after_a_restart() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=4), hands)
    fewer = session.event.settings.model_copy(update={"rounds": 2})

    again = a_session(session.event.with_(settings=fewer), hands)
    again.step()

    assert again.room.rounds == 2


def test_a_plan_with_all_the_rounds_there_can_be_is_trusted_after_a_restart() -> None:
    session = a_session(an_event(4, rounds=6))
    session.step()

    again = a_session(session.event)

    assert not again.stale


def test_who_is_kept_apart_in_the_file_while_the_board_is_up_does_not_sit_together() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=4), hands)
    session.step()
    one, other = session.event.plan[0].pairings[0].people
    written = tuple(
        person.model_copy(update={"avoid": (other,)}) if person.key == one else person
        for person in session.event.participants
    )

    again = a_session(session.event.with_(participants=written), hands)
    with pytest.raises(RuleError, match="seats of round 1 have changed"):
        again.step()
    again.step()

    assert again.run.phase == "talk"
    assert not together(again, 1, one, other)


def test_staff_who_leave_are_not_seated_any_more() -> None:
    hands = Hands()
    event = an_event(8, rounds=5)
    helper = event.participants[7].model_copy(update={"staff": True})
    session = after_round_one(event.with_(participants=(*event.participants[:7], helper)), hands)

    session.leave("Person 08")
    told = session.stale
    session.step()

    assert told
    assert "Person 08" not in placed(session, 2)


def test_a_move_taken_back_leaves_the_plan_as_out_of_date_as_it_was() -> None:
    hands = Hands()
    session = after_round_one(an_event(7, rounds=4), hands)
    (rests,) = session.event.plan[0].resting
    session.mark_absent(rests)
    session.step()

    session.undo()

    assert session.stale


def test_two_kept_apart_while_the_board_is_up_get_other_seats_at_once() -> None:
    session = a_session(an_event(12, rounds=4))
    session.step()
    before = session.event.plan[0].pairings
    two = before[0].people

    session.keep_apart(*two)

    after = session.event.plan[0].pairings
    assert not together(session, 1, *two)
    assert len({frozenset(each.people) for each in (*before, *after)}) <= len(before) + 2
    assert [str(each) for each in session.news] == ["The seats of round 1 have changed."]
    assert not session.stale
    session.step()
    assert session.run.phase == "talk"


def test_going_back_from_the_board_keeps_a_wish_to_keep_two_apart() -> None:
    session = a_session(an_event(6, rounds=4))
    session.step()
    two = session.event.plan[0].pairings[0].people
    session.keep_apart(*two)

    session.back()
    session.step()

    assert [entry.people for entry in session.event.kept_apart] == [two]
    assert not together(session, 1, *two)


def test_two_put_together_while_the_board_is_up_sit_together() -> None:
    session = a_session(an_event(8, rounds=4))
    session.step()
    first, second = session.event.plan[0].pairings[:2]

    session.pin(first.people[0], second.people[0])
    session.step()

    assert together(session, 1, first.people[0], second.people[0])


def test_two_put_together_by_mistake_get_their_seats_back() -> None:
    session = a_session(an_event(8, rounds=4))
    session.step()
    before = session.event.plan
    first, second = before[0].pairings[:2]
    session.pin(first.people[0], second.people[0])

    session.undo()

    assert session.event.plan == before
    assert not session.stale


def test_why_two_cannot_be_put_together_is_said_while_the_board_is_up() -> None:
    hands = Hands()
    session = after_round_one(an_event(8, rounds=4), hands)
    met = session.event.rounds[0].pairings[0].people
    session.step()

    session.pin(*met)

    assert any("have already met" in str(each) for each in session.news)


def test_two_alone_who_are_kept_apart_are_never_seated_together() -> None:
    session = a_session(an_event(2, rounds=1))
    session.step()

    session.keep_apart("Person 01", "Person 02")

    assert not together(session, 1, "Person 01", "Person 02")
    with pytest.raises(RuleError, match="No round can be planned"):
        session.step()
    with pytest.raises(RuleError, match="No round can be planned"):
        session.accept(session.propose()[0])
    assert session.run.phase == "move"


def test_going_back_does_not_seat_who_has_left() -> None:
    session = a_session(an_event(7, rounds=4))
    session.step()
    session.step()
    gone, alone = session.event.rounds[0].pairings[0].people
    session.edited_outside(lambda event: roster.leave(event, gone, START), ())
    session.tick()

    session.back()

    board = {entry.name: entry.table for entry in session.room.board}
    assert gone not in board
    assert board[alone] is not None
    session.step()
    assert gone not in placed(session, 1)


def test_going_back_gives_a_seat_to_who_came_too_late_for_the_round() -> None:
    hands = Hands()
    session = a_session(an_event(7, rounds=4), hands)
    session.step()
    session.step()
    hands.move(6 + 300)
    session.add_walk_in("Tom Walker")

    session.back()

    assert "Tom Walker" in {entry.name for entry in session.room.board if entry.table}


def test_a_walk_in_taken_back_after_going_back_leaves_the_board() -> None:
    hands = Hands()
    session = a_session(an_event(7, rounds=4), hands)
    session.step()
    session.step()
    hands.move(6 + 300)
    session.add_walk_in("Tom Walker")
    session.back()

    session.undo()

    assert len(session.room.board) == 7
    assert "Tom Walker" not in {entry.name for entry in session.room.board}


def test_a_name_taken_back_changes_no_seats() -> None:
    session = a_session(an_event(6, rounds=4))
    session.step()
    session.add_walk_in("Tom Walker")
    session.mark_absent("Person 01")
    session.correct_name("Person 02", "Ann")
    seats = session.event.plan

    session.undo()

    assert session.event.plan == seats


def test_going_back_over_a_wish_to_keep_two_apart_does_not_seat_them_together() -> None:
    session = a_session(an_event(6, rounds=4))
    session.step()
    session.step()
    two = session.event.rounds[0].pairings[0].people
    session.keep_apart(*two)

    session.back()

    assert not together(session, 1, *two)


def test_an_exchange_by_hand_while_the_board_is_up_is_what_begins() -> None:
    session = a_session(an_event(6, rounds=4))
    session.step()
    (one, two), (other, _another) = [p.people for p in session.event.plan[0].pairings[:2]]
    session.exchange(1, one, other)

    session.step()

    assert session.run.phase == "talk"
    assert together(session, 1, other, two)


def test_a_round_with_nobody_to_pair_does_not_begin() -> None:
    session = a_session(an_event(2, rounds=1))
    session.step()
    session.mark_absent("Person 02")

    with pytest.raises(RuleError, match="nobody to pair"):
        session.step()

    assert session.run.phase == "move"


def test_a_plan_without_the_round_on_the_board_is_refused() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=4), hands)
    session.step()
    board = session.room.board

    with pytest.raises(RuleError, match="round 2 are on the board"):
        session.change_course(rounds=1)

    assert session.room.board == board
    assert session.event.in_force.rounds == 4


def test_the_evening_is_not_closed_while_rounds_are_still_wanted() -> None:
    hands = Hands()
    session = after_round_one(an_event(4, rounds=3), hands)
    for name in ("Person 02", "Person 03", "Person 04"):
        session.leave(name)

    with pytest.raises(RuleError, match="press d on the console"):
        session.step()

    assert session.scene == "end"
    assert session.can_close_after == 1
    session.change_course(rounds=1)
    session.step()
    assert session.run.phase == "closing"


def test_a_break_after_which_nothing_can_be_planned_is_not_the_end() -> None:
    hands = Hands()
    session = after_round_one(an_event(4, rounds=3, break_after=[1]), hands)
    session.step()
    for name in ("Person 02", "Person 03", "Person 04"):
        session.leave(name)

    with pytest.raises(RuleError, match="press d on the console"):
        session.step()

    assert session.run.phase == "break"
    for name in ("Person 02", "Person 03", "Person 04"):
        session.check_in(name)
    session.step()
    assert session.room.phase == "move"


def test_walk_ins_in_the_last_possible_round_make_more_rounds_possible() -> None:
    hands = Hands()
    session = a_session(an_event(4, rounds=6), hands)
    session.step()
    for _round in range(2):
        session.step()
        to_the_bell(session, hands)
        session.step()
    session.step()
    for name in ("Tom Walker", "Lucy Park", "Max Hill", "Eva Stone"):
        session.add_walk_in(name)
    to_the_bell(session, hands)
    told = outlook.next_step(session.event, session.run, session.scene, anew=session.plans_anew)

    session.step()

    assert str(told) == "Enter: plan anew and go on"
    assert session.run.phase == "move"
    assert session.run.round == 4
    assert not session.stale


def test_the_last_round_asked_for_is_followed_by_the_closing_whoever_comes() -> None:
    hands = Hands()
    session = a_session(an_event(4, rounds=1), hands)
    session.step()
    session.step()
    session.add_walk_in("Tom Walker")
    to_the_bell(session, hands)

    session.step()

    assert session.run.phase == "closing"
