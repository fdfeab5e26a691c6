"""The card of the first start: the keys that it teaches work from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rounds.ui.screens.dialogs.welcome import WelcomeDialog
from tests.breadth import daily
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, laptop


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


async def at_the_first_start(host: Laptop) -> None:
    host.app.push_screen(WelcomeDialog())
    await host.settle()


@pytest.mark.parametrize(
    ("key", "screen"),
    daily(
        2,
        [
            ("c", "CheckInScreen"),
            ("ｃ", "CheckInScreen"),
            ("question_mark", "KeysScreen"),
            ("f1", "KeysScreen"),
            ("x", "StageScreen"),
        ],
    ),
)
async def test_the_first_key_that_a_new_host_tries_does_what_the_card_says(
    key: str, screen: str
) -> None:
    async with laptop(an_event(6), console=False) as host:
        await at_the_first_start(host)
        await host.press(key)
        opened = host.screen
        await host.press("escape")

        assert opened == screen
        assert host.screen == "StageScreen"
        assert host.session.run.phase == "lobby"


async def test_enter_on_the_card_is_the_next_step_and_a_double_press_is_one_step() -> None:
    async with laptop(an_event(6), console=False) as host:
        await at_the_first_start(host)
        await host.press("enter", "enter")

        assert host.screen == "StageScreen"
        assert host.session.run.phase == "move"
