"""The notes lock by themselves: nothing private stays on the screen."""

from __future__ import annotations

from rounds.ui.screens.notes.form.note_form import NoteForm
from tests.ui.screens.notes.breaks import in_the_break


async def test_after_twenty_seconds_without_a_key_nothing_private_is_left() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("my secret")
        await laptop.wait(19)
        before = await laptop.everything()
        await laptop.wait(1.1)
        after = await laptop.everything()

        assert "my secret" in before
        assert "locks in 1 s" in before
        assert "my secret" not in after
        assert "Who are you?" in after
        assert laptop.app.screen.query_one(NoteForm).note is None


async def test_every_key_puts_the_lock_off() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        for key in ("a", "left", "tab", "1", "down", "pagedown", "backspace"):
            await laptop.wait(15)
            await laptop.press(key)

        assert "Notes of 5" in laptop.words("where")


async def test_who_reads_the_keys_too_long_finds_the_notes_locked() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "question_mark")
        laptop.hands.move(21)
        await laptop.press("escape")

        assert "Who are you?" in await laptop.everything()
