"""What is due, on the desk: the list, and the keys for what is marked."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from rounds.domain.errors import StoreError
from rounds.i18n import using
from tests.ui.screens.after.a_desk import HELD, a_note, an_evening, at_a_desk, on

OVERDUE = a_note("Ann Lee", "Ben Cole", next_step="mail", next_step_on=on(-3), text="likes tea")
DUE_TODAY = a_note("Ben Cole", "Ann Lee", next_step="meeting", next_step_on=on(0))
LATER = a_note("Kai Mori", "Eva Sato", reply="by", reply_by=on(9))


async def test_what_is_overdue_comes_first_and_the_tab_counts_what_is_due_by_today() -> None:
    async with at_a_desk(an_evening(LATER, DUE_TODAY, OVERDUE)) as hand:
        found = hand.lines

    assert "1 Due 2" in found[1]
    rows = [line for line in found if "2026" not in line]
    order = [next(at for at, line in enumerate(rows) if name in line) for name in ("Mail", "One-")]
    assert order == sorted(order)
    assert any("today" in line for line in found)
    assert any("Give Eva Sato an answer" in line for line in found)


async def test_what_was_done_leaves_the_list_is_on_the_disk_and_comes_back_with_u() -> None:
    async with at_a_desk(an_evening(OVERDUE)) as hand:
        await hand.press("d")
        gone, done = (
            "Mail: Ben" not in "\n".join(hand.lines[3:15]),
            hand.files.of().notes[0].done_on,
        )
        await hand.press("u")

        assert (gone, done) == (True, on(0))
        assert "Mail: Ben Cole" in "\n".join(hand.lines[3:15])
        assert hand.files.of().notes[0].done_on is None


@pytest.mark.parametrize(("key", "days"), [("t", 1), ("w", 7)])
async def test_a_step_is_put_off_from_today(key: str, days: int) -> None:
    async with at_a_desk(an_evening(OVERDUE)) as hand:
        await hand.press(key)

        assert hand.files.of().notes[0].next_step_on == on(days)
        assert "Put off to" in hand.text


async def test_the_message_is_shown_copied_and_once_it_is_sent_the_step_is_done() -> None:
    async with at_a_desk(an_evening(OVERDUE)) as hand:
        await hand.press("c")
        shown, copied = hand.text, hand.app.clipboard
        await hand.press("enter")

        assert "Dear Ben Cole" in shown
        assert copied.startswith("Dear Ben Cole")
        assert hand.files.of().notes[0].done_on == on(0)


@pytest.mark.parametrize(
    ("key", "reply", "said"), [("y", "yes", "I accept it gladly"), ("x", "no", "my answer is no")]
)
async def test_a_promised_answer_is_sent_as_a_clear_yes_or_no_and_noted(
    key: str, reply: str, said: str
) -> None:
    async with at_a_desk(an_evening(LATER)) as hand:
        await hand.press("c", key)
        shown = hand.text
        await hand.press("enter")

        (note,) = hand.files.of().notes
        assert said in shown
        assert "by Fri 29 May" not in shown
        assert (note.reply, note.answered_on) == (reply, on(0))
        await hand.press("u")
        assert hand.files.of().notes[0].reply == "by"


async def test_once_its_day_is_over_no_message_promises_an_answer_by_that_day() -> None:
    late = a_note(
        "Kai Mori",
        "Eva Sato",
        reply="by",
        reply_by=on(-2),
        next_step="meeting",
        next_step_on=on(-5),
    )
    async with at_a_desk(an_evening(late)) as hand:
        await hand.press("c")

        assert "Could we meet for 30 minutes" in hand.text


async def test_a_message_that_was_only_looked_at_changes_nothing() -> None:
    async with at_a_desk(an_evening(OVERDUE)) as hand:
        await hand.press("c", "escape")

        assert hand.files.written == []


async def test_a_name_that_is_typed_leaves_only_what_concerns_that_person() -> None:
    async with at_a_desk(an_evening(OVERDUE, LATER)) as hand:
        await hand.press("slash")
        await hand.write("eva")
        found = "\n".join(hand.lines[3:15])
        await hand.press("enter", "d")

        assert "Ben" not in found
        assert "Eva Sato" in found
        assert [note.by for note in hand.files.of().notes if note.answered_on] == ["Kai Mori"]


async def test_by_person_everything_of_one_person_stands_together() -> None:
    first = a_note("Kai Mori", "Ann Lee", next_step="mail", next_step_on=on(-5))
    last = a_note("Kai Mori", "Eva Sato", next_step="mail", next_step_on=on(5))
    async with at_a_desk(an_evening(first, OVERDUE, last)) as hand:
        await hand.press("o")
        names = [
            name
            for line in hand.lines[3:6]
            for name in ("Ann Lee", "Kai Mori")
            if f" {name}  " in line
        ]

    assert names == ["Ann Lee", "Kai Mori", "Kai Mori"]


async def test_a_file_that_an_evening_holds_refuses_the_change_and_the_step_stays() -> None:
    async with at_a_desk(an_evening(OVERDUE)) as hand:
        hand.files.refuses = StoreError("may.toml is already open in another program.")
        await hand.press("d")
        await hand.settle()

        assert "already open" in hand.text
        assert "Mail: Ben Cole" in "\n".join(hand.lines[2:15])
    hand.app.desk.news.clear()


async def test_a_key_that_is_pressed_while_files_are_still_read_acts_on_the_row_that_is_shown() -> (
    None
):
    april = an_evening(held=HELD.replace(month=4))
    async with at_a_desk(an_evening(OVERDUE)) as hand:
        desk = hand.app.desk
        desk.reading = True
        hand.files.events[Path("april.toml")] = april
        hand.files.new.add(Path("april.toml"))
        desk.look()
        while len(desk.evenings) < 2:
            desk.take_in_reports()
            await asyncio.sleep(0.002)
        desk.reading = False
        await hand.press("d")

        assert [str(path) for path in hand.files.written] == ["may.toml"]


async def test_steps_of_several_evenings_are_one_list_and_each_goes_into_its_own_file() -> None:
    april = an_evening(
        a_note("Eva Sato", "Kai Mori", next_step="mail", next_step_on=on(-20)),
        held=HELD.replace(month=4),
    )
    async with at_a_desk(an_evening(OVERDUE), april) as hand:
        await hand.press("d")

        assert [str(path) for path in hand.files.written] == ["file-2.toml"]
        assert "2 evenings" in hand.lines[0]


@pytest.mark.parametrize("language", ["en", pytest.param("ja", marks=pytest.mark.wide)])
async def test_without_anything_due_the_list_says_so(language: str) -> None:
    with using(language):
        async with at_a_desk(an_evening()) as hand:
            said = "Nothing is due." if language == "en" else "期日の来るものはありません"
            assert said in hand.text


async def test_hostile_names_and_notes_show_no_markup_and_no_control_character() -> None:
    evil = "[@click=app.quit]Bob[/] \x1b[2J"
    event = an_evening()
    note = a_note("Ann Lee", evil, next_step="mail", next_step_on=on(0), text="\x1b]52;c;AAAA\x07")
    people = [{"name": "Ann Lee"}, {"name": evil}]
    hostile = event.checked({**event.data(), "participants": people, "notes": [note], "rounds": []})
    async with at_a_desk(hostile) as hand:
        await hand.press("c")

        assert "\x1b" not in hand.text
        assert "\x1b" not in hand.app.clipboard
        assert "Bob" in hand.text
