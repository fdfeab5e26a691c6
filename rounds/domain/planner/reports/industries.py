"""How many pairings are within one industry, and how many of them cannot be avoided."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.planner.history import Pair
from rounds.domain.planner.problem import Problem
from rounds.domain.sentence import Sentence, counted, sentence


def same_industry(problem: Problem, pairs: Sequence[Pair], forced: int) -> list[Sentence]:
    """Return what is to be said of the pairings within one industry, of which some are `forced`."""
    trades = sum(problem.industry[a] == problem.industry[b] for a, b in pairs)
    if problem.mixing_price and pairs:
        return [
            counted(
                "{count} of {all} pairings is within one industry.",
                "{count} of {all} pairings are within one industry.",
                trades,
                all=len(pairs),
            )
        ]
    if forced and forced == trades:
        return [
            counted(
                "{count} same-industry pairing cannot be avoided; the plan has {has}.",
                "{count} same-industry pairings cannot be avoided; the plan has {has}.",
                forced,
                has=trades,
            )
        ]
    if forced:
        return [
            counted(
                "At least {count} same-industry pairing cannot be avoided; the plan has {has}.",
                "At least {count} same-industry pairings cannot be avoided; the plan has {has}.",
                forced,
                has=trades,
            )
        ]
    if not (problem.industry_price and pairs and any(kind >= 0 for kind in problem.industry)):
        return []
    if not trades:
        return [sentence("Nobody meets anybody from the same industry.")]
    return [
        counted(
            "The plan has {count} same-industry pairing.",
            "The plan has {count} same-industry pairings.",
            trades,
        )
    ]
