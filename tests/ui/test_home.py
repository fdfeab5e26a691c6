"""What `rounds` alone shows, also in a window in which hardly anything has room."""

from __future__ import annotations

from pathlib import Path

import pytest

from rounds.i18n import using
from rounds.ui.home import Choice, HomeApp

RECENT = tuple(Path(f"an-evening-whose-name-is-long-{number}.toml") for number in range(4))


async def picture(size: tuple[int, int], language: str = "en") -> list[str]:
    with using(language):
        async with HomeApp(RECENT).run_test(size=size) as pilot:
            await pilot.pause()
            strips = pilot.app.screen._compositor.render_strips()
            return ["".join(segment.text for segment in strip) for strip in strips]


async def test_in_a_low_window_every_row_between_title_and_hint_is_a_choice() -> None:
    lines = await picture((40, 10))

    assert lines[0].startswith(" Rounds: speed")
    assert all("an-evening" in line for line in lines[1:5])
    assert "Try it" in lines[5]
    assert "Help" in lines[8]
    assert lines[9].startswith(" Up / Down")


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_in_the_smallest_window_there_are_choices_and_a_bar_that_says_there_are_more(
    language: str,
) -> None:
    lines = await picture((20, 5), language)

    assert lines[0].startswith(" Rounds")
    assert all("an-evening" in line for line in lines[1:4])


async def test_a_choice_off_the_window_can_be_reached_and_taken() -> None:
    app = HomeApp(RECENT)
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("end", "up", "up", "up", "enter")

    assert app.return_value == Choice("demo")
