"""Builds the problem of an evening from its people, for a number of rounds and a set of rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rounds.domain.people.sameness import firm, industry
from rounds.domain.planner import history, prices
from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.left_over import left_over, trio_is_possible
from rounds.domain.planner.people import PlannerPeople, labelled
from rounds.domain.planner.pins import pinned_pairs, pinned_tables
from rounds.domain.planner.problem import RULES, Problem, Sitting
from rounds.domain.planner.rests import most_rests
from rounds.domain.planner.shares import Shares


def build_problem(
    roster: PlannerPeople,
    last: int,
    *,
    without: frozenset[str] = frozenset(),
    alone: frozenset[int] | None = None,
) -> Problem:
    """Return the problem of planning the rounds up to number `last`.

    `without` names rules that do not hold (`earlier`: meetings of earlier events are only
    dear; `turns`: nobody has to take turns; `helpers`: somebody may rest though staff are there;
    with trios nobody helps in the rounds `alone` then, in all if there are none given).
    """
    side = None if "sides" in without else roster.side
    trio = roster.event.settings.odd == "trio" and side is None and "odd" not in without
    numbers = range(roster.first, last + 1)
    here = {number: roster.here(number) for number in numbers}
    tables = {} if "tables" in without else pinned_tables(roster, list(here.values())).kept
    pinned = pinned_pairs(roster, last)
    pins = {} if "pins" in without else pinned.kept
    closed = {
        "met": frozenset(roster.met),
        "earlier": frozenset(roster.earlier),
        "apart": frozenset() if "apart" in without else frozenset(roster.apart),
        "tables": frozenset(
            pair(a, b) for a, x in tables.items() for b, y in tables.items() if a < b and x != y
        ),
        "pins": frozenset(met for pairs in pins.values() for met in pairs),
    }
    usual = (
        _sitting(
            roster,
            number,
            now,
            tuple(sorted(pins.get(number, ()))),
            side,
            trio,
            unhelped="helpers" in without and (alone is None or number in alone),
        )
        for number, now in here.items()
    )
    counts, in_turn = _counts(roster, trio=trio), "turns" not in without
    sittings = tuple(
        _without_left_over(roster, sitting, closed, side, counts)
        if sitting.pinned and sitting.number in pinned.rematches
        else sitting
        for sitting in usual
    )
    forgiving = "earlier" in without
    shut = set().union(*(closed[rule] for rule in RULES if not (rule == "earlier" and forgiving)))
    groups = [{*here, *helpers} for here, helpers in {(s.here, s.helpers): 0 for s in sittings}]

    def may_meet(a: int, b: int) -> bool:
        return (
            pair(a, b) not in shut
            and (side is None or side[a] != side[b])
            and any(a in group and b in group for group in groups)
        )

    settings = roster.event.settings
    wishes, missed = _wishes(roster, sittings, closed["pins"], may_meet)
    newcomers = roster.newcomers if settings.newcomers == "spread" else set()
    return Problem(
        keys=tuple(person.key for person in roster.people),
        sittings=sittings,
        company=labelled(firm(person.company) for person in roster.people),
        industry=roster.industry,
        side=None if side is None else tuple(side),
        closed=closed,
        earlier=roster.earlier,
        forgiving=forgiving,
        wishes=wishes,
        missed=missed,
        newcomers=frozenset(newcomers),
        shares=_shares(roster, may_meet),
        counts=tuple(counts),
        rests=tuple(_most_rests(counts, sittings, in_turn=in_turn)),
        in_turn=in_turn,
        lot=tuple(roster.lot),
        industry_price=prices.INDUSTRY if settings.same_industry == "avoid" else 0,
        mixing_price=prices.INDUSTRY if settings.same_industry == "prefer" else 0,
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
    *,
    unhelped: bool,
) -> Sitting:
    """Return who has to be placed in a round, who can help, and how many rest."""
    together = {i for two in pinned for i in two}
    free = tuple(i for i in here if i not in together)
    odd = len(free) % 2
    helpers = tuple(roster.helpers(number)) if odd else ()
    optional = bool(helpers) and unhelped
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


def _without_left_over(
    roster: PlannerPeople,
    sitting: Sitting,
    closed: Mapping[str, frozenset[Pair]],
    side: list[int] | None,
    counts: Sequence[int],
) -> Sitting:
    """Return a rematch round in which those rest for whom nobody new is left.

    `counts` says how often everybody rested so far: who rests may have to rest out of turn.
    """
    shut = (
        closed["met"] | closed["apart"] | closed["tables"] | roster.planned_before(sitting.number)
    )
    alone = left_over(sitting.here, shut, side)
    if sitting.trio:
        usual = len(alone) <= sitting.aside and trio_is_possible(sitting.here, shut)
    elif sitting.helpers:
        with_help = ([*sitting.here, helper] for helper in sitting.helpers)
        usual = any(len(left_over(here, shut, side)) <= sitting.aside for here in with_help)
    elif sitting.aside == len(alone) == 1:
        by_turn = sorted(sitting.may, key=lambda i: counts[i])
        alone = tuple(
            next(([i] for i in by_turn if not left_over(_but(sitting.here, i), shut, side)), alone)
        )
        usual = counts[alone[0]] == counts[by_turn[0]]
    else:
        usual = len(alone) <= sitting.aside
    if usual:
        return sitting
    return Sitting(sitting.number, sitting.here, sitting.pinned, (), alone, len(alone))


def _but(people: Sequence[int], one: int) -> list[int]:
    return [i for i in people if i != one]


def _most_rests(counts: list[int], sittings: Sequence[Sitting], *, in_turn: bool) -> list[int]:
    if not in_turn:
        return [len(sittings)] * len(counts)
    places = [sitting.aside + sitting.optional for sitting in sittings]
    return most_rests(counts, [sitting.may for sitting in sittings], places)


def _wishes(
    roster: PlannerPeople,
    sittings: Sequence[Sitting],
    pinned: frozenset[Pair],
    may_meet: Callable[[int, int], bool],
) -> tuple[dict[Pair, int], int]:
    """Return what the wishes that can still be honoured save, and the price of all open ones."""
    asked: dict[Pair, int] = {}
    around = {i for sitting in sittings for i in (*sitting.here, *sitting.helpers)}
    around |= {i for sitting in sittings for two in sitting.pinned for i in two}
    for i in sorted(around):
        price = _price_of_wish(roster, i)
        for met in (pair(i, j) for j in roster.wishes[i]):
            if met not in roster.met and met not in pinned:
                asked[met] = asked[met] + price + prices.MUTUAL if met in asked else price
    possible = {met: price for met, price in asked.items() if may_meet(*met)}
    return possible, sum(asked.values())


def _price_of_wish(roster: PlannerPeople, i: int) -> int:
    honoured = any(pair(i, j) in roster.met for j in roster.wishes[i])
    return prices.wish(len(roster.wishes[i]) + len(roster.groups[i]), honoured=honoured)


def _shares(roster: PlannerPeople, may_meet: Callable[[int, int], bool]) -> Shares:
    """Return what counts for each person: wishes, fits, and how many of an industry they meet."""
    settings = roster.event.settings
    fits: list[dict[int, int]] = [{} for _ in roster.people]
    for (i, j), fit in roster.fits.items():
        if pair(i, j) in roster.met or may_meet(i, j):
            for one, other in ((i, j), (j, i)):
                fits[one][other] = fits[one].get(other, 0) + fit.strength
    groups = []
    for i, wished in enumerate(roster.groups):
        open_ = [
            {j for j in group if pair(i, j) in roster.met or may_meet(i, j)} for group in wished
        ]
        groups.append(
            tuple((frozenset(group), _price_of_wish(roster, i)) for group in open_ if group)
        )
    limits = {industry(name): most for name, most in settings.at_most.items()}
    return Shares(
        kind=roster.industry,
        evenly=settings.same_industry != "allow",
        wishes=tuple(frozenset(wishes) for wishes in roster.wishes),
        any_of=tuple(groups),
        fits=tuple(fits),
        most={
            kind: limits[name]
            for kind, person in zip(roster.industry, roster.people, strict=True)
            if (name := industry(person.industry)) in limits
        },
    )


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
