from __future__ import annotations

from datetime import timedelta

import pytest

from rounds.domain.errors import RosterError
from rounds.domain.people import attendance, roster
from tests.evenings import START, an_event


def test_the_last_word_about_somebody_holds() -> None:
    event = attendance.check_in(an_event(3), "Person 01", START)
    event = attendance.leave(event, "Person 01", START + timedelta(minutes=1))
    event = attendance.check_in(event, "Person 01", START + timedelta(minutes=2))

    assert roster.states(event)["Person 01"] == "here"
    assert len(event.attendance) == 1


def test_two_walk_ins_of_one_name_are_two_people() -> None:
    event, one = attendance.add_walk_in(an_event(2), "Tom Walker", START)

    event, other = attendance.add_walk_in(event, "Tom Walker", START)

    assert one != other
    assert roster.shown_names(event)[other] != roster.shown_names(event)[one]


def test_a_walk_in_needs_a_name() -> None:
    with pytest.raises(RosterError, match="needs a name"):
        attendance.add_walk_in(an_event(2), "   ", START)


def test_a_corrected_name_keeps_the_history() -> None:
    event = attendance.correct_name(an_event(2), "Person 01", "Aiko Tanaka", START)

    person = roster.by_key(event)["Person 01"]

    assert person.name == "Aiko Tanaka"
    assert person.key == "Person 01"


def test_somebody_who_is_not_on_the_roster_cannot_be_checked_in() -> None:
    with pytest.raises(RosterError, match="not on the roster"):
        attendance.check_in(an_event(2), "Nobody", START)
