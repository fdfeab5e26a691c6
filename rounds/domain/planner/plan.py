"""Who meets whom: the plan of an evening.

One call plans a whole evening, and the same call plans again from the rounds already begun.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.people.roster import people
from rounds.domain.planner import history
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.history import Pair
from rounds.domain.planner.limits.feasibility import Obstacle
from rounds.domain.planner.limits.lower_bound import Bound, least
from rounds.domain.planner.people import PlannerPeople, seed_of
from rounds.domain.planner.problem import COMPANY, EARLIER, WISH, Problem
from rounds.domain.planner.reports import explain
from rounds.domain.planner.rests import unfair
from rounds.domain.planner.search.solve import Solution, solve
from rounds.domain.planner.search.warm_start import still_valid_plan, warm_start
from rounds.domain.planner.seating.seating import seated
from rounds.domain.sentence import Sentence, counted, private
from rounds.domain.timetable import rounds_in_time

SEARCHES = 2
"""How many searches the rounds that the host asked for are worth before they are given up; where
the host left the number open, or a proposal is weighed, one must do."""

QUICK, THOROUGH = 16, 3
"""Which part of the work that is left a search for fewer rounds may use: while no plan has been
found yet, and to come closer to the number that was asked for."""

Rule = Literal["rounds", "apart", "tables", "pins", "sides", "odd"]


@dataclass(frozen=True)
class Proposal:
    """What relaxing one rule would give; `accept` marks the one to take with one key."""

    rule: Rule
    says: Sentence
    rounds_possible: int
    accept: bool = False


@dataclass(frozen=True)
class Infeasible:
    """Why not all rounds are possible, and how many are, those held included.

    `proven` is False where a better plan was not found, but not ruled out either.
    """

    rounds_possible: int
    why: tuple[Sentence, ...]
    proposals: tuple[Proposal, ...] = ()
    proven: bool = True

    @property
    def says(self) -> tuple[Sentence, ...]:
        """Why, and what the host could do."""
        return (*self.why, *(proposal.says for proposal in self.proposals))


@dataclass(frozen=True)
class Plan:
    """The rounds begun, unchanged, and those planned, with what a host wants to know of them.

    `met_per_person` counts the different people each will have met in the end; `cost` is the
    price of the planned rounds, `least_cost` what no plan can beat.
    """

    rounds: tuple[Round, ...]
    met_per_person: dict[PersonKey, int] = field(default_factory=dict)
    warnings: tuple[Sentence, ...] = ()
    infeasible: Infeasible | None = None
    summary: tuple[Sentence, ...] = ()
    cost: int = 0
    least_cost: int = 0


@dataclass(frozen=True)
class _Best:
    problem: Problem
    solution: Solution
    blocked: tuple[Problem, Obstacle] | None = None
    in_turn: bool = True

    @property
    def planned(self) -> int:
        return len(self.problem.sittings)


def make_plan(event: Event, *, seed: int | None = None) -> Plan:
    """Return the plan of the evening: rounds begun stay as they are, the others are planned.

    A plan made before that still holds is returned as it is, unless a `seed` is given.
    """
    roster = PlannerPeople(event, seed_of(event, seed))
    begun = roster.first - 1
    wanted = max(begun, event.in_force.rounds or rounds_in_time(event.in_force))
    old = _kept(event, roster, wanted) if seed is None else None
    if old is not None and old.cost - old.least_cost < EARLIER:
        return old
    asked = event.in_force.rounds is not None
    best = _best(roster, wanted, tries=SEARCHES if asked else 1)
    last = begun + best.planned
    if old is None and seed is None and last < wanted:
        old = _kept(event, roster, last)
    infeasible = None
    if best.blocked is not None and (asked or not last):
        problem, block = best.blocked
        infeasible = Infeasible(
            last,
            explain.why_not(event, problem, block, wanted),
            _proposals(roster, wanted, last),
            block.proven,
        )
    planned = seated(event, best.problem, best.solution.deals)
    new = _described(event, roster, best.problem, planned, best.solution.bound)
    if not best.in_turn:
        new = replace(new, summary=(*new.summary, explain.out_of_turn()))
    if old is not None and new.cost > old.cost - EARLIER:
        new = old
    if best.blocked is not None and infeasible is None:
        more = explain.no_more(event, *best.blocked)
        return replace(new, summary=(*new.summary, *more))
    return replace(new, infeasible=infeasible)


def _kept(event: Event, roster: PlannerPeople, last: int) -> Plan | None:
    """Return the plan made before if it still holds: it may have the host's hand in it.

    Only where it has dear meetings (same company, earlier event) is a better one looked for.
    """
    planned = still_valid_plan(event, roster, last)
    if planned is None:
        return None
    problem = build_problem(roster, last)
    if any(two in roster.earlier for two in problem.pairs_in(planned)):
        problem = build_problem(roster, last, without=frozenset({"earlier"}))
    return _described(event, roster, problem, planned, least(problem))


def _best(
    roster: PlannerPeople,
    last: int,
    without: frozenset[str] = frozenset(),
    *,
    any_plan: bool = False,
    tries: int = 1,
) -> _Best:
    """Return the best plan up to round `last`, or up to the last round that is possible.

    Meetings of earlier events are ruled out as long as there is a plan without them, and who
    sits in a trio takes turns as long as there is one with them. A number of rounds is given
    up after `tries` searches that found no plan.
    """
    rules = _rules(roster, without, any_plan=any_plan)
    blocked: tuple[Problem, Obstacle] | None = None
    while True:
        for rule in rules:
            problem = build_problem(roster, last, without=rule)
            found = solve(
                problem,
                warm_start(roster.event, problem),
                any_plan=any_plan,
                tries=tries,
                budget=roster.budget,
            )
            if isinstance(found, Solution):
                return _fair(roster, last, rule, _Best(problem, found, blocked))
            block = found
        blocked = problem, block
        if not block.proven:
            return _fewer(roster, last, rules, any_plan=any_plan)
        last = roster.first - 1 + block.rounds


def _rules(
    roster: PlannerPeople, without: frozenset[str], *, any_plan: bool
) -> list[frozenset[str]]:
    """Return the sets of rules to leave out, in the order in which they are tried."""
    forgiving = without | {"earlier"}
    rules = [without, forgiving] if roster.earlier else [without]
    if any_plan:
        rules = [forgiving]
    if _in_use(roster, "odd") and "odd" not in without:
        rules.append(rules[-1] | {"turns"})
    return rules


def _fewer(
    roster: PlannerPeople, failed: int, rules: list[frozenset[str]], *, any_plan: bool
) -> _Best:
    """Return the best plan of fewer rounds than `failed`, of which none was found.

    Cheap searches go down in larger and larger steps until there is a plan, then dearer ones
    halve the gap; what is left of the work makes the plan better.
    """
    before = roster.first - 1
    low, stride = failed, 1
    found: Solution | None = None
    while found is None:
        low, stride = max(before, low - stride), 2 * stride
        found = _first_plan(roster, low, rules[-1], share=QUICK)
    while failed - low > 1 and not roster.budget.spent:
        middle = (low + failed) // 2
        more = _first_plan(roster, middle, rules[-1], share=THOROUGH)
        if more is None:
            failed = middle
        else:
            low, found = middle, more
    too_many = build_problem(roster, low + 1, without=rules[-1])
    blocked = too_many, Obstacle(low - before, "search", proven=False)
    if not any_plan:
        for rule in rules:
            problem = build_problem(roster, low, without=rule)
            better = solve(
                problem,
                found=found.deals if rule == rules[-1] else None,
                tries=1,
                budget=roster.budget,
                share=THOROUGH,
                thorough=False,
            )
            if isinstance(better, Solution):
                return _fair(roster, low, rule, _Best(problem, better, blocked))
    problem = build_problem(roster, low, without=rules[-1])
    return _fair(roster, low, rules[-1], _Best(problem, found, blocked))


def _first_plan(
    roster: PlannerPeople, last: int, without: frozenset[str], *, share: int
) -> Solution | None:
    """Return the first plan of the rounds up to `last` that one search finds."""
    problem = build_problem(roster, last, without=without)
    warm = warm_start(roster.event, problem)
    found = solve(
        problem,
        warm,
        any_plan=True,
        tries=1,
        budget=roster.budget,
        share=share,
        thorough=False,
    )
    return found if isinstance(found, Solution) else None


def _fair(roster: PlannerPeople, last: int, without: frozenset[str], found: _Best) -> _Best:
    """Return the plan with the rests dealt out beforehand, where they came out unfair."""
    if "turns" in without:
        return replace(found, in_turn=False)
    problem, deals = found.problem, found.solution.deals
    candidates = [[i for i in sitting.may if i not in roster.staff] for sitting in problem.sittings]
    aside = [[i for i, j in enumerate(deal) if j >= problem.size] for deal in deals]
    if not unfair(problem.counts, candidates, aside):
        return found
    problem = build_problem(roster, last, without=without, strict=True)
    again = solve(problem, budget=roster.budget)
    return _Best(problem, again, found.blocked) if isinstance(again, Solution) else found


def _described(
    event: Event,
    roster: PlannerPeople,
    problem: Problem,
    planned: Sequence[Round],
    bound: Bound,
) -> Plan:
    rounds = (*event.rounds, *planned)
    met = _met(event, rounds)
    pinned = [two for sitting in problem.sittings for two in sitting.pinned]
    forced = bound.same_industry + sum(_same(problem.industry, two) for two in pinned)
    return Plan(
        rounds,
        met_per_person=met,
        warnings=explain.warnings(event, roster, problem, planned),
        summary=explain.summary(event, problem, planned, met, forced),
        cost=problem.missed + sum(_price(problem, two) for two in problem.pairs_in(planned)),
        least_cost=bound.cost + sum(_price(problem, two) for two in pinned),
    )


def _proposals(roster: PlannerPeople, wanted: int, last: int) -> tuple[Proposal, ...]:
    found = []
    if last >= roster.first:
        says = counted("Plan {count} round.", "Plan {count} rounds.", last)
        found.append(Proposal("rounds", says, last, accept=True))
    for rule, words in _RELAXED.items():
        if _in_use(roster, rule) and not roster.budget.spent:
            relaxed = _best(roster, wanted, frozenset({rule}), any_plan=True)
            possible = roster.first - 1 + relaxed.planned
            if possible > last:
                found.append(Proposal(rule, words(possible), possible))
    return tuple(found)


_RELAXED: dict[Rule, Callable[[int], Sentence]] = {
    "apart": lambda n: private(
        counted(
            "If nobody were kept apart, {count} round would be possible.",
            "If nobody were kept apart, {count} rounds would be possible.",
            n,
        )
    ),
    "tables": lambda n: counted(
        "If nobody had to keep a table, {count} round would be possible.",
        "If nobody had to keep a table, {count} rounds would be possible.",
        n,
    ),
    "pins": lambda n: counted(
        "Without the pairs pinned into rounds, {count} round would be possible.",
        "Without the pairs pinned into rounds, {count} rounds would be possible.",
        n,
    ),
    "sides": lambda n: counted(
        "If people of one side could meet, {count} round would be possible.",
        "If people of one side could meet, {count} rounds would be possible.",
        n,
    ),
    "odd": lambda n: counted(
        "With a rest instead of a trio, {count} round would be possible.",
        "With a rest instead of a trio, {count} rounds would be possible.",
        n,
    ),
}


def _in_use(roster: PlannerPeople, rule: Rule) -> bool:
    return {
        "apart": bool(roster.apart),
        "tables": any(person.table is not None for person in roster.people),
        "pins": bool(roster.event.pins),
        "sides": roster.side is not None,
        "odd": roster.event.settings.odd == "trio",
    }.get(rule, False)


def _same(kinds: Sequence[int], two: Pair) -> bool:
    return kinds[two[0]] == kinds[two[1]]


def _price(problem: Problem, two: Pair) -> int:
    return (
        COMPANY * _same(problem.company, two)
        + EARLIER * problem.earlier.get(two, 0)
        + problem.industry_price * _same(problem.industry, two)
        - WISH * problem.wishes.get(two, 0)
    )


def _met(event: Event, rounds: Sequence[Round]) -> dict[PersonKey, int]:
    """Return how many different people everybody with a place will have met."""
    met = set(history.met_tonight(event))
    for round_ in rounds[len(event.rounds) :]:
        for pairing in round_.pairings:
            met.update(history.pairs_of(pairing))
    placed = {
        key
        for round_ in rounds
        for key in (
            *(key for pairing in round_.pairings for key in pairing.people),
            *round_.resting,
        )
    }
    found = {person.key: 0 for person in people(event) if person.key in placed}
    for two in met:
        for key in two:
            if key in found:
                found[key] += 1
    return found
