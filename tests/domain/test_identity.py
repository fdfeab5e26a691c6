"""What identifies an entry of the record."""

from __future__ import annotations

from rounds.domain.event import Pin
from rounds.domain.identity import identified, identity
from tests.evenings import START, a_running_round


def test_a_round_with_other_seats_is_still_the_same_round() -> None:
    (running,) = a_running_round().rounds

    assert identity("rounds", running) == identity("rounds", running.with_(pairings=()))


def test_two_people_are_the_same_pair_in_either_order() -> None:
    one = Pin(round=2, people=("Ann", "Ben"), at=START)

    assert identity("pins", one) == identity("pins", one.with_(people=("Ben", "Ann")))


def test_of_two_equal_entries_none_is_lost() -> None:
    twin = Pin(round=2, people=("Ann", "Ben"), at=START)

    assert list(identified("pins", [twin, twin]).values()) == [twin, twin]
