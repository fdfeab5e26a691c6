"""What identifies an entry of the record."""

from __future__ import annotations

from datetime import timedelta, timezone

from rounds.domain.event import Change, KeptApart, Pin
from rounds.domain.identity import identified, identity
from tests.evenings import START, a_running_round
from tests.notes import a_note


def test_a_round_with_other_seats_is_still_the_same_round() -> None:
    (running,) = a_running_round().rounds

    assert identity("rounds", running) == identity("rounds", running.with_(pairings=()))


def test_two_people_are_the_same_pair_in_either_order() -> None:
    one = Pin(round=2, people=("Ann", "Ben"), at=START)

    assert identity("pins", one) == identity("pins", one.with_(people=("Ben", "Ann")))


def test_of_two_equal_entries_none_is_lost() -> None:
    twin = Pin(round=2, people=("Ann", "Ben"), at=START)

    assert list(identified("pins", [twin, twin]).values()) == [twin, twin]


def test_two_kept_apart_are_the_same_two_in_either_order() -> None:
    one = KeptApart(people=("Ann", "Ben"), at=START)

    assert identity("kept_apart", one) == identity("kept_apart", one.with_(people=("Ben", "Ann")))


def test_a_pair_pinned_into_two_rounds_is_pinned_twice() -> None:
    one = Pin(round=2, people=("Ann", "Ben"), at=START)

    assert identity("pins", one) != identity("pins", one.with_(round=3))


def test_what_two_wrote_about_each_other_are_two_notes() -> None:
    assert identity("notes", a_note("Ann", "Ben")) != identity("notes", a_note("Ben", "Ann"))


def test_a_change_is_the_same_in_whatever_time_zone_it_is_written_down() -> None:
    tokyo = START.astimezone(timezone(timedelta(hours=9)))

    assert identity("changes", Change(at=START)) == identity("changes", Change(at=tokyo))
