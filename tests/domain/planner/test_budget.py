"""One plan costs a bounded amount of work, counted and never timed."""

from __future__ import annotations

from rounds.domain.planner.budget import LEAST, POINTS, Budget, sweeps_within


def test_a_search_leaves_something_for_those_after_it() -> None:
    budget = Budget()
    for _ in range(40):
        budget.spend(budget.share(7))

    assert 0 < budget.points < POINTS // 100
    assert budget.spent


def test_nothing_is_left_to_share_when_more_was_spent_than_there_was() -> None:
    budget = Budget()
    budget.spend(POINTS + 1)

    assert budget.share(1) == 0


def test_too_few_sweeps_to_find_anything_are_none() -> None:
    assert sweeps_within(100, 650, 10) == LEAST
    assert sweeps_within(99, 650, 10) == 0


def test_an_easy_search_gets_what_it_asks_for() -> None:
    assert sweeps_within(1_000_000, 20, 400) == 20
