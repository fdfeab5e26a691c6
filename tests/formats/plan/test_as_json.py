"""The plan as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.outcome import outcome
from rounds.formats.plan import as_json
from tests.evenings import an_event


def rendered(people: int, **settings: Any) -> Any:
    event = an_event(people, **settings)
    wishing = event.participants[0].with_(wishes=(event.participants[1].name,))
    event = event.with_(participants=(wishing, *event.participants[1:]))
    plan = make_plan(event)
    return json.loads(as_json.render(plan, outcome(event, plan.rounds), 0.25))


def test_it_says_what_the_plan_costs_and_that_none_costs_less() -> None:
    found = rendered(8)

    assert (found["cost"], found["bound"], found["proven"]) == (0, 0, True)
    assert found["seconds"] == 0.25


def test_it_counts_wishes_and_fits() -> None:
    found = rendered(8)

    assert found["wishes"] == {"asked": 1, "possible": 1, "honoured": 1}
    assert found["fits"] == {"possible": 0, "honoured": 0}


def test_it_has_the_share_of_each_person() -> None:
    found = rendered(7, rounds=3)["per_person"]

    assert len(found) == 7
    assert set(found["Person 01"]) == {
        "met",
        "industries",
        "same_industry",
        "rests",
        "listened_first",
    }
    assert sum(share["rests"] for share in found.values()) == 3
    assert sum(share["met"] for share in found.values()) == 18
    assert sum(share["listened_first"] for share in found.values()) == 9


def test_fewer_rounds_than_asked_for_are_best_only_if_that_is_proven() -> None:
    found = rendered(4, rounds=9)

    assert found["infeasible"]["rounds_possible"] == 3
    assert found["proven"] is True
