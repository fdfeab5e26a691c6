"""Evenings for the planner's bench, made by chance from a name: the same on every machine.

Families: typical rosters, large halls, rounds close to the number of partners, one industry in the
majority, odd numbers, people kept apart (at random and in cliques), earlier evenings, two sides,
mid-event changes, everything at once, and evenings that cannot be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from rounds.domain.event import Event

START = datetime(2026, 5, 14, 18, 30, tzinfo=UTC)
SHARES = {
    "insurance": 0.33,
    "finance": 0.14,
    "consulting": 0.12,
    "software": 0.11,
    "legal": 0.09,
    "real estate": 0.08,
    "health": 0.07,
    "marketing": 0.06,
}
THREE = {"insurance": 0.6, "finance": 0.25, "legal": 0.15}
Person = dict[str, Any]


@dataclass(frozen=True)
class Instance:
    """An evening with its family; `possible` is how many rounds are possible, where not all."""

    name: str
    family: str
    event: Event
    possible: int | None = None


class Chance:
    """Chance that depends on a text only."""

    def __init__(self, text: str) -> None:
        self.next = Random(text).random

    def below(self, n: int) -> int:
        return int(self.next() * n)

    def shuffled(self, items: list[Any]) -> list[Any]:
        out = list(items)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return out

    def pairs(self, people: list[Person], count: int, good: Callable[..., bool]) -> list[Any]:
        found: dict[tuple[int, int], None] = {}
        for _ in range(60 * count + 60):
            a, b = self.below(len(people)), self.below(len(people))
            if len(found) >= count:
                break
            if a != b and (min(a, b), max(a, b)) not in found and good(people[a], people[b]):
                found[min(a, b), max(a, b)] = None
        return list(found)


def roster(
    chance: Chance, size: int, shares: dict[str, float] = SHARES, *, firms: bool = True
) -> list[Person]:
    total = sum(shares.values())
    counts = {name: int(size * share / total) for name, share in shares.items()}
    for name in sorted(shares, key=lambda name: -shares[name]):
        if sum(counts.values()) < size:
            counts[name] += 1
    for name in shares:
        counts[name] += size - sum(counts.values())
    trades = chance.shuffled([name for name in shares for _ in range(counts[name])])
    people = [{"name": f"P{n:04d}", "industry": trade} for n, trade in enumerate(trades)]
    if firms:
        for trade in shares:
            group = [person for person in people if person["industry"] == trade]
            while group:
                team = 1 + (chance.next() > 0.6) + (chance.next() > 0.85)
                for person in group[:team]:
                    person["company"] = f"{group[0]['name']} and partners"
                group = group[team:]
    return people


def apart(chance: Chance, people: list[Person], count: int) -> None:
    for a, b in chance.pairs(people, count, _strangers):
        people[a].setdefault("avoid", []).append(people[b]["name"])


def wishes(chance: Chance, people: list[Person], count: int) -> None:
    for a, b in chance.pairs(people, count, _strangers):
        if people[b]["name"] not in people[a].get("avoid", []):
            people[a].setdefault("wishes", []).append(people[b]["name"])


def _strangers(one: Person, other: Person) -> bool:
    return not one.get("company") or one.get("company") != other.get("company")


def circle(names: list[str]) -> Iterator[list[tuple[str, str]]]:
    ring = [*names, *([""] if len(names) % 2 else [])]
    for _ in range(len(ring) - 1):
        half = len(ring) // 2
        yield [(a, b) for a, b in zip(ring[:half], reversed(ring[half:]), strict=True) if a and b]
        ring = [ring[0], *ring[2:], ring[1]]


def evening(people: list[Person], rounds: int, **settings: Any) -> Event:
    return Event.checked(
        {
            "event": {"title": "Bench", "rounds": rounds, "seed": 0, **settings},
            "participants": people,
        }
    )


def held(event: Event, rows: list[list[tuple[str, str]]]) -> Event:
    """Return the event with these rounds held."""
    everybody = [p.name for p in event.participants]
    return event.with_(
        rounds=Event.checked(
            {
                **event.data(),
                "rounds": [
                    {
                        "number": n,
                        "started_at": START + timedelta(minutes=10 * n),
                        "ended_at": START + timedelta(minutes=10 * n + 8),
                        "listens_first": "BA"[n % 2 - 1],
                        "pairings": [
                            {"table": t, "people": list(two)} for t, two in enumerate(row, 1)
                        ],
                        "resting": sorted(set(everybody) - {k for two in row for k in two}),
                    }
                    for n, row in enumerate(rows, 1)
                ],
            }
        ).rounds
    )


def before(event: Event, *evenings: list[list[tuple[str, str]]]) -> Event:
    """Return the event with earlier evenings, oldest first."""
    people = [{"name": p.name, "company": p.company} for p in event.participants]
    return event.with_(earlier=tuple(held(evening(people, 1), rows) for rows in evenings))


def instances() -> Iterator[Instance]:
    """Yield every instance of the bench."""
    yield from _plain()
    yield from _cliques()
    yield from _history()
    yield from _sides()
    yield from _changes()
    yield from _impossible()


def _plain() -> Iterator[Instance]:
    def typical(name: str, family: str, size: int, rounds: int, **how: Any) -> Instance:
        chance = Chance(name)
        people = roster(chance, size, how.get("shares", SHARES), firms=how.get("firms", True))
        apart(chance, people, round(how.get("apart", 0.08) * size))
        wishes(chance, people, round(how.get("wish", 0.5) * size))
        return Instance(name, family, evening(people, rounds, **how.get("settings", {})))

    for size, rounds in ((12, 5), (24, 6), (36, 7), (60, 8)):
        yield typical(f"typical-{size}x{rounds}", "typical", size, rounds)
    for size, rounds in ((200, 12), (200, 30), (500, 20), (1000, 12), (2000, 12)):
        yield typical(f"large-{size}x{rounds}", "large", size, rounds)
    for size, rounds in ((8, 7), (16, 14), (20, 18), (24, 22), (24, 23), (32, 30), (40, 30)):
        name = f"near-{size}x{rounds}"
        yield typical(name, "near", size, rounds, firms=False, apart=0, wish=0)
    for size, rounds in ((14, 6), (40, 8), (41, 9)):
        yield typical(f"majority-{size}x{rounds}", "majority", size, rounds, shares=THREE)
    for size, rounds in ((9, 7), (15, 11), (27, 8), (31, 26), (61, 8)):
        yield typical(f"odd-{size}x{rounds}", "odd", size, rounds, apart=0)
    for size, rounds in ((15, 4), (27, 8), (61, 8)):
        trio = {"odd": "trio"}
        yield typical(f"trio-{size}x{rounds}", "odd", size, rounds, settings=trio)
    for size, rounds in ((24, 8), (40, 12), (60, 20), (100, 30)):
        yield typical(f"hard-{size}x{rounds}", "hard", size, rounds, apart=1, wish=3)


def _cliques() -> Iterator[Instance]:
    for size, rounds, clique in ((16, 12, 4), (24, 16, 8), (12, 6, 6), (30, 20, 6), (40, 20, 10)):
        name = f"cliques-{size}x{rounds}"
        chance = Chance(name)
        people = roster(chance, size, firms=False)
        for first in range(0, size, clique):
            for person in people[first : first + clique]:
                person["avoid"] = [
                    other["name"] for other in people[first : first + clique] if other != person
                ]
        yield Instance(name, "apart", evening(people, rounds))
    for size, rounds, count in ((20, 10, 40), (40, 20, 220)):
        name = f"apart-{size}x{rounds}"
        chance = Chance(name)
        people = roster(chance, size)
        degree = [0] * size
        for a, b in chance.pairs(people, 2 * count, _strangers):
            if max(degree[a], degree[b]) < size - rounds - 5 and sum(degree) < 2 * count:
                degree[a] += 1
                degree[b] += 1
                people[a].setdefault("avoid", []).append(people[b]["name"])
        yield Instance(name, "apart", evening(people, rounds))
    for size, rounds, first, second in ((20, 8, 10, 10), (24, 10, 12, 6), (30, 8, 12, 12)):
        name = f"firms-{size}x{rounds}"
        chance = Chance(name)
        people = roster(chance, size, firms=False)
        for n, person in enumerate(people):
            person["company"] = "One" if n < first else "Two" if n < first + second else ""
        wishes(chance, people, size // 2)
        yield Instance(name, "company", evening(people, rounds))


def _history() -> Iterator[Instance]:
    for size, rounds, each in ((24, 5, 6), (40, 6, 11), (16, 6, 4), (20, 8, 5), (30, 10, 7)):
        name = f"history-{size}x{rounds}"
        chance = Chance(name)
        people = roster(chance, size, firms=size not in (24, 40))
        rows = chance.shuffled(list(circle(chance.shuffled([p["name"] for p in people]))))
        if size not in (24, 40):
            wishes(chance, people, size // 2)
        past = [rows[n * each : (n + 1) * each] for n in range(3)]
        yield Instance(name, "history", before(evening(people, rounds), *past))
    for size, rounds, each in ((24, 6, 6), (40, 8, 8), (60, 12, 9)):
        name = f"series-{size}x{rounds}"
        chance = Chance(name)
        people = roster(chance, size)
        apart(chance, people, size // 12)
        wishes(chance, people, size // 2)
        names = [p["name"] for p in people]
        past = [list(circle(chance.shuffled(names)[: size * 3 // 4]))[:each] for _ in range(3)]
        yield Instance(name, "history", before(evening(people, rounds), *past))


def _sides() -> Iterator[Instance]:
    for few, many, rounds, kept in (
        (12, 20, 8, 12),
        (8, 9, 8, 0),
        (15, 15, 15, 0),
        (20, 20, 16, 20),
        (30, 30, 10, 8),
        (20, 45, 12, 8),
    ):
        name = f"sides-{few}+{many}x{rounds}"
        chance = Chance(name)
        people = roster(chance, few + many)
        for n, person in enumerate(people):
            person["side"] = "mentor" if n < few else "mentee"
            if "company" in person:
                person["company"] += person["side"]
        for find, key in ((kept, "avoid"), ((few + many) // 3, "wishes")):
            for a, b in chance.pairs(people, find, lambda p, q: p["side"] != q["side"]):
                people[a].setdefault(key, []).append(people[b]["name"])
        sides = ["mentor", "mentee"]
        yield Instance(name, "sides", evening(people, rounds, sides=sides))


def _changes() -> Iterator[Instance]:
    for size, rounds, done, gone, new in (
        (24, 8, 3, 3, 2),
        (13, 6, 2, 2, 3),
        (60, 8, 4, 5, 3),
        (21, 9, 4, 2, 1),
        (12, 9, 4, 1, 1),
        (200, 12, 5, 7, 4),
    ):
        name = f"replan-{size}x{rounds}"
        chance = Chance(name)
        people = roster(chance, size + new, firms=False)
        names = chance.shuffled([p["name"] for p in people[:size]])
        wishes(chance, people, size // 2)
        event = held(evening(people, rounds), list(circle(names))[:done])
        left = [
            {"person": key, "state": "left", "at": START + timedelta(hours=1)}
            for key in names[:gone]
        ]
        changed = Event.checked({**event.data(), "attendance": left})
        resting = tuple(
            round_.with_(resting=tuple(k for k in round_.resting if k in names))
            for round_ in changed.rounds
        )
        yield Instance(name, "replan", changed.with_(rounds=resting))
    for size, rounds in ((30, 8), (25, 9)):
        name = f"staged-{size}x{rounds}"
        people = roster(Chance(name), size)
        for n, person in enumerate(people):
            if n < 7:
                person["from_round"] = 2 + n % 3
            elif n < 13:
                person["until_round"] = rounds - 1 - n % 3
        yield Instance(name, "replan", evening(people, rounds))


def _impossible() -> Iterator[Instance]:
    def impossible(name: str, people: list[Person], rounds: int, possible: int, **more: Any) -> Any:
        return Instance(name, "impossible", evening(people, rounds, **more), possible)

    def room(size: int) -> list[Person]:
        return [{"name": f"P{n:02d}"} for n in range(size)]

    yield impossible("too-many-10x10", room(10), 10, 9)
    yield impossible("too-many-7x8", room(7), 8, 7)
    people = room(16)
    people[0]["avoid"] = [p["name"] for p in people[4:]]
    yield impossible("loner-16x6", people, 6, 3)
    people = room(16)
    for person in people[:9]:
        person["avoid"] = [p["name"] for p in people[:9] if p != person]
    yield impossible("clique-16x4", people, 4, 0)
    for size, rounds in ((14, 4), (6, 2), (22, 5)):
        people = room(size)
        for person in people[: size // 2]:
            person["avoid"] = [p["name"] for p in people[size // 2 :]]
        yield impossible(f"two-odd-groups-{size}x{rounds}", people, rounds, 0)
    people = room(20)
    for person in people[:9]:
        person["avoid"] = [p["name"] for p in people[:9] if p != person] + ["P18", "P19"]
    yield impossible("bottleneck-20x10", people, 10, 1)
    people = room(8)
    for n, person in enumerate(people):
        person["side"] = "mentor" if n < 4 else "mentee"
    yield impossible("sides-4+4x5", people, 5, 4, sides=["mentor", "mentee"])
    people = room(11)
    for n, person in enumerate(people):
        person["side"] = "mentor" if n < 3 else "mentee"
    yield impossible("sides-3+8x9", people, 9, 8, sides=["mentor", "mentee"])
    people = room(12)
    for person in people[2:]:
        person["until_round"] = 5
    yield impossible("all-but-two-leave-12x8", people, 8, 6)
