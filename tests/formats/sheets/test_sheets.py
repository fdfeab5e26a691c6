"""What stands on the sheets, and above all what does not."""

from __future__ import annotations

import re
from functools import cache

import pytest

from rounds.domain.event import Event, PersonKey
from rounds.formats.sheets import as_calendar, as_contacts, as_html, as_markdown
from rounds.formats.sheets.sheet import Sheet, Sheets
from rounds.i18n import using
from tests.formats.evenings_held import an_evening_held
from tests.formats.print.pages import an_evening, words, words_and_tags
from tests.formats.sheets.evenings import an_evening_with_notes, held, with_notes
from tests.hostile import TEXTS

FORMS = {"html": as_html.render, "markdown": as_markdown.render}


@cache
def of_24() -> tuple[Event, dict[PersonKey, Sheet]]:
    event = an_evening_with_notes(24)
    sheets = Sheets(event)
    return event, {key: sheets.sheet(key) for key in sheets.people}


def files(sheet: Sheet) -> str:
    """Everything that somebody takes home, in one text."""
    calendar = as_calendar.render(sheet.settings, sheet.due, sheet.names)
    cards = as_contacts.render(sheet.settings, [other.profile for other in sheet.reach])
    binary = (calendar + cards).decode("utf-8").replace("\r\n ", "")
    return "\n".join([*(render(sheet) for render in FORMS.values()), binary])


def markers(text: str) -> set[str]:
    return {found[0] for found in re.finditer(r"\b([xpc])\d+\1\b", text)}


def test_each_sheet_has_every_own_note_and_not_one_foreign_word() -> None:
    event, sheets = of_24()

    assert len(sheets) == 24
    for key, sheet in sheets.items():
        own = "\n".join(
            f"{note.text} {note.purpose} {note.can_do}" for note in event.notes if note.by == key
        )
        for render in FORMS.values():
            assert markers(render(sheet)) == markers(own)
        assert markers(files(sheet)) == markers(own)


def test_each_sheet_has_the_contacts_of_those_with_whom_it_is_mutual_and_no_others() -> None:
    event, sheets = of_24()
    wished = {(note.by, note.about) for note in event.notes if note.again}
    contact = {person.key: person.contact for person in event.participants}

    given = 0
    for key, sheet in sheets.items():
        wanted = {contact[b] for a, b in wished if a == key and (b, a) in wished}
        assert set(re.findall(r"secret\d+@example\.com", files(sheet))) == wanted
        given += len(wanted)
    assert given > 4


def test_a_mark_that_only_one_of_two_made_changes_nothing_on_the_others_sheet() -> None:
    event = an_evening_held().with_(notes=())
    note = {"by": "Ben O'Neill", "about": "Aiko Tanaka", "again": True, "reply": "yes"}

    before = files(Sheets(event).sheet("Aiko Tanaka"))
    after = files(Sheets(with_notes(event, note)).sheet("Aiko Tanaka"))

    assert after == before


def a_page(event: Event, key: PersonKey) -> str:
    return words(as_html.render(Sheets(event).sheet(key)))


def test_a_sheet_says_whom_one_met_and_what_one_decided() -> None:
    event = with_notes(
        an_evening_held().with_(notes=()),
        {
            "by": "Aiko Tanaka",
            "about": "Ben O'Neill",
            "purpose": "sell his boat",
            "can_do": "ask my uncle",
            "stage": "problem",
            "reply": "by",
            "reply_by": "2026-05-21",
            "next_step": "meeting",
            "next_step_on": "2026-05-15",
            "again": True,
        },
    )

    page = a_page(event, "Aiko Tanaka")

    for said in (
        "Ben O'Neill Tidewater",
        "Their purpose sell his boat",
        "I can do ask my uncle",
        "Interest has a problem to solve",
        "My answer answer by Thu 21 May",
        "My next step one-to-one meeting on Fri 15 May",
        "Again I would like to talk again",
        "Fri 15 May One-to-one meeting: Ben O'Neill",
        "Thu 21 May Give Ben O'Neill an answer",
    ):
        assert said in page


def test_a_step_that_was_done_is_still_on_the_sheet_but_not_in_the_calendar() -> None:
    event = with_notes(
        an_evening_held().with_(notes=()),
        {
            "by": "Emi",
            "about": "Chloé",
            "next_step": "mail",
            "next_step_on": "2026-05-15",
            "done_on": "2026-05-16",
        },
    )
    sheet = Sheets(event).sheet("Emi")

    assert "My next step mail, done on Sat 16 May" in words(as_html.render(sheet))
    assert as_calendar.render(sheet.settings, sheet.due, sheet.names) == b""


