"""What a new plan changes, and what an exchange by hand breaks."""

from __future__ import annotations

from rounds.domain.evening.corrections import exchange
from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.diff import difference
from rounds.domain.planner.reports.rule_check import broken_rules
from tests.domain.planner.any_evening import START
from tests.domain.planner.test_plan import evening, words


def exchanged(
    event: Event, rounds: tuple[Round, ...], number: int, one: PersonKey, other: PersonKey
) -> tuple[Round, ...]:
    """Return the rounds with two people's places exchanged by the host."""
    return exchange(event.with_(plan=rounds), number, one, other).plan


def test_the_same_plan_changes_nothing() -> None:
    rounds = make_plan(evening(8, rounds=3)).rounds

    found = difference(rounds, rounds)

    assert not found
    assert words(found.says) == "Nothing changes."


def test_an_exchange_changes_two_tables_for_four_people() -> None:
    event = evening(8, rounds=3)
    rounds = make_plan(event).rounds
    one, other = (p.people[0] for p in rounds[1].pairings[:2])

    found = difference(rounds, exchanged(event, rounds, 2, one, other))

    assert words(found.says) == "2 tables change in round 2."
    assert len(found.people) == 4


def test_new_and_cancelled_rounds_are_named() -> None:
    rounds = make_plan(evening(8, rounds=3)).rounds

    assert words(difference(rounds[:2], rounds).says) == "Round 3 is added."
    assert words(difference(rounds, rounds[:2]).says) == "Round 3 is no longer planned."


def test_a_person_who_rests_can_be_exchanged_too() -> None:
    event = evening(5, rounds=2)
    rounds = make_plan(event).rounds
    seated, resting = rounds[0].pairings[0].people[0], rounds[0].resting[0]

    swapped = exchanged(event, rounds, 1, seated, resting)

    assert swapped[0].resting == (seated,)


def test_an_exchange_that_makes_two_meet_again_is_told() -> None:
    event = evening(4, rounds=2)
    rounds = make_plan(event).rounds
    first, second = rounds[0].pairings[0].people
    partner = next(p for p in rounds[1].pairings if first in p.people).people
    other = next(key for key in partner if key != first)

    said = words(broken_rules(event, exchanged(event, rounds, 2, other, second)))

    assert "meet in round 2, but they already meet in round 1." in said


def test_an_exchange_that_brings_together_whom_the_host_keeps_apart_is_told() -> None:
    event = evening(4, {0: {"avoid": ["P1"]}}, rounds=1)
    rounds = make_plan(event).rounds
    partner = next(p for p in rounds[0].pairings if "P0" in p.people).people
    other = next(key for key in partner if key != "P0")

    said = words(broken_rules(event, exchanged(event, rounds, 1, other, "P1")))

    assert "P0 and P1 meet in round 1, but they are kept apart." in said


def test_somebody_who_left_has_no_place_any_more() -> None:
    event = evening(6, rounds=2)
    rounds = make_plan(event).rounds
    attendance = [{"person": "P3", "state": "left", "at": START}]
    event = Event.checked({**event.data(), "attendance": attendance})

    assert "P3 is not there in round 1." in words(broken_rules(event, rounds))
