"""The notes lock by themselves: nothing private stays on the screen, and nothing lands on it."""

from __future__ import annotations

from textual import events

from rounds.ui.screens.notes.form.note_form import NoteForm
from rounds.ui.screens.notes.idle_lock import LOCKS_AFTER, WRITING
from rounds.ui.widgets.text_line import TextLine
from tests.ui.screens.notes.breaks import in_the_break

FORM = ("n", "space", "5", "enter", "enter")
"""The keys that lead to a new note."""


async def test_a_note_being_written_locks_after_a_minute_and_counts_down_before() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*FORM)
        await laptop.write("my secret")
        await laptop.wait(WRITING - 30)
        first = laptop.words("clock")
        await laptop.wait(29)
        last, before = laptop.words("clock"), await laptop.everything()
        await laptop.wait(1.1)
        after = await laptop.everything()

        assert first.startswith("locks in 30 s")
        assert last.startswith("locks in 1 s")
        assert "my secret" in before
        assert "my secret" not in after
        assert "The notes are locked" in after
        assert laptop.app.screen.query_one(NoteForm).note is None


async def test_whoever_only_moves_in_a_line_is_still_writing() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*FORM)
        await laptop.write("my secret")
        await laptop.wait(WRITING - 1)
        await laptop.press("left")
        await laptop.wait(2)

        assert "my secret" in await laptop.everything()


async def test_where_nobody_is_writing_the_notes_lock_after_twenty_seconds() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*FORM, "tab", "tab", "tab")
        await laptop.wait(LOCKS_AFTER - 1)
        before = laptop.words("where")
        await laptop.wait(1.1)

        assert "Notes of 5" in before
        assert "The notes are locked" in await laptop.everything()


async def test_what_is_typed_after_the_lock_is_dropped_and_never_shown() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*FORM)
        await laptop.wait(WRITING + 1)
        await laptop.write("秘密の")
        await laptop.burst(events.Paste("pasted secret"))
        await laptop.press("enter", "question_mark")
        while_typing = await laptop.everything()
        await laptop.wait(2)
        await laptop.press("enter")
        after = await laptop.everything()

        for shown in (while_typing, after):
            assert "秘" not in shown
            assert "secret" not in shown
        assert "What was typed just now is dropped." in while_typing
        assert "Who are you?" in after
        assert laptop.app.screen.query_one("#query", TextLine).value == ""


async def test_the_draft_is_there_after_the_lock_and_nothing_that_came_later() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*FORM)
        await laptop.write("half a thought")
        await laptop.wait(WRITING + 1)
        await laptop.write(" and more")
        await laptop.wait(2)
        await laptop.press("enter", "5", "enter", "enter")

        assert laptop.app.screen.query_one("#purpose", TextLine).value == "half a thought"


async def test_the_lock_speaks_of_a_draft_only_where_one_is_kept() -> None:
    said = []
    async with in_the_break() as laptop:
        await laptop.press("n", "space")
        for typed, saved in (("half a thought", False), ("all of it", True)):
            await laptop.press("5", "enter", "enter")
            await laptop.write(typed)
            if saved:
                await laptop.press("enter", "enter")
            await laptop.wait(WRITING + 1)
            said.append(laptop.words("go-on"))
            await laptop.wait(2)
            await laptop.press("enter")

    draft, none = said
    assert draft == ("What you wrote is kept as a draft. Press Enter, then choose your name again.")
    assert none == "Press Enter, then choose your name again."


async def test_every_key_puts_the_lock_off() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*FORM)
        for key in ("a", "left", "tab", "tab", "tab", "1", "down", "pagedown", "backspace"):
            await laptop.wait(15)
            await laptop.press(key)

        assert "Notes of 5" in laptop.words("where")


async def test_who_reads_the_keys_too_long_finds_the_notes_locked() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "question_mark")
        laptop.hands.move(21)
        await laptop.press("escape")

        assert "The notes are locked" in await laptop.everything()
