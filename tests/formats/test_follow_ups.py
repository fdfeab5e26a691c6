from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta

import pytest

from rounds.domain.event import Event
from rounds.domain.followup.series import Series
from rounds.formats import summary
from rounds.formats.follow_ups import as_csv, as_text, still_open
from rounds.i18n import using
from tests.formats.evenings_held import an_evening_held
from tests.formats.sheets.evenings import with_notes
from tests.hostile import TEXTS

TODAY = date(2026, 5, 20)


def an_evening(title: str, *days: int) -> Event:
    """Return an evening after which Emi has something to do on these days, counted from today."""
    event = an_evening_held(title=title).with_(notes=())
    for round_, day in enumerate(days, 1):
        due = (TODAY + timedelta(days=day)).isoformat()
        note = {"by": "Emi", "about": "Chloé", "next_step": "mail", "next_step_on": due}
        event = with_notes(event, {**note, "round": round_})
    return event


def lines(*events: Event, last: date | None = None) -> list[str]:
    found = still_open([(event, None) for event in events], last)
    return [line.strip() for line in as_text(found, TODAY).splitlines() if line]


def test_what_is_overdue_comes_first_then_today_then_the_week_and_the_rest() -> None:
    assert lines(an_evening("Mixer", 8, 0, 7, -3)) == [
        *("Overdue", "Sun 17 May  Emi  Mail: Chloé"),
        *("Today", "Wed 20 May  Emi  Mail: Chloé"),
        *("In the next 7 days", "Wed 27 May  Emi  Mail: Chloé"),
        *("After that", "Thu 28 May  Emi  Mail: Chloé"),
    ]


def test_up_to_a_day_means_that_day_and_all_before() -> None:
    assert len(lines(an_evening("Mixer", 8, 0, 7, -3), last=TODAY)) == 4


def test_of_several_evenings_each_line_says_which() -> None:
    assert lines(an_evening("March", 1), an_evening("April", 0)) == [
        *("Today", "Wed 20 May  Emi  April  Mail: Chloé"),
        *("In the next 7 days", "Thu 21 May  Emi  March  Mail: Chloé"),
    ]


def test_where_nothing_is_open_the_list_says_so() -> None:
    assert lines(an_evening("Mixer")) == ["Nothing is due."]
    with using("ja"):
        assert lines(an_evening("Mixer")) == ["期日の来るものはありません。"]


def test_a_spreadsheet_gets_days_that_it_can_sort() -> None:
    found = still_open([(an_evening("Mixer", 0), None)], None)

    rows = list(csv.reader(io.StringIO(as_csv(found), newline="")))

    assert rows == [
        ["day", "participant", "next step", "partner", "event"],
        ["2026-05-20", "Emi", "mail", "Chloé", "Mixer"],
    ]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_names_can_never_steer_a_terminal_that_shows_the_list(text: str) -> None:
    event = an_evening(text, 0)
    people = tuple(person.with_(id=person.name, name=text) for person in event.participants)
    event = event.with_(participants=people)

    shown = as_text(still_open([(event, None)], None), TODAY)
    summed_up = summary.as_text(Series([event, event]), people=True)

    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown + summed_up
    )
