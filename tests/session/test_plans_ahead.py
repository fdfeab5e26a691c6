"""No key waits for a search, and no seats are shown that were planned for other people or rules."""

from __future__ import annotations

import pytest

from rounds.domain.errors import RuleError
from rounds.domain.event import Event, Participant
from rounds.session import plans_ahead
from rounds.session.session import Session
from tests.domain.planner.checker import check
from tests.domain.planner.tight_room import tight_room
from tests.evenings import Edited, Hands, a_session, an_event
from tests.planner_by_hand import PlannerByHand
from tests.seats import placed, together

LOOKING = "Looking for seats: they appear as soon as they are found."


def an_evening(event: Event, hands: Hands | None = None) -> tuple[Session, PlannerByHand]:
    """Return an evening whose first picture is there, and its planner."""
    planner = PlannerByHand()
    session = a_session(event, hands, planner=planner)
    session.plan.look_ahead()
    session.tick()
    return session, planner


def improved_later() -> Event:
    """Return an evening whose first plan is not its best."""
    return tight_room(38, largest=11)


def press_enter_in_vain(session: Session) -> None:
    with pytest.raises(RuleError) as told:
        session.steps.next()
    assert str(told.value) == LOOKING


def phase(session: Session) -> str:
    return session.run.phase


def on_with_the_round(session: Session, hands: Hands) -> None:
    """Begin the round on the board and let it end."""
    session.steps.next()
    hands.move(3600)
    session.tick()


def test_plans_are_looked_for_before_anybody_asks() -> None:
    session, planner = an_evening(an_event(8))

    assert planner.wanted == [session.event]
    planner.find_all()
    session.steps.next()

    assert phase(session) == "move"
    assert planner.waited == 0


def test_nothing_is_looked_for_before_the_first_picture() -> None:
    planner = PlannerByHand()
    session = a_session(an_event(8), planner=planner)
    session.tick()

    assert planner.wanted == []


def test_enter_while_there_is_no_plan_waits_no_longer_than_a_glance() -> None:
    session, planner = an_evening(an_event(8))

    press_enter_in_vain(session)

    assert planner.waited == plans_ahead.PATIENCE < 0.05
    assert phase(session) == "lobby"


def test_the_seats_appear_as_soon_as_they_are_found() -> None:
    session, planner = an_evening(an_event(8))
    press_enter_in_vain(session)
    session.tick()
    assert phase(session) == "lobby"

    planner.find_all()
    session.tick()

    assert phase(session) == "move"
    assert len(placed(session, 1)) == 8
    session.tick()
    assert phase(session) == "move"


def test_seats_that_were_asked_for_are_those_of_the_people_who_are_there_when_they_appear() -> None:
    session, planner = an_evening(an_event(8))
    press_enter_in_vain(session)

    session.people.mark_absent("Person 03")
    session.tick()
    planner.find_all()
    session.tick()

    assert phase(session) == "move"
    assert "Person 03" not in placed(session, 1)


def test_a_plan_for_those_who_were_there_before_is_never_shown() -> None:
    session, planner = an_evening(an_event(8))
    planner.find_all()

    session.people.mark_absent("Person 03")
    press_enter_in_vain(session)

    assert session.event.plan == ()
    assert planner.wanted[-1] == session.event


def test_a_thousand_changes_in_a_moment_are_planned_once() -> None:
    session, planner = an_evening(an_event(8))

    for turn in range(500):
        session.people.mark_absent(f"Person {turn % 8 + 1:02d}")
        session.people.check_in(f"Person {turn % 8 + 1:02d}")
    session.people.mark_absent("Person 03")
    session.tick()
    planner.find_all()
    session.steps.next()

    assert len(planner.wanted) == 2
    assert check(session.event, session.event.plan).broken == []


def test_a_step_that_waits_is_forgotten_when_the_host_takes_another_one() -> None:
    hands = Hands()
    session, planner = an_evening(an_event(8), hands)
    planner.find_all()
    session.steps.next()
    on_with_the_round(session, hands)
    session.people.leave("Person 03")
    press_enter_in_vain(session)

    session.steps.extend(60)
    session.tick()
    planner.find_all()
    session.tick()

    assert phase(session) == "talk"


def test_what_stands_in_the_way_of_a_step_that_waited_is_told() -> None:
    session, planner = an_evening(an_event(8))
    for number in range(1, 9):
        session.people.mark_absent(f"Person {number:02d}")

    press_enter_in_vain(session)
    session.tick()
    planner.find_all()
    session.tick()

    assert phase(session) == "lobby"
    assert "nobody to pair yet" in str(session.state.news[-1])


