"""The form of a note: what is typed stands in the line for which it was typed."""

from __future__ import annotations

import pytest

from rounds.ui.widgets.text_line import TextLine
from tests.ui.screens.laptop import Laptop, a_key
from tests.ui.screens.notes.breaks import in_the_break

OPENED = ("n", "space", "1", "2", "enter", "enter")


def in_lines(laptop: Laptop) -> list[str]:
    return [
        laptop.app.screen.query_one(f"#{name}", TextLine).value for name in ("purpose", "can_do")
    ]


@pytest.mark.parametrize(("onward", "back"), [("tab", "shift+tab"), ("down", "up")])
async def test_text_a_key_and_text_that_arrive_at_once_go_into_two_lines(
    onward: str, back: str
) -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED)
        keys = ["a", "b", onward, "c", "d", back, "e"]
        await laptop.burst(*map(a_key, keys))

        assert in_lines(laptop) == ["abe", "cd"]


@pytest.mark.parametrize("key", ["tab", "down"])
async def test_going_from_line_to_line_keeps_the_notes_open(key: str) -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED)
        for _ in range(3):
            await laptop.wait(18)
            await laptop.press(key)

        assert laptop.words("about") != ""
