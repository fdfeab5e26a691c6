"""What `rounds` alone shows, also in a window in which hardly anything has room."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from rounds.i18n import using
from rounds.ui.apps.home import Choice, HomeApp
from tests.ui.screens.laptop import a_key, at_once, press

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
    assert "Begin a new" in lines[7]
    assert lines[8].startswith(" Up / Down")


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_in_the_smallest_window_the_choices_begin_below_one_line_of_title(
    language: str,
) -> None:
    lines = await picture((20, 5), language)

    assert lines[0].startswith(" Rounds")
    assert "an-evening" in lines[1]
    assert "long-0.toml" in lines[2]


@pytest.mark.parametrize("typed", ["x" * 300, "~nobody-of-that-name/mixer.toml"])
async def test_a_path_that_cannot_be_is_told_where_it_can_be_typed_again(typed: str) -> None:
    app = HomeApp(())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "enter")
        app.query_one(Input).value = typed
        await press(pilot, "enter")
        said = str(app.query_one("#hint", Static).render())

    assert "is not there" in said


async def test_a_choice_off_the_window_can_be_reached_and_taken() -> None:
    app = HomeApp(RECENT)
    async with app.run_test(size=(20, 5)) as pilot:
        await press(pilot, "end", "up", "up", "up", "enter")

    assert app.return_value == Choice("demo")


async def chosen(app: HomeApp, *lines: str) -> list[str]:
    """Choose the first entry below the recent ones and the demo that asks; return the hints."""
    hints = []
    async with app.run_test(size=(80, 24)) as pilot:
        for line in lines:
            if line.startswith("option "):
                place = app.query_one(OptionList).get_option_index(line.removeprefix("option "))
                app.query_one(OptionList).highlighted = place
            else:
                app.query_one(Input).value = line
            await press(pilot, "enter")
            if app.is_running:
                hints.append(str(app.query_one("#hint", Static).content))
    return hints


async def test_a_mistyped_name_is_said_where_it_can_be_typed_again(tmp_path: Path) -> None:
    (tmp_path / "mixer.toml").write_text("")
    app = HomeApp(())

    hints = await chosen(app, "option open", f"{tmp_path}/mixr", f"{tmp_path}/mixer")

    assert hints[1] == f"{tmp_path}/mixr.toml is not there; Esc goes back."
    assert app.return_value == Choice("run", tmp_path / "mixer.toml")


async def test_a_new_event_gets_its_suffix_and_the_roster_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name\nAnn\n")
    app = HomeApp(())

    hints = await chosen(
        app, "option new", f"{tmp_path}/autumn", "nobody.csv", f"{tmp_path}/people.csv"
    )

    assert hints[1] == "The roster as CSV from a spreadsheet? Enter alone: none yet"
    assert hints[2] == "nobody.csv is not there; Esc goes back."
    assert app.return_value is not None
    assert app.return_value.words == [
        "new",
        f"{tmp_path}/autumn.toml",
        "--from",
        f"{tmp_path}/people.csv",
    ]


async def test_a_new_event_never_takes_the_name_of_one_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "autumn.toml").write_text("")
    app = HomeApp(())

    hints = await chosen(app, "option new", f"{tmp_path}/autumn")

    assert hints[1] == f"{tmp_path}/autumn.toml already exists; choose another name."


async def test_after_going_back_from_the_roster_the_line_asks_for_an_event_file_again(
    tmp_path: Path,
) -> None:
    app = HomeApp(())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "down", "enter")
        app.query_one(Input).value = str(tmp_path / "april.toml")
        await press(pilot, "enter")
        roster = app.query_one(Input).placeholder
        await press(pilot, "escape", "enter")

        assert roster == "roster.csv"
        assert app.query_one(Input).placeholder == "mixer.toml"


@pytest.mark.parametrize("times", [2, 3, 20])
async def test_enter_pressed_twice_does_not_go_past_the_question_about_the_roster(
    tmp_path: Path, times: int
) -> None:
    app = HomeApp(())
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(OptionList).highlighted = app.query_one(OptionList).get_option_index("new")
        await press(pilot, "enter")
        app.query_one(Input).value = str(tmp_path / "april.toml")
        at_once(app, *(a_key("enter") for _ in range(times)))
        await pilot.pause()

        assert app.is_running
        assert app.query_one(Input).placeholder == "roster.csv"
        assert "Enter alone: none yet" in str(app.query_one("#hint", Static).content)


async def test_of_two_choices_made_at_once_the_first_counts() -> None:
    app = HomeApp(())
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(OptionList).highlighted = app.query_one(OptionList).get_option_index("demo")
        at_once(app, *map(a_key, ("enter", "enter", "down", "enter")))
        await pilot.pause()

    assert app.return_value == Choice("demo")
