"""What people get out of a plan, beyond its cost, against other methods: a Markdown table.

    python -m tests.bench.bench_qualities [--seeds N] [--only TEXT]

Needs the extra `bench` (rustworkx). Typical rosters, and a hall in which one industry is the
majority; half of the people have wishes, most say what they seek and offer. All figures are means
over the same evenings, one for each seed.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from statistics import mean
from time import perf_counter

from rounds.domain.event import Event, Round
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.outcome import outcome
from tests.bench import rivals
from tests.bench.planner_instances import SHARES, Chance, evening, roster
from tests.domain.planner.checker import check

HALF = {"insurance": 0.55, "finance": 0.2, "legal": 0.15, "health": 0.1}
HALLS = [
    ("24x6", 24, 6, SHARES),
    ("36x7", 36, 7, SHARES),
    ("60x8", 60, 8, SHARES),
    ("120x10", 120, 10, SHARES),
    ("40x8 majority", 40, 8, HALF),
]
TOPICS = [
    ("a pump supplier", "pumps"),
    ("steel", "a steel works"),
    ("web designers", "web design"),
    ("tax advice", "tax returns"),
    ("an office to rent", "office space"),
    ("a photographer", "photography"),
    ("investors", "angel investment"),
    ("translators", "translation"),
    ("printing", "a printer for leaflets"),
    ("recruiting", "a recruiter"),
]
METHODS: dict[str, Callable[[Event], Sequence[Round]]] = {
    "ours": lambda event: make_plan(event).rounds,
    "circle": rivals.circle,
    "blossom": rivals.blossom,
    "golfers": rivals.golfers,
}
COLUMNS = (
    "seconds",
    "rules broken",
    "same industry",
    "most of one person",
    "industries, least",
    "industries, mean",
    "wishes honoured %",
    "wish, but none honoured",
    "fits honoured %",
    "fit, but none met",
)


def hall(name: str, size: int, rounds: int, shares: dict[str, float], seed: int) -> Event:
    """Return an evening with wishes, and with what people seek and offer."""
    chance = Chance(f"{name} {seed}")
    people = roster(chance, size, shares)
    for person in people:
        if chance.next() < 0.5:
            others = [other["name"] for other in people if other is not person]
            chosen = chance.shuffled(others)[: 1 + 2 * (chance.next() < 0.3)]
            person["wishes"] = chosen
        if chance.next() < 0.7:
            person["seeks"] = TOPICS[chance.below(len(TOPICS))][0]
        if chance.next() < 0.7:
            person["offers"] = TOPICS[chance.below(len(TOPICS))][1]
    return evening(people, rounds)


def measured(event: Event, method: Callable[[Event], Sequence[Round]]) -> list[float]:
    """Return the figures of one plan, in the order of `COLUMNS`."""
    start = perf_counter()
    rounds = method(event)
    seconds = perf_counter() - start
    got = outcome(event, rounds)
    shares = got.per_person.values()
    met = {frozenset(p.people) for round_ in rounds for p in round_.pairings}
    wishes = [
        any(frozenset((p.key, name)) in met for name in p.wishes)
        for p in event.participants
        if p.wishes
    ]
    roster = PlannerPeople(event, 0)
    partners: dict[str, set[str]] = defaultdict(set)
    for i, j in roster.fits:
        a, b = roster.people[i].key, roster.people[j].key
        partners[a].add(b)
        partners[b].add(a)
    alone = [all(frozenset((a, b)) not in met for b in others) for a, others in partners.items()]
    return [
        seconds,
        len(check(event, rounds).broken),
        sum(share.same_industry for share in shares) / 2,
        max(share.same_industry for share in shares),
        min(share.industries for share in shares),
        mean(share.industries for share in shares),
        100 * got.wishes_honoured / max(1, got.wishes_possible),
        wishes.count(False),
        100 * got.fits_honoured / max(1, got.fits_possible),
        sum(alone),
    ]


def main(arguments: list[str]) -> int:
    """Print the table; the status is 1 if a plan of ours breaks a rule."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--only", default="", metavar="TEXT")
    options = parser.parse_args(arguments)
    write = sys.stdout.write
    write(f"| hall | method | {' | '.join(COLUMNS)} |\n|{'---|' * (len(COLUMNS) + 2)}\n")
    failed = False
    for name, size, rounds, shares in HALLS:
        if options.only not in name:
            continue
        events = [hall(name, size, rounds, shares, seed) for seed in range(options.seeds)]
        for called, method in METHODS.items():
            figures = [
                mean(each) for each in zip(*(measured(e, method) for e in events), strict=True)
            ]
            failed |= called == "ours" and figures[1] > 0
            write(f"| {name} | {called} | {' | '.join(f'{figure:.3g}' for figure in figures)} |\n")
            sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
