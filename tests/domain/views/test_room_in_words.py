from __future__ import annotations

import pytest

from rounds.domain.views import room_in_words
from rounds.domain.views.room import Room


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
    assert room_in_words.forgotten(room, 60 + 29.9) is None
    assert str(room_in_words.forgotten(room, 60 + 30.0)) == said


def test_a_paused_evening_has_not_been_forgotten() -> None:
    assert room_in_words.forgotten(Room(phase="move", round=1, left=-40), 0) is None


def test_a_lobby_long_past_its_hour_or_without_one_is_not_asked_about() -> None:
    assert room_in_words.forgotten(Room(phase="lobby", begins_at=0), 5 * 3600) is None
    assert room_in_words.forgotten(Room(phase="lobby"), 5 * 3600) is None


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
        ({"phase": "lobby", "black": True}, "a black screen"),
        (
            {"phase": "lobby", "here": 3, "expected": 5, "message": "Fire drill"},
            "the welcome, 3 of 5 here; your message (t, Enter: remove it): Fire drill",
        ),
        (
            {"phase": "talk", "seconds": 480, "ends_at": 120.0, "message": "Fire drill"},
            "B speaks, 2:00; your message (t, Enter: remove it): Fire drill",
        ),
        ({"phase": "talk", "seconds": 480, "left": 448.0}, "PAUSED, 7:28 left"),
        ({"phase": "break", "seconds": 600, "left": 90.0}, "PAUSED, 1:30 left"),
        ({"phase": "talk", "seconds": 480, "left": 484.0}, "Paused"),
        ({"phase": "move", "round": 2, "left": -9.0}, "Paused"),
        (
            {"phase": "talk", "seconds": 480, "left": 448.0, "message": "Fire drill"},
            "PAUSED, 7:28 left; your message (t, Enter: remove it): Fire drill",
        ),
    ],
)
def test_what_the_room_sees_is_said(changes: dict[str, object], said: str) -> None:
    assert str(room_in_words.room_sees(Room.checked(changes), 0.0)) == said
