"""Finding oneself in the notes by number or name, and a stack of paper cards."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from rounds.ui.widgets.text_line import TextLine
from tests.breadth import daily
from tests.ui.screens.notes.breaks import held, in_the_break


async def test_typing_in_paper_cards_takes_at_most_four_keys_a_note() -> None:
    written: list[int] = []
    async with in_the_break(people=60) as laptop:
        await laptop.press("n", "space", "f2")
        for card in ("1", "12", "45"):
            before = laptop.keys
            await laptop.press(*card, "enter")
            for _ in range(3):
                await laptop.write("a line")
                await laptop.press("enter")
                written.append(laptop.keys - before)
                before = laptop.keys

        assert len(laptop.session.event.notes) == 9
        assert max(written) <= 4
        assert sum(written) / len(written) <= 2


async def test_paper_cards_are_typed_in_as_they_were_written_the_oldest_first() -> None:
    async with in_the_break(people=60) as laptop:
        await laptop.press("n", "space", "f2", "1", "2", "enter")
        for _ in range(3):
            await laptop.write("a line")
            await laptop.press("enter")

        assert [note.round for note in laptop.session.event.notes] == [1, 2, 3]


async def test_after_a_stack_of_sorted_cards_the_next_person_is_one_enter_away() -> None:
    async with in_the_break(people=8, rounds=1) as laptop:
        await laptop.press("n", "space", "f2", "enter")
        await laptop.write("one")
        await laptop.press("enter", "enter")
        await laptop.write("two")
        await laptop.press("enter")

        assert [note.by for note in laptop.session.event.notes] == ["Person 01", "Person 02"]


async def test_the_host_sees_that_the_last_note_of_a_paper_card_is_saved() -> None:
    async with in_the_break(people=8, rounds=1) as laptop:
        await laptop.press("n", "space", "f2", "3", "enter")
        await laptop.write("a line")
        await laptop.press("enter")
        await laptop.wait(0.1)
        early = laptop.words("disk")
        laptop.disk_has_everything()
        await laptop.wait(0.1)

        assert early == "Not saved yet"
        assert laptop.words("disk") == "Saved 18:30:00 (1 note)"


@pytest.mark.parametrize("typed", daily(2, ["ｻﾄｳ", "２", "さとう", "サトウ", "佐藤", "sato"]))
async def test_one_finds_oneself_by_reading_by_name_or_by_number(typed: str) -> None:
    event = Event.checked(
        {
            "event": {"title": "交流会", "language": "ja"},
            "participants": [
                {"name": "田中 愛子", "kana": "たなか あいこ"},
                {"name": "佐藤 花子", "kana": "さとう はなこ"},
            ],
        }
    )
    async with in_the_break(event=held(event, 1)) as laptop:
        await laptop.press("n", "space")
        await laptop.write(typed)
        await laptop.press("enter")

        assert "佐藤 花子" in laptop.words("where")


async def test_the_marked_row_of_a_long_list_stays_in_view() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", *["down"] * 26)
        far_down = await laptop.everything()
        await laptop.press(*["up"] * 20)

        assert ">  26  Person 26" in far_down
        assert ">   6  Person 06" in await laptop.everything()


async def test_with_nothing_typed_a_stray_enter_opens_nobodys_notes() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "enter", "enter")

        assert "> " not in await laptop.everything()
        assert "Who are you?" in await laptop.everything()
        assert laptop.words("disk") == "Type your number or your name first."


async def test_a_name_that_is_wiped_out_again_leaves_nobody_marked() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "p", "backspace", "enter")

        assert "Who are you?" in await laptop.everything()
        assert laptop.words("disk") == "Type your number or your name first."


@pytest.mark.parametrize("mark", daily(1, ["?", "\N{FULLWIDTH QUESTION MARK}"]))
async def test_who_has_typed_nothing_yet_may_ask_for_the_keys(mark: str) -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space")
        await laptop.press("question_mark" if mark == "?" else mark)
        keys = " ".join((await laptop.everything()).split())
        await laptop.press("escape")

        assert "Up Down Choose" in keys
        assert "F2 Paper cards" in keys
        assert "Ctrl+Q Close the notes" in keys
        assert laptop.app.screen.query_one("#query", TextLine).value == ""


async def test_the_arrows_mark_somebody_without_a_name() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "down", "down", "enter")

        assert "Notes of 2" in laptop.words("where")


async def test_a_click_picks_as_enter_does() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space")
        await laptop.click("#people", offset=(10, 4))
        await laptop.settle()

        assert "Notes of 5" in laptop.words("where")


async def test_who_is_not_on_the_list_reads_that_nobody_is_found() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space")
        await laptop.write("zzz")
        nobody = await laptop.everything()
        await laptop.press("enter")
        answer = laptop.words("disk")
        await laptop.press("backspace", "backspace", "backspace")
        await laptop.press("enter")

        assert "Nobody found" in nobody
        assert answer == "Nobody found"
        assert "Nobody found" not in await laptop.everything()
        assert "Person 01" in await laptop.everything()


async def test_paper_cards_begin_with_an_empty_line() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space")
        await laptop.write("zzz")
        await laptop.press("f2")

        assert laptop.app.screen.query_one("#query", TextLine).value == ""
        assert "Nobody found" not in await laptop.everything()


async def test_paper_cards_begin_with_the_first_one_whoever_wrote_at_the_laptop_before() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "escape", "f2")

        assert ">   1  Person 01" in await laptop.everything()
