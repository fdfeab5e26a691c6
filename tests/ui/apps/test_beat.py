"""The screens follow the clock: a second that is over is seen at once."""

from __future__ import annotations

import pytest

from rounds.ui.apps.beat import BEAT, JUST_BEHIND, SHORTEST, until_next_beat
from tests.evenings import an_event
from tests.ui.screens.laptop import into_the_round, laptop


async def test_a_second_of_the_countdown_is_painted_as_soon_as_it_is_over() -> None:
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        left = host.session.state.remaining()
        host.hands.move(left % 1.0 + 0.9)  # 0.1 s before the next second

        assert until_next_beat(host.session) == pytest.approx(0.1 + JUST_BEHIND)


async def test_while_nothing_is_counted_the_screens_look_at_the_clock_now_and_then() -> None:
    async with laptop(an_event(6), console=False) as host:
        assert until_next_beat(host.session) == BEAT

        await into_the_round(host)
        await host.press("space")

        assert until_next_beat(host.session) == BEAT


async def test_a_clock_that_stands_still_right_at_a_change_keeps_nobody_busy() -> None:
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        host.hands.move(host.session.state.remaining() % 1.0)

        assert until_next_beat(host.session) == SHORTEST
