"""The host's message to the room: what can be typed is what the room can be shown."""

from __future__ import annotations

import pytest
from textual import events

from rounds.domain.views.room import Room
from rounds.ui.stage.scenes import scene
from tests.breadth import daily
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, laptop


async def typed(host: Laptop, text: str) -> None:
    await host.press("t")
    await host.type(text)


def on_the_wall(message: str) -> str:
    rows = scene(Room(message=message), 0.0, 60, 20).lines()
    return "".join(row.strip() for row in rows).replace(" ", "")


@pytest.mark.parametrize(
    "text",
    daily(
        2,
        [
            " ".join(["Coats", "can", "stay", "where", "they", "are"] * 8),
            "お車のナンバーは品川です。" * 12,
            "W" * 300,
        ],
    ),
)
async def test_whatever_can_be_typed_is_shown_whole_in_the_smallest_window(text: str) -> None:
    async with laptop(an_event(6)) as host:
        await typed(host, text)
        said = host.words("full")
        await host.press("enter")
        message = host.session.message

        assert said == "The message is full: more would not fit on the room's screen."
        assert len(message) > 70
        assert message.replace(" ", "") in on_the_wall(message)


async def test_a_pasted_message_is_taken_as_far_as_it_fits() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("t")
        await host.until("MessageDialog")
        await host.burst(events.Paste("Coats can stay. " * 30))

        assert host.words("full")


async def test_that_a_message_is_full_goes_away_when_something_is_taken_out() -> None:
    async with laptop(an_event(6)) as host:
        await typed(host, "W" * 300)
        await host.press("backspace")
        after = host.words("full")
        await host.type("WW")

        assert after == ""
        assert host.words("full")


async def test_a_short_message_is_not_called_full() -> None:
    async with laptop(an_event(6)) as host:
        await typed(host, "Coats can stay.")

        assert host.words("full") == ""
