"""How long the planner works in tight rooms, and how many rounds it finds there.

    python -m tests.bench.bench_tight_rooms [--rooms N] [--people MOST]

Times are of the processor. `check` plans twice: the evening, and as many rounds as possible.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from time import process_time

from rounds.domain.planner.plan import make_plan
from rounds.formats.plan.assessment import with_most_rounds
from tests.domain.planner.checker import check
from tests.domain.planner.tight_room import tight_room


def distribution(seconds: Sequence[float]) -> str:
    """Return the median, the 90th and 99th of a hundred, and the most."""
    row = sorted(seconds)
    places = (row[int(len(row) * part)] for part in (0.5, 0.9, 0.99))
    return " | ".join(f"{value:.2f} s" for value in (*places, row[-1]))


def main(arguments: list[str]) -> int:
    """Print the distributions; the status is 1 if a plan breaks a rule."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rooms", type=int, default=100)
    parser.add_argument("--people", type=int, default=21, metavar="MOST")
    options = parser.parse_args(arguments)
    plans, checks = [], []
    rounds = unproven = broken = 0
    for seed in range(options.rooms):
        event = tight_room(seed, largest=options.people)
        start = process_time()
        plan = make_plan(event)
        between = process_time()
        make_plan(with_most_rounds(event))
        plans.append(between - start)
        checks.append(process_time() - start)
        rounds += len(plan.rounds)
        unproven += plan.infeasible is not None and not plan.infeasible.proven
        broken += len(check(event, plan.rounds).broken)
    sys.stdout.write(
        f"| | median | 90 % | 99 % | most |\n|---|---|---|---|---|\n"
        f"| plan | {distribution(plans)} |\n| check | {distribution(checks)} |\n\n"
        f"{rounds} rounds in {options.rooms} rooms, {unproven} of them with more not ruled out; "
        f"{broken} broken rules\n"
    )
    return int(broken > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