def test_where_nothing_is_decided_the_pattern_of_the_evening_proposes_a_step() -> None:
    event = an_evening_held(follow_up={"problem": "postcard in 2 days"}).with_(notes=())
    event = with_notes(event, {"by": "Emi", "about": "Chloé", "stage": "problem"})

    page = a_page(event, "Emi")

    assert "My next step by my pattern: postcard on Sat 16 May" in page
    assert "has a problem to solve postcard, in 2 days" in page
    assert "No next step has a day yet" in page


def test_a_note_that_does_not_say_what_one_can_do_is_unfinished() -> None:
    event = with_notes(
        an_evening_held().with_(notes=()),
        {"by": "Emi", "about": "Chloé", "can_do": "lend her my van"},
        {"by": "Chloé", "about": "Emi", "purpose": "a van"},
    )

    assert "Unfinished" not in a_page(event, "Emi")
    assert "Unfinished: what can I do for Emi?" in a_page(event, "Chloé")


def test_a_rest_is_answered_with_those_whom_one_has_not_met() -> None:
    page = a_page(an_evening_held().with_(notes=()), "Dmitri")

    assert "You rested in round 1, 2." in page
    assert "1 Aiko Tanaka Kitanomori, hardware" in page


def test_a_note_about_somebody_who_changed_places_afterwards_is_not_lost() -> None:
    event = with_notes(
        an_evening_held().with_(notes=()),
        {"by": "Dmitri", "about": "Aiko Tanaka", "text": "talked at the bar"},
        {"by": "Dmitri", "about": "Somebody Deleted", "text": "left no trace"},
    )

    page = a_page(event, "Dmitri")

    assert "talked at the bar" in page
    assert "Somebody Deleted" in page
    assert "left no trace" in page


@pytest.mark.parametrize("form", FORMS)
def test_sheets_are_in_the_language_of_the_evening(form: str) -> None:
    with using("ja"):
        sheet = Sheets(an_evening_with_notes(6)).sheet("Name001 Featherstonehaugh")
        text = FORMS[form](sheet)

    assert "お話しした方" in text
    assert " 様" in text
    assert not re.search(r"Purpose\b(?!\d)|next step|Dear|Regards|My ", text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_names_and_notes_can_never_steer_a_page(text: str) -> None:
    event = an_evening_held()
    people = tuple(
        person.with_(id=person.name, name=f"<b>{text}</b>", company=text, contact=text)
        for person in event.participants
    )
    notes = tuple(
        note.with_(text=f"<script>{text}</script>", can_do=text, purpose=text, again=True)
        for note in event.notes
    )
    event = event.with_(participants=people, notes=notes)

    page, tags = words_and_tags(as_html.render(Sheets(event).sheet("Aiko Tanaka")))

    assert not tags & {"script", "img", "iframe"}
    assert "<script>" in page
    assert not re.search("[\x00-\x08\x1b\x9b\u202a-\u202e\u2066-\u2069]", page)


def test_a_marked_down_sheet_takes_nothing_for_markup() -> None:
    event = with_notes(
        an_evening_held().with_(notes=()),
        {"by": "Emi", "about": "Chloé", "text": "*bold* [x](y) <img>\n# Heading"},
    )

    text = as_markdown.render(Sheets(event).sheet("Emi"))

    assert "- Note: \\*bold\\* \\[x\\](y) \\<img\\> \\# Heading" in text


def test_everybody_who_was_there_has_a_sheet_and_nobody_else() -> None:
    event = an_evening_held()
    zoe = event.participants[0].with_(name="Zoe")

    found = Sheets(event.with_(participants=(*event.participants, zoe))).people

    assert found == ("Aiko Tanaka", "Ben O'Neill", "Chloé", "Dmitri", "Emi")


def test_whom_somebody_met_again_in_a_rematch_round_stands_on_the_sheet_once() -> None:
    event = held(an_evening(6)).with_(notes=())
    first = event.rounds[0]
    again = first.with_(number=4, pairings=first.pairings[:1], resting=())
    event = event.with_(rounds=(*event.rounds, again))
    one, other = again.pairings[0].people
    noted = with_notes(event, {"by": one, "about": other, "text": "Call them"})

    rounds = [
        [partner.round for partner in Sheets(each).sheet(key).partners]
        for each, key in ((noted, one), (noted, other))
    ]

    assert rounds == [[1, 2, 3], [1, 2, 3]]
