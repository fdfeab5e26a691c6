"""Clock, dates and names as the place writes them."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from rounds.i18n import Customs, following, shown_date, shown_day, shown_time, using
from rounds.ui.stage.board.lines import sorted_lines
from rounds.ui.stage.scenes import scene
from tests.ui.stage.evenings import Language, room
from tests.ui.stage.test_board import entry

AMERICAN = Customs("12h", "month_first")
BRITISH = Customs("24h", "day_first")


@pytest.mark.parametrize(
    ("customs", "language", "said"),
    [
        (AMERICAN, "en", ["7:05 pm", "12:30 am", "Friday, November 27, 2026", "Fri Nov 27"]),
        (BRITISH, "en", ["19:05", "00:30", "Friday, 27 November 2026", "Fri 27 Nov"]),
        (AMERICAN, "ja", ["午後7:05", "午前12:30", "2026年11月27日（金）", "11月27日（金）"]),
        (BRITISH, "ja", ["19:05", "00:30", "2026年11月27日（金）", "11月27日（金）"]),
    ],
)
def test_times_and_dates_are_written_as_the_host_asks(
    customs: Customs, language: str, said: list[str]
) -> None:
    day = date(2026, 11, 27)
    with using(language), following(customs):
        written = [
            shown_time(time(19, 5)),
            shown_time(time(0, 30)),
            shown_date(day),
            shown_day(day),
        ]

    assert written == said


@pytest.mark.parametrize(
    ("locale", "language", "said"),
    [
        ("en_US.UTF-8", "en", ["7:05 pm", "Fri Nov 27"]),
        ("en_AU.UTF-8", "en", ["7:05 pm", "Fri 27 Nov"]),
        ("en_GB.UTF-8", "en", ["19:05", "Fri 27 Nov"]),
        ("C.UTF-8", "en", ["19:05", "Fri 27 Nov"]),
        ("en_US.UTF-8", "ja", ["19:05", "11月27日（金）"]),
    ],
)
def test_without_a_word_of_the_host_the_country_of_the_system_decides(
    locale: str, language: str, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    with using(language), following(Customs()):
        assert [shown_time(time(19, 5)), shown_day(date(2026, 11, 27))] == said


def test_the_lobby_writes_the_start_and_the_day_as_the_event_asks() -> None:
    state, now = room("lobby_at", clock="12h", dates="month_first")
    canvas = scene(state, now, 60, 20, ascii=True)
    shown = "\n".join("".join(text for text, _style in canvas.row(y)) for y in range(20))

    assert "Starts at 7:00 pm" in shown
    assert "Tuesday, April 21, 2026" in shown


def test_the_board_by_family_name_is_sorted_and_read_by_it() -> None:
    names = ["Ben O'Neill", "Aiko Tanaka", "Jan van der Berg", "Madonna", "佐藤 健"]
    board = [
        entry(number, name, "さとう" if number == 5 else "") for number, name in enumerate(names, 1)
    ]

    shown = [line.name for line in sorted_lines(board, by_family_name=True)]

    assert shown == ["Madonna", "O'Neill, Ben", "Tanaka, Aiko", "van der Berg, Jan", "佐藤 健"]


def words(language: Language = "en", **changes: Any) -> str:
    state, now = room("first_half", language, **changes)
    canvas = scene(state, now, 80, 24, ascii=True)
    return "\n".join("".join(text for text, _style in canvas.row(y)) for y in range(24))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "First, exchange your business cards"), ("ja", "まず、名刺交換をどうぞ")],
)
def test_a_talk_begins_with_the_exchange_of_business_cards(language: Language, said: str) -> None:
    assert said in words(language, ends_at=470.0)
    assert said not in words(language, ends_at=440.0)


def test_the_advice_on_how_to_use_the_time_comes_once_in_the_evening() -> None:
    advice = "Spend 80 % of the time on each other"

    assert advice in words(round=1, ends_at=440.0)
    assert advice not in words(round=1, ends_at=380.0)
    assert advice not in words(round=2, ends_at=440.0)


def test_a_host_s_own_lines_are_shown_from_the_first_second() -> None:
    own = words(ends_at=475.0, prompts={"first_half": ("Hello?",)})

    assert "Hello?" in own
    assert "business cards" not in own


def test_two_languages_take_turns_on_the_stage_and_the_board_stays() -> None:
    both = ("ja", "en")
    seen = {
        phase: [
            any(c >= "\u3040" for c in _foot(phase, begins + 10 * turn, both))
            for begins in (0.0,)
            for turn in range(3)
        ]
        for phase in ("first_half", "move")
    }

    assert seen["first_half"] == [True, False, True]
    assert seen["move"] == [True, True, True]


def _foot(phase: str, later: float, languages: tuple[str, ...]) -> str:
    state, now = room(phase, "ja", languages=languages, title="Mixer", board=())
    moved = state.with_(ends_at=(state.ends_at or 0.0) + later)
    canvas = scene(moved, now + later, 80, 24, ascii=True)
    return "".join(text for y in range(24) for text, _style in canvas.row(y))
