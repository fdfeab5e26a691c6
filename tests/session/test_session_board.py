"""What the host says while the seats are on the board holds for these seats."""

from __future__ import annotations

import pytest

from rounds.domain.errors import RuleError
from rounds.domain.evening import corrections
from rounds.domain.event import Event, Participant
from rounds.domain.people import attendance
from rounds.domain.planner.result import Plan
from rounds.session.session import Session
from tests.evenings import START, Edited, Hands, a_session, an_event
from tests.seats import after_round_one, placed, together


def with_a_walk_in_too_late_for_the_round(name: str) -> Session:
    hands = Hands()
    session = a_session(an_event(7, rounds=4), hands)
    session.steps.next()
    session.steps.next()
    hands.move(6 + 300)
    session.people.add_walk_in(name)
    return session


def type_avoid(session: Session, one: str, other: str) -> None:
    """Let the host type into the file that two people avoid each other."""

    def typed(event: Event) -> Event:
        return event.with_(
            participants=tuple(
                person.with_(avoid=(other,)) if person.key == one else person
                for person in event.participants
            )
        )

    session.state.edited_outside(Edited(typed), ())
    session.tick()


def test_two_kept_apart_while_the_board_is_up_get_other_seats_at_once() -> None:
    session = a_session(an_event(12, rounds=4))
    session.steps.next()
    before = session.event.plan[0].pairings
    two = before[0].people

    session.people.keep_apart(*two)

    after = session.event.plan[0].pairings
    assert not together(session, 1, *two)
    assert len({frozenset(each.people) for each in (*before, *after)}) <= len(before) + 2
    assert [str(each) for each in session.state.news] == ["The seats of round 1 have changed."]
    assert not session.plan.stale
    session.steps.next()
    assert session.run.phase == "talk"


def test_everybody_checked_in_at_once_while_the_board_is_up_gets_a_seat() -> None:
    session = a_session(an_event(8, rounds=4))
    for key in ("Person 01", "Person 02"):
        session.people.check_in(key)
    session.steps.next()
    assert len(session.event.plan[0].pairings) == 1

    session.people.check_in_all()

    assert len(placed(session, 1)) == 8
    session.take_back()
    assert len(placed(session, 1)) == 2


def test_everybody_checked_in_at_once_early_in_a_round_sits_down() -> None:
    session = a_session(an_event(8, rounds=4))
    for key in ("Person 01", "Person 02"):
        session.people.check_in(key)
    session.steps.next()
    session.steps.next()

    session.people.check_in_all()

    (running,) = session.event.rounds
    assert len({key for pairing in running.pairings for key in pairing.people}) == 8


def test_going_back_from_the_board_keeps_a_wish_to_keep_two_apart() -> None:
    session = a_session(an_event(6, rounds=4))
    session.steps.next()
    two = session.event.plan[0].pairings[0].people
    session.people.keep_apart(*two)

    session.steps.back()
    session.steps.next()

    assert [entry.people for entry in session.event.kept_apart] == [two]
    assert not together(session, 1, *two)


def test_two_put_together_while_the_board_is_up_sit_together() -> None:
    session = a_session(an_event(8, rounds=4))
    session.steps.next()
    first, second = session.event.plan[0].pairings[:2]

    session.people.pin(first.people[0], second.people[0])
    session.steps.next()

    assert together(session, 1, first.people[0], second.people[0])


def test_two_put_together_by_mistake_get_their_seats_back() -> None:
    session = a_session(an_event(8, rounds=4))
    session.steps.next()
    before = session.event.plan
    first, second = before[0].pairings[:2]
    session.people.pin(first.people[0], second.people[0])

    session.take_back()

    assert session.event.plan == before
    assert not session.plan.stale


def test_why_two_cannot_be_put_together_is_said_while_the_board_is_up() -> None:
    hands = Hands()
    session = after_round_one(an_event(8, rounds=4), hands)
    met = session.event.rounds[0].pairings[0].people
    session.steps.next()

    session.people.pin(*met)

    assert any("have already met" in str(each) for each in session.state.news)


