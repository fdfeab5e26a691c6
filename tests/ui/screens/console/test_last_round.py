"""The last round: who comes now, and how the evening is closed without it."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from rounds.ui.awake import DISPLAY_MAY_GO_DARK
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, into_the_round, laptop


async def a_walk_in(host: Laptop, name: str) -> str:
    await host.press("a")
    await host.type(name)
    await host.press("enter")
    return host.words("told")


@pytest.mark.parametrize("event", [an_event(6, rounds=1), an_event(6, rounds=3)])
async def test_a_latecomer_in_the_last_round_is_promised_no_other_one(event: Event) -> None:
    last = event.in_force.rounds
    async with laptop(event) as host:
        await into_the_round(host)
        while host.session.run.round != last:
            await host.wait(490)
            await host.press("enter")
            await host.wait(60)
            await host.press("enter")
        await host.wait(400)
        told = await a_walk_in(host, "Late Lucy")

        assert told == "Late Lucy is here, but no further round is planned"


async def test_a_latecomer_at_the_board_of_the_last_round_is_promised_no_other_one() -> None:
    async with laptop(an_event(6, rounds=1)) as host:
        await host.press("enter")
        told = await a_walk_in(host, "Late Lucy")

        assert told == "Late Lucy is here, but no further round is planned"


async def test_at_the_last_board_no_new_seats_are_announced_but_r_is_offered() -> None:
    async with laptop(an_event(6, rounds=2)) as host:
        await host.press("enter")
        await a_walk_in(host, "Late Lucy")
        first = host.words("plan").splitlines()
        await host.wait(60)
        await host.press("enter")
        await host.wait(490)
        await host.press("enter")
        await a_walk_in(host, "Late Larry")
        last = host.words("plan").splitlines()

        assert first == ["New seats at the next move", "r: re-plan now"]
        assert last == ["r: re-plan now"]


async def test_a_pair_for_the_next_round_is_refused_where_none_is_planned() -> None:
    async with laptop(an_event(6, rounds=1)) as host:
        await into_the_round(host)
        await host.press("p")

        assert host.words("told") == "No further round is planned."
        assert host.screen == "ConsoleScreen"


async def second_board(host: Laptop) -> None:
    await into_the_round(host)
    await host.wait(490)
    await host.press("enter")


async def test_at_the_last_board_d_closes_the_evening_without_that_round() -> None:
    async with laptop(an_event(6, rounds=2)) as host:
        await second_board(host)
        await host.press("d")
        asked = await host.everything()
        await host.press("c")

        assert "c: close the evening now, without round 2" in asked
        assert host.session.run.phase == "closing"
        assert [round_.number for round_ in host.session.event.rounds] == [1]
        assert not host.session.event.plan


async def test_a_round_that_was_left_out_comes_back_with_u() -> None:
    async with laptop(an_event(6, rounds=2)) as host:
        await second_board(host)
        board = host.session.event.plan
        await host.press("d", "c", "u", "u")

        assert host.session.run.phase == "move"
        assert host.session.event.plan == board
        assert host.session.event.in_force.rounds == 2


async def test_before_the_first_round_nothing_can_be_left_out_at_the_board() -> None:
    async with laptop(an_event(6, rounds=1)) as host:
        await host.press("enter", "d")

        assert host.words("told") == "This is the last round: the evening closes after it."


async def test_once_the_evening_is_over_nobody_hears_of_a_display_that_may_go_dark() -> None:
    async with laptop(an_event(6, rounds=1), size=(80, 30)) as host:
        host.session.state.remark(DISPLAY_MAY_GO_DARK)
        await host.wait(1)
        before = host.words("news")
        await into_the_round(host)
        await host.wait(490)
        await host.press("enter")

        assert before.startswith("The display may go dark")
        assert host.session.run.phase == "closing"
        assert "display" not in await host.everything()


@pytest.mark.parametrize("key", ["r", "f"])
async def test_after_the_closing_a_key_for_seats_says_that_no_round_is_to_come(key: str) -> None:
    async with laptop(an_event(6, rounds=1)) as host:
        await into_the_round(host)
        await host.wait(490)
        await host.press("enter")
        await host.press(key)

        assert host.session.run.phase == "closing"
        assert host.words("told") == "No further round is planned."


async def test_a_table_cannot_be_taken_out_of_use_before_there_are_seats() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("f")

        assert host.words("told") == "The seats are not planned yet."


async def test_nothing_is_planned_again_for_one_person_and_that_is_said() -> None:
    async with laptop(an_event(2)) as host:
        await host.press("x", "r")

        assert host.words("told") == "A round needs two people who are here."
