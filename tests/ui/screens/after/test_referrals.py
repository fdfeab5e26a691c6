"""Referrals at the desk: from the first ball to the thanks."""

from __future__ import annotations

from typing import Any

from rounds.domain.days_after import Referral
from tests.ui.screens.after.a_desk import HELD, TODAY, Hand, an_evening, at_a_desk, on
from tests.ui.screens.after.test_introductions import choose


def a_referral(**fields: Any) -> dict[str, Any]:
    people = {"giver": "Ann Lee", "receiver": "Ben Cole"}
    return {**people, "client": "a bakery", "given_on": on(-1), **fields}


def the_only(hand: Hand) -> Referral:
    (found,) = hand.files.of().referrals
    return found


async def test_a_referral_is_noted_with_two_people_and_a_word_for_the_client() -> None:
    async with at_a_desk(an_evening()) as hand:
        await hand.press("5", "n")
        await hand.write("ann")
        await hand.press("enter")
        await hand.write("ben")
        await hand.press("enter")
        await hand.write("a bakery")
        await hand.press("enter")

        made = the_only(hand)
        assert (made.giver, made.receiver, made.client) == ("Ann Lee", "Ben Cole", "a bakery")
        assert made.next_report_on == on(14)
        assert "Ann Lee to Ben Cole" in hand.text


async def test_the_mark_is_on_the_new_referral_so_that_the_next_key_means_it() -> None:
    april = an_evening(held=HELD.replace(month=4))
    async with at_a_desk(april, an_evening(referrals=[a_referral(client="a mill")])) as hand:
        await hand.press("5", "n", "down", "enter", "1", "enter", "2", "enter")
        await hand.write("a bakery")
        await hand.press("enter", "l", "1")

        assert "came to nothing" in hand.line("a bakery")
        assert "came to nothing" not in hand.line("a mill")


async def test_the_first_one_ever_over_all_evenings_is_marked_and_due_at_once() -> None:
    april = an_evening(referrals=[a_referral(given_on=on(-30))], held=HELD.replace(month=4))
    async with at_a_desk(an_evening(referrals=[a_referral(client="a mill")]), april) as hand:
        await hand.press("5")

        assert "first one" in hand.line("a bakery")
        assert "first one" not in hand.line("a mill")


async def test_a_referral_goes_through_its_states_until_it_is_won_and_the_giver_thanked() -> None:
    async with at_a_desk(an_evening(referrals=[a_referral()])) as hand:
        await hand.press("5")
        states = []
        for words in ("client was contacted", "proposal was made", "Won"):
            await hand.press("enter")
            await choose(hand, words)
            states.append(the_only(hand).state)
        await hand.press("enter")
        await choose(hand, "Report: won")
        await hand.write("We love it")
        await hand.press("enter")
        news = hand.app.clipboard
        await hand.press("enter", "enter")
        await choose(hand, "Thank the giver")
        await hand.press("enter")
        thanks = hand.app.clipboard
        await hand.press("enter")

        assert states == ["contacted", "proposed", "won"]
        assert the_only(hand).reports == (TODAY,)
        assert the_only(hand).thanked_on == TODAY
        assert "We love it" in news
        assert thanks.startswith("Dear Ann Lee")


async def test_a_clear_no_has_its_reason_and_closes_the_referral_on_the_same_day() -> None:
    async with at_a_desk(an_evening(referrals=[a_referral()])) as hand:
        await hand.press("5", "enter")
        await choose(hand, "I cannot take it")
        await hand.write("no time before July")
        await hand.press("enter")
        message = hand.app.clipboard
        await hand.press("enter")

        assert "no time before July" in message
        assert (the_only(hand).state, the_only(hand).reports) == ("lost", (TODAY,))


async def test_what_came_to_nothing_needs_a_reason_and_is_reported_the_same_day() -> None:
    async with at_a_desk(an_evening(referrals=[a_referral(state="contacted")])) as hand:
        await hand.press("5", "l", "4")
        await hand.write("moved away")
        await hand.press("enter")

        lost = the_only(hand)
        assert (lost.state, lost.reason) == ("lost", "other: moved away")
        assert lost.next_report_on == TODAY
        await hand.press("down")
        assert "moved away" in hand.text


async def test_the_numbers_of_each_person_are_shown() -> None:
    async with at_a_desk(an_evening(referrals=[a_referral(), a_referral(client="x")])) as hand:
        await hand.press("5", "p")

        assert "Ann Lee: given 2 (2 open, 0 won)" in hand.text


async def test_a_referral_that_was_noted_by_mistake_is_undone() -> None:
    async with at_a_desk(an_evening(referrals=[a_referral()])) as hand:
        await hand.press("5", "enter")
        await choose(hand, "Won")
        won = the_only(hand).state
        await hand.press("u")

        assert (won, the_only(hand).state) == ("won", "new")
        assert "Undone" in hand.text
