"""The parts of the planner that answer one question each."""

from __future__ import annotations

from typing import Any

from rounds.domain.planner.budget import Budget
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.limits.dual_bound import Dual
from rounds.domain.planner.limits.feasibility import first_obstacle, partners
from rounds.domain.planner.limits.lower_bound import least
from rounds.domain.planner.matching import largest, shortage
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.prices import COMPANY
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.rests import Turns, most_rests, turns
from rounds.domain.planner.search.cost_to_come import CostToCome
from rounds.domain.planner.search.exact import cheapest_below, solve_exactly
from rounds.domain.planner.seating.listening import listeners_first
from rounds.domain.planner.table_labels import labels, seat
from tests.domain.planner.test_plan import evening


def posed(size: int, rounds: int, **settings: Any) -> Problem:
    return build_problem(PlannerPeople(evening(size, rounds=rounds, **settings), 0), rounds)


def test_a_largest_matching_finds_its_way_through_an_odd_ring() -> None:
    ring = {0: [1, 4], 1: [0, 2], 2: [1, 3], 3: [2, 4], 4: [3, 0, 5], 5: [4]}

    mate, _outer, _inner = largest(ring)

    assert len(mate) == 6


def test_three_people_who_know_only_one_other_are_too_many() -> None:
    star = {0: [1, 2, 3], 1: [0], 2: [0], 3: [0]}

    mate, outer, inner = largest(star)

    assert len(mate) == 2
    assert outer == {1, 2, 3}
    assert inner == {0}


def test_enough_partners_for_all_is_no_shortage() -> None:
    everybody = {i: [j for j in range(4) if j != i] for i in range(4)}

    assert shortage(dict.fromkeys(range(4), 3), everybody) is None


def test_a_shortage_names_who_needs_too_much_of_whom() -> None:
    near = {0: [2], 1: [2], 2: [0, 1]}

    assert shortage({0: 1, 1: 1, 2: 1}, near) is not None


def test_rests_go_to_those_who_rested_least() -> None:
    everybody = [0, 1, 2]

    dealt = turns([1, 0, 0], [everybody] * 4, [1] * 4, lambda i: (i,))

    assert dealt == [[1], [2], [0], [1]]


def test_a_second_rest_before_the_others_had_one_is_unfair() -> None:
    everybody = [[0, 1, 2]] * 2

    assert Turns([0, 0, 0], everybody, [[0], [0]]).total == 1
    assert Turns([0, 0, 0], everybody, [[0], [1]]).total == 0


def test_who_rests_is_compared_only_with_those_who_are_there() -> None:
    there = [[0, 1, 2], [0], [0, 3]]

    assert Turns([0] * 4, there, [[0], [0], [3]]).total == 0
    assert Turns([0] * 4, there, [[0], [0], [0]]).total == 2


def test_an_exchange_of_rests_says_beforehand_how_unfair_it_is() -> None:
    turns_ = Turns([0] * 4, [[0, 1, 2, 3]] * 3, [[0], [1], [2]])

    worse = turns_.change(2, 2, 0)
    turns_.exchange(2, 2, 0)

    assert turns_.total == worse == 1


def test_nobody_can_rest_twice_in_fewer_rounds_than_there_are_others() -> None:
    assert most_rests([0] * 5, [[0, 1, 2, 3, 4]] * 5, [1] * 5) == [1] * 5
    assert most_rests([0] * 5, [[0, 1, 2, 3, 4]] * 6, [1] * 6) == [2] * 5


def test_tables_go_on_where_the_host_gave_too_few() -> None:
    assert labels(2, 4) == [1, 2, 3, 4]
    assert labels((5, 7), 3) == [5, 7, 8]
    assert labels(("Window", 2), 4) == ["Window", 2, "+1", "+2"]


def test_one_of_each_pair_stays_at_the_table() -> None:
    sat = {0: "1", 1: "1", 2: "2", 3: "2"}

    at = seat([(0, 2), (1, 3)], sat, ["1", "2"], {}, {})

    assert sorted(at) == ["1", "2"]


def test_two_rounds_give_everybody_both_roles() -> None:
    first, second = listeners_first([[(0, 1), (2, 3)], [(0, 2), (1, 3)]], [])

    assert {a for a, _b in first}.isdisjoint(a for a, _b in second)


def test_the_bounds_never_pass_the_best_plan_there_is() -> None:
    people = {n: {"industry": "insurance" if n < 7 else f"trade {n}"} for n in range(10)}
    problem = build_problem(PlannerPeople(evening(10, people, rounds=5), 0), 5)

    finer = Dual(problem, problem.prices(), problem.missed).raise_to(10_000, 0)

    assert least(problem).cost == finer == 100


