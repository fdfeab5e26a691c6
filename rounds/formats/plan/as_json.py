"""The plan for other programs; people are named by their key."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from rounds.domain.event import Round
from rounds.i18n import say

if TYPE_CHECKING:
    from rounds.domain.planner.reports.outcome import Outcome
    from rounds.domain.planner.result import Infeasible, Plan


def render(plan: Plan, outcome: Outcome, seconds: float) -> str:
    """Return the plan as JSON, one line per pairing; `seconds` is the time that planning took."""
    infeasible = plan.infeasible
    wishes = {
        "asked": outcome.wishes_asked,
        "possible": outcome.wishes_possible,
        "honoured": outcome.wishes_honoured,
    }
    fits = {"possible": outcome.fits_possible, "honoured": outcome.fits_honoured}
    people = {key: asdict(share) for key, share in outcome.per_person.items()}
    parts = {
        "rounds": _listed([_round(round_) for round_ in plan.rounds]),
        "met_per_person": _json(dict(plan.met_per_person)),
        "proven": _json(plan.best_possible),
        "cost": _json(plan.cost),
        "bound": _json(plan.least_cost),
        "wishes": _json(wishes),
        "fits": _json(fits),
        "per_person": _json(people),
        "warnings": _json([say(warning) for warning in (*plan.warnings, *plan.remarks)]),
        "infeasible": "null" if infeasible is None else _json(_why(infeasible)),
        "seconds": _json(round(seconds, 4)),
    }
    return "{\n" + ",\n".join(f'"{name}": {part}' for name, part in parts.items()) + "\n}\n"


def _round(round_: Round) -> str:
    pairings = [
        _json({"table": pairing.table, "people": list(pairing.people)})
        for pairing in round_.pairings
    ]
    return (
        f'{{"number": {round_.number}, "listens_first": "{round_.listens_first}", '
        f'"pairings": {_listed(pairings)}, "resting": {_json(list(round_.resting))}}}'
    )


def _why(infeasible: Infeasible) -> dict[str, object]:
    return {
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
    }


def _listed(parts: list[str]) -> str:
    return "[\n" + ",\n".join(parts) + "\n]" if parts else "[]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
