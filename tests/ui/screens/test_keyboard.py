"""The keyboard in a hurry: no press is lost in silence, and one key means one thing."""

from __future__ import annotations

import pytest

from rounds.ui.widgets.text_line import TextLine
from tests.evenings import an_event
from tests.ui.screens.laptop import into_the_round, laptop


@pytest.mark.parametrize("keys", [("c", "escape"), ("h", "h"), ("h",), ("t", "escape"), ("b", "x")])
async def test_enter_right_after_another_key_is_the_next_step(keys: tuple[str, ...]) -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press(*keys, "enter")

        assert host.session.run.phase == "move"


async def test_enter_right_after_a_step_was_taken_back_is_heard() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("enter")
        await host.wait(2)
        await host.press("backspace", "enter")

        assert host.session.run.phase == "move"


async def test_escape_out_of_a_search_does_not_make_enter_deaf() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("slash", "escape", "enter")

        assert host.session.run.phase == "move"


@pytest.mark.parametrize("console", [True, False])
async def test_an_enter_that_is_ignored_is_answered(console: bool) -> None:
    async with laptop(an_event(6), console=console) as host:
        await host.press("enter", "enter")
        shown = " ".join((await host.everything()).split())

        assert host.session.run.phase == "move"
        assert "Pressed twice in a row: it counts once." in shown


async def test_a_second_undo_that_is_ignored_is_answered() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("1", "x", "2", "x", "u", "u")

        assert host.words("told") == "Pressed twice in a row: it counts once."
        assert host.session.state.roster.states["Person 01"] == "absent"


@pytest.mark.parametrize("opened", ["", "c", "t", "n"])
async def test_f1_shows_the_keys_wherever_it_is_pressed(opened: str) -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("enter")
        await host.wait(60)
        await host.press("enter", *opened, "f1")
        shown = host.screen
        await host.press("f1")

        assert shown == "KeysScreen"
        assert host.screen != "KeysScreen"


@pytest.mark.parametrize("opened", ["c", "t", "a", "slash"])
async def test_ctrl_u_clears_the_whole_line_wherever_it_is_pressed(opened: str) -> None:
    async with laptop(an_event(6)) as host:
        await host.press(opened)
        await host.type("somebody")
        await host.press("left", "left", "ctrl+u")

        assert host.app.screen.query_one(TextLine).value == ""


@pytest.mark.parametrize("opened", ["c", "t", "a", "slash"])
async def test_a_full_width_blank_is_a_blank_in_every_line(opened: str) -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press(opened, "新", "井", "\u3000", "花")

        assert host.app.screen.query_one(TextLine).value == "新井 花"
        assert not host.session.run.paused


async def test_a_table_goes_out_of_use_when_those_who_talk_there_are_done() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        before = host.session.event.rounds
        await host.press("f", "2", "enter")

        assert host.words("told") == "From round 2 table 2 is out of use; 4 takes its place."
        assert host.session.event.rounds == before
