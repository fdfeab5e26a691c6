from __future__ import annotations

from datetime import date, timedelta

from rounds.domain.event import FollowUp, Note
from rounds.domain.followup.due import follow_ups, held_on, open_until
from rounds.domain.followup.pattern import STAGES, proposed, step_and_days
from tests.formats.evenings_held import an_evening_held
from tests.formats.sheets.evenings import with_notes
from tests.notes import a_note

DAY = date(2026, 5, 14)


def test_next_steps_and_promised_answers_come_by_their_days() -> None:
    late = a_note("Ann", "Ben", next_step="mail", next_step_on="2026-05-20")
    both = a_note(
        "Ann", "Eva", next_step="message", next_step_on="2026-05-15", reply="by",
        reply_by="2026-05-18",
    )  # fmt: skip

    found = follow_ups([late, both, a_note("Ann", "Tom", reply="no", text="nothing to do")])

    assert [(due.day.day, due.kind, due.about) for due in found] == [
        (15, "step", "Eva"),
        (18, "answer", "Eva"),
        (20, "step", "Ben"),
    ]


def test_a_step_without_a_day_has_that_of_its_kind() -> None:
    (due,) = follow_ups([a_note("Ann", "Ben", next_step="postcard")])

    assert due.day == date(2026, 5, 21)


def test_what_was_done_is_due_no_more() -> None:
    event = with_notes(
        an_evening_held().with_(notes=()),
        {"by": "Emi", "about": "Chloé", "next_step": "mail", "next_step_on": "2026-05-15"},
        {
            "by": "Chloé",
            "about": "Emi",
            "next_step": "mail",
            "next_step_on": "2026-05-15",
            "done_on": "2026-05-15",
        },
    )

    assert [due.by for due in open_until(event, None)] == ["Emi"]
    assert open_until(event, DAY) == ()


def test_the_usual_pattern_goes_from_a_meeting_today_to_a_postcard_in_a_week() -> None:
    usual = FollowUp()

    assert [step_and_days(usual, stage) for stage in STAGES] == [
        ("meeting", 0),
        ("mail", 1),
        ("network", 1),
        ("postcard", 7),
    ]


def test_the_pattern_proposes_nothing_where_the_author_decided_or_declined() -> None:
    pattern = FollowUp.checked({"problem": "newsletter in 3 days", "now": "message tomorrow"})

    def said(**fields: object) -> object:
        note: Note = a_note("Ann", "Ben", **fields)
        return proposed(pattern, note, DAY)

    assert said(stage="problem") == ("newsletter", date(2026, 5, 17))
    assert said(stage="now") == ("message", date(2026, 5, 15))
    assert said(stage="problem", next_step="mail") is None
    assert said(stage="problem", reply="no") is None
    assert said(text="no interest chosen") is None


def test_an_evening_was_held_on_the_day_on_which_its_first_round_began() -> None:
    event = an_evening_held(date="2026-05-13")
    first, second = event.rounds
    assert second.started_at
    past_midnight = second.with_(started_at=second.started_at + timedelta(hours=6))

    assert held_on(event.with_(rounds=(first, past_midnight))) == DAY
    assert held_on(event.with_(rounds=(), notes=())) == date(2026, 5, 13)
