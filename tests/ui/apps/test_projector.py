"""The projector's own window: what its keys do, and what it says to the host."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from rounds.domain.views.room import Room
from rounds.ui.apps.projector import (
    ALONE_AFTER,
    ANSWERED_FOR,
    HINTED_FOR,
    LOOK_FOR_ONE,
    StageWindow,
)
from rounds.ui.questions.key_timing import REPEAT_WITHIN
from rounds.ui.widgets.wrapped_text import WrappedText
from tests.evenings import Hands
from tests.ui.stage.evenings import room

PATIENCE = 30.0
"""Seconds after which a test gives up waiting; even a busy machine needs far less."""


class Projector:
    """The window on clocks that stand still, and what the host has published."""

    def __init__(self, published: Room | None) -> None:
        self.hands = Hands()
        self.published = published
        self.running: bool | None = None
        self.app = StageWindow(
            lambda: self.published,
            Room(),
            steady=self.hands.steady,
            wall=self.hands.wall,
            name="mixer.toml",
            is_running=lambda: self.running,
        )
        self.pilot: Pilot[None]

    @property
    def line(self) -> str:
        return self.app.query_one(WrappedText).said

    @property
    def closed(self) -> bool:
        return self.app._exit

    async def press(self, key: str) -> None:
        await self.pilot.press(key)

    async def wait(self, seconds: float) -> None:
        self.hands.move(seconds)
        self.app._look()
        await self.pilot.pause()

    async def until_it_says(self, words: str) -> None:
        """Wait until words are in the line: the window may come later than the pilot thinks."""
        until = time.monotonic() + PATIENCE
        while words not in self.line:
            assert time.monotonic() < until, f"{words!r} not in {self.line!r}"
            await self.pilot.pause()


@asynccontextmanager
async def projector(
    published: Room | None, rows: int = 24, *, running: bool | None = None
) -> AsyncIterator[Projector]:
    """Open the window."""
    window = Projector(published)
    window.running = running
    async with window.app.run_test(size=(80, rows)) as pilot:
        window.pilot = pilot
        await pilot.pause()
        yield window


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
@pytest.mark.parametrize("phase", ["move", "first_half", "over", "break"])
async def test_one_key_does_not_take_the_picture_from_the_room(phase: str, key: str) -> None:
    async with projector(room(phase)[0]) as window:
        await window.press(key)
        closed_at_once, line = window.closed, window.line
        await window.press(key)

        assert not closed_at_once
        assert line == "Press again to close this window."
        assert window.closed


async def test_a_second_key_that_comes_later_asks_again() -> None:
    async with projector(room("first_half")[0]) as window:
        await window.press("ctrl+q")
        await window.wait(REPEAT_WITHIN + 0.1)
        line = window.line
        await window.press("ctrl+q")

        assert line == ""
        assert not window.closed


@pytest.mark.parametrize("phase", ["", "lobby", "closing"])
async def test_before_and_after_the_evening_one_key_closes_the_window(phase: str) -> None:
    async with projector(room(phase)[0] if phase else None) as window:
        await window.press("ctrl+q")

        assert window.closed


async def test_a_window_of_many_rows_says_for_a_while_that_its_letters_are_small() -> None:
    async with projector(room("lobby")[0], rows=60) as window:
        await window.until_it_says("zoom the font")
        await window.wait(HINTED_FOR + 0.1)

        assert window.line == ""


@pytest.mark.parametrize(("phase", "rows"), [("lobby", 24), ("first_half", 60)])
async def test_nothing_is_said_of_letters_in_few_rows_or_in_a_round(phase: str, rows: int) -> None:
    async with projector(room(phase)[0], rows=rows) as window:
        assert window.line == ""


async def test_a_look_while_the_window_closes_finds_no_fault() -> None:
    async with projector(room("first_half")[0]) as window:
        await window.app.screen.remove_children("*")

        await window.wait(0.1)

        assert not window.app.crashed


async def test_a_window_without_a_console_says_after_a_while_how_to_start_one() -> None:
    async with projector(None) as window:
        at_once = window.line
        await window.wait(ALONE_AFTER + 0.1)

        assert at_once == ""
        assert window.line == "No console is connected. To start one: rounds run mixer.toml"


async def test_a_window_that_cannot_reach_the_evening_says_so_until_it_does() -> None:
    async with projector(None) as window:
        await window.wait(ALONE_AFTER + 0.1)
        window.running = True
        await window.wait(LOOK_FOR_ONE + 0.1)
        unreachable = window.line
        window.published = room("first_half")[0]
        await window.wait(0.1)

        assert "cannot reach it" in unreachable
        assert window.line == ""


async def test_what_a_killed_console_left_behind_is_no_console() -> None:
    async with projector(room("first_half")[0], running=False) as window:
        await window.wait(ALONE_AFTER + 0.1)
        alone = window.line
        window.running = True
        await window.wait(LOOK_FOR_ONE + 0.1)

        assert alone == "No console is connected. To start one: rounds run mixer.toml"
        assert window.line == ""


async def test_once_a_console_was_seen_its_end_is_not_told_to_the_room() -> None:
    async with projector(room("first_half")[0]) as window:
        window.published = None
        await window.wait(10 * ALONE_AFTER)

        assert window.line == ""


async def test_the_question_before_it_closes_goes_before_the_word_about_the_console() -> None:
    async with projector(None) as window:
        window.app._room = room("first_half")[0]
        await window.wait(ALONE_AFTER + 0.1)
        await window.press("ctrl+q")
        asked = window.line
        await window.wait(REPEAT_WITHIN + 0.1)

        assert asked == "Press again to close this window."
        assert window.line.startswith("No console")


@pytest.mark.parametrize("key", ["enter", "pagedown", "space", "b", "f1"])
async def test_a_key_pressed_in_the_wrong_window_is_answered_for_a_moment(key: str) -> None:
    async with projector(room("first_half")[0]) as window:
        await window.press(key)
        answer = window.line
        await window.wait(ANSWERED_FOR + 0.1)

        assert answer == "This window only shows the picture: press the keys on the console."
        assert window.line == ""


async def test_the_key_that_closes_the_window_is_not_answered_as_a_wrong_one() -> None:
    async with projector(room("first_half")[0]) as window:
        await window.press("ctrl+q")

        assert window.line == "Press again to close this window."
