"""One plan costs a bounded amount of work, counted and never timed."""

from __future__ import annotations

from rounds.domain.planner.budget import LEAST, PASSES, Budget


def test_there_is_always_something_left_for_fewer_rounds() -> None:
    budget = Budget()
    given = [budget.sweeps(650, 5_000) for _ in range(40)]

    assert given == sorted(given, reverse=True)
    assert sum(given) * 5_000 * PASSES <= Budget.looks
    assert given[-1] == 0
    assert budget.spent


def test_the_first_search_of_a_very_large_room_gets_the_least_that_is_of_use() -> None:
    budget = Budget()

    assert budget.sweeps(10, 12_000_000) == LEAST
    assert budget.sweeps(10, 12_000_000) == 0


def test_an_easy_search_gets_what_it_asks_for() -> None:
    assert Budget().sweeps(20, 400) == 20
