"""When the plan so far makes way for another one: people may have seen it, and be on their way."""

from __future__ import annotations

from rounds.domain.planner.prices import INDUSTRY
from rounds.domain.planner.result import Plan

WITHIN_AN_INDUSTRY = {"avoid": INDUSTRY, "allow": 0, "prefer": -INDUSTRY}
"""What a meeting within an industry costs, as the host wants such meetings."""


def may_be_better(old: Plan, *, settled: bool) -> bool:
    """Return whether to look for a plan that serves better than the one so far."""
    counts = old.qualities
    if old.cost <= old.least_cost:
        return False
    return not settled or bool(counts.colleagues or counts.again or counts.missed)


def serves_better(new: Plan, old: Plan, *, settled: bool, same_industry: str) -> bool:
    """Return whether a plan should take the place of one before it.

    If that one is settled, what is gained in meetings within an industry is no reason to change
    what people may have seen: what somebody typed is, and so is the chance not to meet again.
    """
    if len(new.rounds) != len(old.rounds):
        return len(new.rounds) > len(old.rounds)
    if not settled:
        return new.cost < old.cost
    fewer = old.qualities.same_industry - new.qualities.same_industry
    return new.cost < old.cost - max(0, WITHIN_AN_INDUSTRY[same_industry] * fewer)


def with_proof(kept: Plan, found: Plan) -> Plan:
    """Return the plan that is kept, with what the search for a better one has proven."""
    if len(kept.rounds) != len(found.rounds) or kept.cost < found.least_cost:
        return kept
    return kept._replace(least_cost=max(kept.least_cost, found.least_cost))
