from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from rounds.domain.evening.clock import Run
from rounds.domain.people import roster
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.plan import make_plan
from rounds.domain.views.room import Room
from rounds.domain.views.room_view import begins_at, room_of
from rounds.store.reading.read import read_event
from tests.evenings import START, a_running_round, an_event
from tests.hosts import SAMPLES


def test_the_room_is_told_that_a_break_is_followed_by_the_next_round() -> None:
    event = a_running_round()
    later = event.rounds[0].with_(number=2, started_at=None)
    settings = event.settings.with_(break_after=(1,))
    event = event.with_(settings=settings, plan=(later,))

    assert room_of(RosterIndex(event), Run("talk", 1)).after == "break"
    assert room_of(RosterIndex(event), Run("break", 1)).after == "move"


def test_the_board_lists_who_rests_without_a_table() -> None:
    board = room_of(RosterIndex(a_running_round()), Run("talk", 1)).board

    assert [entry.name for entry in board if entry.table is None] == ["Person 05"]


def test_the_board_says_who_stays_at_the_table() -> None:
    event = a_running_round()
    later = event.rounds[0].with_(number=2, started_at=None)
    event = event.with_(plan=(later,))

    board = room_of(RosterIndex(event), Run("move", 2)).board

    assert all(entry.stays for entry in board if entry.table)


def test_after_a_round_was_held_one_of_each_pair_stays_at_the_table() -> None:
    event = an_event(12, rounds=4)
    first = make_plan(event).rounds[0].with_(started_at=START)
    turned = tuple(
        pairing.with_(table=table)
        for pairing, table in zip(first.pairings, (4, 1, 6, 2, 5, 3), strict=True)
    )
    event = event.with_(rounds=(first.with_(pairings=turned),), plan=())
    event = event.with_(plan=make_plan(event).rounds[1:])

    before = {key: str(two.table) for two in turned for key in two.people}
    board = room_of(RosterIndex(event), Run("move", 2)).board
    stay = {entry.table for entry in board if before[entry.name] == entry.table}

    assert stay == {entry.table for entry in board}


def test_who_stays_at_the_table_but_changes_the_letter_is_not_told_to_stay() -> None:
    event = an_event(12, rounds=6)
    rounds = make_plan(event).rounds
    begun = tuple(round_.with_(started_at=START) for round_ in rounds[:5])
    marked, letters = 0, []
    for number in range(2, 7):
        told = event.with_(rounds=begun[: number - 1], plan=rounds[number - 1 :])
        seats = {
            key: (str(two.table), letter)
            for two in rounds[number - 2].pairings
            for key, letter in zip(two.people, "AB", strict=True)
        }
        for entry in room_of(RosterIndex(told), Run("move", number)).board:
            marked += entry.stays
            letters.append(entry.stays == (seats[entry.name] == (entry.table, entry.seat)))

    assert marked
    assert all(letters)


@pytest.mark.parametrize(("odd", "meets"), [("rest", 2), ("trio", 3)])
def test_the_promise_counts_a_rest_only_where_people_rest(odd: str, meets: int) -> None:
    assert room_of(RosterIndex(an_event(7, rounds=3, odd=odd)), Run()).meets == meets


def test_the_promise_holds_for_the_larger_side_too() -> None:
    event = an_event(8, rounds=4, sides=("mentor", "mentee"))
    sides = ["mentor"] * 2 + ["mentee"] * 6
    people = tuple(
        person.with_(side=side) for person, side in zip(event.participants, sides, strict=True)
    )

    assert room_of(RosterIndex(event.with_(participants=people)), Run()).meets == 1


def of_two_sides(mentors: int, mentees: int, rounds: int) -> Room:
    event = an_event(mentors + mentees, rounds=rounds, sides=("mentor", "mentee"))
    sides = ["mentor"] * mentors + ["mentee"] * mentees
    people = tuple(
        person.with_(side=side) for person, side in zip(event.participants, sides, strict=True)
    )
    return room_of(RosterIndex(event.with_(participants=people)), Run())


def test_with_two_sides_the_promise_counts_only_those_one_can_meet() -> None:
    equal, unequal = of_two_sides(4, 4, 2), of_two_sides(3, 4, 2)

    assert (equal.meets, equal.others) == (2, 4)
    assert (unequal.meets, unequal.others) == (1, 3)
    assert room_of(RosterIndex(an_event(8, rounds=2)), Run()).others == 7


def test_the_promise_counts_the_rest_of_a_round_before_everybody_has_come() -> None:
    event = an_event(4, rounds=3)
    late = event.participants[3].with_(from_round=2)
    event = event.with_(participants=(*event.participants[:3], late))

    assert room_of(RosterIndex(event), Run()).meets == 2


def test_the_promise_holds_for_those_who_stay_all_evening() -> None:
    event = an_event(9, rounds=4)
    early = event.participants[8].with_(until_round=1)
    event = event.with_(participants=(*event.participants[:8], early))

    planned = make_plan(event)

    fewest = min(planned.met_per_person[f"Person {number:02d}"] for number in range(1, 9))
    assert room_of(RosterIndex(event), Run()).meets == 3 <= fewest


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_lobby_of_a_sample_promises_no_more_than_its_plan_holds(sample: Path) -> None:
    event = read_event(sample)
    event = event.with_(rounds=(), plan=(), attendance=())
    planned = make_plan(event)
    all_evening = [
        key
        for key in planned.met_per_person
        if all(key in roster.RosterIndex(event).present(round_.number) for round_ in planned.rounds)
    ]

    promised = room_of(RosterIndex(event.with_(plan=planned.rounds)), Run()).meets

    assert 0 < promised <= min(planned.met_per_person[key] for key in all_evening)


def test_the_start_is_known_by_the_steady_clock_on_the_day_of_the_event() -> None:
    at_four = START.replace(hour=16, minute=0)
    event = an_event(4, starts_at="18:30", ends_at="20:30")
    other_day = event.with_(settings=event.settings.with_(date=date(2001, 1, 1)))

    assert begins_at(event, 100.0, at_four) == 100.0 + 2.5 * 3600
    assert begins_at(event, 100.0, at_four + timedelta(hours=3)) == 100.0 - 0.5 * 3600
    assert (begins_at(other_day, 100.0, at_four) or 0) < -86400
    assert begins_at(an_event(4), 100.0, at_four) is None
