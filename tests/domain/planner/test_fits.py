"""Who can help whom, and what the plan makes of it."""

from __future__ import annotations

from typing import Any

from rounds.domain.event import Participant
from rounds.domain.planner.fits import Fit, fits
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.outcome import outcome
from tests.domain.planner.test_prices import evening, met, plain


def found(people: dict[str, dict[str, Any]]) -> dict[str, Fit]:
    """Return the fits by two letters: who seeks, who can help."""
    roster = [Participant.checked({"name": name, **more}) for name, more in people.items()]
    return {roster[i].name + roster[j].name: fit for (i, j), fit in fits(roster).items()}


def test_what_one_seeks_is_found_in_what_another_offers_is_or_does() -> None:
    people = plain("ABCD")
    people["A"] = {"seeks": "a pump supplier"}
    people["B"] = {"offers": "pumps"}
    people["C"] = {"industry": "Pump construction"}
    people["D"] = {"company": "Pumps & Sons"}

    sources = {two: fit.source for two, fit in found(people).items()}

    assert sources == {"AB": "offers", "AC": "industry", "AD": "company"}
    assert found(people)["AB"].strength > found(people)["AC"].strength


def test_a_rare_word_says_more_than_one_that_many_use() -> None:
    people = {
        f"{n}": {"offers": "printing" if n < 5 else "pumps" if n == 5 else ""} for n in range(12)
    }
    people["6"] = {"seeks": "printing"}
    people["7"] = {"seeks": "pumps"}

    assert found(people)["75"].strength > found(people)["60"].strength


def test_colleagues_and_whoever_is_not_to_be_matched_fit_nobody() -> None:
    people = plain("ABC")
    people["A"] = {"seeks": "pumps", "company": "Acme"}
    people["B"] = {"offers": "pumps", "company": "ＡＣＭＥ"}
    people["C"] = {"offers": "pumps", "match": False}

    assert found(people) == {}


def test_two_who_can_help_each_other_meet() -> None:
    people = plain("ABCDEFGH")
    people["A"]["seeks"] = "a pump supplier"
    people["F"]["offers"] = "pumps"

    assert "AF" in met(make_plan(evening(people, rounds=1)))


def test_two_who_can_each_help_the_other_come_before_one_who_can_help() -> None:
    people = plain("ABCD")
    people["A"] = {"seeks": "pumps", "offers": "steel"}
    people["B"] = {"offers": "pumps"}
    people["C"] = {"offers": "pumps", "seeks": "steel"}

    assert "AC" in met(make_plan(evening(people, rounds=1)))


def test_nobody_is_left_without_a_fit_while_others_have_several() -> None:
    people = plain("ABCDEFGH")
    for name in "ABCD":
        people[name]["seeks"] = "pumps"
    for name in "EFGH":
        people[name]["offers"] = "pumps"

    plan = make_plan(evening(people, rounds=1))

    assert outcome(evening(people, rounds=1), plan.rounds).fits_honoured == 4


def test_a_fit_never_costs_a_wish_nor_a_same_industry_meeting() -> None:
    people = plain("ABCD")
    for name in "AB":
        people[name]["industry"] = "bank"
    people["A"]["seeks"] = "pumps"
    people["B"]["offers"] = "pumps"
    people["C"]["wishes"] = ["A"]
    event = evening(people, rounds=1)

    assert met(make_plan(event)) == {"AC", "BD"}
    assert outcome(event, make_plan(event).rounds).fits_possible == 1


def test_who_is_kept_apart_is_not_brought_together_by_a_fit() -> None:
    people = plain("ABCD")
    people["A"] = {"seeks": "pumps", "avoid": ["B"]}
    people["B"]["offers"] = "pumps"
    event = evening(people, rounds=2)
    plan = make_plan(event)

    assert "AB" not in met(plan)
    assert outcome(event, plan.rounds).fits_possible == 0
