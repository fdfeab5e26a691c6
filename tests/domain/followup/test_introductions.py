from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rounds.domain.days_after import Introduction
from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.followup import introductions
from rounds.domain.followup.due import introductions_due
from rounds.domain.followup.due_verbs import done, put_off
from tests.evenings import an_event

MONDAY = date(2026, 5, 18)
TUESDAY = date(2026, 5, 19)
ANN, BEN = "Person 01", "Person 02"


def an_introduction(**fields: Any) -> Introduction:
    return Introduction.checked(
        {
            "people": [ANN, BEN],
            "noted_on": MONDAY,
            "purpose": "Ann needs a pump by July, Ben builds them.",
            "certainty": "proposal",
            **fields,
        }
    )


def an_event_with(**fields: Any) -> tuple[Event, Introduction]:
    introduction = an_introduction(**fields)
    return introductions.add(an_event(), introduction), introduction


@pytest.mark.parametrize(
    "purpose",
    [
        "networking",
        "Networking!",
        "情報交換",
        "情報交換です",
        "顔合わせ",
        "to talk",
        "ＮＥＴＷＯＲＫＩＮＧ",
        "a chat on business",
    ],
)
def test_a_purpose_that_says_nothing_is_not_accepted_for_a_proposal(purpose: str) -> None:
    assert introductions.vague(purpose)
    with pytest.raises(RuleError, match="why should they spend an hour"):
        introductions.add(an_event(), an_introduction(purpose=purpose))


def test_a_first_meeting_may_have_a_vague_purpose() -> None:
    event, _new = an_event_with(purpose="顔合わせ", certainty="first_meeting")

    assert len(event.introductions) == 1


@pytest.mark.parametrize(
    "purpose",
    ["部品を7月までに納められる工場を探している", "Ben can show Ann how to hire in Osaka"],
)
def test_one_specific_sentence_is_a_purpose(purpose: str) -> None:
    assert not introductions.vague(purpose)


def test_each_is_asked_and_introduced_only_after_two_yes() -> None:
    event, new = an_event_with()

    assert [due.kind for due in introductions_due(event.introductions)] == ["ask", "ask"]
    event = introductions.ask(event, new, ANN, MONDAY)
    event = introductions.answer(event, new, ANN, "yes", MONDAY)
    event = introductions.ask(event, new, BEN, MONDAY)
    with pytest.raises(RuleError, match="Both must say yes"):
        introductions.introduce(event, new, MONDAY)
    (waiting,) = introductions_due(event.introductions)
    assert (waiting.kind, waiting.about, waiting.day.day) == ("consent", BEN, 25)

    event = introductions.answer(event, new, BEN, "yes", TUESDAY)
    (due,) = introductions_due(event.introductions)
    assert (due.kind, due.day) == ("introduce", TUESDAY)
    event = done(event, due, TUESDAY)
    assert event.introductions[0].introduced_on == TUESDAY
    assert introductions_due(event.introductions) == ()


def test_a_no_ends_it_whatever_the_other_says() -> None:
    event, new = an_event_with()
    event = introductions.answer(event, new, ANN, "yes", MONDAY)
    event = introductions.answer(event, new, BEN, "no", MONDAY)

    assert introductions.standing(event.introductions[0]) == "declined"
    assert not introductions.may_introduce(event.introductions[0])
    assert introductions_due(event.introductions) == ()
    introductions.add(event, an_introduction(noted_on=TUESDAY))  # another time, another purpose


def test_there_is_one_open_introduction_of_two_people() -> None:
    event, _new = an_event_with()

    with pytest.raises(RuleError, match="already"):
        introductions.add(event, an_introduction(people=[BEN, ANN], noted_on=TUESDAY))


def test_a_yes_is_not_done_by_a_key_and_not_put_off() -> None:
    event, new = an_event_with()
    event = introductions.ask(event, new, ANN, MONDAY)
    waiting = next(due for due in introductions_due(event.introductions) if due.kind == "consent")

    with pytest.raises(RuleError, match="yes or no"):
        done(event, waiting, TUESDAY)
    with pytest.raises(RuleError, match="put off"):
        put_off(event, waiting, TUESDAY)


def test_an_answer_keeps_the_day_on_which_the_person_was_asked() -> None:
    event, new = an_event_with()
    event = introductions.ask(event, new, ANN, MONDAY)
    event = introductions.answer(event, new, ANN, "yes", TUESDAY)

    (said,) = event.introductions[0].answers
    assert (said.asked_on, said.answered_on) == (MONDAY, TUESDAY)


def test_nobody_is_asked_about_an_introduction_that_was_made_or_is_of_others() -> None:
    event, new = an_event_with()
    with pytest.raises(RuleError, match="not one of the two"):
        introductions.ask(event, new, "Person 03", MONDAY)
    for person in (ANN, BEN):
        event = introductions.answer(event, new, person, "yes", MONDAY)
    event = introductions.introduce(event, new, MONDAY)

    with pytest.raises(RuleError, match="introduced already"):
        introductions.answer(event, new, BEN, "no", TUESDAY)


def test_of_the_answers_of_one_person_in_a_file_the_last_counts_and_a_no_ends_it() -> None:
    yes = [{"person": ANN, "answer": "yes"}, {"person": BEN, "answer": "yes"}]
    changed = [*yes, {"person": BEN, "answer": "no"}]

    by_hand = an_introduction(answers=changed, introduced_on=TUESDAY)

    assert introductions.may_introduce(an_introduction(answers=yes, introduced_on=TUESDAY))
    assert introductions.standing(by_hand) == "declined"
    assert not introductions.may_introduce(by_hand)


def test_a_purpose_is_not_made_vague_afterwards() -> None:
    event, new = an_event_with()

    with pytest.raises(RuleError, match="why should they spend an hour"):
        introductions.reword(event, new, an_introduction(purpose="networking"))
