"""A code of four digits keeps a participant's notes from others at the laptop."""

from __future__ import annotations

from pathlib import Path

import pytest

from rounds.ui.widgets.text_line import TextLine
from tests.breadth import daily
from tests.ui.screens.laptop import Laptop
from tests.ui.screens.notes.breaks import in_the_break

NOTE = ("n", "space", "5", "enter", "enter")
"""The keys that lead to a first note."""


async def a_first_note(laptop: Laptop) -> None:
    await laptop.press(*NOTE)
    await laptop.write("my secret")
    await laptop.press("enter")


async def a_code(laptop: Laptop, code: str = "2468") -> None:
    """Write a first note, choose a code, and lock."""
    await a_first_note(laptop)
    await laptop.write(code)
    await laptop.press("enter")
    await laptop.write(code)
    await laptop.press("enter", "escape", "escape")


async def test_a_code_is_offered_at_the_first_note_and_enter_goes_on_without_one() -> None:
    async with in_the_break() as laptop:
        await a_first_note(laptop)
        offered = " ".join((await laptop.everything()).split())
        await laptop.press("enter")
        next_note = laptop.words("about")
        await laptop.write("another")
        await laptop.press("enter")

        assert "four digits" in offered
        assert next_note.startswith("About 7")
        assert "four digits" not in await laptop.everything()


@pytest.mark.parametrize("typed", daily(1, ["2468", "２４６８"]))
async def test_with_the_code_the_notes_open_and_without_it_nothing_is_shown(typed: str) -> None:
    async with in_the_break() as laptop:
        await a_code(laptop)
        await laptop.press("5", "enter")
        asked = await laptop.everything()
        await laptop.write("1111")
        await laptop.press("enter")
        wrong = await laptop.everything()
        await laptop.write(typed)
        masked = await laptop.everything()
        await laptop.press("enter")

        assert "Person 08" not in asked + wrong
        assert "That is not the code" in wrong
        assert typed not in masked
        assert "Notes of 5" in laptop.words("where")


async def test_after_three_wrong_codes_the_notes_are_closed() -> None:
    async with in_the_break() as laptop:
        await a_code(laptop)
        await laptop.press("5", "enter")
        for _ in range(3):
            await laptop.write("1111")
            await laptop.press("enter")

        assert "Who are you?" in await laptop.everything()


async def test_a_code_holds_for_paper_cards_and_after_a_new_start() -> None:
    async with in_the_break() as laptop:
        await a_code(laptop)

    async with in_the_break() as again:
        await again.press("n", "space", "f2", "5", "enter")

        assert "These notes have a code" in await again.everything()


@pytest.mark.parametrize(
    ("first", "second", "said"),
    daily(
        1,
        [
            ("12", "", "A code has four digits"),
            ("abcd", "", "A code has four digits"),
            ("1234", "1243", "Those were not the same four digits"),
        ],
    ),
)
async def test_a_slip_in_a_new_code_is_told_and_nobody_is_locked_out(
    first: str, second: str, said: str
) -> None:
    async with in_the_break() as laptop:
        await a_first_note(laptop)
        for typed in filter(None, (first, second)):
            await laptop.write(typed)
            await laptop.press("enter")
        told = await laptop.everything()
        await laptop.press("enter", "escape", "escape", "5", "enter")

        assert said in told
        assert "Notes of 5" in laptop.words("where")


async def test_a_code_is_kept_as_a_hash_and_not_in_the_event(tmp_path: Path) -> None:
    async with in_the_break() as laptop:
        await a_code(laptop)
        (file,) = tmp_path.rglob("codes/*")

        assert "2468" not in file.read_text()
        assert file.stat().st_mode & 0o077 == 0
        assert "2468" not in repr(laptop.session.event)
        assert laptop.app.screen.query_one("#digits", TextLine).value == ""


async def test_the_host_clears_a_forgotten_code_on_the_console() -> None:
    async with in_the_break() as laptop:
        await a_code(laptop)
        await laptop.press("escape", "escape", "h", "5", "z")
        asked = laptop.words("told")
        await laptop.press("z")
        cleared = laptop.words("told")
        offered_again = "z Clear code" in await laptop.everything()
        await laptop.press("n", "space", "5", "enter")

        assert asked == "Press z again: the notes of Person 05 then open without a code."
        assert cleared == "The notes of Person 05 have no code now."
        assert not offered_again
        assert "Notes of 5" in laptop.words("where")


async def test_whoever_is_offered_a_code_reads_that_escape_means_none() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("a line")
        await laptop.press("enter")
        offered = laptop.words("keys")
        await laptop.press("escape")

        assert offered == "Enter: go on | Esc: no code"
        assert "Esc: no code" not in laptop.words("keys")
