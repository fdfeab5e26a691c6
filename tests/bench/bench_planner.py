"""The planner against other methods: same evenings, one run, a Markdown table.

    python -m tests.bench.bench_planner [--quick] [--seeds N] [--cp-sat SECONDS] [--only TEXT]

Needs the extra `bench` (rustworkx; ortools for CP-SAT). Every plan is judged by the independent
checker; `!k` says that it breaks k rules. Costs are the worst over all seeds, times the median.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from rounds.domain.event import Event, Pairing, Round
from rounds.domain.planner.plan import make_plan
from tests.bench.optimum import solve
from tests.bench.planner_instances import Instance, instances
from tests.domain.planner.checker import Facts, Verdict, check, two


@dataclass
class Result:
    """What one method reached on one instance."""

    cost: int
    broken: int
    seconds: float
    note: str = ""
    old: int = 0

    def __str__(self) -> str:
        broken = f"!{self.broken} " if self.broken else ""
        return f"{broken}{self.cost}, {1000 * self.seconds:.0f} ms{self.note}"


def ours(instance: Instance, seeds: int) -> tuple[Result, int, Verdict]:
    """Return our worst result over all seeds, the bound, and the last verdict."""
    results, bound = [], 0
    verdict = Verdict()
    for seed in range(seeds):
        start = perf_counter()
        plan = make_plan(instance.event, seed=seed)
        seconds = perf_counter() - start
        verdict = check(instance.event, plan.rounds)
        broken = len(verdict.broken)
        claimed = plan.infeasible.rounds_possible if plan.infeasible else None
        if claimed != instance.possible:
            broken += 1000
        if plan.infeasible is not None and not plan.infeasible.proven:
            broken += 100
        broken += bool(verdict.off_balance and not instance.event.rounds)
        broken += verdict.moves > verdict.fewest_moves
        bound = max(bound, plan.least_cost)
        results.append(Result(verdict.cost, broken, seconds, old=verdict.old_cost))
    worst = max(each.cost for each in results)
    broken = max(each.broken for each in results)
    reached = sum(each.cost == min(r.cost for r in results) for each in results)
    note = "" if reached == seeds else f" (best {min(r.cost for r in results)}, {reached}/{seeds})"
    old = max(each.old for each in results)
    return Result(worst, broken, median(r.seconds for r in results), note, old), bound, verdict


def prices(facts: Facts, event: Event, *, earlier: bool) -> tuple[dict[Any, int], set[Any]]:
    """Return the price of every meeting that is not free, and the meetings ruled out."""
    table: dict[Any, int] = {}
    industry: dict[str, list[str]] = {}
    company: dict[str, list[str]] = {}
    for key, p in facts.people.items():
        industry.setdefault(p.industry, []).append(key)
        company.setdefault(p.company, []).append(key)
    for groups, price in ((industry, 10), (company, 2000)):
        for name, group in groups.items():
            if name:
                for a, b in combinations(group, 2):
                    table[two(a, b)] = table.get(two(a, b), 0) + price
    closed = {pair for _n, pair in facts.held(event)}
    for (key, other), price in facts.wish_prices().items():
        table[two(key, other)] = table.get(two(key, other), 0) - price
    for key, p in facts.people.items():
        closed |= {two(key, name) for name in p.avoid}
    for pair, price in facts.earlier_pairs().items():
        if earlier:
            table[pair] = table.get(pair, 0) + price
        else:
            closed.add(pair)
    return table, closed


def greedy(instance: Instance, *, earlier: bool = False) -> Result | None:
    """Return what matching round by round reaches (rustworkx, blossom, least price first)."""
    import rustworkx as rx

    event = instance.event
    if event.settings.odd == "trio":
        return None
    facts = Facts(event, event.rounds)
    table, closed = prices(facts, event, earlier=earlier)
    rounds = list(event.rounds)
    seconds = 0.0
    for number in range(len(rounds) + 1, (event.settings.rounds or 0) + 1):
        here = sorted(facts.there(number))
        side = [facts.people[k].side for k in here]
        edges = [
            (i, j, 20_000 - table.get(two(here[i], here[j]), 0))
            for i in range(len(here))
            for j in range(i)
            if not (event.settings.sides and side[i] == side[j])
            and two(here[i], here[j]) not in closed
        ]
        graph: Any = rx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(len(here)))
        graph.add_edges_from(edges)
        start = perf_counter()
        pairs = rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
        seconds += perf_counter() - start
        found = [(here[a], here[b]) for a, b in sorted(pairs)]
        closed |= {two(a, b) for a, b in found}
        rounds.append(_round(number, found, here))
    verdict = check(event, rounds)
    if verdict.broken and not earlier and event.earlier:
        return greedy(instance, earlier=True)
    return Result(verdict.cost, len(verdict.broken), seconds)


def circle(instance: Instance) -> Result | None:
    """Return what the plain circle method reaches: the best of twenty shuffles."""
    event = instance.event
    if event.rounds or event.settings.sides or event.settings.odd == "trio":
        return None
    facts = Facts(event, ())
    here = [facts.there(n) for n in range(1, (event.settings.rounds or 0) + 1)]
    if any(group != here[0] for group in here):
        return None
    best: Result | None = None
    start = perf_counter()
    for seed in range(20 if len(here[0]) < 300 else 1):
        names = [*sorted(here[0]), *([""] if len(here[0]) % 2 else [])]
        Random(seed).shuffle(names)
        rounds = []
        for number in range(1, len(here) + 1):
            half = len(names) // 2
            row = zip(names[:half], reversed(names[half:]), strict=True)
            rounds.append(_round(number, [(a, b) for a, b in row if a and b], names))
            names = [names[0], *names[2:], names[1]]
        verdict = check(event, rounds)
        found = Result(verdict.cost, len(verdict.broken), 0.0)
        if best is None or (found.broken, found.cost) < (best.broken, best.cost):
            best = found
    assert best is not None
    return Result(best.cost, best.broken, perf_counter() - start)


def _round(number: int, pairs: list[tuple[str, str]], here: list[str]) -> Round:
    seated = {key for pair in pairs for key in pair}
    return Round(
        number=number,
        pairings=tuple(Pairing(table=t, people=pair) for t, pair in enumerate(pairs, 1)),
        resting=tuple(key for key in here if key and key not in seated),
    )


def cp_sat(instance: Instance, seconds: float) -> str:
    """Return the optimum, or what CP-SAT has found in the time."""
    event = instance.event
    if (
        instance.possible is not None
        or len(event.participants) * (event.settings.rounds or 0) > 800
    ):
        return "-"
    start = perf_counter()
    found = solve(event, event.settings.rounds or 0, seconds=seconds)
    if found.status == "INFEASIBLE" and event.earlier:
        found = solve(event, event.settings.rounds or 0, seconds=seconds, earlier_allowed=True)
    spent = perf_counter() - start
    sign = "" if found.status == "OPTIMAL" else f" (bound {found.least})"
    return "none" if found.cost is None else f"{found.cost}{sign}, {spent:.1f} s"


def _tried(method: Callable[[Instance], Result | None], instance: Instance) -> Result | None:
    return None if instance.possible is not None else method(instance)


def main(arguments: list[str]) -> int:
    """Print the table; the status is 1 if a plan of ours breaks a rule."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one seed, at most 200 people")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--cp-sat", type=float, default=0.0, metavar="SECONDS")
    parser.add_argument("--only", default="", metavar="TEXT")
    options = parser.parse_args(arguments)
    seeds = 1 if options.quick else options.seeds
    write = sys.stdout.write
    write(
        "| instance | bound | ours | in prices before 0.4.0 | greedy blossom | ours / blossom "
        "| circle | CP-SAT |\n"
    )
    write("|---|---|---|---|---|---|---|---|\n")
    failed = False
    for instance in instances():
        size = len(instance.event.participants)
        if options.only not in f"{instance.family} {instance.name}" or (
            options.quick and size > 200
        ):
            continue
        mine, bound, _verdict = ours(instance, min(seeds, 5) if size > 400 else seeds)
        failed |= mine.broken > 0
        rival = _tried(greedy, instance) if size <= 500 else None
        plain = _tried(circle, instance)
        ratio = f"{mine.seconds / rival.seconds:.2f}" if rival and rival.seconds else "-"
        truth = cp_sat(instance, options.cp_sat) if options.cp_sat else "-"
        possible = "" if instance.possible is None else f" ({instance.possible} rounds possible)"
        write(
            f"| {instance.name}{possible} | {bound} | {mine} | {mine.old} | {rival or '-'} "
            f"| {ratio} | {plain or '-'} | {truth} |\n"
        )
        sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
