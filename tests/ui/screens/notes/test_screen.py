"""Notes at the laptop: few keys, only one's own, saved when the disk says so."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import pytest
from textual import events
from textual.pilot import Pilot

from rounds.domain import notes
from rounds.domain.evening import clock
from rounds.domain.event import Event, Note, Pairing, Round
from rounds.domain.language import Language
from rounds.domain.sentence import sentence
from rounds.i18n import activate, using
from rounds.session.session import Session
from rounds.ui.apps.evening import RoundsApp
from rounds.ui.screens.notes.form.note_form import NoteForm
from rounds.ui.screens.notes.screen import NotesScreen
from rounds.ui.widgets.text_line import TextLine
from tests.evenings import START, Hands, a_session, an_event
from tests.ui.screens.laptop import at_once


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    yield
    activate("en")


def held(event: Event, rounds: int) -> Event:
    """Return the event after so many rounds: in round r, person i sits with person i xor r."""
    keys = [person.key for person in event.participants]
    record = []
    for number in range(1, rounds + 1):
        pairs = sorted({tuple(sorted((i, i ^ number))) for i in range(len(keys))})
        record.append(
            Round(
                number=number,
                started_at=START,
                ended_at=START,
                pairings=tuple(
                    Pairing(table=table, people=(keys[one], keys[other]))
                    for table, (one, other) in enumerate(pairs, 1)
                    if other < len(keys)
                ),
            )
        )
    return event.with_(rounds=tuple(record))


class Laptop:
    """The break of an evening of 32 people after three rounds; every key pressed is counted."""

    def __init__(self, people: int = 32, rounds: int = 3, event: Event | None = None) -> None:
        self.hands = Hands()
        self.session: Session = a_session(event or held(an_event(people), rounds), self.hands)
        self.session.state.run = clock.start("break", rounds, 600, self.hands.now)
        self.app = RoundsApp(self.session)
        self.keys = 0
        self.letters = 0

    async def press(self, pilot: Pilot[Any], *keys: str) -> None:
        for key in keys:
            await self._send(key, key if len(key) == 1 else None)
            self.keys += 1
        await pilot.pause(0)

    async def write(self, pilot: Pilot[Any], text: str) -> None:
        for letter in text:
            await self._send("space" if letter == " " else letter, letter)
            self.letters += 1
        await pilot.pause(0)

    async def _send(self, key: str, character: str | None) -> None:
        """Press a key as the terminal's driver does, and let everything that follows happen.

        Waiting for an idle process after each key, as the pilot does, takes ten times as long.
        """
        at_once(self.app, events.Key(key, " " if key == "space" else character))
        for _ in range(60):
            await asyncio.sleep(0)

    async def let(self, pilot: Pilot[Any], seconds: float) -> None:
        """Let time pass without a key."""
        self.hands.move(seconds)
        self.app._beat()
        await pilot.pause()

    def disk_has_everything(self) -> None:
        self.session.state.saved(len(self.session.state.saver.kept), START)  # type: ignore[attr-defined]

    @property
    def screen(self) -> NotesScreen:
        screen = self.app.screen
        assert isinstance(screen, NotesScreen)
        return screen

    def words(self, name: str) -> str:
        return str(self.screen.query_one(f"#{name}").render())

    def everything(self) -> str:
        """Return all that can be read on the screen."""
        return "\n".join(
            "".join(segment.text for segment in strip)
            for strip in self.app.screen._compositor.render_strips()
        )

    def line(self) -> str:
        return self.screen.query_one("#text", TextLine).value


async def test_a_full_note_takes_at_most_twelve_keys_beside_its_letters() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "1", "2", "enter", "enter")
        await laptop.write(pilot, "wants a web shop")
        await laptop.press(pilot, "tab", "1", "enter")

        note = notes.find(laptop.session.event, 3, "Person 12", "Person 09")
        assert note is not None
        assert (note.text, note.stage) == ("wants a web shop", "now")
        assert laptop.keys <= 12


async def test_typing_in_paper_cards_takes_at_most_four_keys_a_note() -> None:
    laptop = Laptop(people=60)
    written: list[int] = []
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "f2")
        for card in ("1", "12", "45"):
            before = laptop.keys
            await laptop.press(pilot, *card, "enter")
            for _ in range(3):
                await laptop.write(pilot, "a line")
                await laptop.press(pilot, "enter")
                written.append(laptop.keys - before)
                before = laptop.keys

        assert len(laptop.session.event.notes) == 9
        assert max(written) <= 4
        assert sum(written) / len(written) <= 2


async def test_after_a_stack_of_sorted_cards_the_next_person_is_one_enter_away() -> None:
    laptop = Laptop(people=8, rounds=1)
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "f2", "enter")
        await laptop.write(pilot, "one")
        await laptop.press(pilot, "enter", "enter")
        await laptop.write(pilot, "two")
        await laptop.press(pilot, "enter")

        assert [note.by for note in laptop.session.event.notes] == ["Person 01", "Person 02"]


async def test_the_warning_promises_no_more_than_is_true() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n")

        seen = " ".join(laptop.everything().split())
        assert "Only the notes of the name you choose are shown" in seen
        assert "look away" in seen
        assert "their own" not in seen


async def test_before_anything_else_the_screen_warns_of_the_projector() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n")

        seen = laptop.everything()
        assert "projector" in seen
        assert "Person" not in seen


async def test_only_ones_own_partners_are_shown_newest_first() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter")

        seen = laptop.everything()
        assert re.findall(r"Round (\d) +(\d+)", seen) == [("3", "8"), ("2", "7"), ("1", "6")]


async def test_a_note_that_is_written_has_a_mark_and_stays_hidden_until_opened() -> None:
    laptop = Laptop()
    laptop.session.state.event = laptop.session.event.with_(
        notes=(
            Note(round=3, by="Person 05", about="Person 08", at=START, text="secret of five"),
            Note(round=3, by="Person 08", about="Person 05", at=START, text="secret of eight"),
        )
    )
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter")
        listed = laptop.everything()
        await laptop.press(pilot, "up", "enter")
        opened = laptop.everything()

        assert "[x] written" in listed
        assert "secret" not in listed
        assert "secret of five" in opened
        assert "secret of eight" not in opened


async def test_saved_is_said_only_after_the_disk_has_it() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        await laptop.write(pilot, "a line")
        await laptop.press(pilot, "enter")
        laptop.session.state.saved(len(laptop.session.state.saver.kept) - 1, START)  # type: ignore[attr-defined]
        await laptop.let(pilot, 0.1)
        early = laptop.words("disk")
        laptop.disk_has_everything()
        await laptop.let(pilot, 0.1)

        assert early == "Not on the disk yet ..."
        assert laptop.words("disk") == "Saved 18:30:00 (1 note)"


async def test_the_host_sees_that_the_last_note_of_a_paper_card_is_saved() -> None:
    laptop = Laptop(people=8, rounds=1)
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "f2", "3", "enter")
        await laptop.write(pilot, "a line")
        await laptop.press(pilot, "enter")
        await laptop.let(pilot, 0.1)
        early = laptop.words("disk")
        laptop.disk_has_everything()
        await laptop.let(pilot, 0.1)

        assert early == "Not on the disk yet ..."
        assert laptop.words("disk") == "Saved 18:30:00 (1 note)"


async def test_a_disk_that_refuses_is_named_and_nothing_is_called_saved() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        await laptop.write(pilot, "a line")
        await laptop.press(pilot, "enter")
        laptop.session.state.unsaved(sentence("the disk is full"))
        await laptop.let(pilot, 0.1)

        assert laptop.words("disk") == "Not on the disk yet: the disk is full"
        assert "Saved" not in laptop.everything()


async def test_after_twenty_seconds_without_a_key_nothing_private_is_left() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        await laptop.write(pilot, "my secret")
        await laptop.let(pilot, 19)
        before = laptop.everything()
        await laptop.let(pilot, 1.1)
        after = laptop.everything()

        assert "my secret" in before
        assert "locks in 1 s" in before
        assert "my secret" not in after
        assert "Who are you?" in after
        assert laptop.screen.query_one(NoteForm).note is None


async def test_every_key_puts_the_lock_off() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        for key in ("a", "left", "tab", "1", "down", "pagedown", "backspace"):
            await laptop.let(pilot, 15)
            await laptop.press(pilot, key)

        assert "Notes of 5" in laptop.words("where")


async def test_what_was_being_typed_is_there_again_after_a_crash() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        await laptop.write(pilot, "half a thou")
        await laptop.press(pilot, "tab", "2", "b")

    again = Laptop()
    async with again.app.run_test() as pilot:
        await again.press(pilot, "n", "space", "5", "enter", "enter")

        form = again.screen.query_one(NoteForm)
        assert again.line() == "half a thou"
        assert form.note is not None
        assert (form.note.stage, form.note.reply) == ("problem", "by")
        assert "your draft" in again.everything()


async def test_somebody_else_does_not_get_the_draft() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        await laptop.write(pilot, "half a thought")
        await laptop.press(pilot, "escape", "escape", "8", "enter", "enter")

        assert "About 5" in laptop.everything()
        assert laptop.line() == ""


async def test_the_draft_is_kept_until_the_note_is_on_the_disk(tmp_path: Path) -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        await laptop.write(pilot, "a line")
        await laptop.press(pilot, "enter")
        await laptop.let(pilot, 0.1)
        before = list(tmp_path.rglob("drafts/*"))
        laptop.disk_has_everything()
        await laptop.let(pilot, 0.1)

        assert len(before) == 1
        assert list(tmp_path.rglob("drafts/*")) == []


async def test_the_form_opens_with_what_was_written_and_enter_replaces_it() -> None:
    laptop = Laptop(people=2, rounds=1)
    first = Note(round=1, by="Person 01", about="Person 02", at=START, text="old", reply="no")
    laptop.session.state.event = laptop.session.event.with_(notes=(first,))
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "1", "enter", "enter")
        await laptop.write(pilot, " and new")
        await laptop.press(pilot, "enter")

        (note,) = laptop.session.event.notes
        assert (note.text, note.reply) == ("old and new", "no")


async def test_every_choice_has_its_key_and_its_default_date() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter", "tab")
        await laptop.press(pilot, "3", "b", "p", "+", "down")
        await laptop.press(pilot, "enter")

        (note,) = laptop.session.event.notes
        assert (note.stage, note.reply, note.next_step, note.again) == (
            "someday",
            "by",
            "postcard",
            True,
        )
        assert note.reply_by == date(2026, 5, 21)
        assert note.next_step_on == date(2026, 5, 21)


async def test_purpose_and_can_do_are_lines_of_their_own() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter", "tab", "tab")
        await laptop.write(pilot, "find a partner")
        await laptop.press(pilot, "down")
        await laptop.write(pilot, "ask my aunt")
        await laptop.press(pilot, "enter")

        (note,) = laptop.session.event.notes
        assert (note.text, note.purpose, note.can_do) == ("", "find a partner", "ask my aunt")


async def test_an_empty_form_is_not_saved() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter", "enter")

        assert laptop.session.event.notes == ()
        assert "Nothing is written yet" in laptop.words("disk")


async def test_page_down_goes_to_another_partner() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter", "pagedown")

        assert "About 7" in laptop.words("about")


async def test_the_break_counts_down_while_somebody_writes() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        await laptop.let(pilot, 12)

        assert "Break 9:48" in laptop.words("clock")


@pytest.mark.parametrize("typed", ["さとう", "サトウ", "佐藤", "ｻﾄｳ", "２", "sato"])
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
    laptop = Laptop(event=held(event, 1))
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space")
        await laptop.write(pilot, typed)
        await laptop.press(pilot, "enter")

        assert "佐藤 花子" in laptop.words("where")


async def test_full_width_keys_choose_too() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter", "tab", "１", "ｙ", "enter")

        (note,) = laptop.session.event.notes
        assert (note.stage, note.reply) == ("now", "yes")


async def test_what_is_pasted_can_not_steer_the_terminal() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        laptop.app.post_message(events.Paste("a\x1b[31mred\u202e\nb"))
        await pilot.pause()
        seen = laptop.everything()
        await laptop.press(pilot, "enter")

        (note,) = laptop.session.event.notes
        assert not {"\x1b", "\u202e", "\n"} & set(note.text)
        assert "\x1b" not in seen
        assert "\u202e" not in seen


async def test_who_writes_beyond_the_end_of_the_line_is_told_that_it_is_full() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "1", "2", "enter", "enter")
        laptop.screen.query_one("#text", TextLine).fill("x" * 500)
        await laptop.write(pilot, "y")
        await pilot.pause()

        assert laptop.line() == "x" * 500
        assert "This line is full: it holds 500 characters." in laptop.words("disk")


async def test_of_what_is_pasted_as_much_is_taken_as_the_line_holds() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "1", "2", "enter", "enter")
        laptop.screen.query_one("#text", TextLine).fill("x" * 497)
        laptop.app.post_message(events.Paste("ab\N{FAMILY}\N{ZERO WIDTH JOINER}\N{BOY}"))
        await pilot.pause()
        await pilot.pause()

        assert laptop.line() == "x" * 497 + "ab"
        assert "This line is full" in laptop.words("disk")


async def test_quitting_from_the_notes_only_closes_the_notes() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter", "ctrl+q")

        assert not isinstance(laptop.app.screen, NotesScreen)
        assert not laptop.session.state.saver.closed  # type: ignore[attr-defined]


async def test_undo_as_people_know_it_does_not_put_the_program_to_sleep() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        on_the_stage = "ctrl+z" in laptop.app.screen.active_bindings
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")

        assert on_the_stage
        assert "ctrl+z" not in laptop.screen.active_bindings


async def test_the_marked_row_of_a_long_list_stays_in_view() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", *["down"] * 26)
        far_down = laptop.everything()
        await laptop.press(pilot, *["up"] * 20)

        assert ">  26  Person 26" in far_down
        assert ">   6  Person 06" in laptop.everything()


async def test_with_nothing_typed_a_stray_enter_opens_nobodys_notes() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "enter", "enter")

        assert "> " not in laptop.everything()
        assert "Who are you?" in laptop.everything()
        assert laptop.words("disk") == "Type your number or your name first."


async def test_what_was_told_to_one_part_is_gone_in_the_next() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "enter", "5", "enter")

        assert laptop.words("disk") == ""


async def test_a_name_that_is_wiped_out_again_leaves_nobody_marked() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "p", "backspace", "enter")

        assert "Who are you?" in laptop.everything()
        assert laptop.words("disk") == "Type your number or your name first."


async def test_the_question_mark_shows_the_keys_and_does_not_pass_the_warning() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "question_mark")
        keys = laptop.everything()
        await laptop.press(pilot, "question_mark")

        assert "Keys of this screen" in keys
        assert "Close the notes" in keys
        assert "projector off?" in laptop.everything()


@pytest.mark.parametrize("mark", ["?", "\N{FULLWIDTH QUESTION MARK}"])
async def test_who_has_typed_nothing_yet_may_ask_for_the_keys(mark: str) -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space")
        await laptop._send("question_mark" if mark == "?" else mark, mark)
        await pilot.pause()
        keys = " ".join(laptop.everything().split())
        await laptop.press(pilot, "escape")

        assert "Up Down Choose" in keys
        assert "F2 Paper cards" in keys
        assert "Ctrl+Q Close the notes" in keys
        assert laptop.screen.query_one("#query", TextLine).value == ""


async def test_the_keys_of_the_form_are_listed_with_those_of_its_rows() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter", "tab", "question_mark")
        keys = " ".join(laptop.everything().split())

        for listed in ("PgDn Next partner", "PgUp Previous partner", "Tab Down Next line"):
            assert listed in keys
        assert "< > Move the date of this row" in keys


async def test_a_question_mark_in_a_note_is_text() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        await laptop._send("question_mark", "?")
        await pilot.pause()

        assert laptop.line() == "?"


async def test_who_reads_the_keys_too_long_finds_the_notes_locked() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "question_mark")
        laptop.hands.move(21)
        await laptop.press(pilot, "escape")

        assert "Who are you?" in laptop.everything()


async def test_keys_that_do_nothing_are_not_named() -> None:
    laptop = Laptop(people=8, rounds=1)
    laptop.session.people.add_walk_in("Late Guest")
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        one_partner = laptop.words("keys")
        await laptop.press(pilot, "escape", "escape", "9", "enter")

        assert "PgDn" not in one_partner
        assert laptop.words("keys").strip() == "Esc: done, lock"


async def test_the_arrows_mark_somebody_without_a_name() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "down", "down", "enter")

        assert "Notes of 2" in laptop.words("where")


async def test_one_escape_too_many_does_not_hand_the_next_one_the_stage() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "5", "enter", "enter")
        await laptop.press(pilot, "escape", "escape", "escape")

        assert "Who are you?" in laptop.everything()
        assert laptop.words("disk") == "Press Esc again to close the notes."


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_a_second_press_in_time_goes_back_to_the_stage(key: str) -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", key)
        await laptop.let(pilot, 5.1)
        asked = laptop.words("disk")
        await laptop.press(pilot, key)
        still = isinstance(laptop.app.screen, NotesScreen)
        await laptop.press(pilot, key)

        assert asked == ""
        assert still
        assert not isinstance(laptop.app.screen, NotesScreen)


@pytest.mark.parametrize("keys", [(), ("space", "f2")])
async def test_the_host_leaves_the_warning_and_the_cards_at_one_press(keys: tuple[str]) -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", *keys, "escape")

        assert not isinstance(laptop.app.screen, NotesScreen)


async def test_a_click_picks_as_enter_does() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space")
        await pilot.click("#people", offset=(10, 4))
        await pilot.pause()

        assert "Notes of 5" in laptop.words("where")


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
    laptop = Laptop(event=held(event, 1))
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space", "1", "enter", "enter")
        seen = laptop.everything()

        assert "[/] Ann" in seen
        assert "Bob" in seen
        assert "\x1b" not in seen


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 36)])
@pytest.mark.parametrize("language", ["en", "ja"])
async def test_the_whole_form_fits(size: tuple[int, int], language: Language) -> None:
    with using(language):
        laptop = Laptop()
        laptop.session.language = language
        laptop.app = RoundsApp(laptop.session)
        async with laptop.app.run_test(size=size) as pilot:
            await laptop.press(pilot, "n", "space", "5", "enter", "enter", "tab", "b", "w")
            seen = laptop.everything().splitlines()

            assert len(seen) == size[1]
            assert [c for c in "".join(seen) if east_asian_width(c) == "A"] == []
            assert laptop.screen.query_one("#can_do").region.bottom <= size[1] - 2
            assert laptop.screen.query_one("#keys").region.bottom == size[1]
            assert laptop.screen.query_one("#keys").region.height <= 2
            assert "9:59" in seen[0] or "10:00" in seen[0]


async def test_who_is_not_on_the_list_reads_that_nobody_is_found() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        await laptop.press(pilot, "n", "space")
        await laptop.write(pilot, "zzz")
        nobody = laptop.everything()
        await laptop.press(pilot, "enter", "backspace", "backspace", "backspace")

        assert "Nobody is found by that" in nobody
        assert "Nobody is found by that" not in laptop.everything()
        assert "Person 01" in laptop.everything()


async def test_the_notes_never_say_that_a_round_begins_in_time_that_is_over() -> None:
    laptop = Laptop()
    async with laptop.app.run_test() as pilot:
        laptop.session.state.run = clock.start("move", 4, 60, laptop.hands.now)
        await laptop.press(pilot, "n", "space")
        await laptop.let(pilot, 10)
        before = laptop.everything()
        await laptop.let(pilot, 62)

        assert "Round 4 begins in 0:50" in before
        assert "Round 4 is about to begin" in laptop.everything()