def test_the_first_plan_is_taken_and_a_better_one_takes_over_for_the_rounds_to_come() -> None:
    hands = Hands()
    session, planner = an_evening(improved_later(), hands)
    first = planner.find()
    session.steps.next()
    assert session.event.plan == first.rounds
    assert not session.plan.new_seats_due
    session.steps.next()
    held = session.event.rounds

    session.tick()
    better = planner.find_all()
    session.tick()

    assert better.cost < first.cost
    assert session.event.rounds == held
    assert session.event.plan == better.rounds[1:]
    assert check(session.event, better.rounds).broken == []
    assert not session.plan.stale


def test_undo_takes_back_the_start_of_a_round_after_which_a_better_plan_took_over() -> None:
    session, planner = an_evening(improved_later())
    planner.find()
    session.steps.next()
    shown = session.event.plan[0]
    session.steps.next()
    session.tick()
    better = planner.find_all()
    session.tick()

    session.take_back()

    assert session.event.plan == (shown, *better.rounds[1:])
    session.take_back()
    assert session.event.plan == ()


def test_the_seats_on_the_board_stay_when_a_better_plan_is_found() -> None:
    session, planner = an_evening(improved_later())
    planner.find()
    session.steps.next()
    shown = session.event.plan

    session.tick()
    planner.find_all()
    session.tick()

    assert session.event.plan == shown


def test_a_plan_that_turns_out_to_be_the_best_is_not_planned_again() -> None:
    hands = Hands()
    session, planner = an_evening(an_event(8), hands)
    planner.find_all()
    session.steps.next()
    assert not session.plan.stale
    session.state.edited_outside(Edited(with_a_wish_that_comes_true(session)), ())
    session.tick()
    session.tick()
    assert session.plan.stale

    planner.find_all()
    session.tick()

    assert not session.plan.stale
    assert str(session.plan.progress) == "Best possible plan"


def with_a_wish_that_comes_true(session: Session):  # type: ignore[no-untyped-def]
    one, other = session.event.plan[-1].pairings[0].people

    def typed(event: Event) -> Event:
        def wishing(person: Participant) -> Participant:
            return person.with_(wishes=(other,)) if person.key == one else person

        return event.with_(participants=tuple(map(wishing, event.participants)))

    return typed


def test_two_kept_apart_do_not_sit_together_while_other_seats_are_looked_for() -> None:
    session, planner = an_evening(an_event(12, rounds=4))
    planner.find_all()
    session.steps.next()
    two = session.event.plan[0].pairings[0].people

    session.people.keep_apart(*two)
    assert not together(session, 1, *two)
    assert set(session.event.plan[0].resting) == set(two)
    session.tick()
    planner.find_all()
    session.tick()

    assert session.event.plan[0].resting == ()
    assert not together(session, 1, *two)


def test_two_who_are_pinned_sit_together_as_soon_as_the_seats_are_found() -> None:
    session, planner = an_evening(an_event(12, rounds=4))
    planner.find_all()
    session.steps.next()
    two = session.event.plan[1].pairings[0].people

    session.people.pin(*two)
    session.tick()
    planner.find_all()
    session.tick()

    assert together(session, 1, *two)
    assert str(session.state.news[-1]) == "The seats of round 1 have changed."


def test_rounds_that_are_dropped_are_dropped_at_once() -> None:
    session, planner = an_evening(an_event(12, rounds=5))
    planner.find_all()
    session.steps.next()

    session.timetable.change(rounds=3)

    assert [round_.number for round_ in session.event.plan] == [1, 2, 3]


def test_the_proposal_of_a_new_plan_is_asked_for_again_while_there_is_none() -> None:
    session, planner = an_evening(an_event(12, rounds=5))

    with pytest.raises(RuleError, match="still looking for a plan"):
        session.plan.propose()
    planner.find_all()

    assert session.plan.propose()[0].final


def test_the_console_can_say_whether_a_better_plan_may_come() -> None:
    session, planner = an_evening(improved_later())
    assert session.plan.progress is None

    planner.find()
    session.tick()
    at_first = str(session.plan.progress)
    planner.find_all()
    session.tick()

    assert at_first == "Still looking for a better plan"
    assert session.plan.progress is not None
    assert "looking" not in str(session.plan.progress)


def test_the_planner_ends_with_the_session() -> None:
    session, planner = an_evening(an_event(8))

    session.close()

    assert planner.closed


def test_the_file_is_the_same_whenever_the_evening_is_planned_again() -> None:
    def written() -> object:
        hands = Hands()
        session = a_session(improved_later(), hands)
        session.steps.next()
        on_with_the_round(session, hands)
        session.people.leave(session.event.participants[0].key)
        session.steps.next()
        return session.event.data()

    assert written() == written()
