from __future__ import annotations

from typing import Any

from rounds.domain.event import Event, Round
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.plan import make_plan
from tests.evenings import START, an_event


def with_person(event: Event, at: int, **fields: Any) -> Event:
    """Return an event with one participant changed."""
    people = list(event.participants)
    people[at] = people[at].with_(**fields)
    return event.with_(participants=tuple(people))


def test_somebody_new_rests_first_but_not_for_all_the_evenings_before() -> None:
    before = an_event(4)
    everybody = tuple(person.key for person in before.participants)
    held = tuple(Round(number=n, started_at=START, resting=everybody) for n in range(1, 4))

    event = an_event(5).with_(earlier=(before.with_(rounds=held),))

    assert build_problem(PlannerPeople(event, 1), 3).counts == (3, 3, 3, 3, 2)


def test_staff_who_leave_early_fill_in_until_then_and_no_longer() -> None:
    event = with_person(an_event(6, rounds=2), 5, staff=True, until_round=1)

    first, second = make_plan(event).rounds

    assert first.resting == ()
    assert len(second.resting) == 1


def test_a_wish_of_two_who_are_never_there_together_is_not_looked_for() -> None:
    event = with_person(an_event(4, rounds=2), 0, until_round=1, wishes=("Person 02",))
    event = with_person(event, 1, from_round=2)

    plan = make_plan(event)

    assert build_problem(PlannerPeople(event, 1), 2).wishes == {}
    assert plan.qualities.missed == 0  # a search for a better plan would find none
    assert plan.best_possible
