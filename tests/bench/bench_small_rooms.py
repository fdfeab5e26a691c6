"""Small rooms against the truth: the number of rounds and the cost of each plan, by CP-SAT.

    python -m tests.bench.bench_small_rooms [--rooms N] [--first SEED] [--trios] [--right]

Needs the extra `bench` (ortools). A plan is right if it breaks no rule, has as many rounds as are
possible, and costs as little as any plan of so many rounds that gives up no more rules. With
`--trios` all rooms have trios and most have staff; with `--right` the truth is printed as the
everyday tests keep it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from time import process_time

from rounds.domain.event import Event
from rounds.domain.planner.plan import make_plan
from tests.bench.optimum import best, rounds_possible
from tests.domain.planner.checker import check
from tests.domain.planner.small_rooms import small_room, trio_room


def judge(event: Event, seconds: float) -> tuple[list[str], float]:
    """Return what is wrong with the plan of an evening, and how long it took."""
    start = process_time()
    plan = make_plan(event)
    spent = process_time() - start
    verdict = check(event, plan.rounds)
    if any("pinned" in str(said) for said in plan.warnings):
        return [text for text in verdict.broken if "pinned" not in text], spent
    wrong = list(verdict.broken)
    wanted = max(event.settings.rounds or 0, len(event.rounds))
    got, most = len(plan.rounds), rounds_possible(event, wanted, seconds=seconds)
    if most is not None and got != most:
        proven = plan.infeasible is not None and plan.infeasible.proven
        wrong.append(f"{got} rounds{' (proven)' * proven}, {most} are possible")
    if plan.least_cost > plan.cost:
        wrong.append(f"bound {plan.least_cost} above the cost {plan.cost}")
    if got > len(event.rounds) and not wrong:
        truth = best(event, got, seconds=seconds)
        if truth.status == "OPTIMAL" and truth.cost is not None:
            if verdict.cost != truth.cost:
                wrong.append(f"cost {verdict.cost}, {truth.cost} is possible")
            if plan.least_cost > truth.cost:
                wrong.append(f"bound {plan.least_cost}, {truth.cost} is possible")
    return wrong, spent


def right(event: Event, seconds: float) -> tuple[int, int | None] | None:
    """Return the number of rounds possible and the least cost of so many, None where unknown."""
    wanted = max(event.settings.rounds or 0, len(event.rounds))
    most = rounds_possible(event, wanted, seconds=seconds)
    if most is None or most == len(event.rounds):
        return None
    truth = best(event, most, seconds=seconds)
    return (most, truth.cost) if truth.status == "OPTIMAL" else None


def main(arguments: list[str]) -> int:
    """Print what is wrong; the status is 1 if anything is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rooms", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    parser.add_argument("--seconds", type=float, default=20.0, help="for one question to CP-SAT")
    parser.add_argument("--trios", action="store_true")
    parser.add_argument("--right", action="store_true")
    options = parser.parse_args(arguments)
    room = trio_room if options.trios else small_room
    if options.right:
        for seed in range(options.first, options.first + options.rooms):
            sys.stdout.write(f"    {seed}: {right(room(seed), options.seconds)},\n")
        return 0
    found: Counter[str] = Counter()
    times = []
    for seed in range(options.first, options.first + options.rooms):
        wrong, spent = judge(room(seed), options.seconds)
        times.append(spent)
        found["right" if not wrong else "wrong"] += 1
        if wrong:
            sys.stdout.write(f"{seed}: {'; '.join(wrong[:3])} ({spent:.2f} s)\n")
            sys.stdout.flush()
    times.sort()
    sys.stdout.write(
        f"{found['right']} of {options.rooms} right; planned in {times[len(times) // 2]:.3f} s "
        f"(median), {times[int(0.99 * len(times))]:.2f} s (99 of 100), {times[-1]:.2f} s (most)\n"
    )
    return int(found["wrong"] > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
