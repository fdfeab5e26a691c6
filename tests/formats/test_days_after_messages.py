from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rounds.domain.days_after import Introduction, Referral
from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.followup.due import introductions_due, referrals_due
from rounds.formats.days_after_messages import (
    about_referral,
    asking,
    introducing,
    message_for,
    not_this_time,
    worth_it,
)
from rounds.i18n import LANGUAGES, using

DAY = date(2026, 5, 15)


def an_event(**settings: Any) -> Event:
    return Event.checked(
        {
            "event": {"title": "Mixer", **settings},
            "participants": [
                {"name": "Ann", "company": "Harbor", "offers": "pumps of all sizes"},
                {"name": "Ben", "company": "Tidewater", "seeks": "a first customer"},
                {"name": "Eva", "company": "Kitanomori"},
            ],
        }
    )


def an_introduction(*answers: tuple[str, str], **fields: Any) -> Introduction:
    return Introduction.checked(
        {
            "people": ["Ann", "Ben"],
            "by": "Eva",
            "noted_on": DAY,
            "purpose": "Ben needs a pump by July, Ann builds them.",
            "gains": ["GAIN OF ANN", "GAIN OF BEN"],
            "certainty": "idea",
            "answers": [{"person": person, "answer": said} for person, said in answers],
            **fields,
        }
    )


def a_referral(**fields: Any) -> Referral:
    return Referral.checked(
        {"giver": "Ann", "receiver": "Ben", "client": "a bakery", "given_on": DAY, **fields}
    )


def test_each_side_is_asked_with_purpose_own_gain_limits_minutes_and_a_way_out() -> None:
    said = asking(an_event(), an_introduction(), "Ben")

    assert said.startswith("Dear Ben,\n")
    assert "introducing you to Ann" in said
    assert "Ben needs a pump by July" in said
    assert "GAIN OF BEN" in said
    assert "GAIN OF ANN" not in said
    assert "no more than an idea" in said
    assert "30 minutes" in said
    assert "A no needs no reason" in said
    assert said.endswith("Kind regards,\nEva\nKitanomori")


@pytest.mark.parametrize(
    "answers", [(), (("Ann", "yes"),), (("Ann", "yes"), ("Ben", "asked")), (("Ben", "no"),)]
)
def test_there_is_no_introducing_text_before_two_yes(answers: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(RuleError, match="Both must say yes"):
        introducing(an_event(), an_introduction(*answers))


def test_two_yes_bring_one_text_for_both() -> None:
    said = introducing(an_event(), an_introduction(("Ann", "yes"), ("Ben", "yes")))

    assert said.startswith("Dear Ann, dear Ben,\n")
    assert "GAIN OF ANN" in said
    assert "GAIN OF BEN" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_this_time_is_the_same_whoever_declined(language: str) -> None:
    with using(language):
        told = {
            not_this_time(an_event(), an_introduction(*answers), "Ann")
            for answers in ((("Ben", "no"),), (("Ann", "no"),), (("Ann", "yes"), ("Ben", "no")))
        }

    assert len(told) == 1
    (text,) = told
    assert not any(word in text for word in ("declin", "refus", "断"))


def test_a_hard_question_gets_honest_limits_and_a_way_out() -> None:
    said = worth_it(an_event(), an_introduction(), "Ann")

    assert "It is no more than an idea so far. I cannot promise more than that." in said
    assert "Who Ben is: Tidewater, a first customer." in said
    assert "just say no" in said


def test_the_host_who_is_on_no_roster_signs_by_hand() -> None:
    assert asking(an_event(), an_introduction(by=""), "Ann").endswith("Kind regards,")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_host_signs_with_the_name_in_the_event_file(language: str) -> None:
    event, made = an_event(host="Mary Hart"), an_introduction(("Ann", "yes"), ("Ben", "yes"), by="")
    with using(language):
        messages = asking(event, made, "Ann"), introducing(event, made)

    assert all(said.endswith("\nMary Hart") for said in messages)


def test_what_is_lost_is_reported_early_with_its_reason() -> None:
    lost = a_referral(state="lost", reason="other: they moved abroad.", next_report_on=DAY)
    (due,) = referrals_due([lost])

    assert "The reason: they moved abroad.\n" in message_for(an_event(), due, DAY)


def test_a_first_ball_and_a_later_referral_are_answered_differently() -> None:
    contact, report = referrals_due([a_referral()], [a_referral()])

    assert "the first client you have entrusted to me" in message_for(an_event(), contact, DAY)
    assert "I know that your good name" in message_for(an_event(), report, DAY)


def test_a_report_promises_the_next_one_two_weeks_after_the_day_on_which_it_is_sent() -> None:
    going_on = a_referral(state="contacted", next_report_on=DAY)
    (due,) = referrals_due([going_on])
    overdue = DAY + timedelta(days=3)

    assert "You will hear from me again by Fri 29 May." in message_for(an_event(), due, DAY)
    assert "by Mon 1 Jun." in message_for(an_event(), due, overdue)
    assert "by Mon 1 Jun." in about_referral(an_event(), going_on, "referral_stuck", overdue)


def test_an_order_brings_the_words_of_the_client_and_thanks_what_i_can_do() -> None:
    event = an_event()
    won = a_referral(giver="Ben", receiver="Ann", state="won", next_report_on=DAY)

    assert 'What the client said: "Lovely!"' in about_referral(
        event, won, "referral_won", DAY, words='"Lovely!"'
    )
    assert "What the client said" not in about_referral(event, won, "referral_won", DAY)
    thanks = referrals_due([won])[1]
    assert "What I can do for you: pumps of all sizes." in message_for(event, thanks, DAY)


def test_the_hosts_own_wording_comes_first() -> None:
    event = an_event(texts={"ask_introduction": "{partner}? {other}? {me}"})

    assert asking(event, an_introduction(), "Ann") == "Ann? Ben? Eva"


def test_a_name_is_never_taken_for_a_place() -> None:
    event = an_event()
    evil = event.participants[1].with_(name="{me} {0.x}\x1b[2J")
    event = event.with_(participants=(event.participants[0], evil))
    said = asking(event, an_introduction(people=["Ann", evil.name]), "Ann")

    assert "{me} {0.x}" in said
    assert "\x1b" not in said


def test_japanese_texts_are_addressed_with_sama_and_signed() -> None:
    with using("ja"):
        due = introductions_due([an_introduction(by="Eva")])[0]
        said = message_for(an_event(), due, DAY)

    assert said.startswith("Ann 様\n\n「Mixer」のEvaです。\nBen様をご紹介したく")
    assert "お話の確かさ：まだアイデアの段階です。" in said
    assert said.endswith("Kitanomori\nEva")