def test_the_bound_knows_that_a_helper_meets_nobody_twice_in_the_whole_evening() -> None:
    people: dict[int, dict[str, Any]] = {n: {"industry": "b" if n else "a"} for n in range(4)}
    people[2]["until_round"], people[3]["from_round"] = 2, 3
    people[4] = {"staff": True}
    event = evening(5, people, rounds=3, odd="trio")
    problem = build_problem(PlannerPeople(event, 0), 3)

    bound = Dual(problem, problem.prices(), problem.missed).raise_to(2_000, 0)

    assert bound == make_plan(event).cost == 10


def test_the_bound_knows_how_often_everybody_has_to_rest() -> None:
    mentors: dict[int, dict[str, Any]] = {n: {"side": "mentor", "industry": "a"} for n in range(4)}
    mentees = {n: {"side": "mentee", "industry": "a"} for n in range(4, 9)}
    # The only one of another industry would best meet a mentor in each round, but rests in one.
    other = {9: {"side": "mentee", "industry": "b"}}
    event = evening(10, mentors | mentees | other, rounds=4, sides=["mentor", "mentee"])
    problem = build_problem(PlannerPeople(event, 0), 4)

    bound = Dual(problem, problem.prices(), problem.missed).raise_to(2_000, 0)

    assert bound == make_plan(event).cost == 130


def a_room_of_two_industries(size: int, rounds: int) -> Problem:
    people = {
        n: {"industry": "bank" if n % 3 else "law", "company": "AB "[n % 3]} for n in range(size)
    }
    return build_problem(PlannerPeople(evening(size, people, rounds=rounds), 0), rounds)


def test_the_bound_does_not_step_back_to_where_it_has_been() -> None:
    problem = a_room_of_two_industries(15, 12)
    dual = Dual(problem, problem.prices(), problem.missed)

    for start in range(0, 2_000, 400):
        assert dual.raise_to(start + 400, start) == start + 400

    assert dual.points < 3_000  # nearly twice as many where each step forgets the one before


def test_the_bound_is_not_tried_again_where_it_led_no_further() -> None:
    problem = a_room_of_two_industries(9, 7)
    dual, bound = Dual(problem, problem.prices(), problem.missed), 0
    for _time in range(6):
        bound = dual.raise_to(bound + 400, bound)
    before = dual.points

    assert dual.raise_to(bound + 400, bound) == bound
    assert dual.points == before


def test_a_bound_between_two_costs_that_there_are_goes_up_to_the_dearer_one() -> None:
    people: dict[int, dict[str, Any]] = {
        n: {"industry": "insurance" if n < 7 else f"trade {n}"} for n in range(10)
    }
    people[0]["wishes"] = ["P7"]
    bound = least(build_problem(PlannerPeople(evening(10, people, rounds=5), 0), 5))

    assert bound.raised(bound.cost + 1).cost == bound.cost + 10
    assert bound.raised(bound.cost + 45).cost == bound.cost + 50
    assert bound.raised(bound.cost + 54).cost == bound.cost + 54  # a wish may be missed


def test_what_the_rounds_to_come_cost_at_least_is_no_more_than_the_best_plan_costs() -> None:
    people = {n: {"industry": "law" if n < 5 else f"trade {n}"} for n in range(7)}
    problem = build_problem(PlannerPeople(evening(7, people, rounds=5), 0), 5)

    deals, certain = cheapest_below(problem, 10_000, 0, Budget(10**8), 10**8, [0] * problem.size)

    assert certain
    assert deals is not None
    cost = sum(problem.price((i, j)) for deal in deals for i, j in enumerate(deal) if i < j < 7)
    near = partners(problem, 5)
    open_ = [sum(1 << j for j in near[i]) for i in range(7)]
    to_come = CostToCome(problem, problem.prices()).least(0, open_, problem.counts)
    assert to_come is not None
    assert 0 < to_come[0] <= 2 * cost


def test_a_complete_search_settles_what_no_condition_sees() -> None:
    assert solve_exactly(posed(6, 5)) is not None
    assert solve_exactly(posed(5, 2, odd="trio")) is None
    assert first_obstacle(posed(5, 2, odd="trio"), thorough=True) is None


def test_colleagues_who_must_meet_are_in_the_lower_bound() -> None:
    people = {n: {"company": "Acme"} for n in range(3)}
    problem = build_problem(PlannerPeople(evening(4, people, rounds=2), 0), 2)

    assert least(problem).cost == 2 * COMPANY
