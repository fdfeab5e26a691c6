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

NEEDLESS = 20_000
"""What it costs that somebody rests though staff could help: more than any one meeting."""


@dataclass
class Truth:
    """What the solver found: OPTIMAL, FEASIBLE, INFEASIBLE or UNKNOWN, and the cost."""

    status: str
    cost: int | None = None
    least: int | None = None

    @property
    def possible(self) -> bool:
        return self.status in ("OPTIMAL", "FEASIBLE")


def solve(
    event: Event,
    last: int,
    *,
    seconds: float,
    earlier_allowed: bool = False,
    cheapest: bool = True,
    fair: bool = True,
    needless: bool = False,
) -> Truth:
    """Return the truth about planning up to round `last` (rounds begun included).

    Unless `fair`, nobody has to take turns; with `needless`, somebody may rest (or sit in a trio)
    though staff could make the number even.
    """
    from ortools.sat.python import cp_model

    model: Any = cp_model.CpModel()
    rooms = _Rooms(
        event, model, last, earlier_allowed=earlier_allowed, fair=fair, needless=needless
    )
    numbers = range(len(event.rounds) + 1, last + 1)
    pairs_in = [rooms.add(number) for number in numbers]
    if not pairs_in or not pairs_in[-1]:
        return Truth("INFEASIBLE")
    model.AddAtLeastOne(pairs_in[-1])  # the evening does not end with a round without a pair
    for found in rooms.meets.values():
        model.AddAtMostOne(found)
    constant, total = _cost(rooms, numbers)
    needless_rests = sum(rooms.missed_help)
    if cheapest:
        model.Minimize(total + NEEDLESS * needless_rests)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    status = solver.StatusName(solver.Solve(model))
    if status not in ("OPTIMAL", "FEASIBLE"):
        return Truth(status)
    if not cheapest:
        return Truth(status)
    constant -= NEEDLESS * round(solver.Value(needless_rests))
    return Truth(
        status,
        round(solver.ObjectiveValue()) + constant,
        round(solver.BestObjectiveBound()) + constant,
    )


def relaxations(event: Event) -> list[dict[str, bool]]:
    """Return what is given up one after the other where there is no plan otherwise."""
    found: list[dict[str, bool]] = [{}]
    if event.earlier:
        found.append({"earlier_allowed": True})
    if event.settings.odd == "trio" and not event.settings.sides:
        found.append({**found[-1], "fair": False})
    if any(p.staff for p in event.participants):
        found.append({**found[-1], "needless": True})
    return found


def best(event: Event, last: int, *, seconds: float) -> Truth:
    """Return the cheapest plan of so many rounds that gives up no more than it must."""
    for given_up in relaxations(event):
        found = solve(event, last, seconds=seconds, **given_up)
        if found.status != "INFEASIBLE":
            return found
    return Truth("INFEASIBLE")


def rounds_possible(event: Event, wanted: int, *, seconds: float) -> int | None:
    """Return how many rounds are possible in all, None where the time did not suffice."""
    for last in range(wanted, len(event.rounds), -1):
        found = solve(event, last, seconds=seconds, cheapest=False, **relaxations(event)[-1])
        if found.possible:
            return last
        if found.status != "INFEASIBLE":
            return None
    return len(event.rounds)


