from __future__ import annotations

from rounds.domain.followup.message_texts import filled, fitting_message
from tests.notes import a_note


def test_an_answer_comes_before_a_step_and_a_step_before_the_interest() -> None:
    fitting = [
        fitting_message(a_note("Ann", "Ben", **fields))
        for fields in (
            {"reply": "no", "next_step": "meeting", "stage": "now"},
            {"reply": "by", "next_step": "meeting"},
            {"reply": "yes"},
            {"next_step": "meeting", "stage": "problem"},
            {"next_step": "mail", "stage": "problem"},
            {"stage": "now"},
            {"text": "nothing chosen"},
        )
    ]

    assert fitting == [
        *("decline", "answer_by", "accept"),
        *("meet", "thanks_problem", "thanks_now", "thanks"),
    ]


def test_without_a_note_the_message_says_thanks() -> None:
    assert fitting_message(None) == "thanks"


def test_a_line_whose_place_is_empty_is_left_out_with_its_gap() -> None:
    text = "Dear {partner},\n\nI can do: {can_do}\n\n{company}\n"

    assert filled(text, {"partner": "Ben", "can_do": "", "company": "Acme"}) == "Dear Ben,\n\nAcme"


def test_what_somebody_is_called_is_never_taken_for_a_place() -> None:
    assert filled("Dear {partner},", {"partner": "{me} {0.x}", "me": "Ann"}) == "Dear {me} {0.x},"
