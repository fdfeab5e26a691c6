"""How long evenings of all usual sizes take to plan, and how many plans are proven to be the best.

    python -m tests.bench.bench_realistic [--evenings N]

8 to 200 people, 4 to 12 rounds; people are kept apart and wish for one another, some come late or
leave early, some evenings have two sides, trios, helpers or earlier evenings. Times are seconds of
the processor. The first plan is the one that a key would take at once.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from time import process_time

from rounds.background.worker import rarely_collect
from rounds.domain.event import Event
from rounds.domain.planner.plan import plans
from tests.bench.planner_instances import (
    Chance,
    Person,
    apart,
    before,
    circle,
    evening,
    roster,
    wishes,
)
from tests.domain.planner.checker import check

SOON = 0.05
"""A first plan should be there within this for nearly all evenings."""

SLOW = (1.0, 3.0)
"""A final plan should be there within the first for nearly all evenings, the second for all."""


def realistic(seed: int) -> Event:
    """Return an evening as a host might write it down."""
    chance = Chance(f"realistic {seed}")
    size = 8 + int(193 * chance.next() ** 2)
    rounds = min(4 + chance.below(9), size // 2)
    people = roster(chance, size)
    settings: dict[str, object] = {}
    apart(chance, people, size // 12)
    wishes(chance, people, size // 2)
    kind = chance.next()
    if kind < 0.15:
        _comings_and_goings(chance, people, rounds)
    elif kind < 0.25:
        _sides(chance, people)
        settings["sides"] = ["mentor", "mentee"]
    elif kind < 0.35:
        settings["odd"] = "trio"
    elif kind < 0.45:
        people.append({"name": "Helper", "staff": True})
    event = evening(people, rounds, **settings)
    if chance.next() < 0.25:
        return _in_a_series(chance, event)
    return event


def _comings_and_goings(chance: Chance, people: list[Person], rounds: int) -> None:
    for person in people:
        if chance.next() < 0.1:
            person["from_round"] = 2
        elif chance.next() < 0.1:
            person["until_round"] = rounds - 1


def _sides(chance: Chance, people: list[Person]) -> None:
    mentors = len(people) * (0.4 + 0.1 * chance.next())
    for n, person in enumerate(people):
        person["side"] = "mentor" if n < mentors else "mentee"


def _in_a_series(chance: Chance, event: Event) -> Event:
    names = chance.shuffled([p.name for p in event.participants if not p.staff])
    rounds = min(5, len(names) // 4)
    came = names[: len(names) * 3 // 4]
    return before(event, *(list(circle(chance.shuffled(came)))[:rounds] for _ in range(2)))


def percent(count: int, of: Sequence[object]) -> str:
    return f"{100 * count / len(of):.1f} %"


def main(arguments: list[str]) -> int:
    """Print the distribution; the status is 1 if a plan breaks a rule."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--evenings", type=int, default=400)
    count = parser.parse_args(arguments).evenings
    first: list[float] = []
    final: list[float] = []
    proven, broken = 0, 0
    rarely_collect()  # as the process that plans in the background
    for seed in range(count):
        event = realistic(seed)
        gc.collect()  # what the last evening left behind is not this one's work
        start = process_time()
        found = plans(event)
        plan = next(found)
        first.append(process_time() - start)
        *_better, plan = plan, *found
        final.append(process_time() - start)
        proven += plan.best_possible
        broken += bool(check(event, plan.rounds).broken)
        if final[-1] > SLOW[1]:
            people = len(event.participants)
            sys.stdout.write(f"evening {seed}: {people} people, {final[-1]:.1f} s\n")
    first.sort()
    final.sort()
    write = sys.stdout.write
    for name, seconds in (("first plan", first), ("final plan", final)):
        at = [seconds[min(count - 1, int(count * share))] for share in (0.5, 0.95, 0.99)]
        write(f"{name}: median {1000 * at[0]:.0f} ms, 95 % {1000 * at[1]:.0f} ms, ")
        write(f"99 % {1000 * at[2]:.0f} ms, longest {seconds[-1]:.1f} s\n")
    soon = percent(sum(s <= SOON for s in first), first)
    write(f"first within {1000 * SOON:g} ms: {soon}\n")
    for limit in SLOW:
        write(f"final within {limit:g} s: {percent(sum(s <= limit for s in final), final)}\n")
    write(f"proven to be the best possible: {percent(proven, final)}\n")
    write(f"evenings with a broken rule: {broken}\n")
    return int(broken > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
