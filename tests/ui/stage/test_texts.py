from __future__ import annotations

from datetime import time

import pytest

from rounds.formats.advice import line_of_advice
from rounds.i18n import using
from rounds.ui.stage import scenes, texts
from tests.ui.stage.evenings import room


def test_the_advice_alternates_by_round() -> None:
    lines = [line_of_advice(room("first_half", round=n)[0], "first_half") for n in (1, 2, 3)]

    assert lines[0] == lines[2] != lines[1]


def test_a_host_s_own_advice_takes_the_place_of_ours() -> None:
    state, _now = room("first_half", round=2, prompts={"first_half": ("One", "Two")})

    assert line_of_advice(state, "first_half") == "Two"


def test_empty_advice_of_a_host_counts_as_none() -> None:
    state, _now = room("end", prompts={"end": ("",)})

    assert line_of_advice(state, "end") == "Thank your partner"


@pytest.mark.parametrize(
    ("meets", "others", "promise"),
    [
        (6, 20, "Tonight you will meet 6 people."),
        (4, 4, "Tonight you will meet everyone."),
        (5, 20, "You will meet at least 5 people."),
        (1, 20, "You will meet at least 1 person."),
        (0, 20, ""),
    ],
)
def test_the_lobby_promises_what_can_be_kept(meets: int, others: int, promise: str) -> None:
    state, _now = room("lobby", meets=meets, others=others, rounds=6)

    assert texts.promise(state) == promise


def test_japanese_is_spoken_where_the_event_asks_for_it() -> None:
    with using("ja"):
        assert texts.who_speaks("A") == "A席が話し、B席が聞きます"


def test_the_time_of_day_is_written_in_the_language_of_the_picture() -> None:
    state, _now = room("lobby", clock="12h", languages=("en", "ja"))
    turns = {scenes.time_of_day(state, seconds, time(15, 5)) for seconds in range(0, 120, 5)}

    assert turns == {"3:05 pm", "午後3:05"}


def test_who_meets_the_whole_other_side_is_not_told_that_it_is_everyone() -> None:
    state, _now = room("lobby", rounds=4, meets=4, others=4, two_sides=True)

    assert texts.promise(state) == "Tonight you will meet 4 people."
