"""Builds the problem of an evening from its people, for a number of rounds and a set of rules."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.people.sameness import firm, industry
from rounds.domain.planner import history, prices
from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.people import PlannerPeople, labelled
from rounds.domain.planner.pins import pinned_pairs, pinned_tables
from rounds.domain.planner.problem import RULES, Problem, Sitting
from rounds.domain.planner.rests import most_rests


def build_problem(
    roster: PlannerPeople, last: int, *, without: frozenset[str] = frozenset()
) -> Problem:
    """Return the problem of planning the rounds up to number `last`.

    `without` names rules that do not hold (`earlier`: meetings of earlier events are only
    dear; `turns`: nobody has to take turns; `helpers`: somebody may rest though staff are there).
    """
    side = None if "sides" in without else roster.side
    trio = roster.event.settings.odd == "trio" and side is None and "odd" not in without
    numbers = range(roster.first, last + 1)
    here = {number: roster.here(number) for number in numbers}
    tables = {} if "tables" in without else pinned_tables(roster, list(here.values())).kept
    pins = {} if "pins" in without else pinned_pairs(roster, last).kept
    sittings = tuple(
        _sitting(roster, number, now, tuple(sorted(pins.get(number, ()))), side, trio, without)
        for number, now in here.items()
    )
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
    wishes, missed = _wishes(roster, sittings, shut, closed["pins"], side)
    counts, in_turn = _counts(roster, trio=trio), "turns" not in without
    return Problem(
        keys=tuple(person.key for person in roster.people),
        sittings=sittings,
        company=labelled(firm(person.company) for person in roster.people),
        industry=labelled(industry(person.industry) for person in roster.people),
        side=None if side is None else tuple(side),
        closed=closed,
        earlier=roster.earlier,
        forgiving=forgiving,
        wishes=wishes,
        missed=missed,
        counts=tuple(counts),
        rests=tuple(_most_rests(counts, sittings, in_turn=in_turn)),
        in_turn=in_turn,
        lot=tuple(roster.lot),
        industry_price=prices.INDUSTRY if roster.event.settings.same_industry == "avoid" else 0,
        tables=tables,
        seed=roster.seed,
    )


def _sitting(
    roster: PlannerPeople,
    number: int,
    here: list[int],
    pinned: tuple[Pair, ...],
    side: list[int] | None,
    trio: bool,
    without: frozenset[str],
) -> Sitting:
    """Return who has to be placed in a round, who can help, and how many rest."""
    together = {i for two in pinned for i in two}
    free = tuple(i for i in here if i not in together)
    odd = len(free) % 2
    helpers = tuple(roster.helpers(number)) if odd else ()
    optional = bool(helpers) and "helpers" in without
    if optional and trio:
        helpers, optional = (), False
    if side is not None:
        ones = [i for i in free if side[i]]
        others = [i for i in free if not side[i]]
        may = ones if len(ones) > len(others) else others
        aside = abs(len(ones) - len(others)) - bool(helpers)
    else:
        may = list(free)
        aside = 0 if helpers or not odd else 3 if trio and len(free) >= 3 else 1
    return Sitting(
        number,
        free,
        pinned,
        helpers,
        tuple(may) if aside or optional else (),
        aside,
        trio and aside == 3,
        optional,
    )


def _most_rests(counts: list[int], sittings: Sequence[Sitting], *, in_turn: bool) -> list[int]:
    if not in_turn:
        return [len(sittings)] * len(counts)
    places = [sitting.aside + sitting.optional for sitting in sittings]
    return most_rests(counts, [sitting.may for sitting in sittings], places)


def _wishes(
    roster: PlannerPeople,
    sittings: Sequence[Sitting],
    shut: set[Pair],
    pinned: frozenset[Pair],
    side: list[int] | None,
) -> tuple[dict[Pair, int], int]:
    """Return what the wishes that can still be honoured save, and the price of all open ones."""
    around = {i for sitting in sittings for i in (*sitting.here, *sitting.helpers)}
    around |= {i for sitting in sittings for two in sitting.pinned for i in two}
    groups = [set(now) for now in {(*s.here, *s.helpers): None for s in sittings}]
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
