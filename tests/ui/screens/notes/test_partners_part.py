"""Picking a partner in the notes: only one's own, and nothing private in the list."""

from __future__ import annotations

import re

from rounds.domain.event import Note
from tests.evenings import START, an_event
from tests.ui.screens.notes.breaks import held, in_the_break


async def test_only_ones_own_partners_are_shown_newest_first() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter")

        seen = await laptop.everything()
        assert re.findall(r"Round (\d) +(\d+)", seen) == [("3", "8"), ("2", "7"), ("1", "6")]


async def test_a_note_that_is_written_has_a_mark_and_stays_hidden_until_opened() -> None:
    written = held(an_event(32), 3).with_(
        notes=(
            Note(round=3, by="Person 05", about="Person 08", at=START, text="secret of five"),
            Note(round=3, by="Person 08", about="Person 05", at=START, text="secret of eight"),
        )
    )
    async with in_the_break(event=written) as laptop:
        await laptop.press("n", "space", "5", "enter")
        listed = await laptop.everything()
        await laptop.press("up", "enter")
        opened = await laptop.everything()

        assert "[x] written" in listed
        assert "secret" not in listed
        assert "secret of five" in opened
        assert "secret of eight" not in opened
