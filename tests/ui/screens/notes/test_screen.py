"""The notes at the laptop: few keys, a warning first, and the way back to the stage."""

from __future__ import annotations

import pytest

from rounds.domain import notes
from rounds.domain.evening import clock
from rounds.domain.event import Event
from tests.breadth import daily
from tests.ui.screens.notes.breaks import held, in_the_break


async def test_a_full_note_takes_at_most_twelve_keys_beside_its_letters() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "1", "2", "enter", "enter")
        await laptop.write("wants a web shop")
        await laptop.press("tab", "tab", "tab", "1", "enter")

        note = notes.find(laptop.session.event, 3, "Person 12", "Person 09")
        assert note is not None
        assert (note.purpose, note.stage) == ("wants a web shop", "now")
        assert laptop.keys <= 12


async def test_the_warning_promises_no_more_than_is_true() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n")

        seen = " ".join((await laptop.everything()).split())
        assert "Only the notes of the name you choose are shown" in seen
        assert "look away" in seen
        assert "their own" not in seen


async def test_before_anything_else_the_screen_warns_of_the_projector() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n")

        seen = await laptop.everything()
        assert "projector" in seen
        assert "Person" not in seen


async def test_the_break_counts_down_while_somebody_writes() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.wait(12)

        assert "Break 9:48" in laptop.words("clock")


async def test_quitting_from_the_notes_only_closes_the_notes() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter", "ctrl+q")

        assert laptop.screen != "NotesScreen"
        assert not laptop.session.state.saver.closed  # type: ignore[attr-defined]


async def test_undo_as_people_know_it_does_not_put_the_program_to_sleep() -> None:
    async with in_the_break() as laptop:
        on_the_stage = "ctrl+z" in laptop.app.screen.active_bindings
        await laptop.press("n", "space", "5", "enter", "enter")

        assert on_the_stage
        assert "ctrl+z" not in laptop.app.screen.active_bindings


async def test_what_was_told_to_one_part_is_gone_in_the_next() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "enter", "5", "enter")

        assert laptop.words("disk") == ""


async def test_the_question_mark_shows_the_keys_and_does_not_pass_the_warning() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "question_mark")
        keys = await laptop.everything()
        await laptop.press("question_mark")

        assert "Keys on this screen" in keys
        assert "Close the notes" in keys
        assert "projector off?" in await laptop.everything()


async def test_keys_that_do_nothing_are_not_named() -> None:
    async with in_the_break(people=8, rounds=1) as laptop:
        laptop.session.people.add_walk_in("Late Guest")
        await laptop.press("n", "space", "5", "enter", "enter")
        one_partner = laptop.words("keys")
        await laptop.press("escape", "escape", "9", "enter")

        assert "PgDn" not in one_partner
        assert laptop.words("keys").strip() == "Esc: done, lock"


async def test_one_escape_too_many_does_not_hand_the_next_one_the_stage() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.press("escape", "escape", "escape")

        assert "Who are you?" in await laptop.everything()
        assert laptop.words("disk") == "Press Esc again to close the notes."


@pytest.mark.parametrize("key", daily(1, ["escape", "ctrl+q"]))
async def test_a_second_press_in_time_goes_back_to_the_stage(key: str) -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", key)
        await laptop.wait(5.1)
        asked = laptop.words("disk")
        await laptop.press(key)
        still = laptop.screen == "NotesScreen"
        await laptop.press(key)

        assert asked == ""
        assert still
        assert laptop.screen != "NotesScreen"


@pytest.mark.parametrize("keys", [(), ("space", "f2")])
async def test_the_host_leaves_the_warning_and_the_cards_at_one_press(keys: tuple[str]) -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", *keys, "escape")

        assert laptop.screen != "NotesScreen"


async def test_a_name_that_looks_like_markup_is_shown_as_it_is() -> None:
    event = Event.checked(
        {
            "event": {"title": "Mixer"},
            "participants": [
                {"name": "[/] Ann", "company": "[@click=app.quit]x[/]"},
                {"name": "\x1b[31mBob\u202e", "company": "[b]"},
            ],
        }
    )
    async with in_the_break(event=held(event, 1)) as laptop:
        await laptop.press("n", "space", "1", "enter", "enter")
        seen = await laptop.everything()

        assert "[/] Ann" in seen
        assert "Bob" in seen
        assert "\x1b" not in seen


async def test_the_notes_never_say_that_a_round_begins_in_time_that_is_over() -> None:
    async with in_the_break() as laptop:
        laptop.session.state.run = clock.start("move", 4, 60, laptop.hands.now)
        await laptop.press("n", "space")
        await laptop.wait(10)
        before = await laptop.everything()
        await laptop.wait(62)

        assert "Round 4 begins in 0:50" in before
        assert "Round 4 is about to begin" in await laptop.everything()
