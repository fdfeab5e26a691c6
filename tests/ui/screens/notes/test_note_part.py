"""Writing a note: its lines and choices, its draft, and what is said about the disk."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from textual import events

from rounds.domain.event import Note
from rounds.domain.language import Language
from rounds.domain.sentence import sentence
from rounds.ui.screens.notes.form.choice_rows import ChoiceRows
from rounds.ui.screens.notes.form.note_form import NoteForm
from rounds.ui.widgets.text_line import TextLine
from tests.breadth import daily
from tests.evenings import START, an_event
from tests.ui.screens.notes.breaks import held, in_the_break, line


async def test_saved_is_said_only_after_the_disk_has_it() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("a line")
        await laptop.press("enter")
        laptop.session.state.saved(len(laptop.session.state.saver.kept) - 1, START)  # type: ignore[attr-defined]
        await laptop.wait(0.1)
        early = laptop.words("disk")
        laptop.disk_has_everything()
        await laptop.wait(0.1)

        assert early == "Not saved yet"
        assert laptop.words("disk") == "Saved 18:30:00 (1 note)"


async def test_the_time_of_saving_is_written_as_the_host_asks() -> None:
    async with in_the_break(event=held(an_event(8, clock="12h"), 3)) as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("a line")
        await laptop.press("enter")
        laptop.disk_has_everything()
        await laptop.wait(0.1)

        assert laptop.words("disk") == "Saved 6:30:00 pm (1 note)"


async def test_a_disk_that_refuses_is_named_and_nothing_is_called_saved() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("a line")
        await laptop.press("enter", "enter")
        laptop.session.state.unsaved(sentence("the disk is full"))
        await laptop.wait(0.1)

        assert laptop.words("disk") == "Not saved yet: the disk is full"
        assert "Saved" not in await laptop.everything()


async def test_an_evening_started_over_on_the_same_day_has_no_draft_of_the_one_before() -> None:
    first = held(an_event(8), 3)
    async with in_the_break(event=first) as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("of the rehearsal")
    later = START + timedelta(hours=1)
    over = first.with_(rounds=tuple(each.with_(started_at=later) for each in first.rounds))
    async with in_the_break(event=over) as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")

        assert line(laptop) == ""


async def test_what_was_being_typed_is_there_again_after_a_crash() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("half a thou")
        await laptop.press("tab", "tab", "tab", "2", "b")

    async with in_the_break() as again:
        await again.press("n", "space", "5", "enter", "enter")

        form = again.app.screen.query_one(NoteForm)
        assert line(again) == "half a thou"
        assert form.note is not None
        assert (form.note.stage, form.note.reply) == ("problem", "by")
        assert "your draft" in await again.everything()


async def test_somebody_else_does_not_get_the_draft() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("half a thought")
        await laptop.press("escape", "escape", "8", "enter", "enter")

        assert "About 5" in await laptop.everything()
        assert line(laptop) == ""


async def test_the_draft_is_kept_until_the_note_is_on_the_disk(tmp_path: Path) -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("a line")
        await laptop.press("enter")
        await laptop.wait(0.1)
        before = list(tmp_path.rglob("drafts/*"))
        laptop.disk_has_everything()
        await laptop.wait(0.1)

        assert len(before) == 1
        assert list(tmp_path.rglob("drafts/*")) == []


async def test_the_form_opens_with_what_was_written_and_enter_replaces_it() -> None:
    first = Note(round=1, by="Person 01", about="Person 02", at=START, purpose="old", reply="no")
    written = held(an_event(2), 1).with_(notes=(first,))
    async with in_the_break(event=written) as laptop:
        await laptop.press("n", "space", "1", "enter", "enter")
        await laptop.write(" and new")
        await laptop.press("enter")

        (note,) = laptop.session.event.notes
        assert (note.purpose, note.reply) == ("old and new", "no")


async def test_every_choice_has_its_key_and_its_default_date() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter", "tab", "tab", "tab")
        await laptop.press("3", "b", "p", "+", "down")
        await laptop.press("enter")

        (note,) = laptop.session.event.notes
        assert (note.stage, note.reply, note.next_step, note.again) == (
            "someday",
            "by",
            "postcard",
            True,
        )
        assert note.reply_by == date(2026, 5, 21)
        assert note.next_step_on == date(2026, 5, 21)


async def test_the_lines_come_in_the_order_in_which_the_stage_asks_for_them() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.write("find a partner")
        await laptop.press("down")
        await laptop.write("ask my aunt")
        await laptop.press("tab")
        await laptop.write("plays the cello")
        await laptop.press("enter")

        (note,) = laptop.session.event.notes
        assert (note.purpose, note.can_do, note.text) == (
            "find a partner",
            "ask my aunt",
            "plays the cello",
        )


async def test_an_empty_form_is_not_saved() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter", "enter")

        assert laptop.session.event.notes == ()
        assert "Nothing is written yet" in laptop.words("disk")


async def test_page_down_goes_to_another_partner() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter", "pagedown")

        assert "About 7" in laptop.words("about")


async def test_full_width_keys_choose_too() -> None:
    async with in_the_break() as laptop:
        await laptop.press(
            "n", "space", "5", "enter", "enter", *["tab"] * 3, "１", "ｙ", "え", "enter"
        )

        (note,) = laptop.session.event.notes
        assert (note.stage, note.reply, note.next_step) == ("now", "yes", "mail")


async def test_what_is_pasted_can_not_steer_the_terminal() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.burst(events.Paste("a\x1b[31mred\u202e\nb"))
        seen = await laptop.everything()
        await laptop.press("enter")

        (note,) = laptop.session.event.notes
        assert not {"\x1b", "\u202e", "\n"} & set(note.purpose)
        assert "\x1b" not in seen
        assert "\u202e" not in seen


async def test_who_writes_beyond_the_end_of_the_line_is_told_that_it_is_full() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "1", "2", "enter", "enter")
        laptop.app.screen.query_one("#purpose", TextLine).fill("x" * 500)
        await laptop.write("y")
        await laptop.settle()

        assert line(laptop) == "x" * 500
        assert "This line is full: it holds 500 characters." in laptop.words("disk")


async def test_of_what_is_pasted_as_much_is_taken_as_the_line_holds() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "1", "2", "enter", "enter")
        laptop.app.screen.query_one("#purpose", TextLine).fill("x" * 497)
        await laptop.burst(events.Paste("ab\N{FAMILY}\N{ZERO WIDTH JOINER}\N{BOY}"))

        assert line(laptop) == "x" * 497 + "ab"
        assert "This line is full" in laptop.words("disk")


async def test_the_keys_of_the_form_are_listed_with_those_of_its_rows() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter", *["tab"] * 3, "question_mark")
        keys = " ".join((await laptop.everything()).split())

        for listed in ("PgDn Next partner", "PgUp Previous partner", "Tab Down Next line"):
            assert listed in keys
        assert "< > Move the date of this row" in keys


async def test_a_question_mark_in_a_note_is_text() -> None:
    async with in_the_break() as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")
        await laptop.press("question_mark")

        assert line(laptop) == "?"


@pytest.mark.parametrize(
    "size",
    [(60, 20), *(pytest.param(size, marks=pytest.mark.wide) for size in ((80, 24), (120, 36)))],
)
@pytest.mark.parametrize("language", daily(1, ["en", "ja"]))
async def test_the_whole_form_fits(size: tuple[int, int], language: Language) -> None:
    async with in_the_break(size=size, language=language) as laptop:
        await laptop.press("n", "space", "5", "enter", "enter", *["tab"] * 3, "b", "w")
        seen = (await laptop.everything()).splitlines()

        assert len(seen) == size[1]
        assert [c for c in "".join(seen) if east_asian_width(c) == "A"] == []
        assert laptop.app.screen.query_one(ChoiceRows).region.bottom <= size[1] - 2
        assert laptop.app.screen.query_one("#keys").region.bottom == size[1]
        assert laptop.app.screen.query_one("#keys").region.height <= 2
        assert "9:59" in seen[0] or "10:00" in seen[0]


@pytest.mark.parametrize(
    ("language", "label"), daily(1, [("en", "Their offer "), ("ja", "お役に立てること ")])
)
async def test_no_label_of_the_form_is_cut_in_a_small_window(
    language: Language, label: str
) -> None:
    async with in_the_break(size=(60, 20), language=language) as laptop:
        await laptop.press("n", "space", "5", "enter", "enter")

        assert label in await laptop.everything()
