from __future__ import annotations

from rounds.domain.event import Attendance, Event
from rounds.domain.people import roster
from rounds.session.session import Session
from tests.evenings import Edited, Hands, a_session, an_event


def two_tables(session: Session) -> tuple[str, str]:
    """Return one person of each of the first two tables of the round to come."""
    one, other = (pairing.people[0] for pairing in session.event.plan[0].pairings[:2])
    return one, other


def news_of_absence(session: Session, person: str) -> None:
    """Take in an entry that the host typed below the marker."""
    typed = Attendance.checked({"person": person, "state": "absent", "at": session.clocks.wall()})

    def apply(event: Event) -> Event:
        return event.with_(attendance=(*event.attendance, typed))

    session.state.edited_outside(Edited(apply), ())
    session.tick()


def test_an_exchange_is_still_taken_back_after_going_back_to_the_lobby() -> None:
    session = a_session(an_event(6, rounds=4))
    session.plan.accept(session.plan.propose()[0])
    session.steps.next()
    planned = session.event.plan
    session.people.exchange(1, *two_tables(session))

    session.steps.back()
    said = session.take_back()

    assert str(said) == "seat swap in round 1"
    assert session.event.plan == planned


def test_going_back_over_a_plan_says_what_else_it_takes_back() -> None:
    session = a_session(an_event(6, rounds=4))
    session.steps.next()
    session.people.exchange(1, *two_tables(session))

    said = session.steps.back()

    assert str(said) == "seat swap in round 1, move to round 1"
    assert session.event.plan == ()
    assert session.undo.last_action is None


def test_going_back_over_a_plan_leaves_no_rounds_that_were_added_to_it_since() -> None:
    session = a_session(an_event(6, rounds=3))
    session.steps.next()
    longer = session.event.settings.with_(rounds=5)
    session.state.edited_outside(Edited(lambda event: event.with_(settings=longer)), ())
    session.tick()
    session.people.keep_apart(*session.event.plan[0].pairings[0].people)
    added = len(session.event.plan)

    session.steps.back()

    assert added > 3
    assert session.event.plan == ()


def test_going_back_from_a_round_leaves_what_was_done_for_later_rounds() -> None:
    session = a_session(an_event(6, rounds=5))
    session.steps.next()
    session.steps.next()
    session.timetable.change(rounds=3)

    said = session.steps.back()

    assert str(said) == "start of round 1"
    assert [round_.number for round_ in session.event.plan] == [1, 2, 3]
    assert str(session.take_back()) == "change of the timetable"
    assert [round_.number for round_ in session.event.plan] == [1, 2, 3, 4, 5]


def test_going_back_takes_back_what_was_done_to_rounds_that_change_with_it() -> None:
    session = a_session(an_event(8, rounds=4))
    session.steps.next()
    session.steps.next()
    one, other = (pairing.people[0] for pairing in session.event.rounds[0].pairings[:2])
    session.people.exchange(1, one, other)

    said = session.steps.back()

    assert str(said) == "seat swap in round 1, start of round 1"
    assert str(session.undo.last_action) == "move to round 1"


def test_going_back_from_a_round_keeps_a_check_in_made_since() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    for number in range(1, 5):
        session.people.check_in(f"Person {number:02d}")
    session.steps.next()
    session.steps.next()
    session.people.mark_absent("Person 02")
    hands.move(6 + 300)
    session.people.check_in("Person 05")

    session.steps.back()

    assert roster.states(session.event)["Person 05"] == "here"


def test_undo_takes_back_a_language_chosen_by_mistake_and_then_the_timetable() -> None:
    session = a_session(an_event(6, rounds=4))
    session.steps.next()
    session.timetable.change(rounds=3)
    session.choose_language("ja")

    said = session.take_back()

    assert str(said) == "change of language"
    assert session.language == session.room.language == "en"
    assert session.event.in_force.rounds == 3

    session.take_back()

    assert session.event.in_force.rounds == 4


def test_undo_leaves_what_the_host_typed_into_the_file_in_between() -> None:
    session = a_session()
    session.steps.next()
    session.people.mark_absent("Person 03")
    news_of_absence(session, "Person 05")

    session.take_back()

    assert [entry.person for entry in session.event.attendance] == ["Person 05"]


