"""The truth by CP-SAT: whether so many rounds are possible, and the least cost (bench only).

The model is built from the event and the independent checker's reading of it; it shares no
code with the planner.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from rounds.domain.event import Event
from tests.domain.planner.checker import Facts, two


@dataclass
class Truth:
    """What the solver found: OPTIMAL, FEASIBLE, INFEASIBLE or UNKNOWN, and the cost."""

    status: str
    cost: int | None = None
    least: int | None = None


def solve(
    event: Event,
    last: int,
    *,
    seconds: float,
    earlier_allowed: bool = False,
    cheapest: bool = True,
) -> Truth:
    """Return the truth about planning up to round `last` (rounds begun included)."""
    from ortools.sat.python import cp_model

    facts = Facts(event, event.rounds)
    facts.earlier = facts.earlier_pairs()
    met = {pair for _n, pair in facts.held(event)}
    closed = met | {two(*entry.people) for entry in event.kept_apart}
    for key, person in facts.people.items():
        closed |= {two(key, k) for name in person.avoid for k in facts.named(name) if k != key}
    if not earlier_allowed:
        closed |= set(facts.earlier)
    settings = event.settings
    side = {key: p.side for key, p in facts.people.items()} if settings.sides else None
    trio = settings.odd == "trio" and side is None
    model: Any = cp_model.CpModel()
    meets: dict[frozenset[str], list[Any]] = {}
    turns: Counter[str] | dict[str, Any] = Counter(facts.turns_before())
    numbers = range(len(event.rounds) + 1, last + 1)
    for number in numbers:
        here = sorted(facts.there(number))
        if len(here) < 2:
            return Truth("INFEASIBLE")
        aside, among = _aside(here, side, settings.sides, trio)
        inside: dict[str, list[Any]] = {k: [] for k in here}
        pairs = {}
        for a, b in combinations(here, 2):
            pair = two(a, b)
            if pair in closed or (side is not None and side[a] == side[b]):
                continue
            v = pairs[pair] = model.NewBoolVar("")
            inside[a].append(v)
            inside[b].append(v)
            meets.setdefault(pair, []).append(v)
        if not pairs and not (trio and aside == 3):
            return Truth("INFEASIBLE")
        sits = {k: model.NewBoolVar("") for k in among} if aside else {}
        for k, v in sits.items():
            inside[k].append(v)
        for options in inside.values():
            model.AddExactlyOne(options)
        if aside:
            model.Add(sum(sits.values()) == aside)
            for p, q in combinations(sits, 2):
                for one, other in ((p, q), (q, p)):
                    model.Add(turns[one] <= turns[other]).OnlyEnforceIf(
                        [sits[one], sits[other].Not()]
                    )
            turns = {k: turns[k] + sits[k] if k in sits else turns[k] for k in facts.people}
        if trio and aside == 3:
            for a, b in combinations(here, 2):
                both = model.NewBoolVar("")
                model.Add(both >= sits[a] + sits[b] - 1)
                model.Add(both <= sits[a])
                model.Add(both <= sits[b])
                if two(a, b) in closed:
                    model.Add(both == 0)
                else:
                    meets.setdefault(two(a, b), []).append(both)
    for found in meets.values():
        model.AddAtMostOne(found)
    constant, total = _cost(facts, event, meets, met, numbers)
    if cheapest:
        model.Minimize(total)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    status = solver.StatusName(solver.Solve(model))
    if status not in ("OPTIMAL", "FEASIBLE"):
        return Truth(status)
    return Truth(
        status,
        round(solver.ObjectiveValue()) + constant if cheapest else None,
        round(solver.BestObjectiveBound()) + constant if cheapest else None,
    )


def rounds_possible(event: Event, wanted: int, *, seconds: float) -> int | None:
    """Return how many rounds are possible in all, None where the time did not suffice."""
    for last in range(wanted, len(event.rounds), -1):
        found = solve(event, last, seconds=seconds, earlier_allowed=True, cheapest=False)
        if found.status in ("OPTIMAL", "FEASIBLE"):
            return last
        if found.status != "INFEASIBLE":
            return None
    return len(event.rounds)


def _aside(
    here: list[str], side: dict[str, str] | None, sides: tuple[str, str] | None, trio: bool
) -> tuple[int, list[str]]:
    if side is None or sides is None:
        odd = len(here) % 2
        return (3 if odd and trio and len(here) >= 3 else odd), here
    first = [k for k in here if side[k] == sides[0]]
    second = [k for k in here if side[k] != sides[0]]
    return abs(len(first) - len(second)), first if len(first) > len(second) else second


def _cost(
    facts: Facts,
    event: Event,
    meets: dict[frozenset[str], list[Any]],
    met: set[frozenset[str]],
    numbers: range,
) -> tuple[int, Any]:
    around = set().union(*(facts.there(n) for n in numbers))
    constant, total = 0, 0
    wishes: Counter[frozenset[str]] = Counter()
    prices = facts.wish_prices()
    for (key, other), price in prices.items():
        if key in around and two(key, other) not in met:
            # Two who wish for each other count a little more than two wishes.
            more = 6 if (other, key) in prices and other in around and key < other else 0
            wishes[two(key, other)] += price + more
            constant += price + more
    for pair, found in meets.items():
        a, b = (facts.people[k] for k in sorted(pair))
        price = 2000 * (bool(a.company) and a.company == b.company)
        if event.settings.same_industry == "avoid":
            price += 10 * (bool(a.industry) and a.industry == b.industry)
        price += facts.earlier.get(pair, 0) - wishes[pair]
        if price:
            total = total + price * sum(found)
    return constant, total
