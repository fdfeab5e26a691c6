"""How far planning has come, in words: in what a plan is better, whether a better one may come."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.result import Plan, Qualities
from rounds.domain.sentence import Sentence, counted, sentence


def qualities(roster: PlannerPeople, problem: Problem, pairs: Sequence[Pair]) -> Qualities:
    """Return how many of these meetings are of kinds to be avoided, how many wishes are missed."""
    missed = problem.wishes.keys() - set(pairs)
    done = {*pairs, *roster.met}
    return Qualities(
        colleagues=sum(problem.company[a] == problem.company[b] for a, b in pairs),
        again=sum(two in problem.earlier for two in pairs),
        missed=sum(pair(i, j) in missed for i, wishes in enumerate(roster.wishes) for j in wishes)
        + sum(
            done.isdisjoint(pair(i, j) for j in group)
            for i, groups in enumerate(problem.shares.any_of)
            for group, _price in groups
        ),
        same_industry=sum(problem.industry[a] == problem.industry[b] for a, b in pairs),
        unmatched=sum(
            bool(fits) and done.isdisjoint(pair(i, j) for j in fits)
            for i, fits in enumerate(problem.shares.fits)
        ),
    )


def gain(before: Plan, after: Plan) -> Sentence | None:
    """Return in what a plan is better than one before it, None if that cannot be counted."""
    was, now = before.qualities, after.qualities
    if (rounds := len(after.rounds) - len(before.rounds)) > 0:
        return counted("Better by {count} round", "Better by {count} rounds", rounds)
    if rounds < 0:
        return None
    if (count := was.colleagues - now.colleagues) > 0:
        return counted(
            "Better: {count} fewer pairing within one company",
            "Better: {count} fewer pairings within one company",
            count,
        )
    if (count := was.again - now.again) > 0:
        return counted(
            "Better: {count} fewer pairing of people who met before",
            "Better: {count} fewer pairings of people who met before",
            count,
        )
    if (count := was.missed - now.missed) > 0:
        return counted("Better by {count} wish", "Better by {count} wishes", count)
    if (count := was.same_industry - now.same_industry) > 0:
        return counted(
            "Better: {count} fewer same-industry pairing",
            "Better: {count} fewer same-industry pairings",
            count,
        )
    if (count := was.unmatched - now.unmatched) > 0:
        return counted(
            "Better: {count} more person can help or be helped",
            "Better: {count} more people can help or be helped",
            count,
        )
    return None


def progress(found: Plan) -> Sentence | None:
    """Return how good a plan is that was found, and whether a better one is still looked for."""
    if not found.final and found.gain is not None:
        return sentence("{gain}, still looking", gain=found.gain)
    if not found.final:
        return sentence("Still looking for a better plan")
    if found.best_possible and found.met_per_person:
        return sentence("Best possible plan")
    return found.gain
