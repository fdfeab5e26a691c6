"""Who wants to talk again, and what is to be done by day."""

from __future__ import annotations

import csv
import io
import json

import pytest

from rounds.domain.event import Event
from rounds.formats import EXPORTS
from rounds.formats.history.lists import LISTS, render
from rounds.i18n import Customs, following, using
from tests.formats.evenings_held import an_evening_held
from tests.formats.sheets.evenings import with_notes

AIKO, BEN = "Aiko Tanaka", "Ben O'Neill"


def the_evening() -> Event:
    """Aiko and Ben both want to talk again; Chloé would, Emi did not say so."""
    return with_notes(
        an_evening_held().with_(notes=()),
        {"by": AIKO, "about": BEN, "again": True, "text": "SECRET", "next_step": "mail",
         "next_step_on": "2026-05-15"},
        {"by": BEN, "about": AIKO, "again": True, "reply": "by", "reply_by": "2026-05-21"},
        {"by": "Chloé", "about": "Emi", "again": True, "next_step": "postcard",
         "next_step_on": "2026-05-14", "done_on": "2026-05-14"},
    )  # fmt: skip


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


def test_only_those_who_both_want_to_talk_again_are_in_the_list() -> None:
    assert rows(render("again", "csv", the_evening())) == [[AIKO, BEN]]
    assert json.loads(render("again", "json", the_evening()))["again"] == [[AIKO, BEN]]
    assert "| Aiko Tanaka | Ben O'Neill |" in render("again", "markdown", the_evening())


@pytest.mark.parametrize("form", EXPORTS)
def test_a_wish_that_only_one_of_two_has_is_in_no_list(form: str) -> None:
    text = render("again", form, the_evening())

    assert "Chloé" not in text
    assert "Emi" not in text


def test_next_steps_and_promised_answers_are_listed_by_day() -> None:
    assert rows(render("steps", "csv", the_evening())) == [
        ["2026-05-14", "Chloé", "postcard", "Emi", "2026-05-14"],
        ["2026-05-15", AIKO, "mail", BEN, ""],
        ["2026-05-21", BEN, "answer", AIKO, ""],
    ]


def test_days_in_a_list_to_read_are_written_as_the_place_writes_them() -> None:
    with following(Customs(dates="month_first")):
        text = render("steps", "markdown", the_evening())

    assert "| Thu May 14 | Chloé | postcard | Emi | Thu May 14 |" in text


def test_other_programs_get_the_kinds_of_steps_in_english() -> None:
    with using("ja"):
        found = json.loads(render("steps", "json", the_evening()))

    assert found["steps"][1] == {
        "day": "2026-05-15",
        "by": AIKO,
        "about": BEN,
        "what": "mail",
        "done_on": None,
    }


@pytest.mark.parametrize("form", EXPORTS)
@pytest.mark.parametrize("what", LISTS)
def test_the_words_of_a_note_are_in_no_list(what: str, form: str) -> None:
    assert "SECRET" not in render(what, form, the_evening(), people=True)


def test_a_list_of_one_person_has_no_other_authors() -> None:
    assert [row[1] for row in rows(render("steps", "csv", the_evening(), only=BEN))] == [BEN]
    assert rows(render("again", "csv", the_evening(), only="Chloé")) == []
    assert rows(render("again", "csv", the_evening(), only=BEN)) == [[AIKO, BEN]]


def test_company_industry_and_purpose_come_where_they_are_asked_for() -> None:
    assert rows(render("again", "csv", the_evening(), people=True)) == [
        [AIKO, "Kitanomori", "hardware", "", BEN, "Tidewater", "", ""]
    ]
    found = json.loads(render("steps", "json", the_evening(), people=True))
    assert found["profiles"][AIKO]["company"] == "Kitanomori"
