"""Introductions at the desk: from two who want to talk again to both having been introduced."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rounds.domain.days_after import Introduction
from rounds.domain.followup.introductions import standing
from rounds.i18n import using
from tests.ui.screens.after.a_desk import HELD, TODAY, Hand, a_note, an_evening, at_a_desk

AGAIN = (
    a_note("Ann Lee", "Ben Cole", again=True),
    a_note("Ben Cole", "Ann Lee", again=True),
    a_note("Eva Sato", "Kai Mori", again=True),
)
PURPOSE = "Ben needs a pump by July, and Ann builds them."


def an_introduction(*answers: tuple[str, str], **fields: Any) -> dict[str, Any]:
    return {
        "people": ["Ann Lee", "Ben Cole"],
        "noted_on": TODAY,
        "purpose": PURPOSE,
        "answers": [{"person": person, "answer": said} for person, said in answers],
        **fields,
    }


def the_only(hand: Hand) -> Introduction:
    (found,) = hand.files.of().introductions
    return found


async def choose(hand: Hand, words: str) -> None:
    """Choose what can be done by its words."""
    row = await hand.until(words)
    await hand.press(row.split()[0])


async def test_only_pairs_of_whom_both_want_to_talk_again_are_listed() -> None:
    async with at_a_desk(an_evening(*AGAIN)) as hand:
        await hand.press("3")
        rows = hand.lines[3:8]

        assert "Again 1" in hand.text
        assert any("Ann Lee" in row and "Ben Cole" in row for row in rows)
        assert not any("Eva" in row for row in rows)


async def test_from_again_an_introduction_is_one_key_and_its_questions() -> None:
    async with at_a_desk(an_evening(*AGAIN)) as hand:
        await hand.press("3", "i", "1")
        await hand.write(PURPOSE)
        await hand.press("enter")
        await hand.write("an order")
        await hand.press("enter", "enter", "2")

        made = the_only(hand)
        assert (made.people, made.purpose) == (("Ann Lee", "Ben Cole"), PURPOSE)
        assert (made.certainty, made.minutes, made.gains) == ("proposal", 30, ("an order", ""))
        assert standing(made) == "to_ask"


async def test_a_vague_purpose_is_answered_and_a_proposal_does_not_take_it() -> None:
    async with at_a_desk(an_evening(*AGAIN)) as hand:
        await hand.press("3", "i", "1")
        await hand.write("networking")
        await hand.press("enter", "enter")

        assert "This does not say why" in hand.text


async def test_a_first_meeting_may_stay_vague_after_the_host_was_asked_once() -> None:
    async with at_a_desk(an_evening(*AGAIN)) as hand:
        await hand.press("3", "i", "3")
        await hand.write("networking")
        await hand.press("enter")
        answered = hand.text
        await hand.press("enter", "enter", "enter", "1")

        assert "This says little" in answered
        assert the_only(hand).purpose == "networking"


async def test_the_message_to_two_who_both_want_it_introduces_them_at_once() -> None:
    async with at_a_desk(an_evening(*AGAIN)) as hand:
        await hand.press("3", "c")
        await hand.write("Pumps for the new plant")
        await hand.press("enter")
        message = hand.app.clipboard
        await hand.press("enter")

        assert "Ann Lee" in message
        assert "Ben Cole" in message
        assert "Pumps for the new plant" in message
        assert standing(the_only(hand)) == "introduced"


async def test_each_is_asked_with_a_message_and_both_yes_lead_to_the_introducing_text() -> None:
    async with at_a_desk(an_evening(introductions=[an_introduction()])) as hand:
        await hand.press("4")
        for name in ("Ann Lee", "Ben Cole"):
            await hand.press("enter")
            assert "Introduce them" not in hand.text
            await choose(hand, f"Ask {name}")
            assert hand.app.clipboard.startswith(f"Dear {name}")
            await hand.press("enter", "enter")
            await choose(hand, f"{name} says yes")
        await hand.press("enter")
        await choose(hand, "Introduce them")
        message = hand.app.clipboard
        await hand.press("enter")

        assert "You have both said yes" in message
        assert the_only(hand).introduced_on == TODAY


async def test_after_a_no_only_not_this_time_can_be_told_and_nobody_learns_who_declined() -> None:
    said = an_introduction(("Ann Lee", "yes"), ("Ben Cole", "asked"))
    async with at_a_desk(an_evening(introductions=[said])) as hand:
        await hand.press("4", "enter")
        await choose(hand, "Ben Cole says no")
        await hand.press("enter")
        offered = hand.text
        await choose(hand, "Tell Ann Lee")

        assert "Introduce them" not in offered
        assert "Ask " not in offered
        assert "not happen this time" in hand.app.clipboard
        assert "Ben Cole said" not in hand.app.clipboard


async def test_a_hard_reply_has_its_answer() -> None:
    said = an_introduction(("Ann Lee", "asked"), ("Ben Cole", "asked"))
    async with at_a_desk(an_evening(introductions=[said])) as hand:
        await hand.press("4", "enter")
        await choose(hand, "worth my time")

        assert PURPOSE in hand.app.clipboard
        assert "just say no" in hand.app.clipboard


async def test_what_is_due_of_an_introduction_is_done_from_the_first_tab_too() -> None:
    async with at_a_desk(an_evening(introductions=[an_introduction()])) as hand:
        await hand.press("d")

        assert [each.answer for each in the_only(hand).answers] == ["asked"]


@pytest.mark.parametrize(
    ("language", "said"),
    [pytest.param("en", "both said yes", marks=pytest.mark.wide), ("ja", "双方承諾")],
)
async def test_the_list_says_how_far_each_is(language: str, said: str) -> None:
    both = an_introduction(("Ann Lee", "yes"), ("Ben Cole", "yes"))
    with using(language):
        async with at_a_desk(an_evening(introductions=[both])) as hand:
            await hand.press("4")

            assert said in hand.text
            assert PURPOSE in hand.text


async def test_two_who_said_it_at_two_evenings_are_listed_once_at_the_last_one() -> None:
    earlier = an_evening(*AGAIN, held=HELD - timedelta(days=30))
    async with at_a_desk(an_evening(*AGAIN), earlier, size=(120, 30)) as hand:
        await hand.press("3")

        assert "Again 1" in hand.text
        assert hand.text.count("Ann Lee") == 2  # in the list, and below it
