"""What other methods make of a plain evening: everybody there all the time, an even number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from random import Random
from typing import Any

from rounds.domain.event import Event, Pairing, Round

Pairs = list[tuple[int, int]]


def circle(event: Event) -> list[Round]:
    """Return the circle method in the order of the list: one stays, the others move on."""
    ring = list(range(len(event.participants)))
    rows = []
    for _ in range(event.settings.rounds or 0):
        rows.append(
            list(zip(ring[: len(ring) // 2], reversed(ring[len(ring) // 2 :]), strict=True))
        )
        ring = [ring[0], *ring[2:], ring[1]]
    return _rounds(event, rows)


def blossom(event: Event) -> list[Round]:
    """Return the cheapest matching of each round, one after the other (rustworkx)."""
    import rustworkx as rx

    price = meeting_prices(event)
    met: set[tuple[int, int]] = set()
    rows = []
    for _ in range(event.settings.rounds or 0):
        graph: Any = rx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(len(event.participants)))
        graph.add_edges_from(
            [(a, b, 20_000 - price(a, b)) for a, b in _pairs(event) if (a, b) not in met]
        )
        row = sorted(rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int))
        rows.append([(min(two), max(two)) for two in row])
        met.update(rows[-1])
    return _rounds(event, rows)


def golfers(event: Event, *, generations: int = 30, each: int = 30, seed: int = 0) -> list[Round]:
    """Return what a genetic search for groups finds, round by round (as good-enough golfers do).

    Each round begins with plans by lot; the best of each generation go on, changed by exchanges of
    a badly placed person with another.
    """
    price = meeting_prices(event)
    rnd = Random(seed)
    times: Counter[tuple[int, int]] = Counter()

    def cost(two: tuple[int, int]) -> int:
        return price(*two) + 5_000 * times[two] ** 2

    def total(row: Pairs) -> int:
        return sum(map(cost, row))

    def changed(row: Pairs) -> Pairs:
        new = sorted(row, key=cost, reverse=True)
        i = int(len(new) * rnd.random() ** 3)
        k = rnd.randrange(len(new))
        if i != k:
            (a, b), (c, d) = new[i], new[k]
            x, y = ((a, c), (b, d)) if rnd.random() < 0.5 else ((a, d), (b, c))
            new[i], new[k] = (min(x), max(x)), (min(y), max(y))
        return new

    rows = []
    size = len(event.participants)
    for _ in range(event.settings.rounds or 0):
        alive = []
        for _start in range(5):
            order = rnd.sample(range(size), size)
            alive.append([(min(t), max(t)) for t in zip(order[::2], order[1::2], strict=True)])
        for _generation in range(generations):
            alive = sorted(
                [*alive, *(changed(row) for row in alive for _ in range(each))], key=total
            )
            alive = alive[:5]
        rows.append(alive[0])
        times.update(alive[0])
    return _rounds(event, rows)


def meeting_prices(event: Event) -> Callable[[int, int], int]:
    """Return what a meeting of two people costs, as any planner could know it."""
    people = event.participants
    place = {person.name: i for i, person in enumerate(people)}
    wishes: Counter[tuple[int, int]] = Counter()
    for i, person in enumerate(people):
        for name in person.wishes:
            wishes[min(i, place[name]), max(i, place[name])] += 46

    def price(a: int, b: int) -> int:
        one, other = people[a], people[b]
        return (
            2000 * (bool(one.company) and one.company == other.company)
            + 10 * (one.industry == other.industry)
            - wishes[a, b]
        )

    return price


def _pairs(event: Event) -> list[tuple[int, int]]:
    return list(combinations(range(len(event.participants)), 2))


def _rounds(event: Event, rows: list[Pairs]) -> list[Round]:
    names = [person.key for person in event.participants]
    return [
        Round(
            number=number,
            pairings=tuple(
                Pairing(table=table, people=(names[a], names[b]))
                for table, (a, b) in enumerate(row, 1)
            ),
        )
        for number, row in enumerate(rows, 1)
    ]
