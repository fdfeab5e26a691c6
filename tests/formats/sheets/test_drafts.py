from __future__ import annotations

from datetime import date, timedelta

import pytest

from rounds.domain.event import Participant, Settings
from rounds.domain.followup.message_texts import MESSAGES, PLACES, places
from rounds.formats.sheets.drafts import draft, texts
from rounds.i18n import LANGUAGES, using
from tests.notes import a_note

ME = Participant(name="Aiko Tanaka", company="Kitanomori Labs")
BEN = Participant(name="Ben O'Neill", purpose="find a supplier")
HELD = date(2026, 5, 14)


def a_draft_of(today: date, **fields: object) -> str:
    note = a_note("Aiko Tanaka", "Ben O'Neill", **fields)
    return draft(Settings(title="Mixer"), ME, BEN, note, None, HELD, today)


def a_draft(settings: Settings | None = None, **fields: object) -> str:
    note = a_note("Aiko Tanaka", "Ben O'Neill", **fields)
    return draft(settings or Settings(title="Mixer"), ME, BEN, note, None, HELD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_text_of_every_message_with_places_that_are_filled_in(language: str) -> None:
    found = texts(language)

    assert {*found} == {*MESSAGES}
    assert all({*places(text)} <= {*PLACES[name]} for name, text in found.items())
    assert all("{partner}" in text and "{me}" in text for text in found.values())


def test_both_languages_fill_in_the_same_places_of_a_promise() -> None:
    for message in ("answer_by", "meet", "accept"):
        promised = [{*places(texts(of)[message])} & {"day", "days"} for of in LANGUAGES]

        assert promised[0] == promised[1] != set()


def test_a_promised_answer_names_its_day() -> None:
    said = a_draft(reply="by", reply_by="2026-05-21")

    assert said.startswith("Dear Ben O'Neill,\n")
    assert "a clear yes or no from me by Thu 21 May." in said
    assert said.endswith("Kind regards,\nAiko Tanaka\nKitanomori Labs")


def test_a_refusal_is_unmistakable() -> None:
    assert "my answer is no." in a_draft(reply="no")
    with using("ja"):
        assert "お断りいたします。" in a_draft(reply="no")


def test_what_the_author_can_do_stands_in_the_draft_without_a_second_full_stop() -> None:
    said = a_draft(can_do="introduce them to the pump team.")

    assert "Here is what I can do for you: introduce them to the pump team.\n" in said
    assert "I remember why you came: find a supplier.\n" in said


def test_for_a_meeting_three_working_days_of_the_next_week_are_offered() -> None:
    assert "I could offer: Thu 21 May, Fri 22 May, Mon 25 May." in a_draft(next_step="meeting")


def test_a_message_that_is_sent_late_offers_no_day_that_is_over() -> None:
    said = a_draft_of(HELD + timedelta(days=30), next_step="meeting")

    assert "I could offer: Tue 16 Jun, Wed 17 Jun, Thu 18 Jun." in said
    assert "Thu 21 May, Fri 22 May" in a_draft_of(HELD, next_step="meeting")


def test_the_free_text_of_a_note_is_in_no_message() -> None:
    assert "PRIVATE" not in a_draft(text="PRIVATE opinion")


def test_the_wording_of_the_host_comes_first() -> None:
    settings = Settings(title="Mixer", texts={"thanks": "Hello {partner}, from {event}."})

    assert a_draft(settings) == "Hello Ben O'Neill, from Mixer."


def test_japanese_messages_are_addressed_with_sama_and_signed() -> None:
    with using("ja"):
        said = a_draft(next_step="meeting")

    assert said.startswith("Ben O'Neill 様\n")
    assert "候補日：5月21日（木）、5月22日（金）、5月25日（月）" in said
    assert said.endswith("Kitanomori Labs\nAiko Tanaka")
