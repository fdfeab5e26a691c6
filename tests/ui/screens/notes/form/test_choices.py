"""The choices of a note, made with the arrows and moved to another date, by real keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rounds.domain.event import Note
from rounds.ui.screens.notes.form.choice_rows import ChoiceRows
from rounds.ui.screens.notes.form.note_form import NoteForm
from tests.breadth import daily
from tests.evenings import START
from tests.ui.screens.laptop import Laptop, a_key
from tests.ui.screens.notes.breaks import in_the_break

OPENED = ("n", "space", "5", "enter", "enter", "tab", "tab", "tab")
"""The keys that lead to the choices of a new note."""

TODAY = START.date()


def note(laptop: Laptop) -> Note:
    """Return the note as it stands in the form."""
    written = laptop.app.screen.query_one(NoteForm).note
    assert written is not None
    return written


async def test_nothing_is_chosen_until_somebody_chooses() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED)
        shown = await laptop.everything()

        assert (note(laptop).stage, note(laptop).reply, note(laptop).next_step) == (None,) * 3
        assert "[4" not in shown
        assert "[1" not in shown


async def test_right_and_left_choose_in_the_marked_row() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "right", "right")
        two_right = note(laptop).stage
        await laptop.press("left")

        assert (two_right, note(laptop).stage) == ("problem", "now")


async def test_the_interest_is_taken_back_by_its_key() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "3", "3")

        assert note(laptop).stage is None


async def test_the_arrows_stop_at_both_ends_of_a_row() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, *["right"] * 6)
        last = note(laptop).stage
        await laptop.press(*["left"] * 6)

        assert (last, note(laptop).stage) == ("not_yet", None)


async def test_right_makes_the_first_choice_of_a_row_and_left_takes_it_back() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "down", "left")
        none_yet = note(laptop).reply
        await laptop.press("right")
        first = note(laptop).reply
        await laptop.press("left")

        assert (none_yet, first, note(laptop).reply) == (None, "yes", None)


async def test_what_the_arrows_choose_has_its_date() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "down", "right", "right")
        answer_by = note(laptop).reply_by
        await laptop.press("right")

        assert answer_by == TODAY + timedelta(days=7)
        assert (note(laptop).reply, note(laptop).reply_by) == ("no", None)


async def test_the_arrows_choose_whether_to_talk_again() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "down", "down", "down", "right")
        wished = note(laptop).again
        await laptop.press("left")

        assert (wished, note(laptop).again) == (True, False)


@pytest.mark.parametrize(
    ("keys", "days"),
    daily(2, [((">", ">", "<"), 8), ((",", ","), 5), ((">",), 8), (("<",), 6), ((".",), 8)]),
)
async def test_the_signs_move_the_date_of_an_answer(keys: tuple[str, ...], days: int) -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "b", *keys)

        assert note(laptop).reply_by == TODAY + timedelta(days=days)


async def test_no_date_is_moved_into_the_past() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "b", *["<"] * 10)

        assert note(laptop).reply_by == TODAY


async def test_the_signs_move_the_date_of_the_marked_row_only() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "b", "p")
        postcard: date | None = note(laptop).next_step_on
        await laptop.press(">", "up", "<")

        assert postcard is not None
        assert note(laptop).next_step_on == postcard + timedelta(days=1)
        assert note(laptop).reply_by == TODAY + timedelta(days=6)


async def test_in_a_row_without_a_date_the_signs_do_nothing() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "2", ">")
        stage = note(laptop).stage
        await laptop.press("down", "down", ">", "<")

        assert stage == "problem"
        assert (note(laptop).next_step, note(laptop).next_step_on) == (None, None)


async def test_the_form_says_that_the_signs_move_a_date_where_there_is_one() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED)
        without = laptop.words("choices-label")
        await laptop.press("down", "right", "right")

        assert without.strip() == "Now one key each:"
        assert laptop.words("choices-label").strip() == "Now one key each (< and > move the date):"


async def test_a_date_moved_by_a_sign_is_saved_with_the_note() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "b", ">", "enter")

        (saved,) = laptop.session.event.notes
        assert saved.reply_by == TODAY + timedelta(days=8)


async def test_past_the_last_row_the_cursor_goes_to_the_next_line() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, *["down"] * 4)
        below = laptop.app.focused
        await laptop.press("up")

        assert below is not None
        assert below.id == "purpose"
        assert isinstance(laptop.app.focused, ChoiceRows)


async def test_an_arrow_right_behind_a_choice_acts_in_the_row_of_that_choice() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "b")
        await laptop.burst(a_key("p"), a_key("left"), a_key("down"), a_key("right"))

        assert (note(laptop).reply, note(laptop).next_step) == ("by", "newsletter")
        assert note(laptop).again


async def test_days_are_named_with_the_day_of_the_week() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "b", "m")
        shown = await laptop.everything()

        assert "answer by Thu 21 May" in shown
        assert "message on Thu 14 May" in shown


async def test_a_one_to_one_is_not_meant_for_today() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "o")

        assert note(laptop).next_step_on == TODAY + timedelta(days=7)


async def test_composed_text_where_one_key_is_meant_is_answered() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "か")

        assert "Japanese input is on" in laptop.words("disk")
        assert note(laptop).stage is None


async def test_tabs_in_one_burst_are_counted_one_by_one() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED[:5])
        await laptop.burst(a_key("tab"), a_key("tab"), a_key("tab"))

        assert isinstance(laptop.app.focused, ChoiceRows)


async def test_f_chooses_the_usual_next_step_of_an_interest_and_its_day() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED, "2", "f")

        assert (note(laptop).next_step, note(laptop).next_step_on) == (
            "mail",
            TODAY + timedelta(days=1),
        )


async def test_f_is_offered_only_where_it_does_something() -> None:
    async with in_the_break() as laptop:
        await laptop.press(*OPENED)
        before = await laptop.everything()
        await laptop.press("f")
        nothing = note(laptop).next_step
        await laptop.press("1")
        offered = await laptop.everything()
        await laptop.press("f", "m", "f")

        assert "f chooses the usual next step" not in before
        assert nothing is None
        assert "f chooses the usual next step" in offered
        assert note(laptop).next_step == "message"  # chosen by hand, f leaves it alone