def test_two_alone_who_are_kept_apart_are_never_seated_together() -> None:
    session = a_session(an_event(2, rounds=1))
    session.steps.next()

    session.people.keep_apart("Person 01", "Person 02")

    assert not together(session, 1, "Person 01", "Person 02")
    with pytest.raises(RuleError, match="No round can be planned"):
        session.steps.next()
    with pytest.raises(RuleError, match="No round can be planned"):
        session.plan.accept(session.plan.propose()[0])
    assert session.run.phase == "move"


def test_going_back_does_not_seat_who_has_left() -> None:
    session = a_session(an_event(7, rounds=4))
    session.steps.next()
    session.steps.next()
    gone, alone = session.event.rounds[0].pairings[0].people
    session.state.edited_outside(Edited(lambda event: attendance.leave(event, gone, START)), ())
    session.tick()

    session.steps.back()

    board = {entry.name: entry.table for entry in session.room.board}
    assert gone not in board
    assert board[alone] is not None
    session.steps.next()
    assert gone not in placed(session, 1)


def test_going_back_gives_a_seat_to_who_came_too_late_for_the_round() -> None:
    session = with_a_walk_in_too_late_for_the_round("Tom Walker")

    session.steps.back()

    assert "Tom Walker" in {entry.name for entry in session.room.board if entry.table}


def test_a_walk_in_taken_back_after_going_back_leaves_the_board() -> None:
    session = with_a_walk_in_too_late_for_the_round("Tom Walker")
    session.steps.back()

    session.take_back()

    assert len(session.room.board) == 7
    assert "Tom Walker" not in {entry.name for entry in session.room.board}


def test_a_name_taken_back_changes_no_seats() -> None:
    session = a_session(an_event(6, rounds=4))
    session.steps.next()
    session.people.add_walk_in("Tom Walker")
    session.people.mark_absent("Person 01")
    session.people.correct_name("Person 02", "Ann")
    seats = session.event.plan

    session.take_back()

    assert session.event.plan == seats


def test_a_name_taken_back_seats_nobody_who_was_typed_into_the_file_meanwhile() -> None:
    session = a_session(an_event(7, rounds=4))
    session.steps.next()
    session.people.correct_name("Person 02", "Ann")
    seats = session.event.plan
    guest = Participant(name="Tom Walker")
    typed = Edited(lambda event: event.with_(participants=(*event.participants, guest)))
    session.state.edited_outside(typed, ())
    session.tick()

    session.take_back()

    assert session.event.plan == seats


def test_going_back_over_a_wish_to_keep_two_apart_does_not_seat_them_together() -> None:
    session = a_session(an_event(6, rounds=4))
    session.steps.next()
    session.steps.next()
    two = session.event.rounds[0].pairings[0].people
    session.people.keep_apart(*two)

    session.steps.back()

    assert not together(session, 1, *two)


def test_an_exchange_by_hand_while_the_board_is_up_is_what_begins() -> None:
    session = a_session(an_event(6, rounds=4))
    session.steps.next()
    (one, two), (other, _another) = [p.people for p in session.event.plan[0].pairings[:2]]
    session.people.exchange(1, one, other)

    session.steps.next()

    assert session.run.phase == "talk"
    assert together(session, 1, other, two)


def test_a_round_with_nobody_to_pair_does_not_begin() -> None:
    session = a_session(an_event(2, rounds=1))
    session.steps.next()
    session.people.mark_absent("Person 02")

    with pytest.raises(RuleError, match="nobody to pair"):
        session.steps.next()

    assert session.run.phase == "move"


def test_a_plan_without_the_round_on_the_board_is_refused() -> None:
    hands = Hands()
    session = after_round_one(an_event(6, rounds=4), hands)
    session.steps.next()
    board = session.room.board

    with pytest.raises(RuleError, match="round 2 are on the board"):
        session.timetable.change(rounds=1)

    assert session.room.board == board
    assert session.event.in_force.rounds == 4


