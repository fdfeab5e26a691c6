"""Calendars and contacts, read back by a library that did not write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import vobject

from rounds.domain.event import Event, Participant, Settings
from rounds.domain.followup.due import follow_ups
from rounds.formats.sheets import as_calendar, as_contacts
from rounds.i18n import using
from tests.formats.evenings_held import an_evening_held
from tests.formats.sheets.evenings import BEGAN, with_notes
from tests.hostile import TEXTS

EMI = "恵美 " + "長い名前" * 20 + "; a, b\\c"


def an_evening_with_steps() -> Event:
    return with_notes(
        an_evening_held().with_(notes=()),
        {
            "by": "Aiko Tanaka",
            "about": "Chloé",
            "next_step": "mail",
            "next_step_on": "2026-05-15",
            "reply": "by",
            "reply_by": "2026-05-21",
            "can_do": "Pumpen, Rohre; und 水",
        },
        {
            "by": "Aiko Tanaka",
            "about": "Dmitri",
            "next_step": "meeting",
            "next_step_on": "2026-05-16",
            "done_on": "2026-05-16",
        },
    )


def entries(event: Event, names: dict[str, str] | None = None) -> list[Any]:
    names = names or {"Chloé": "Chloé Martin"}
    return read_back(as_calendar.render(event.settings, follow_ups(event.notes), names))


def read_back(data: bytes) -> list[Any]:
    calendar = vobject.readOne(data.decode("utf-8"))
    assert calendar.version.value == "2.0"
    return list(calendar.vevent_list)


def test_even_the_last_day_of_all_days_is_in_the_calendar() -> None:
    event = with_notes(
        an_evening_held().with_(notes=()),
        {
            "by": "Aiko Tanaka",
            "about": "Chloé",
            "next_step": "mail",
            "next_step_on": "9999-12-31",
        },
    )

    (entry,) = entries(event)

    assert entry.dtstart.value == date.max


def test_what_is_open_is_in_the_calendar_as_whole_days() -> None:
    found = entries(an_evening_with_steps())

    assert [(entry.dtstart.value, entry.summary.value) for entry in found] == [
        (date(2026, 5, 15), "Mail: Chloé Martin"),
        (date(2026, 5, 21), "Give Chloé Martin an answer"),
    ]
    assert found[0].dtend.value == date(2026, 5, 16)
    assert found[0].valarm.trigger.value == timedelta(hours=9)
    assert found[0].description.value == "Test Mixer\nI can do: Pumpen, Rohre; und 水"


def test_the_moment_of_a_note_is_right_in_every_time_zone() -> None:
    (entry, _answer) = entries(an_evening_with_steps())

    assert entry.dtstamp.value == BEGAN.astimezone(UTC) == datetime(2026, 5, 14, 9, 30, tzinfo=UTC)


def test_a_calendar_made_again_replaces_its_entries() -> None:
    first, second = (
        [entry.uid.value for entry in entries(an_evening_with_steps())] for _time in (1, 2)
    )

    assert first == second
    assert len({*first}) == 2


def test_lines_of_a_calendar_are_folded_and_end_as_the_standard_says() -> None:
    event = an_evening_with_steps()

    data = as_calendar.render(event.settings, follow_ups(event.notes), {"Chloé": EMI})

    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert entries(event, {"Chloé": EMI})[0].summary.value == f"Mail: {EMI}"


def test_a_host_also_reads_who_does_it() -> None:
    event = an_evening_with_steps()
    names = {"Chloé": "Chloé Martin"}

    found = read_back(
        as_calendar.render_for_host(
            [(event.settings, due, names) for due in follow_ups(event.notes)]
        )
    )

    assert [entry.summary.value for entry in found] == [
        "Aiko Tanaka: Mail: Chloé Martin",
        "Aiko Tanaka: Give Chloé Martin an answer",
    ]


def test_without_anything_to_do_there_is_no_calendar() -> None:
    assert as_calendar.render(Settings(title="Mixer"), (), {}) == b""


def cards(*people: Participant) -> list[Any]:
    data = as_contacts.render(Settings(title="Mixer", date=date(2026, 5, 14)), people)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return list(vobject.readComponents(data.decode("utf-8")))


def test_a_contact_has_what_an_address_book_asks_for() -> None:
    (card,) = cards(
        Participant(name="Ben O'Neill", company="Tide, Water; Fund", contact="ben@example.org")
    )

    assert card.version.value == "3.0"
    assert card.fn.value == "Ben O'Neill"
    assert (card.n.value.family, card.n.value.given) == ("O'Neill", "Ben")
    assert card.org.value == ["Tide, Water; Fund"]
    assert card.email.value == "ben@example.org"
    assert card.note.value == "Mixer\nThursday, 14 May 2026"


def test_a_japanese_contact_is_filed_under_the_family_name_and_its_reading() -> None:
    (card,) = cards(Participant(name="青木 美咲", kana="あおき みさき", contact="090-1234-5678"))

    assert (card.n.value.family, card.n.value.given) == ("青木", "美咲")
    assert card.contents["x-phonetic-last-name"][0].value == "あおき"
    assert card.contents["x-phonetic-first-name"][0].value == "みさき"
    assert card.tel.value == "09012345678"


def test_a_contact_that_is_neither_mail_nor_telephone_is_a_note() -> None:
    (card,) = cards(Participant(name="Emi", contact="emi on Example Chat"))

    assert card.note.value.startswith("emi on Example Chat\n")
    assert "email" not in card.contents


def test_hostile_names_stay_in_their_fields() -> None:
    people = [
        Participant(name=f"A{text}", company=text, contact=text, kana=text)
        for text in TEXTS.values()
    ]

    found = cards(*people)

    assert len(found) == len(people)
    assert all("EVIL" not in "".join(card.contents) for card in found)


def test_entries_are_in_the_language_of_the_evening() -> None:
    with using("ja"):
        found = [entry.summary.value for entry in entries(an_evening_with_steps())]

    assert found == ["メール：Chloé Martin さん", "Chloé Martin さんにお返事"]
