"""What the host is told about the evening, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from rounds.domain.evening.clock import Run
from rounds.domain.event import Event, KeptApart, Pin, Round
from rounds.domain.people.attendance import check_in, check_in_all, leave, mark_absent
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.rule_check import broken_rules
from rounds.domain.sentence import Sentence, private, sentence
from rounds.domain.views import host_view
from rounds.domain.views.room import Room
from tests.evenings import START, an_event


def test_who_is_here_absent_gone_and_resting_is_counted_without_zeros() -> None:
    event = check_in_all(an_event(7), START)
    event = leave(mark_absent(event, "Person 01", START), "Person 02", START)
    event = event.with_(plan=(Round(number=1, resting=("Person 03",)),))

    assert [str(said) for said in host_view.head_count(RosterIndex(event), 1)] == [
        "5 here", "1 absent", "1 left", "1 resting",
    ]  # fmt: skip
    before = host_view.head_count(RosterIndex(an_event(7)), 0)
    assert [str(said) for said in before] == ["0 here", "7 expected"]


@pytest.mark.parametrize(
    ("minutes", "said", "late"),
    [
        (-61, "1 h 1 min to spare", False),
        (-1, "1 min to spare", False),
        (0, "0 min to spare", False),
        (0.2, "1 min over", True),
        (75, "1 h 15 min over", True),
    ],
)
def test_the_end_is_held_against_the_hall(minutes: float, said: str, late: bool) -> None:
    closes = START + timedelta(hours=2)

    words, too_late = host_view.on_time(closes + timedelta(minutes=minutes), closes)

    assert [str(each) for each in words][1] == said
    assert too_late is late


def test_without_a_closing_time_only_the_end_is_said() -> None:
    words, late = host_view.on_time(START, None)

    assert [str(each) for each in words] == ["Ends 18:30"]
    assert not late


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (Room(phase="lobby", begins_at=60), "Did you forget to start?"),
        (Room(phase="move", round=1, ends_at=60), "Did you forget to start?"),
        (Room(phase="talk", round=1, ends_at=60, seconds=60), "Did you forget to go on?"),
        (Room(phase="break", round=1, ends_at=60), "Did you forget to go on?"),
    ],
)
def test_nothing_for_thirty_seconds_past_zero_is_asked_about(room: Room, said: str) -> None:
    assert host_view.forgotten(room, 60 + 29.9) is None
    assert str(host_view.forgotten(room, 60 + 30.0)) == said


def test_a_paused_evening_has_not_been_forgotten() -> None:
    assert host_view.forgotten(Room(phase="move", round=1, left=-40), 0) is None


def test_a_lobby_long_past_its_hour_or_without_one_is_not_asked_about() -> None:
    assert host_view.forgotten(Room(phase="lobby", begins_at=0), 5 * 3600) is None
    assert host_view.forgotten(Room(phase="lobby"), 5 * 3600) is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phase": "lobby", "here": 3, "expected": 5}, "the welcome, 3 of 5 here"),
        ({"phase": "move", "round": 2, "ends_at": 42.0}, "the seats of round 2, 0:42"),
        ({"phase": "move", "round": 2, "ends_at": -1.0}, "the seats of round 2, please sit down"),
        ({"phase": "talk", "seconds": 480, "ends_at": 470.0}, "A speaks, 7:50"),
        ({"phase": "talk", "seconds": 480, "ends_at": 120.0}, "B speaks, 2:00"),
        ({"phase": "talk", "seconds": 480, "ends_at": 120.0, "halves": False}, "the clock, 2:00"),
        ({"phase": "talk", "seconds": 480, "ends_at": 484.0}, "B listens first"),
        ({"phase": "talk", "seconds": 480, "ends_at": 0.0}, "0:00, thank your partner"),
        ({"phase": "break", "ends_at": 600.0}, "the break, 10:00"),
        ({"phase": "closing"}, "the closing: thanks and numbers"),
        ({"phase": "lobby", "black": True}, "nothing: the screen is black"),
        (
            {"phase": "lobby", "here": 3, "expected": 5, "message": "Fire drill"},
            "the welcome, 3 of 5 here; your message (t, Enter: take it away): Fire drill",
        ),
        (
            {"phase": "talk", "seconds": 480, "ends_at": 120.0, "message": "Fire drill"},
            "B speaks, 2:00; your message (t, Enter: take it away): Fire drill",
        ),
        ({"phase": "talk", "seconds": 480, "left": 448.0}, "PAUSED, 7:28 left"),
        ({"phase": "break", "seconds": 600, "left": 90.0}, "PAUSED, 1:30 left"),
        ({"phase": "talk", "seconds": 480, "left": 484.0}, "Paused"),
        ({"phase": "move", "round": 2, "left": -9.0}, "Paused"),
        (
            {"phase": "talk", "seconds": 480, "left": 448.0, "message": "Fire drill"},
            "PAUSED, 7:28 left; your message (t, Enter: take it away): Fire drill",
        ),
    ],
)
def test_what_the_room_sees_is_said(changes: dict[str, object], said: str) -> None:
    assert str(host_view.room_sees(Room.checked(changes), 0.0)) == said


def the_first_enter(event: Event) -> str:
    return str(host_view.next_step(RosterIndex(event), Run(), "lobby"))


def test_with_nobody_checked_in_the_first_enter_seats_all_who_are_expected() -> None:
    event = mark_absent(an_event(7), "Person 07", START)

    assert the_first_enter(event) == "Enter: show the seats of round 1 for all 6 expected"


def test_with_some_checked_in_the_first_enter_says_that_it_seats_only_them() -> None:
    event = check_in(check_in(an_event(7), "Person 02", START), "Person 05", START)

    assert the_first_enter(event) == (
        "Enter: show the seats of round 1 for the 2 who are here (5 not checked in)"
    )


def test_who_comes_for_a_later_round_is_not_missed_at_the_first() -> None:
    event = an_event(7)
    late = event.participants[6].with_(from_round=2)
    event = event.with_(participants=(*event.participants[:6], late))
    for number in range(1, 7):
        event = check_in(event, f"Person 0{number}", START)

    assert the_first_enter(event) == "Enter: show the seats of round 1"


def test_with_everybody_checked_in_the_first_enter_counts_nobody() -> None:
    event = check_in_all(an_event(7), START)

    assert the_first_enter(event) == "Enter: show the seats of round 1"


APART = KeptApart(people=("Person 01", "Person 02"), at=START)


def a_pin_against_a_wish() -> tuple[Sentence, ...]:
    pin = Pin(round=1, people=APART.people, at=START)
    return make_plan(an_event(6).with_(kept_apart=(APART,), pins=(pin,))).warnings


def a_plan_against_a_wish() -> tuple[Sentence, ...]:
    event = an_event(6, rounds=5)
    return broken_rules(event.with_(kept_apart=(APART,)), make_plan(event).rounds)


def too_many_rounds_for_a_wish() -> tuple[Sentence, ...]:
    infeasible = make_plan(an_event(4, rounds=3).with_(kept_apart=(APART,))).infeasible
    assert infeasible is not None
    return infeasible.says


@pytest.mark.parametrize(
    ("found", "secrets"),
    [(a_pin_against_a_wish, 1), (a_plan_against_a_wish, 1), (too_many_rounds_for_a_wish, 2)],
)
def test_who_is_kept_apart_is_never_said_aloud(
    found: Callable[[], tuple[Sentence, ...]], secrets: int
) -> None:
    said = found()

    aloud = [str(each) for each in host_view.discreet(said)]

    assert sum("kept apart" in str(each) for each in said) == secrets
    assert not any("apart" in each for each in aloud)
    assert aloud[-1] == "A rule you have set stands in the way."
    assert len(aloud) == len(said) - secrets + 1


def test_a_secret_is_kept_whatever_its_words_and_however_deep_it_is_said() -> None:
    secret = private(sentence("{one} asked for it.", one="Ana"))
    within = sentence("{name}: {parts}", name="Ben", parts=[sentence("({why})", why=secret)])
    harmless = sentence("{name} sits apart.", name="Cleo")

    said = [str(each) for each in host_view.discreet([secret, within, harmless])]

    assert said == ["Cleo sits apart.", "A rule you have set stands in the way."]


def test_a_general_reason_that_names_nobody_is_said_as_it_is() -> None:
    general = sentence("It depends on who is kept apart and who is there.")

    assert host_view.discreet([general]) == [general]
