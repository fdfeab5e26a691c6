"""Who meets whom: the plan of an evening.

One call plans a whole evening, and the same call plans again from the rounds already begun.
A plan is a sequence: one that breaks no rule comes first, better ones follow until no better one
is looked for. The same file and seed give the same sequence on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.people.roster import people
from rounds.domain.planner import history
from rounds.domain.planner.budget import POINTS
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.history import Pair
from rounds.domain.planner.limits.lower_bound import Bound, least
from rounds.domain.planner.people import PlannerPeople, seed_of
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.proposals import proposals
from rounds.domain.planner.reports import explain, wishes
from rounds.domain.planner.reports.progress import gain, qualities
from rounds.domain.planner.result import Infeasible, Plan
from rounds.domain.planner.search.evening_out import evened_out
from rounds.domain.planner.search.most_rounds import Best, better_plans
from rounds.domain.planner.search.solve import Solution
from rounds.domain.planner.search.warm_start import in_turn, still_valid_plan, warm_start
from rounds.domain.planner.seating.seating import seated
from rounds.domain.planner.shares import Partners
from rounds.domain.planner.standing_plan import may_be_better, serves_better, with_proof
from rounds.domain.timetable import rounds_wanted

SEARCHES = 2
"""How many searches are made for the number of rounds that the host asked for; one where the host
left the number open, or a proposal is weighed."""


def make_plan(
    event: Event, *, seed: int | None = None, level: int | None = None, settled: bool = True
) -> Plan:
    """Return the plan of the evening: rounds begun stay as they are, the others are planned.

    A plan made before that still holds is returned as it is, unless a `seed` is given. It is the
    last plan of the sequence (see `plans`), or the one of a `level`, which takes less work.
    """
    found = plans(event, seed=seed, settled=settled)
    plan = next(found)
    while not plan.final and plan.level != level:
        plan = next(found)
    return plan


def plans(event: Event, *, seed: int | None = None, settled: bool = True) -> Iterator[Plan]:
    """Yield plans of the evening, each better than the one before; the last one is `final`.

    `settled` says that the plan so far was once final: nobody who looked at it should find it
    changed without a reason. One that was taken before the search was over has to make way for
    any better one.
    """
    roster = PlannerPeople(event, seed_of(event, seed))
    begun = roster.first - 1
    wanted = max(begun, rounds_wanted(event))
    old = _kept(event, roster, wanted) if seed is None else None
    if old is not None and not may_be_better(old, settled=settled):
        matched = _matched(event, roster, old)
        if matched is not old:
            yield old._replace(final=False)
        yield matched
        return
    asked, same_industry = event.in_force.rounds is not None, event.settings.same_industry
    search = better_plans(roster, wanted, tries=SEARCHES if asked else 1)
    first, latest, level = old, old, 0
    if old is not None:
        yield old._replace(level=level, final=False)
        level += 1
    while True:
        try:
            found = next(search)
        except StopIteration as end:
            best: Best = end.value
            break
        plan = _plan_of(event, roster, found)
        stays = settled and latest is old
        if latest is None or serves_better(
            plan, latest, settled=stays, same_industry=same_industry
        ):
            first = first or plan
            latest = plan
            yield plan._replace(level=level, final=False, gain=gain(first, plan))
            level += 1
    last = begun + best.planned
    if old is None and seed is None and last < wanted:
        old = _kept(event, roster, last)
    infeasible = None
    if best.blocked is not None and (asked or not last):
        problem, block = best.blocked
        infeasible = Infeasible(
            last,
            explain.why_not(event, problem, block, wanted),
            proposals(roster, best.blocked, wanted, last),
            block.proven,
        )
    if best.planned:
        if latest is None:
            first = latest = _plan_of(event, roster, best)
            yield latest._replace(level=level, final=False)
            level += 1
        best = _evened_out(best, calmly=bool(event.plan) and seed is None)
    new = _plan_of(event, roster, best)._replace(work=POINTS - roster.budget.points)
    if old is not None and not serves_better(
        new, old, settled=settled, same_industry=same_industry
    ):
        new = with_proof(_matched(event, roster, old), new)
    if best.blocked is not None and infeasible is None:
        more = explain.no_more(event, *best.blocked)
        new = new._replace(summary=(*new.summary, *more))
    better = gain(first, new) if first is not None else None
    yield new._replace(infeasible=infeasible, level=level, gain=better)


def _matched(event: Event, roster: PlannerPeople, old: Plan) -> Plan:
    """Return the plan so far, or one like it in which fewer people go without a match.

    What somebody seeks may have been typed since. The next round stays as it is, and so does
    everything that need not change.
    """
    if not old.qualities.unmatched:
        return old
    planned = old.rounds[len(event.rounds) :]
    problem, bound = _problem_of(roster, planned)
    deals = warm_start(event, problem)
    if deals is None:
        return old
    best = _evened_out(Best(problem, Solution(deals, old.cost, bound)), calmly=True)
    new = _plan_of(event, roster, best)
    if new.cost > old.cost or new.qualities.unmatched >= old.qualities.unmatched:
        return old
    return new._replace(level=1, gain=gain(old, new))


def _plan_of(event: Event, roster: PlannerPeople, best: Best) -> Plan:
    planned = seated(event, best.problem, best.solution.deals)
    return _described(event, roster, best.problem, planned, best.solution.bound)


def _evened_out(best: Best, *, calmly: bool) -> Best:
    """Return the plan with meetings, wishes and help shared more evenly, at no higher cost."""
    rnd = Random(best.problem.seed).random
    deals = evened_out(best.problem, best.solution.deals, rnd, calmly=calmly)
    return replace(best, solution=replace(best.solution, deals=deals))


def _kept(event: Event, roster: PlannerPeople, last: int) -> Plan | None:
    """Return the plan made before if it still holds: it may have the host's hand in it.

    Whether a better one is looked for all the same, `may_be_better` says.
    """
    planned = still_valid_plan(event, roster, last)
    if planned is None:
        return None
    problem, bound = _problem_of(roster, planned)
    return _described(event, roster, problem, planned, bound)


def _problem_of(roster: PlannerPeople, planned: Sequence[Round]) -> tuple[Problem, Bound]:
    """Return the problem that planned rounds solve, and what no plan can beat."""
    last = planned[-1].number
    problem = build_problem(roster, last)
    if any(two in roster.earlier for two in problem.pairs_in(planned)):
        problem = build_problem(roster, last, without=frozenset({"earlier"}))
    return problem, least(problem)


def _described(
    event: Event,
    roster: PlannerPeople,
    problem: Problem,
    planned: Sequence[Round],
    bound: Bound,
) -> Plan:
    rounds = (*event.rounds, *planned)
    met = _met(event, rounds)
    pairs = problem.pairs_in(planned)
    partners = Partners(problem.shares, {*pairs, *roster.met})
    pinned = [two for sitting in problem.sittings for two in sitting.pinned]
    forced = bound.same_industry + sum(_same(problem.industry, two) for two in pinned)
    summary = explain.summary(event, problem, planned, pairs, met, forced)
    if not in_turn(problem, planned):
        summary = (*summary, explain.out_of_turn())
    return Plan(
        rounds,
        met_per_person=met,
        warnings=explain.warnings(event, roster, problem, planned),
        remarks=tuple(wishes.told(event, roster, rounds)),
        summary=summary,
        cost=problem.missed + sum(map(problem.price, pairs)) + partners.cost(),
        least_cost=bound.cost + sum(map(problem.price, pinned)),
        qualities=qualities(roster, problem, pairs),
    )


def _same(kinds: Sequence[int], two: Pair) -> bool:
    return kinds[two[0]] == kinds[two[1]]


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
