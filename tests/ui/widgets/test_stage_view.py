from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from rounds.ui.stage.drawing.palette import colourless
from rounds.ui.widgets.stage_view import StageView
from tests.ui.stage.evenings import room


class Projector(App[None]):
    """A window with nothing but the stage."""

    def __init__(self, ascii: bool = False) -> None:
        super().__init__()
        self.view = StageView(ascii=ascii)

    def compose(self) -> ComposeResult:
        yield self.view


def text(view: StageView) -> str:
    return "\n".join(view.render_line(y).text for y in range(view.size.height))


async def test_the_first_picture_paints_every_row() -> None:
    app = Projector()
    async with app.run_test(size=(80, 24)) as pilot:
        state, now = room("first_half")
        painted = app.view.show(state, now, "19:42")
        await pilot.pause()

        assert painted >= 14
        assert "A SPEAKS - B LISTENS" in text(app.view)


async def test_the_same_second_paints_nothing() -> None:
    app = Projector()
    async with app.run_test(size=(80, 24)):
        state, now = room("first_half")
        app.view.show(state, now, "19:42")

        assert app.view.show(state, now + 0.1, "19:42") == 0
        assert app.view.show(state.with_(), now + 0.2, "19:42") == 0


async def test_the_next_second_paints_only_the_rows_that_changed() -> None:
    app = Projector()
    async with app.run_test(size=(80, 24)):
        state, now = room("first_half")
        app.view.show(state, now, "19:42")
        painted = app.view.show(state, now + 1.0, "19:42")

        assert 0 < painted < 16


async def test_another_size_paints_anew() -> None:
    app = Projector()
    async with app.run_test(size=(80, 24)) as pilot:
        state, now = room("move")
        app.view.show(state, now, "19:42")
        await pilot.resize_terminal(120, 36)
        await pilot.pause()

        assert len(text(app.view).split("\n")) == 36
        assert "FIND YOUR TABLE" in text(app.view)


async def test_a_window_that_is_too_small_says_so() -> None:
    app = Projector()
    async with app.run_test(size=(40, 10)) as pilot:
        state, now = room("first_half")
        app.view.show(state, now, "19:42")
        await pilot.pause()

        assert "too small" in text(app.view)


async def test_without_colours_painted_cells_are_signs() -> None:
    app = Projector(ascii=True)
    async with app.run_test(size=(80, 24)) as pilot:
        state, now = room("first_half")
        app.view.show(state, now, "19:42")
        await pilot.pause()

        assert "####" in text(app.view)


async def test_a_black_screen_comes_and_goes() -> None:
    app = Projector()
    async with app.run_test(size=(80, 24)):
        state, now = room("first_half")
        app.view.show(state, now, "19:42")
        app.view.show(state.with_(black=True), now, "19:42")
        dark = text(app.view)
        app.view.show(state, now, "19:42")

        assert dark.strip() == ""
        assert "A SPEAKS" in text(app.view)


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"NO_COLOR": "1"}, True),
        ({"NO_COLOR": ""}, False),
        ({"TERM": "dumb"}, True),
        ({"TERM": "xterm-256color"}, False),
    ],
)
def test_the_terminal_may_ask_for_no_colours(environment: dict[str, str], asked: bool) -> None:
    assert colourless(environment) is asked


async def test_the_lobby_paints_only_the_seconds_it_counts() -> None:
    app = Projector()
    async with app.run_test(size=(80, 24)):
        state, now = room("lobby")
        app.view.show(state, now, "18:55")

        assert app.view.show(state, now + 0.1, "18:55") == 0
        assert 0 < app.view.show(state, now + 1.1, "18:55") < 16
        assert app.view.show(state, now + 301, "18:55") > 0
        assert app.view.show(state, now + 302, "18:55") == 0
