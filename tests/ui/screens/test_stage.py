from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from rounds.ui.apps.evening import RoundsApp
from rounds.ui.screens.stage import StageScreen
from rounds.ui.widgets.stage_view import StageView
from tests.evenings import Hands, a_session, an_event
from tests.ui.screens.laptop import laptop


def told(app: RoundsApp) -> str:
    assert isinstance(app.screen, StageScreen)
    view = app.screen.query_one(StageView)
    return "\n".join(
        "".join(segment.text for segment in view.render_line(y)) for y in range(view.size.height)
    )


async def test_in_a_window_of_many_rows_the_host_hears_that_the_letters_are_small() -> None:
    app = RoundsApp(a_session())
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.pause()

        assert "zoom the font" in told(app)


async def test_the_welcome_of_the_first_start_does_not_swallow_the_word_about_small_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    app = RoundsApp(a_session(), welcome=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press("space")
        await pilot.pause()

        assert "zoom the font" in told(app)


async def test_in_a_window_of_few_rows_nothing_is_said_of_letters() -> None:
    app = RoundsApp(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert "zoom" not in told(app)


async def test_a_second_enter_that_waited_for_a_long_plan_is_taken_for_a_slip() -> None:
    hands = Hands()
    async with laptop(an_event(6), hands, console=False) as host:
        stop = host.session.state.listen(lambda: hands.move(4))  # planning took so long
        host.app.post_message(events.Key("enter", None))
        await host.press("enter")
        stop()

        assert host.session.run.phase == "move"


async def test_the_lobby_counts_down_to_the_start_and_then_asks_the_host() -> None:
    async with laptop(an_event(6, starts_at="18:34", ends_at="20:30"), console=False) as host:
        before = "\n".join(await host.picture())
        await host.wait(4 * 60 + 1)
        after = "\n".join(await host.picture())
        await host.press("h")
        asked_at_once = host.words("next")
        await host.wait(30)

        assert "Starts in" in before
        assert "Starts in" not in after
        assert "We start in a moment" in after
        assert "forget" not in asked_at_once
        assert host.words("next").startswith("Did you forget to start?")


async def test_long_before_the_start_the_lobby_stands_still_and_tells_the_hour() -> None:
    async with laptop(an_event(6, starts_at="19:30", ends_at="20:30"), console=False) as host:
        view = host.app.screen.query_one(StageView)
        room, now = host.app.room, host.session.clocks.steady()

        assert "Starts at" in "\n".join(await host.picture())
        assert view.show(room, now + 1, "18:30") == 0
