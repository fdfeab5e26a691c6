"""The keyboard in a hurry: no press is lost in silence, and one key means one thing."""

from __future__ import annotations

import pytest
from textual import events

from rounds.ui.widgets.key_hints import key_named_in
from rounds.ui.widgets.text_line import TextLine
from tests.breadth import daily
from tests.evenings import an_event
from tests.ui.screens.laptop import into_the_round, laptop


def letters(word: str) -> list[events.Key]:
    return [events.Key(letter, letter) for letter in word]


@pytest.mark.parametrize(
    "keys",
    [
        ("c", "escape"),
        pytest.param(("h", "h"), marks=pytest.mark.wide),
        pytest.param(("h",), marks=pytest.mark.wide),
        pytest.param(("t", "escape"), marks=pytest.mark.wide),
        pytest.param(("b", "x"), marks=pytest.mark.wide),
    ],
)
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


@pytest.mark.parametrize("opened", daily(1, ["", "c", "t", "n"]))
async def test_f1_shows_the_keys_wherever_it_is_pressed(opened: str) -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("enter")
        await host.wait(60)
        await host.press("enter", *opened, "f1")
        shown = host.screen
        await host.press("f1")

        assert shown == "KeysScreen"
        assert host.screen != "KeysScreen"


@pytest.mark.parametrize("opened", daily(1, ["c", "t", "a", "slash"]))
async def test_ctrl_u_clears_the_whole_line_wherever_it_is_pressed(opened: str) -> None:
    async with laptop(an_event(6)) as host:
        await host.press(opened)
        await host.type("somebody")
        await host.press("left", "left", "ctrl+u")

        assert host.app.screen.query_one(TextLine).value == ""


async def test_letters_typed_at_once_after_ctrl_u_or_backspace_are_not_taken_away_by_it() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("t")
        await host.until("MessageDialog")
        await host.type("abc")
        await host.burst(events.Key("ctrl+u", None), *letters("quit"))
        cleared = host.app.screen.query_one(TextLine).value
        await host.burst(events.Key("backspace", None), *letters("et"))

        assert cleared == "quit"
        assert host.app.screen.query_one(TextLine).value == "quiet"


@pytest.mark.parametrize("opened", daily(1, ["t", "c", "a", "slash"]))
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


async def test_a_key_on_the_key_bar_can_be_clicked() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        row = (await host.picture())[-3]
        await host.click("KeyLine", (row.index("Space") + 1, 0))

        assert host.session.run.paused


async def test_somebody_clicked_at_the_door_is_chosen_and_a_double_click_checks_in() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("c")
        await host.click("PeopleList", (4, 3))
        await host.press("enter")
        await host.press("escape", "c")
        await host.double_click("PeopleList", (4, 5))

        assert host.session.state.roster.states["Person 03"] == "here"
        assert host.session.state.roster.states["Person 05"] == "here"


async def test_a_double_click_in_a_dialog_chooses_and_its_keys_can_be_clicked() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("1", "w")
        await host.click(".keys", (16, 0))
        cancelled = host.screen
        await host.press("w")
        await host.double_click("PeopleList", (4, 3))

        assert cancelled == "ConsoleScreen"
        assert host.words("told").startswith("Round 2:")


@pytest.mark.parametrize(
    ("hint", "key"),
    [
        ("Enter: choose", "enter"),
        ("Escape：やめる", "escape"),
        ("もう一度 Ctrl+F：変える", "ctrl+f"),
        ("1: settle for 3 rounds", "1"),
        ("h: held", "h"),
        ("PgDn: other", "pagedown"),
        ("A digit: choose", None),
        ("Up, Down", None),
    ],
)
def test_the_key_of_a_hint_is_the_one_that_it_names(hint: str, key: str | None) -> None:
    assert key_named_in(hint) == key


async def test_a_number_that_nobody_has_is_answered_on_the_console() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("7")

        assert host.words("told") == "Nobody has the number 7."


async def test_a_way_to_end_is_chosen_by_a_click_on_its_line() -> None:
    async with laptop(an_event(12, rounds=6), size=(60, 20), language="ja") as host:
        await into_the_round(host)
        await host.press("d")
        await host.until("EndOnTimeDialog")
        await host.click("KeyHints", (8, 0))
        await host.until("ConsoleScreen")
        await host.settle()

        assert host.session.event.in_force.rounds == 5


async def test_the_key_line_of_the_notes_can_be_clicked() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("n", "space")
        shown = host.words("keys")
        await host.click("#keys", (2 + shown.index("F2"), 0))

        assert "Paper cards" in await host.everything()
