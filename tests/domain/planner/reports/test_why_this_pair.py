from __future__ import annotations

from rounds.domain.evening.corrections import mark_pairing
from rounds.domain.evening.rounds import begin_round
from rounds.domain.event import Pin
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.why_this_pair import why_together
from tests.evenings import START, an_event


def said(event: object, number: int, a: str, b: str) -> str:
    return " ".join(str(each) for each in why_together(event, number, a, b))  # type: ignore[arg-type]


def test_two_of_different_trades_who_never_met_are_told_so() -> None:
    event = an_event(6)

    assert said(event, 1, "Person 01", "Person 02") == (
        "They have not met yet. They are from different industries: software and health."
    )


def test_a_round_that_has_begun_is_explained_as_it_was_planned() -> None:
    event = an_event(6)
    event = begin_round(event.with_(plan=make_plan(event).rounds), 1, START)
    one, other = event.rounds[0].pairings[0].people

    assert "They met for the first time." in said(event, 1, one, other)
    assert "They have already met tonight." in said(event, 2, one, other)


def test_who_did_not_appear_is_not_said_to_have_been_met() -> None:
    event = an_event(6)
    event = begin_round(event.with_(plan=make_plan(event).rounds), 1, START)
    one, other = event.rounds[0].pairings[0].people
    event = mark_pairing(event, 1, one, "no-show")

    assert "met" not in said(event, 1, one, other)


def test_a_pin_is_a_reason() -> None:
    pin = Pin(round=1, people=("Person 01", "Person 02"), at=START)

    assert "pinned" in said(an_event(6).with_(pins=(pin,)), 1, "Person 02", "Person 01")


def test_a_wish_is_a_reason_but_not_whose_it_was() -> None:
    event = an_event(6)
    wishing = event.participants[0].with_(wishes=("Person 02",))
    event = event.with_(participants=(wishing, *event.participants[1:]))

    assert "A wish brings them together." in said(event, 1, "Person 01", "Person 02")
