"""The desk as a whole: tabs, what it says of itself, sizes, languages, text to be sent."""

from __future__ import annotations

import pytest

from rounds.domain.errors import InputError
from rounds.domain.sentence import sentence
from rounds.i18n import using
from rounds.session.desk import Desk
from rounds.text.width import width
from rounds.ui.apps import after
from rounds.ui.apps.after import AfterApp
from rounds.ui.widgets.tab_line import TabLine
from tests.ui.screens.after.a_desk import (
    HELD,
    MemoryFiles,
    MemoryReports,
    a_note,
    an_evening,
    at_a_desk,
    on,
)


@pytest.mark.parametrize(
    ("language", "said", "size"),
    [
        ("ja", "主催者専用", (60, 20)),
        pytest.param("en", "for the host only", (80, 24), marks=pytest.mark.wide),
        pytest.param("en", "for the host only", (60, 20), marks=pytest.mark.wide),
        pytest.param("ja", "主催者専用", (80, 24), marks=pytest.mark.wide),
    ],
)
async def test_the_desk_says_that_it_is_private_and_every_row_fits(
    language: str, said: str, size: tuple[int, int]
) -> None:
    with using(language):
        async with at_a_desk(an_evening(), size=size) as hand:
            for tab in "1234567":
                await hand.press(tab)

                assert said in hand.lines[0]
                assert all(width(line) <= size[0] for line in hand.lines)


async def test_arrows_and_a_click_open_the_tabs_too() -> None:
    async with at_a_desk(an_evening()) as hand:
        await hand.press("right")
        second = hand.text
        await hand.press("left", "left")
        last = hand.text
        await hand.pilot.click(TabLine, offset=(12, 0))
        await hand.pilot.pause()

        assert "still to meet" in second
        assert "What came of it" in last
        assert "still to meet" in hand.text


async def test_a_broken_file_is_named_and_the_other_evenings_are_there() -> None:
    broken = InputError("file-2.toml, line 3: this text has no quotes.")
    async with at_a_desk(an_evening(), broken) as hand:
        assert "file-2.toml, line 3" in hand.text
        assert "1 evening" in hand.text


async def test_the_summary_is_shown_copied_and_names_people_only_when_asked() -> None:
    april = an_evening(held=HELD.replace(month=4))
    async with at_a_desk(an_evening(), april) as hand:
        await hand.press("7")
        numbers = hand.text
        await hand.press("p", "c")

        assert "4 people came" in numbers
        assert "Eva Sato" not in numbers
        assert "Eva Sato" in hand.app.clipboard


async def test_the_keys_of_the_open_tab_are_in_the_help() -> None:
    note = a_note("Ann Lee", "Ben Cole", next_step="mail", next_step_on=on(0))
    async with at_a_desk(an_evening(note)) as hand:
        await hand.press("question_mark")

        assert "By person / by date" in hand.text
        assert "New referral" not in hand.text


async def test_u_is_offered_only_after_a_change() -> None:
    async with at_a_desk(an_evening()) as hand:
        before = hand.text
        await hand.press("2", "y")

        assert "Undo" not in before
        assert "Undo" in hand.text


async def test_the_desk_closes_when_an_evening_begins_that_the_room_sees(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(after, "LOOK_AGAIN", 0.01)
    why = sentence("The evening is running.")
    desk = Desk(MemoryFiles({}))
    app = AfterApp(desk, MemoryReports(), lambda: why)
    async with app.run_test() as pilot:
        for _attempt in range(500):
            await pilot.pause(0.01)
            if app.ending:
                break
    desk.close()

    assert app.return_value == why


async def test_a_long_text_can_be_read_to_its_end_in_a_small_window() -> None:
    note = a_note("Ann Lee", "Ben Cole", next_step="meeting", next_step_on=on(0))
    async with at_a_desk(an_evening(note), size=(60, 12)) as hand:
        await hand.press("c")
        first = hand.text
        await hand.press("pagedown", "pagedown")

        assert "Dear Ben Cole" in first
        assert "Kind regards" in hand.text


async def test_the_help_of_the_desk_speaks_of_no_room() -> None:
    async with at_a_desk(an_evening(a_note("Ann Lee", "Ben Cole", next_step="mail"))) as hand:
        await hand.press("f1")

        assert "Message to send" in hand.text
        assert "What the room sees" not in hand.text
