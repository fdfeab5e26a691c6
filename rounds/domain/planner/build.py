"""Builds the problem of an evening from its people, for a number of rounds and a set of rules."""

from __future__ import annotations

from rounds.domain.planner import history, prices
from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.people import PlannerPeople, labelled
from rounds.domain.planner.pins import pinned_pairs, pinned_tables
from rounds.domain.planner.problem import RULES, Problem, Sitting
from rounds.domain.planner.rests import turns


def build_problem(
    roster: PlannerPeople, last: int, *, without: frozenset[str] = frozenset(), strict: bool = False
) -> Problem:
    """Return the problem of planning the rounds up to number `last`.

    `without` names rules that do not hold (`earlier`: meetings of earlier events are only
    dear; `turns`: nobody has to take turns in the trio, but nobody sits on the same of its three
    chairs twice). With `strict` the people who rest are chosen here and not by the search.
    """
    numbers = range(roster.first, last + 1)
    here = [roster.here(number) for number in numbers]
    side = None if "sides" in without else roster.side
    tables = {} if "tables" in without else pinned_tables(roster, here).kept
    pins = {} if "pins" in without else pinned_pairs(roster, last).kept
    free = [
        [i for i in now if all(i not in met for met in pins.get(number, ()))]
        for number, now in zip(numbers, here, strict=True)
    ]
    closed = {
        "met": frozenset(roster.met),
        "earlier": frozenset(roster.earlier),
        "apart": frozenset() if "apart" in without else frozenset(roster.apart),
        "tables": frozenset(
            pair(a, b) for a, x in tables.items() for b, y in tables.items() if a < b and x != y
        ),
        "pins": frozenset(met for pairs in pins.values() for met in pairs),
    }
    forgiving = "earlier" in without
    shut = set().union(*(closed[rule] for rule in RULES if not (rule == "earlier" and forgiving)))
    wishes, missed = _wishes(roster, here, shut, closed["pins"], side)
    trio = roster.event.settings.odd == "trio" and side is None and "odd" not in without
    places, may = _beside(free, side, trio=trio)
    counts = _counts(roster, trio=trio)
    aside = turns(counts, may, places, lambda i: (roster.lot[i],))
    if trio and "turns" in without:
        counts = [0] * len(counts)
        aside = [[(i, seat) for seat, (i, _level) in enumerate(out)] for out in aside]
    levels = sorted({level for out in aside for _i, level in out})
    chair = {level: len(roster.people) + c for c, level in enumerate(levels)}
    if strict:
        may = [[i for i, _level in out] for out in aside]
    return Problem(
        keys=tuple(person.key for person in roster.people),
        sittings=tuple(
            Sitting(
                number,
                tuple(now),
                tuple(sorted(pins.get(number, ()))),
                tuple(among),
                tuple((i, chair[level]) for i, level in out),
                trio and len(out) == 3,
            )
            for number, now, among, out in zip(numbers, free, may, aside, strict=True)
        ),
        company=labelled(person.company for person in roster.people),
        industry=labelled(person.industry for person in roster.people),
        side=None if side is None else tuple(side),
        closed=closed,
        earlier=roster.earlier,
        forgiving=forgiving,
        wishes=wishes,
        missed=missed,
        chairs=len(levels),
        counts=tuple(counts),
        levels=tuple(levels),
        industry_price=prices.INDUSTRY if roster.event.settings.same_industry == "avoid" else 0,
        tables=tables,
        seed=roster.seed,
    )


def _wishes(
    roster: PlannerPeople,
    here: list[list[int]],
    shut: set[Pair],
    pinned: frozenset[Pair],
    side: list[int] | None,
) -> tuple[dict[Pair, int], int]:
    """Return what the wishes that can still be honoured save, and the price of all open ones."""
    around = set().union(*here) if here else set()
    groups = [set(now) for now in {tuple(now): None for now in here}]
    asked: dict[Pair, int] = {}
    for i in sorted(around):
        wishes = roster.wishes[i]
        honoured = any(pair(i, j) in roster.met for j in wishes)
        for met in (pair(i, j) for j in wishes):
            if met not in roster.met and met not in pinned:
                price = prices.wish(len(wishes), honoured=honoured)
                asked[met] = asked[met] + price + prices.MUTUAL if met in asked else price
    possible = {
        met: price
        for met, price in asked.items()
        if met not in shut
        and (side is None or side[met[0]] != side[met[1]])
        and any(group.issuperset(met) for group in groups)
    }
    return possible, sum(asked.values())


def _beside(
    free: list[list[int]], side: list[int] | None, *, trio: bool
) -> tuple[list[int], list[list[int]]]:
    """Return for every round how many people do not sit in a pair, and the candidates."""
    places, may = [], []
    for now in free:
        if side is not None:
            ones = [i for i in now if side[i]]
            others = [i for i in now if not side[i]]
            places.append(abs(len(ones) - len(others)))
            may.append(ones if len(ones) > len(others) else others)
        else:
            odd = len(now) % 2
            places.append(3 if odd and trio and len(now) >= 3 else odd)
            may.append(now)
    return places, may


def _counts(roster: PlannerPeople, *, trio: bool) -> list[int]:
    """Return how often each person rested (or sat in a trio) so far, earlier evenings included.

    A newcomer among people who rested often starts one behind them: first in turn, but without
    making up for all rests of the others.
    """
    event = roster.event
    tonight = history.trios_in(event.rounds) if trio else history.rests_in(event.rounds)
    before = history.earlier_rests(event, trios=trio)
    known = [before[key] for key in history.regulars(event) if key in roster.index]
    floor = max(0, min(known, default=0) - 1)
    return [max(before[person.key], floor) + tonight[person.key] for person in roster.people]
