"""Rosters on which one row names several people, each in columns with a number."""

from __future__ import annotations

import pytest

from rounds.domain.sentence import plain
from tests.formats.roster.test_headings import names, roster


@pytest.mark.parametrize(
    "headings",
    [
        "Firma,Teilnehmer 1,Teilnehmer 2",
        "Company,Participant 1,Participant 2",
        "会社,参加者1,参加者2",
        "会社名,氏名１,氏名２",
        "Company,Attendee #1,Attendee #2",
    ],
)
def test_everybody_in_numbered_columns_comes_with_what_the_row_says_of_all(headings: str) -> None:
    found = roster(f"{headings}\nAcme,Ann Lee,Bo Oh\nOak Ltd,Dan Fox,\n")

    assert found.people == (
        {"name": "Ann Lee", "company": "Acme"},
        {"name": "Bo Oh", "company": "Acme"},
        {"name": "Dan Fox", "company": "Oak Ltd"},
    )
    assert "all were read" in plain(found.doubtful[0].said)


def test_each_has_their_own_mail_address() -> None:
    found = roster(
        "Company,Attendee 1 Name,Attendee 1 Email,Attendee 2 Name,Attendee 2 Email\n"
        "Acme,Ann Lee,a@x.org,Bo Oh,b@x.org\n"
    )

    assert [person["contact"] for person in found.people] == ["a@x.org", "b@x.org"]


def test_who_only_ordered_for_others_does_not_come() -> None:
    found = roster("Name,Teilnehmer 1,Teilnehmer 2\nMax Mann,Ann Lee,Bo Oh\nMax Mann,Dan Fox,\n")

    assert names(found) == ["Ann Lee", "Bo Oh", "Dan Fox"]


def test_who_ordered_for_nobody_else_comes() -> None:
    found = roster("Name,Participant 1,Participant 2\nMax Mann,,\nEve Roy,Ann Lee,Bo Oh\n")

    assert names(found) == ["Max Mann", "Ann Lee", "Bo Oh"]


@pytest.mark.parametrize("headings", ["Name,Participant 2,Participant 3", "Name,Guest 1,Guest 2"])
def test_the_first_one_comes_too_where_the_numbers_are_those_of_others(headings: str) -> None:
    found = roster(f"{headings}\nMax Mann,Ann Lee,Bo Oh\nEve Roy,,\n")

    assert names(found) == ["Max Mann", "Ann Lee", "Bo Oh", "Eve Roy"]


@pytest.mark.parametrize(
    "headings",
    ["Name,Question 1,Question 2", "Name,Round 1,Round 2", "Name,Company 1,Company 2"],
)
def test_other_columns_with_numbers_are_left_alone(headings: str) -> None:
    assert names(roster(f"{headings}\nAnn Lee,a,b\nBo Oh,c,d\n")) == ["Ann Lee", "Bo Oh"]