def test_two_kept_apart_by_mistake_get_their_seats_back() -> None:
    session = a_session(an_event(2, rounds=1))
    session.steps.next()
    session.people.keep_apart("Person 01", "Person 02")

    session.take_back()

    assert together(session, 1, "Person 01", "Person 02")
    session.steps.next()
    assert session.run.phase == "talk"


@pytest.mark.parametrize("further", ["absent", "begun"])
def test_something_else_taken_back_leaves_what_the_host_exchanged_by_hand(further: str) -> None:
    session = a_session(an_event(6, rounds=4))
    session.steps.next()
    first, second = session.event.plan[0].pairings[:2]
    session.people.keep_apart(first.people[0], second.people[1])
    first, second = session.event.plan[0].pairings[:2]
    apart = session.event.kept_apart[0].people
    tables = [two for two in session.event.plan[0].pairings if set(two.people) & set(apart)]
    partner = next(key for key in tables[0].people if key not in apart)
    other = next(key for key in tables[1].people if key in apart)
    session.people.exchange(1, partner, other)
    if further == "absent":
        session.people.mark_absent(session.event.plan[0].pairings[-1].people[0])
    else:
        session.steps.next()

    session.take_back()

    assert together(session, 1, *apart)


def test_after_a_new_wish_the_seats_follow_what_the_file_says_even_after_an_exchange() -> None:
    session = a_session(an_event(8, rounds=4))
    session.steps.next()
    first, second, *_others, last = session.event.plan[0].pairings
    session.people.exchange(1, first.people[0], second.people[0])
    session.people.keep_apart(*last.people)
    one, other = session.event.plan[0].pairings[0].people

    type_avoid(session, one, other)

    with pytest.raises(RuleError, match="seats of round 1 have changed"):
        session.steps.next()
    assert not together(session, 1, one, other)


def test_a_pair_pinned_while_the_board_is_up_sits_together_and_nothing_is_planned_again() -> None:
    session = a_session(an_event(8, rounds=4))
    session.steps.next()
    first, second, *_others = session.event.plan[0].pairings
    two = first.people[0], second.people[0]

    session.people.pin(*two)

    assert together(session, 1, *two)
    assert not session.plan.stale


def test_a_round_that_was_planned_again_is_not_taken_for_one_seated_by_hand() -> None:
    session = after_round_one(an_event(9, rounds=4), Hands())
    first, second, *_others, last = session.event.plan[0].pairings
    session.people.exchange(2, first.people[0], second.people[0])
    session.people.leave(last.people[0])
    session.steps.next()
    one, other = session.event.plan[0].pairings[0].people

    type_avoid(session, one, other)

    with pytest.raises(RuleError, match="seats of round 2 have changed"):
        session.steps.next()
    assert not together(session, 2, one, other)


def test_seats_that_change_on_the_board_are_shown_from_the_first_page_on() -> None:
    hands = Hands()
    session = a_session(an_event(12, rounds=4), hands)
    session.steps.next()
    hands.move(30)

    session.people.keep_apart(*session.event.plan[0].pairings[0].people)

    assert session.room.board_since == hands.now


def test_a_new_plan_for_the_board_is_shown_from_the_first_page_on() -> None:
    hands = Hands()
    session = a_session(an_event(12, rounds=4), hands)
    session.steps.next()
    hands.move(30)
    first, second = (pairing.people[0] for pairing in session.event.plan[0].pairings[:2])

    session.plan.accept(Plan(corrections.exchange(session.event, 1, first, second).plan))

    assert session.room.board_since == hands.now


def test_an_evening_goes_on_past_a_round_in_which_somebody_is_alone() -> None:
    people = [
        {"name": "Ann", "until_round": 1},
        {"name": "Ben"},
        {"name": "Cid", "from_round": 3},
        {"name": "Dee", "from_round": 3},
    ]
    hands = Hands()
    settings = {"title": "Quiet middle", "rounds": 3}
    session = a_session(Event.checked({"event": settings, "participants": people}), hands)
    session.steps.next()

    for _round in range(3):
        session.steps.next()
        hands.move(6 + 480)
        session.tick()
        session.steps.next()

    assert [len(round_.pairings) for round_ in session.event.rounds] == [1, 0, 1]
