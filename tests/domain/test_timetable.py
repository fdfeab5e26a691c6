from __future__ import annotations

from datetime import timedelta

from rounds.domain.event import Settings
from rounds.domain.timetable import closing_time, length, rounds_in_time, time_given
from tests.evenings import START

MIXER = Settings.model_validate(
    {"title": "Mixer", "starts_at": "18:30", "ends_at": "20:30", "break_after": [3]}
)


def test_an_evening_is_as_long_as_its_rounds_moves_and_breaks() -> None:
    assert length(MIXER, 1, 6) == 6 * (60 + 6 + 480) + 600


def test_a_break_after_the_last_round_is_no_break() -> None:
    assert length(MIXER, 1, 3) == 3 * (60 + 6 + 480)


def test_as_many_rounds_as_fit() -> None:
    rounds = rounds_in_time(MIXER)

    assert length(MIXER, 1, rounds) <= 7200 < length(MIXER, 1, rounds + 1)


def test_an_evening_may_end_after_midnight() -> None:
    late = Settings.model_validate({"title": "Late", "starts_at": "22:00", "ends_at": "00:30"})

    assert time_given(late) == 2.5 * 3600
    assert closing_time(late, START.replace(hour=22)) == START.replace(
        hour=0, minute=30
    ) + timedelta(days=1)
