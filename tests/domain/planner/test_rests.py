"""Whose turn it is to rest: what a change would do is what it does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from random import Random

from rounds.domain.event import Event, Pairing, Round
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.limits.feasibility import fewest_aside
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.rests import NOBODY, Turns, fewest_rests, most_rests
from rounds.domain.planner.search.warm_start import in_turn
from tests.domain.planner.test_plan import evening


def test_a_change_of_who_rests_is_as_unfair_as_it_was_said_to_be() -> None:
    rnd = Random(3)
    for _ in range(300):
        size, rounds = rnd.randint(2, 6), rnd.randint(1, 4)
        counts = [rnd.randint(0, 2) for _ in range(size)]
        may = [[i for i in range(size) if rnd.random() < 0.8] for _ in range(rounds)]
        out = [rnd.sample(range(size), min(size - 1, rnd.randint(0, 2))) for _ in range(rounds)]
        turns = Turns(counts, may, out)
        for _ in range(4):
            r = rnd.choice(turns.rounds or [0])
            leaves = rnd.choice([*sorted(turns.out[r]), NOBODY])
            comes = rnd.choice([*(i for i in range(size) if i not in turns.out[r]), NOBODY])
            said, before = turns.change(r, leaves, comes), turns.total

            turns.exchange(r, leaves, comes)

            assert turns.total == before + said
            assert turns.total == Turns(counts, may, turns.out).total


def test_nobody_rests_less_or_more_often_than_is_said_in_any_fair_evening() -> None:
    rnd = Random(5)
    for _ in range(600):
        size, rounds = rnd.randint(2, 5), rnd.randint(1, 4)
        counts = [rnd.choice([0, 0, 1, 3]) for _ in range(size)]
        alike = rnd.random() < 0.4
        may = [[i for i in range(size) if alike or rnd.random() < 0.8] for _ in range(rounds)]
        places = [rnd.randint(0, max(0, len(free) - 1)) for free in may]
        fair = list(_fair_evenings(counts, may, places))
        said_least = fewest_rests(counts, may, places)
        said_most = most_rests(counts, may, places)
        for i in range(size):
            rests = [sum(i in out for out in evening) for evening in fair]
            assert said_least[i] <= min(rests)
            assert max(rests) <= said_most[i]
            if alike:
                assert said_least[i] == min(rests)


def _fair_evenings(
    counts: list[int], may: list[list[int]], places: list[int]
) -> Iterator[list[tuple[int, ...]]]:
    """Yield all ways to rest in turn."""
    if not may:
        yield []
        return
    for out in combinations(may[0], places[0]):
        seated = [counts[i] for i in may[0] if i not in out]
        if all(counts[i] <= min(seated) for i in out):
            now = [times + (i in out) for i, times in enumerate(counts)]
            for others in _fair_evenings(now, may[1:], places[1:]):
                yield [out, *others]


def test_who_is_there_as_often_as_the_others_rests_about_as_often() -> None:
    four = [[0, 1, 2], [0, 1, 2], [0, 1, 2], [0, 1, 2, 3]]

    # Three rest once in the first three rounds; only the newcomer can spare one of them the fourth.
    assert fewest_rests([0] * 4, four, [1] * 4) == [1, 1, 1, 0]
    assert fewest_rests([0] * 3, four[:3], [2] * 3) == [2, 2, 2]


def test_who_rests_in_the_round_in_which_most_rest_may_be_spared_the_others() -> None:
    may = [[0, 1, 2, 3], [0, 2, 3]]

    # The first and the third rest in the first round; one of them is enough for the second.
    assert fewest_rests([0, 2, 0, 2], may, [3, 1]) == [1, 0, 1, 0]


def test_nobody_has_to_rest_where_nobody_takes_turns_or_staff_could_help() -> None:
    def fewest(event: Event, *without: str) -> list[int]:
        problem = build_problem(PlannerPeople(event, 0), 4, without=frozenset(without))
        return fewest_aside(problem)

    assert fewest(evening(5, rounds=4)) == [0, 0, 0, 0, 0]
    assert fewest(evening(5, rounds=4, odd="trio")) == [2, 2, 2, 2, 2]
    assert fewest(evening(5, rounds=4, odd="trio"), "turns") == [0, 0, 0, 0, 0]
    helper = {"staff": True, "until_round": 1}
    assert fewest(evening(4, {3: helper}, rounds=4)) == [1, 1, 1, 0]
    # Who rests in the first round, though somebody could help, may be spared the other three.
    assert fewest(evening(4, {3: helper}, rounds=4), "helpers") == [0, 0, 0, 0]


def test_a_trio_where_somebody_could_have_helped_is_a_turn_like_any_other() -> None:
    event = evening(6, {5: {"staff": True}}, rounds=2, odd="trio")
    problem = build_problem(PlannerPeople(event, 0), 2)

    def planned(*seated: str) -> list[Round]:
        tables = ([tuple(f"P{n}" for n in table) for table in each.split()] for each in seated)
        return [
            Round(
                number=number,
                pairings=tuple(Pairing(table=1, people=people) for people in each),
            )
            for number, each in enumerate(tables, 1)
        ]

    assert in_turn(problem, planned("012 34", "034 12"))
    assert not in_turn(problem, planned("012 34", "013 24"))
