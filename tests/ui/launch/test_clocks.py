"""An evening that is practised at another speed goes on at the right second after a restart."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rounds import steady_clock
from rounds.domain.event import Clock, Event
from rounds.ui.launch.clocks import PRACTICE_GOES_ON, news_of_the_clock, practice_clocks
from tests.evenings import an_event

NOON = datetime.fromisoformat("2026-05-14T12:00:00+09:00")
FILE = Path("mixer.toml")


class Real:
    """The system's clock, set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def wall(self) -> datetime:
        return self.now


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Real:
    clock = Real()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(steady_clock, "wall", clock.wall)
    return clock


def begun() -> Event:
    return an_event(4).with_(clock=(Clock(phase="talk", round=1, seconds=480.0, at=NOON),))


def test_an_evening_runs_by_the_clock_of_the_system(real: Real) -> None:
    assert practice_clocks(FILE, an_event(4), 1.0) is None


def test_a_practice_goes_on_by_its_own_clock(real: Real) -> None:
    practice_clocks(FILE, an_event(4), 20.0)
    real.now += timedelta(seconds=30)

    again = practice_clocks(FILE, begun(), 20.0)

    assert again is not None
    assert again.wall_start == NOON + timedelta(minutes=10)


def test_a_practice_may_go_on_at_the_speed_of_the_system(real: Real) -> None:
    practice_clocks(FILE, an_event(4), 20.0)
    real.now += timedelta(seconds=30)

    slower = practice_clocks(FILE, begun(), 1.0)
    real.now += timedelta(seconds=5)
    again = practice_clocks(FILE, begun(), 1.0)

    assert slower is not None
    assert again is not None
    assert again.wall_start == NOON + timedelta(minutes=10, seconds=5)


def test_a_host_who_goes_on_with_a_practice_reads_how_to_begin_afresh(real: Real) -> None:
    fast = practice_clocks(FILE, an_event(4), 20.0)
    slow = practice_clocks(FILE, begun(), 1.0)

    assert news_of_the_clock(slow) == (PRACTICE_GOES_ON,)
    assert news_of_the_clock(fast) == news_of_the_clock(None) == ()


def test_an_evening_that_is_begun_afresh_runs_by_the_clock_of_the_system(real: Real) -> None:
    practice_clocks(FILE, an_event(4), 20.0)

    assert practice_clocks(FILE, an_event(4), 1.0) is None
    assert practice_clocks(FILE, begun(), 1.0) is None


def test_a_practice_of_last_year_does_not_break_the_calendar(real: Real) -> None:
    practice_clocks(FILE, an_event(4), 1000.0)
    real.now += timedelta(days=9000)

    again = practice_clocks(FILE, begun(), 1000.0)

    assert again is not None
    assert again.wall_start == NOON + timedelta(days=1)
