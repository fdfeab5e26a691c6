"""Even shares, variety, and what a host may ask of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.domain.event import Event
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.outcome import outcome
from rounds.domain.planner.search.evening_out import evened_out
from rounds.domain.planner.search.first_plan import Aim
from rounds.domain.planner.search.solve import Solution, solve
from rounds.domain.planner.shares import Partners
from tests.bench.planner_instances import SHARES, Chance, roster
from tests.domain.planner.any_evening import any_evening, begun
from tests.domain.planner.checker import check
from tests.domain.planner.test_prices import evening, held, met, plain


def hall(size: int, rounds: int, shares: dict[str, float], **more: Any) -> Event:
    """Return an evening of a size with these shares of industries."""
    people = roster(Chance(f"hall {size}"), size, shares)
    return Event.checked(
        {"event": {"title": "Hall", "rounds": rounds, **more}, "participants": people}
    )


def circle(event: Event) -> list[int]:
    """Return how many industries each person meets by the circle method, in order of the list."""
    trade = [p.industry for p in event.participants]
    ring = list(range(len(trade)))
    seen: list[set[str]] = [set() for _ in ring]
    for _ in range(event.settings.rounds or 0):
        for a, b in zip(ring[: len(ring) // 2], reversed(ring[len(ring) // 2 :]), strict=True):
            seen[a].add(trade[b])
            seen[b].add(trade[a])
        ring = [ring[0], *ring[2:], ring[1]]
    return [len(each) for each in seen]


@pytest.mark.parametrize(("size", "rounds"), [(24, 6), (36, 7), (60, 8)])
def test_everybody_meets_at_least_as_many_industries_as_in_a_plain_circle(
    size: int, rounds: int
) -> None:
    event = hall(size, rounds, SHARES)

    shares = outcome(event, make_plan(event).rounds).per_person.values()
    industries = [share.industries for share in shares]

    assert min(industries) >= min(circle(event))
    assert sum(industries) >= sum(circle(event))


def test_same_industry_meetings_are_shared_evenly() -> None:
    event = hall(40, 8, {"insurance": 0.6, "finance": 0.25, "legal": 0.15})

    plan = make_plan(event)
    shares = outcome(event, plan.rounds).per_person
    insurers = [shares[p.key].same_industry for p in event.participants if p.industry[0] == "i"]

    assert plan.cost == plan.least_cost
    assert max(insurers) - min(insurers) <= 2


def test_nobody_is_left_without_a_wish_while_others_have_several() -> None:
    people = plain("ABCDEFGH")
    for name in "ABCD":
        people[name]["wishes"] = ["E", "F"]
    event = evening(people, rounds=2)
    plan = make_plan(event)

    honoured = [sum(f"{name}{other}" in met(plan) for other in "EF") for name in "ABCD"]

    assert sum(honoured) == 4
    assert min(honoured) == 1


def test_nobody_meets_more_of_an_industry_than_the_host_allows() -> None:
    people = plain("ABCDEFGH")
    for name in "ABCD":
        people[name]["industry"] = "Insurance"
    event = evening(people, rounds=4, at_most={"insurance": 2}, same_industry="allow")

    plan = make_plan(event)
    times = Counter(
        one
        for two in met(plan)
        for one, other in ((two[0], two[1]), (two[1], two[0]))
        if other in "ABCD"
    )

    assert max(times.values()) == 2
    assert plan.cost == 0


def test_a_limit_that_is_passed_is_told() -> None:
    people = plain("ABCD")
    for name in "ABC":
        people[name]["industry"] = "Insurance"

    plan = make_plan(evening(people, rounds=3, at_most={"insurance": 1, "navy": 1}))

    assert [str(said) for said in plan.remarks] == [
        "4 people meet more than 1 from insurance.",
        "There is a limit for navy, but nobody is from there.",
    ]


@pytest.mark.parametrize("written", ["industry:law", "Industry: LAW", "業種：ｌａｗ"])
def test_somebody_of_an_industry_can_be_wished_for(written: str) -> None:
    people = {name: {"industry": "law" if name in "GH" else name} for name in "ABCDEFGH"}
    wishing: dict[str, dict[str, Any]] = dict(people)
    wishing["A"] = {"wishes": [written]}
    event = evening(wishing, rounds=1)

    plan = make_plan(event)

    assert {"AG", "AH"} & met(plan)
    assert (plan.cost, outcome(event, plan.rounds).wishes_honoured) == (0, 1)


def test_mentors_may_prefer_their_own_industry() -> None:
    people = {name: {"industry": "law" if name in "ABC" else "bank"} for name in "ABCDEF"}
    for name in "ADE":
        people[name]["side"] = "mentor"
    for name in "BCF":
        people[name]["side"] = "mentee"
    event = evening(dict(people), rounds=1, same_industry="prefer", sides=["mentor", "mentee"])

    plan = make_plan(event)

    assert sum(two in {"AB", "AC", "DF", "EF"} for two in met(plan)) == 2
    assert plan.cost == plan.least_cost == 10
    assert "2 of 3 pairings are within one industry." in [str(said) for said in plan.summary]


def test_newcomers_meet_regulars() -> None:
    before = held("ABCD", "AB CD")
    for setting, expected in (("spread", 0), ("any", 2)):
        event = evening(plain("ABCDEFGH"), rounds=1, newcomers=setting, seed=3)
        event = event.with_(earlier=(before,))

        among = [two for two in met(make_plan(event)) if set(two) <= set("EFGH")]

        assert setting == "any" or len(among) == expected


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 10**6))
def test_evening_out_breaks_no_rule_and_never_costs_anything(seed: int) -> None:
    event = any_evening(seed)
    people = PlannerPeople(event, seed)
    last = event.settings.rounds or 1
    problem = build_problem(people, last, without=frozenset({"earlier"}))
    found = solve(problem, Aim(), people.budget)
    if not isinstance(found, Solution) or not found.deals:
        return

    def cost(deals: list[list[int]]) -> int:
        pairs = {(i, j) for deal in deals for i, j in enumerate(deal) if i < j < problem.size}
        shut = problem.ruled_out()
        assert not pairs & shut
        assert all(problem.facing(*two) for two in pairs)
        partners = Partners(problem.shares, pairs | problem.closed["met"])
        return sum(map(problem.price, pairs)) + partners.cost()

    for calmly in (False, True):
        after = evened_out(problem, found.deals, Random(seed).random, calmly=calmly)

        assert cost(after) <= cost(found.deals)
        for deal, before in zip(after, found.deals, strict=True):
            assert sorted(deal) == sorted(before)
            assert [j for j in deal if j >= problem.size] == [
                j for j in before if j >= problem.size
            ]


def test_a_plan_made_anew_leaves_the_next_round_alone_for_the_sake_of_variety() -> None:
    event = hall(24, 6, SHARES)
    plan = make_plan(event, seed=1)
    event = begun(event, plan.rounds[:2]).with_(plan=plan.rounds[2:])

    again = make_plan(event)

    assert again.rounds[2].pairings == plan.rounds[2].pairings
    assert check(event, again.rounds).broken == []


def matchings(people: tuple[int, ...]) -> Iterator[list[tuple[int, int]]]:
    """Yield every way to pair people off."""
    if not people:
        yield []
        return
    for k in range(1, len(people)):
        for others in matchings(people[1:k] + people[k + 1 :]):
            yield [(people[0], people[k]), *others]


@pytest.mark.parametrize("seed", [12, 77, 134, 199, 243])
def test_the_smallest_rooms_get_the_cheapest_plan_and_leave_nobody_without_a_wish_needlessly(
    seed: int,
) -> None:
    rnd = Random(seed)
    names = "ABCDEF"
    people = plain(names)
    for name, person in people.items():
        person["industry"] = rnd.choice(["bank", "bank", "law", "food"])
        person["wishes"] = [other for other in rnd.sample(names, 2) if other != name]
        person["seeks"], person["offers"] = rnd.choice(["pumps", ""]), rnd.choice(["pumps", ""])
    people["A"]["wishes"].append("industry:law")
    event = evening(people, rounds=2, at_most={"bank": 1})
    problem = build_problem(PlannerPeople(event, 0), 2)

    def worth(pairs: set[tuple[int, int]]) -> tuple[int, int]:
        partners = Partners(problem.shares, pairs)
        without = sum(
            bool(wishes) and met.isdisjoint(wishes)
            for wishes, met in zip(problem.shares.wishes, partners.of, strict=True)
        )
        return problem.missed + sum(map(problem.price, pairs)) + partners.cost(), without

    every = list(matchings(tuple(range(len(names)))))
    best = min(
        worth({*first, *second})
        for first, second in combinations(every, 2)
        if not {*first} & {*second}
    )
    plan = make_plan(event)
    found = worth({(names.index(two[0]), names.index(two[1])) for two in met(plan)})

    assert found == best
    assert plan.cost == best[0] >= plan.least_cost
