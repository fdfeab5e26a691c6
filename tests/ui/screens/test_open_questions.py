"""A question that a second press answers is withdrawn when that press would mean something else."""

from __future__ import annotations

import pytest
from textual.widgets._toast import Toast

from rounds.ui.apps.evening import RoundsApp
from tests.breadth import daily
from tests.evenings import a_session, an_event
from tests.ui.screens.laptop import into_the_round, laptop, press
from tests.ui.screens.notes.breaks import in_the_break


@pytest.mark.parametrize(
    ("key", "asked"),
    daily(
        1,
        [
            ("u", "Press u again"),
            ("enter", "Press Enter again"),
            ("z", "Press z again"),
            ("l", "Press l again"),
        ],
    ),
)
async def test_a_question_on_the_console_is_gone_when_another_screen_opens(
    key: str, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rounds.store.state.codes.Codes.has", lambda *_: True)
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(60)
        await host.press(key)
        before = host.words("told")
        await host.press("t")
        await host.wait(0.1)
        beneath = await host.everything()
        await host.press("escape", key)
        again = host.words("told")

        assert before.startswith(asked)
        assert asked not in beneath
        assert again.startswith(asked)


@pytest.mark.parametrize("key", daily(1, ["u", "l"]))
async def test_a_question_on_the_stage_is_gone_when_another_screen_opens(key: str) -> None:
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        await host.wait(60)
        await host.press(key)
        before = await host.everything()
        await host.press("h", "escape")
        after = await host.everything()

        assert f"Press {key} again" in before
        assert f"Press {key} again" not in after


async def test_a_question_on_the_list_of_keys_is_gone_when_the_list_is_closed() -> None:
    app = RoundsApp(a_session())
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "question_mark", "l")
        await pilot.pause()
        asked = [str(toast.render()) for toast in app.screen.query(Toast)]
        await press(pilot, "escape")
        await pilot.pause()

        assert len(asked) == 1
        assert asked[0].startswith("Press l again")
        assert not app.screen.query(Toast)


async def test_whoever_types_on_in_a_full_line_reads_once_that_it_is_full() -> None:
    app = RoundsApp(a_session())
    async with app.run_test(notifications=True) as pilot:
        app.open("leave")
        await pilot.pause()
        await press(pilot, *"a line too long")
        await pilot.pause()

        assert [str(toast.render()) for toast in app.screen.query(Toast)] == [
            "This line is full: it holds 10 characters."
        ]


async def test_a_question_about_undo_is_gone_when_something_else_was_done() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(60)
        await host.press("u")
        before = host.words("told")
        await host.press("plus")
        await host.wait(0.1)

        assert before == "Press u again to undo: start of round 1"
        assert not host.words("told").startswith("Press u")


async def test_the_question_whether_to_close_the_notes_is_gone_once_a_name_is_typed() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "escape")
        before = laptop.words("disk")
        await laptop.write("5")
        after = laptop.words("disk")
        await laptop.press("escape")

        assert before == laptop.words("disk") == "Press Esc again to close the notes."
        assert after == ""
        assert laptop.screen == "NotesScreen"
