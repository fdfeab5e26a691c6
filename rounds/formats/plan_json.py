"""The plan for other programs; people are named by their key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rounds.domain.event import Round
from rounds.i18n import say

if TYPE_CHECKING:
    from rounds.domain.schedule.plan import Plan


def render(plan: Plan, seconds: float) -> str:
    """Return the plan as JSON; `seconds` is how long the planning took."""
    infeasible = plan.infeasible
    found = {
        "rounds": [_round(each) for each in plan.rounds],
        "met_per_person": dict(plan.met_per_person),
        "warnings": [say(warning) for warning in plan.warnings],
        "infeasible": None
        if infeasible is None
        else {
            "rounds_possible": infeasible.rounds_possible,
            "why": "\n".join(say(reason) for reason in infeasible.why),
            "proposals": [
                {
                    "rule": proposal.rule,
                    "says": say(proposal.says),
                    "rounds_possible": proposal.rounds_possible,
                }
                for proposal in infeasible.proposals
            ],
        },
        "seconds": round(seconds, 4),
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _round(each: Round) -> dict[str, object]:
    return {
        "number": each.number,
        "listens_first": each.listens_first,
        "pairings": [
            {"table": pairing.table, "people": list(pairing.people)} for pairing in each.pairings
        ],
        "resting": list(each.resting),
    }
