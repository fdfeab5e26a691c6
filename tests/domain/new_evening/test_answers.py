"""The table of people: cells are put right, people left out and taken back."""

from __future__ import annotations

from typing import Any

from rounds.domain.new_evening.answers import (
    Answers,
    Row,
    corrected,
    toggled,
    written_people,
)


def a_list(*people: dict[str, Any]) -> Answers:
    return Answers(people=tuple(Row(values=person) for person in people))


def test_a_corrected_cell_is_what_is_written() -> None:
    answers = a_list({"name": "Ann Lee", "company": "Tdewater"})

    answers = corrected(answers, 0, "company", " Tidewater ")

    assert written_people(answers) == [{"name": "Ann Lee", "company": "Tidewater"}]


def test_an_emptied_cell_is_not_written() -> None:
    answers = a_list({"name": "Ann Lee", "company": "none"})

    assert written_people(corrected(answers, 0, "company", "")) == [{"name": "Ann Lee"}]


def test_who_is_left_out_is_not_written_until_taken_back() -> None:
    answers = a_list({"name": "Ann"}, {"name": "Ben"})

    out = toggled(answers, 0)

    assert [person["name"] for person in written_people(out)] == ["Ben"]
    assert [person["name"] for person in written_people(toggled(out, 0))] == ["Ann", "Ben"]


def test_who_is_renamed_stays_apart_from_the_same_people() -> None:
    answers = a_list({"name": "Ann", "avoid": ["Bne"]}, {"name": "Bne"})

    answers = corrected(answers, 1, "name", "Ben")

    assert written_people(answers)[0]["avoid"] == ["Ben"]


def test_a_wish_for_somebody_who_is_left_out_is_not_written() -> None:
    answers = a_list(
        {"name": "Ann", "wishes": ["Ben", "Chloé"]}, {"name": "Ben"}, {"name": "Chloé"}
    )

    assert written_people(toggled(answers, 1))[0]["wishes"] == ["Chloé"]


def test_namesakes_get_ids() -> None:
    answers = a_list(
        {"name": "Ann Lee"}, {"name": "Ann Lee", "company": "Acme"}, {"name": "Ann Lee"}
    )

    assert [person.get("id") for person in written_people(answers)] == [
        None,
        "Ann Lee (Acme)",
        "Ann Lee (2)",
    ]


def test_names_in_a_cell_are_a_list_of_names() -> None:
    answers = a_list({"name": "Ann"}, {"name": "Ben"}, {"name": "Chloé"})

    answers = corrected(answers, 0, "avoid", "Ben、Chloé")

    assert written_people(answers)[0]["avoid"] == ["Ben", "Chloé"]
    assert answers.people[0].cell("avoid") == "Ben, Chloé"


def test_a_row_whose_name_was_emptied_is_nobody() -> None:
    answers = corrected(a_list({"name": "Total"}, {"name": "Ben"}), 0, "name", "")

    assert [person["name"] for person in written_people(answers)] == ["Ben"]


def test_whoever_helps_is_marked_and_can_be_made_a_participant() -> None:
    answers = a_list({"name": "Ann", "staff": True}, {"name": "Ben"})
    shown = answers.people[0].cell("staff")

    swapped = corrected(corrected(answers, 0, "staff", ""), 1, "staff", "x")

    assert shown == "x"
    assert written_people(swapped) == [{"name": "Ann"}, {"name": "Ben", "staff": True}]


def test_a_wish_for_an_industry_is_written_as_it_is() -> None:
    answers = a_list({"name": "Ann", "wishes": ["industry:finance"]}, {"name": "Ben"})

    assert written_people(answers)[0]["wishes"] == ["industry:finance"]