class _Rooms:
    """The rounds as a model: who sits with whom, who rests, who helps."""

    def __init__(
        self,
        event: Event,
        model: Any,
        last: int,
        *,
        earlier_allowed: bool,
        fair: bool,
        needless: bool,
    ) -> None:
        self.event, self.model, self.fair, self.needless = event, model, fair, needless
        facts = self.facts = Facts(event, event.rounds)
        facts.earlier = facts.earlier_pairs()
        self.met = {pair for _n, pair in facts.held(event)}
        self.apart = {two(*entry.people) for entry in event.kept_apart}
        for key, person in facts.people.items():
            others = {k for name in person.avoid for k in facts.named(name)} - {key}
            self.apart |= {two(key, other) for other in others}
        self.closed = self.met | self.apart
        if not earlier_allowed:
            self.closed |= set(facts.earlier)
        names = event.settings.sides
        self.side = {k: names.index(p.side) for k, p in facts.people.items()} if names else None
        self.trio = event.settings.odd == "trio" and names is None
        self.turns: dict[str, Any] = dict.fromkeys(facts.people, 0) | dict(facts.turns_before())
        self.tables = self._tables()
        self.pins = [
            pin
            for pin in event.pins
            if len(event.rounds) < pin.round <= last
            and facts.there(pin.round).issuperset(pin.people)
            and not self._refused(*pin.people)
        ]
        self.meets: dict[frozenset[str], list[Any]] = {}
        self.missed_help: list[Any] = []

    def _refused(self, a: str, b: str) -> bool:
        """Return whether a pinned pair cannot sit together; who met at earlier events can."""
        return two(a, b) in self.met | self.apart or (
            self.side is not None and self.side[a] == self.side[b]
        )

    def _tables(self) -> dict[str, str]:
        """Return the tables of people who are the first at theirs in any round."""
        found = {}
        for number in range(1, 41):
            taken: set[str] = set()
            here = self.facts.there(number)
            for key, person in self.facts.people.items():
                if key in here and person.table is not None and str(person.table) not in taken:
                    taken.add(str(person.table))
                    found[key] = str(person.table)
        return found

    def forbidden(self, a: str, b: str) -> bool:
        side, tables = self.side, self.tables
        return (
            two(a, b) in self.closed
            or (side is not None and side[a] == side[b])
            or (a in tables and b in tables and tables[a] != tables[b])
        )

    def helpers(self, number: int, here: list[str]) -> list[str]:
        able = [
            key
            for key in sorted(self.facts.staff())
            for p in [self.facts.people[key]]
            if (p.from_round or 1) <= number <= (p.until_round or 99)
        ]
        if self.side is None:
            return able
        short = int(2 * sum(self.side[k] for k in here) < len(here))
        return [key for key in able if self.side[key] == short]

    def add(self, number: int) -> list[Any]:
        """Add a round; return the pairs that may meet in it."""
        model = self.model
        pins = {two(*pin.people) for pin in self.pins if pin.round == number}
        here = sorted(self.facts.there(number))
        free = [k for k in here if not any(k in pin for pin in pins)]
        helpers = self.helpers(number, here) if len(free) % 2 else []
        helps = {k: model.NewBoolVar("") for k in helpers}
        helped: Any = sum(helps.values()) if helps else 0
        if helps:
            model.Add(helped <= 1 if self.needless else helped == 1)
            self.missed_help.append(1 - helped)
        inside: dict[str, list[Any]] = {k: [] for k in (*free, *helpers)}
        pairs = []
        for a, b in combinations(inside, 2):
            if (a in helps and b in helps) or self.forbidden(a, b):
                continue
            v = model.NewBoolVar("")
            pairs.append(v)
            inside[a].append(v)
            inside[b].append(v)
            if two(a, b) not in self._pinned:
                self.meets.setdefault(two(a, b), []).append(v)
            else:
                model.Add(v == 0)
        for pin in pins:
            self.meets.setdefault(pin, []).append(model.NewConstant(1))
        aside, among = self._aside(free)
        sits = {k: model.NewBoolVar("") for k in among} if aside else {}
        for k, v in sits.items():
            inside[k].append(v)
        for k, options in inside.items():
            model.Add(sum(options) == helps.get(k, 1))
        if aside == 3 and self.trio:
            model.Add(sum(sits.values()) == 3 - 3 * helped)
            self._sit_in_threes(sits)
        elif aside:
            model.Add(sum(sits.values()) == aside - helped)
        if self.fair:
            for p, q in combinations(sits, 2):
                for one, other in ((p, q), (q, p)):
                    model.Add(self.turns[one] <= self.turns[other]).OnlyEnforceIf(
                        [sits[one], sits[other].Not()]
                    )
        self.turns = {k: self.turns[k] + sits.get(k, 0) for k in self.turns}
        return [*pairs, *([model.NewConstant(1)] if pins or (aside == 3 and self.trio) else [])]

    @property
    def _pinned(self) -> set[frozenset[str]]:
        return {two(*pin.people) for pin in self.pins}

    def _aside(self, free: list[str]) -> tuple[int, list[str]]:
        """Return how many are over when nobody helps, and who they may be."""
        if self.side is None:
            odd = len(free) % 2
            return (3 if odd and self.trio and len(free) >= 3 else odd), free
        ones = [k for k in free if self.side[k]]
        others = [k for k in free if not self.side[k]]
        return abs(len(ones) - len(others)), ones if len(ones) > len(others) else others

    def _sit_in_threes(self, sits: dict[str, Any]) -> None:
        for a, b in combinations(sits, 2):
            both = self.model.NewBoolVar("")
            self.model.Add(both >= sits[a] + sits[b] - 1)
            self.model.Add(both <= sits[a])
            self.model.Add(both <= sits[b])
            if self.forbidden(a, b) or two(a, b) in self._pinned:
                self.model.Add(both == 0)
            else:
                self.meets.setdefault(two(a, b), []).append(both)


def _cost(rooms: _Rooms, numbers: range) -> tuple[int, Any]:
    facts, event, met = rooms.facts, rooms.event, rooms.met
    around = set().union(*(facts.there(n) for n in numbers)) | facts.staff()
    constant, total = 0, 0
    wishes: Counter[frozenset[str]] = Counter()
    prices = facts.wish_prices()
    for (key, other), price in prices.items():
        if key in around and two(key, other) not in met:
            # Two who wish for each other count a little more than two wishes.
            more = 6 if (other, key) in prices and other in around and key < other else 0
            wishes[two(key, other)] += price + more
            constant += price + more
    for pair, found in rooms.meets.items():
        a, b = (facts.people[k] for k in sorted(pair))
        price = 2000 * (bool(a.company) and a.company == b.company)
        if event.settings.same_industry == "avoid":
            price += 10 * (bool(a.industry) and a.industry == b.industry)
        price += facts.earlier.get(pair, 0) - wishes[pair]
        if price:
            total = total + price * sum(found)
    return constant, total