def test_a_mark_is_taken_back_also_when_the_bell_rang_since() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    hands.move(400)
    session.people.mark_pairing(1, "Person 01", "short")
    hands.move(100)
    session.tick()

    session.take_back()
    session.tick()

    assert {pairing.held for pairing in session.event.rounds[0].pairings} == {None}
    assert session.event.rounds[0].ended_at is not None


def test_a_swap_taken_back_after_the_bell_lets_the_round_go_on() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=4), hands)
    session.steps.next()
    session.steps.next()
    hands.move(66)
    session.steps.swap_now()
    hands.move(300)
    session.tick()

    session.take_back()

    assert session.state.scene == "first_half"
    assert session.event.rounds[0].ended_at is None
    hands.move(session.state.remaining())
    session.tick()
    assert session.event.rounds[0].ended_at == session.clocks.wall()


def test_a_message_taken_away_comes_back_and_what_was_done_since_stays() -> None:
    session = a_session()
    session.say_to_room("Photo at nine")
    session.say_to_room("")
    session.set_black(True)

    said = session.take_back()

    assert str(said) == "removal of the message"
    assert session.room.message == "Photo at nine"
    assert session.black


def test_the_same_message_again_is_nothing_to_take_back() -> None:
    session = a_session()
    session.say_to_room("")

    assert session.undo.last_action is None


def test_going_back_a_step_leaves_the_message() -> None:
    session = a_session()
    session.steps.next()
    session.say_to_room("Photo at nine")

    said = session.steps.back()

    assert str(said) == "move to round 1"
    assert session.room.message == "Photo at nine"
    assert str(session.undo.last_action) == "message to the room"


def test_a_message_taken_back_leaves_the_plan_as_up_to_date_as_it_was() -> None:
    session = a_session()
    session.say_to_room("Photo at nine")
    session.plan.accept(session.plan.propose()[0])
    session.steps.next()
    session.say_to_room("Photo at ten")

    session.take_back()

    assert not session.plan.stale
    assert session.room.message == "Photo at nine"


def test_a_swap_taken_back_in_a_pause_leaves_the_clock_standing() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    hands.move(66)
    session.steps.swap_now()
    session.steps.pause_or_resume()
    hands.move(100)

    session.take_back()
    hands.move(100)

    assert session.run.paused
    assert session.state.remaining() == 420


def test_taking_something_else_back_leaves_the_hosts_mark_on_the_running_round() -> None:
    hands = Hands()
    session = a_session(an_event(6), hands)
    session.steps.next()
    session.steps.next()
    hands.move(66)
    marked = session.event.rounds[0].pairings[0].people[0]
    session.people.mark_pairing(1, marked, "short")
    session.people.correct_name("Person 05", "Persephone 05")

    session.take_back()

    assert session.event.rounds[0].pairings[0].held == "short"


def test_a_pairing_that_was_broken_off_stays_so_when_the_round_goes_on() -> None:
    hands = Hands()
    session = a_session(an_event(6), hands)
    session.steps.next()
    session.steps.next()
    hands.move(66)
    gone, alone = session.event.rounds[0].pairings[0].people
    session.people.leave(gone)
    other = session.event.rounds[0].pairings[1].people[0]
    session.people.leave(other)
    hands.move(2)
    session.steps.next()

    session.steps.extend(60)

    held = [two.held for two in session.event.rounds[0].pairings if alone in two.people]
    assert held == ["short", None]


def test_a_message_taken_away_is_called_so_when_it_comes_back() -> None:
    session = a_session()
    session.say_to_room("Red car")
    session.say_to_room("")

    said = session.take_back()

    assert str(said) == "removal of the message"
    assert session.room.message == "Red car"


def test_of_a_pair_pinned_twice_in_one_second_only_the_second_pin_is_taken_back() -> None:
    session = a_session()
    session.people.pin("Person 01", "Person 02")
    session.people.pin("Person 01", "Person 02")

    session.take_back()

    assert len(session.event.pins) == 1


def test_what_is_taken_back_at_once_leaves_the_record_in_its_old_order() -> None:
    session = a_session()
    for name in ("Person 02", "Person 01", "Person 03"):
        session.people.check_in(name)
    before = session.event.attendance
    session.people.leave("Person 02")

    session.take_back()

    assert session.event.attendance == before


def test_a_swap_pressed_twice_is_one_swap_to_take_back() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    session.steps.next()
    session.steps.next()
    hands.move(66)
    session.steps.swap_now()
    session.steps.swap_now()

    session.take_back()

    assert session.state.scene == "first_half"
