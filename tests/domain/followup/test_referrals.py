from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rounds.domain.days_after import Referral
from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.followup import referrals
from rounds.domain.followup.due import referrals_due
from rounds.domain.followup.due_verbs import done, put_off
from rounds.domain.followup.referral_list import counts, first_balls, referrals_of
from tests.evenings import an_event

MAY = date(2026, 5, 15)
ANN, BEN, CEM = "Person 01", "Person 02", "Person 03"


def a_referral(**fields: Any) -> Referral:
    return Referral.checked(
        {"giver": ANN, "receiver": BEN, "client": "a bakery", "given_on": MAY, **fields}
    )


def given(**fields: Any) -> tuple[Event, Referral]:
    event = referrals.give(an_event(), a_referral(**fields))
    return event, event.referrals[0]


def kinds(event: Event, first: bool = False) -> list[tuple[str, int]]:
    firsts = event.referrals if first else ()
    return [(due.kind, (due.day - MAY).days) for due in referrals_due(event.referrals, firsts)]


def test_a_report_is_due_every_14_days_until_it_is_won_or_lost() -> None:
    event, referral = given()

    assert kinds(event) == [("report", 14)]
    event = referrals.report(event, referral, MAY + timedelta(days=10))
    assert kinds(event) == [("report", 24)]
    event = referrals.advance(event, referral, "contacted", MAY + timedelta(days=11))
    assert kinds(event) == [("report", 24)]


def test_a_first_ball_is_to_be_contacted_the_same_day() -> None:
    event, _referral = given()

    assert kinds(event, first=True) == [("contact", 0), ("report", 14)]
    contact = referrals_due(event.referrals, event.referrals)[0]
    event = done(event, contact, MAY)
    assert kinds(event, first=True) == [("report", 14)]


def test_what_is_lost_needs_a_reason_and_is_reported_the_same_day() -> None:
    event, referral = given()
    with pytest.raises(RuleError, match="why"):
        referrals.advance(event, referral, "lost", MAY)

    event = referrals.advance(event, referral, "lost", MAY + timedelta(days=3), "price")
    assert kinds(event) == [("report", 3)]
    event = referrals.report(event, referral, MAY + timedelta(days=3))
    assert kinds(event) == []


def test_a_reason_may_be_a_word_of_ones_own() -> None:
    event, referral = given()
    event = referrals.advance(event, referral, "lost", MAY, "other: moved abroad")

    assert event.referrals[0].reason == "other: moved abroad"


def test_an_order_asks_for_a_report_and_for_thanks() -> None:
    event, referral = given()
    event = referrals.advance(event, referral, "won", MAY + timedelta(days=5))

    assert kinds(event) == [("report", 5), ("thanks", 5)]
    for due in referrals_due(event.referrals):
        event = done(event, due, MAY + timedelta(days=6))
    assert event.referrals[0].thanked_on == MAY + timedelta(days=6)
    assert kinds(event) == []


def test_a_report_can_be_put_off_and_thanks_cannot() -> None:
    event, referral = given()
    event = referrals.advance(event, referral, "won", MAY)
    report, thanks = referrals_due(event.referrals)

    event = put_off(event, report, MAY + timedelta(days=2))
    assert kinds(event)[0] == ("report", 2)
    with pytest.raises(RuleError, match="put off"):
        put_off(event, thanks, MAY)


def test_what_was_closed_by_mistake_goes_on() -> None:
    event, referral = given()
    event = referrals.advance(event, referral, "lost", MAY, "fit")
    event = referrals.advance(event, referral, "proposed", MAY + timedelta(days=1))

    assert event.referrals[0].reason is None
    assert kinds(event) == [("report", 15)]


def test_a_state_written_by_hand_asks_for_its_report() -> None:
    event = an_event().with_(referrals=(a_referral(state="lost", reason="fit"),))

    assert kinds(event) == [("report", 0)]


def test_the_first_ball_is_found_once_over_all_evenings() -> None:
    later = a_referral(client="a school", given_on=MAY + timedelta(days=60))
    back = a_referral(giver=BEN, receiver=ANN, given_on=MAY + timedelta(days=61))
    events = [
        an_event().with_(referrals=(later, back)),
        an_event().with_(referrals=(a_referral(),)),
        an_event().with_(referrals=(a_referral(giver=ANN, receiver=CEM, client="x"),)),
    ]

    assert first_balls(events) == (
        frozenset({back}),
        frozenset({a_referral()}),
        frozenset({a_referral(giver=ANN, receiver=CEM, client="x")}),
    )


def test_what_everybody_gave_and_received_is_counted_over_the_evenings() -> None:
    won = a_referral(client="a school", state="won")
    events = [
        an_event().with_(referrals=(a_referral(),)),
        an_event().with_(referrals=(won, a_referral(giver=BEN, receiver=ANN))),
    ]

    ann, ben = counts(referrals_of(events))
    assert (ann.name, ann.given, ann.given_open, ann.given_won, ann.received) == (ANN, 2, 1, 1, 1)
    assert (ben.given, ben.received, ben.received_open, ben.received_won) == (1, 2, 1, 1)


def test_reports_stand_by_their_days_and_two_of_one_day_are_one() -> None:
    event, referral = given()
    for days in (9, 4, 9):
        event = referrals.report(event, referral, MAY + timedelta(days=days))

    assert event.referrals[0].reports == (MAY + timedelta(days=4), MAY + timedelta(days=9))


def test_only_what_is_lost_has_a_reason() -> None:
    event, referral = given()

    event = referrals.advance(event, referral, "proposed", MAY, "price")

    assert event.referrals[0].reason is None


def test_a_first_report_on_a_day_of_the_hosts_choice_is_due_then() -> None:
    event, _referral = given(next_report_on=MAY + timedelta(days=3))

    assert kinds(event) == [("report", 3)]
