from __future__ import annotations

from datetime import timedelta

import pytest

from rounds.domain.event import Attendance, Correction
from rounds.domain.people import attendance, roster
from tests.evenings import START, a_running_round, an_event


def test_before_anybody_is_checked_in_everybody_counts() -> None:
    assert len(roster.RosterIndex(an_event(6)).present(1)) == 6


def test_as_soon_as_somebody_is_checked_in_only_those_count_who_are_here() -> None:
    event = attendance.check_in(an_event(6), "Person 02", START)

    assert roster.RosterIndex(event).present(1) == ("Person 02",)


def test_a_walk_in_alone_does_not_send_the_others_home() -> None:
    event, _key = attendance.add_walk_in(an_event(6), "Tom Walker", START)

    assert len(roster.RosterIndex(event).present(1)) == 7


def test_who_leaves_early_is_planned_until_then() -> None:
    event = an_event(4)
    early = event.participants[0].with_(until_round=2)
    event = event.with_(participants=(early, *event.participants[1:]))

    assert "Person 01" in roster.RosterIndex(event).present(2)
    assert "Person 01" not in roster.RosterIndex(event).present(3)


def test_who_had_a_place_in_a_round_counts_without_being_checked_in() -> None:
    event = attendance.check_in(a_running_round(), "Person 06", START)

    here = roster.RosterIndex(event).present(2)

    assert here == tuple(f"Person {number:02d}" for number in range(1, 7))


@pytest.mark.parametrize(
    ("companies", "called"),
    [
        (("Acme", "Bakery"), ["Ann (Acme)", "Ann (Bakery)"]),
        (("Acme", "Acme"), ["Ann (Acme, 1)", "Ann (Acme, 2)"]),
        (("", "Acme"), ["Ann (1)", "Ann (Acme)"]),
        (("", ""), ["Ann (1)", "Ann (2)"]),
    ],
)
def test_two_people_of_one_name_are_told_apart_on_every_screen(
    companies: tuple[str, str], called: list[str]
) -> None:
    event = an_event(3)
    anns = tuple(
        each.with_(id=each.name, name="Ann", company=company)
        for each, company in zip(event.participants, companies, strict=False)
    )

    event = event.with_(participants=(*anns, event.participants[2]))

    assert list(roster.shown_names(event).values()) == [*called, "Person 03"]


def test_the_later_word_holds_wherever_the_host_typed_it_into_the_file() -> None:
    later = START + timedelta(minutes=9)
    event = an_event(3).with_(
        attendance=(
            Attendance(person="Person 01", state="here", at=later),
            Attendance(person="Person 01", state="absent", at=START),
        ),
        corrections=(
            Correction(person="Person 02", name="Theodora", at=later),
            Correction(person="Person 02", name="Theo", at=START),
        ),
    )

    assert roster.states(event)["Person 01"] == "here"
    assert roster.by_key(event)["Person 02"].name == "Theodora"


def test_who_only_rested_so_far_counts_without_being_checked_in() -> None:
    event = a_running_round()
    (round_,) = event.rounds
    event = event.with_(rounds=(round_.with_(pairings=(), resting=("Person 05",)),))

    event = attendance.check_in(event, "Person 06", START)

    assert roster.RosterIndex(event).present(2) == ("Person 05", "Person 06")


def test_a_walk_in_who_was_away_for_a_moment_does_not_send_the_others_home() -> None:
    event, key = attendance.add_walk_in(an_event(6), "Tom Walker", START)

    event = attendance.check_in(attendance.leave(event, key, START), key, START)

    assert len(roster.RosterIndex(event).present(1)) == 7
