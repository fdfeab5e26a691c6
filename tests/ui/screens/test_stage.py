from __future__ import annotations

from textual import events

from rounds.ui.app import RoundsApp
from rounds.ui.screens.stage import StageScreen
from rounds.ui.stage.painter import StageView
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


async def test_in_a_window_of_few_rows_nothing_is_said_of_letters() -> None:
    app = RoundsApp(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert "zoom" not in told(app)


async def test_a_second_enter_that_waited_for_a_long_plan_is_taken_for_a_slip() -> None:
    hands = Hands()
    async with laptop(an_event(6), hands, console=False) as host:
        stop = host.session.listen(lambda: hands.move(4))  # planning took so long
        host.app.post_message(events.Key("enter", None))
        await host.press("enter")
        stop()

        assert host.session.run.phase == "move"
