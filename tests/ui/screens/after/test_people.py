"""The people of the desk: whom they met, their sheets, whom the host has greeted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.screens.after.a_desk import HELD, NAMES, a_note, an_evening, at_a_desk


async def test_everybody_who_came_is_listed_with_evenings_and_acquaintances() -> None:
    april = an_evening(held=HELD.replace(month=4))
    async with at_a_desk(an_evening(), april) as hand:
        await hand.press("2")
        row = hand.line("Ann Lee").split()
        marked = hand.text

    assert row[-2:] == ["2", "1"]
    assert all(name in marked for name in NAMES)
    assert "still to meet: 2" in marked


async def test_a_tick_for_those_whom_the_host_has_greeted_is_kept_and_filters_the_list() -> None:
    async with at_a_desk(an_evening()) as hand:
        await hand.press("2", "y")
        ticked, kept = hand.line("Ann Lee"), hand.files.of().greeted
        await hand.press("f")

        assert ticked.endswith("greeted")
        assert [entry.person for entry in kept] == ["Ann Lee"]
        assert not any(line.startswith(" Ann Lee") for line in hand.lines[3:10])
        assert any(line.startswith(" Ben Cole") for line in hand.lines[3:10])


async def test_a_tick_is_taken_away_by_the_same_key() -> None:
    async with at_a_desk(an_evening()) as hand:
        await hand.press("2", "y", "y")

        assert hand.files.of().greeted == ()


async def test_enter_shows_by_name_who_was_met_and_who_is_still_to_meet() -> None:
    async with at_a_desk(an_evening()) as hand:
        await hand.press("2", "enter")

        assert "Met: Ben Cole" in hand.text
        assert "Still to meet: Eva Sato, Kai Mori" in hand.text


async def test_a_double_click_is_enter() -> None:
    async with at_a_desk(an_evening()) as hand:
        await hand.press("2")
        await hand.pilot.double_click("PeopleTab PeopleList", offset=(3, 2))
        await hand.settle()
        await hand.pilot.pause()

        assert "Still to meet: " in hand.text


async def test_the_sheet_of_one_person_is_written_beside_the_event_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_a_desk(an_evening(a_note("Ann Lee", "Ben Cole", text="likes tea"))) as hand:
        await hand.press("2", "s")
        await hand.until("is in the folder")

    (sheet,) = (tmp_path / "may-sheets").glob("*.html")
    assert sheet.name == "01-Ann-Lee.html"
    assert "likes tea" in sheet.read_text("utf-8")
