from __future__ import annotations

from datetime import date

from rounds.domain import notes
from rounds.domain.evening import reseating
from tests.evenings import a_running_round
from tests.notes import a_note


def test_a_participant_finds_only_partners_who_really_came() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    assert notes.partners(event, "Person 01") == ((1, "Person 05"),)


def test_a_note_written_again_replaces_the_first() -> None:
    event = notes.write(a_running_round(), a_note("Person 01", "Person 02", text="first"))

    event = notes.write(event, a_note("Person 01", "Person 02", text="second"))

    assert [note.text for note in event.notes] == ["second"]


def test_two_notes_of_one_author_keep_moments_of_their_own() -> None:
    event = notes.write(a_running_round(), a_note("Person 01", "Person 02"))

    event = notes.write(event, a_note("Person 01", "Person 03"))

    assert len({note.at for note in event.notes}) == 2


def test_notes_that_many_write_in_the_same_second_are_all_of_that_second() -> None:
    at = a_note("Person 01", "Person 02").at
    event = a_running_round()

    for number in range(1, 5):
        event = notes.write(event, a_note(f"Person {number:02d}", "Person 05", at=at))

    assert {note.at for note in event.notes} == {at}


def test_a_postcard_is_due_in_a_week_and_a_message_today() -> None:
    today = date(2026, 5, 14)

    assert notes.due_date("message", today) == today
    assert notes.due_date("postcard", today) == date(2026, 5, 21)
    assert notes.answer_by(today) == date(2026, 5, 21)
