"""Sleep, a wall clock that is moved, summer time, a restart: a round keeps its deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from rounds.background.at_once import PlannerAtOnce
from rounds.session.clocks import Clocks
from rounds.session.session import Session
from tests.evenings import MemoryKeeper, an_event


@dataclass
class Laptop:
    """A laptop whose steady clock counts sleep, and whose wall clock is a zone's."""

    zone: ZoneInfo
    moment: float
    booted: float = 0.0
    moved: float = 0.0

    def steady(self) -> float:
        return self.moment - self.booted

    def wall(self) -> datetime:
        """Return the time as the program reads it: with the offset in force, a fixed one."""
        local = datetime.fromtimestamp(self.moment + self.moved, self.zone)
        return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))


def a_laptop(zone: str, at: datetime) -> Laptop:
    moment = at.timestamp()
    return Laptop(ZoneInfo(zone), moment, booted=moment - 1000)


def a_round(laptop: Laptop) -> Session:
    """Return a session whose first round has 300 seconds left."""
    event = an_event(6, round_minutes=5, rounds=3)
    session = Session(
        event, MemoryKeeper(), Clocks(laptop.steady, laptop.wall), planner=PlannerAtOnce()
    )
    session.steps.next()
    session.steps.next()
    laptop.moment += session.state.remaining() - 300
    session.tick()
    session.state.news.clear()
    return session


def beats(session: Session, laptop: Laptop, seconds: int) -> None:
    for _second in range(seconds):
        laptop.moment += 1
        session.tick()


def restarted(session: Session, laptop: Laptop) -> Session:
    assert isinstance(session.state.saver, MemoryKeeper)
    kept = session.state.saver.kept[-1]
    return Session(
        kept, MemoryKeeper(), Clocks(laptop.steady, laptop.wall), planner=PlannerAtOnce()
    )


SUMMER_BEGINS = datetime(2026, 3, 29, 0, 58, tzinfo=UTC)
SUMMER_ENDS = datetime(2026, 10, 25, 0, 58, tzinfo=UTC)
EVENING = datetime(2026, 5, 14, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize("at", [SUMMER_BEGINS, SUMMER_ENDS])
def test_summer_time_changes_in_mid_round(at: datetime) -> None:
    laptop = a_laptop("Europe/Berlin", at)
    session = a_round(laptop)
    offset = laptop.wall().utcoffset()

    beats(session, laptop, 200)

    assert laptop.wall().utcoffset() != offset
    assert session.state.remaining() == pytest.approx(100, abs=0.6)
    assert list(session.state.news) == []
    assert restarted(session, laptop).state.remaining() == pytest.approx(100, abs=1)
    beats(session, laptop, 101)
    held = session.event.rounds[0]
    assert held.started_at is not None
    assert held.ended_at is not None
    assert (held.ended_at - held.started_at).total_seconds() == pytest.approx(300, abs=1)
    assert [pairing.held for pairing in held.pairings] == [None] * len(held.pairings)


@pytest.mark.parametrize("seconds", [-3600, 3600, -86_400 * 400])
def test_the_wall_clock_is_moved_in_mid_round(seconds: int) -> None:
    laptop = a_laptop("Asia/Tokyo", EVENING)
    session = a_round(laptop)

    laptop.moved = seconds
    beats(session, laptop, 100)

    assert session.state.remaining() == pytest.approx(200, abs=0.6)
    assert len(session.state.news) == 1
    assert "changed by" in session.state.news[0].template
    assert restarted(session, laptop).state.remaining() == pytest.approx(200, abs=1)


def test_the_last_change_of_the_timetable_holds_also_after_the_clock_was_set_back() -> None:
    laptop = a_laptop("Asia/Tokyo", EVENING)
    session = a_round(laptop)
    session.timetable.change(rounds=2)

    laptop.moved = -3600
    session.tick()
    session.timetable.change(rounds=1)

    assert session.event.in_force.rounds == 1
    assert restarted(session, laptop).room.rounds == 1


def test_a_late_evening_still_in_the_lobby_after_midnight_knows_when_it_ends() -> None:
    laptop = a_laptop("Asia/Tokyo", datetime(2026, 5, 14, 15, 5, tzinfo=UTC))
    event = an_event(6, rounds=5, starts_at="23:30", ends_at="00:30")
    session = Session(
        event, MemoryKeeper(), Clocks(laptop.steady, laptop.wall), planner=PlannerAtOnce()
    )

    assert f"{session.timetable.expected_end():%d %H:%M}" == "15 00:50"
    assert f"{session.timetable.closing_time():%d %H:%M}" == "15 00:30"
    assert session.timetable.ways_to_end_on_time() != ()


@pytest.mark.parametrize("slept", [301, 3600, 86_400])
def test_a_laptop_that_slept_across_the_end_of_a_round_keeps_its_true_end_and_says_so(
    slept: int,
) -> None:
    laptop = a_laptop("Asia/Tokyo", EVENING)
    session = a_round(laptop)
    rings = laptop.wall() + timedelta(seconds=300)

    laptop.moment += slept
    session.tick()
    beats(session, laptop, 60)

    held = session.event.rounds[0]
    assert held.ended_at is not None
    assert abs((held.ended_at - rings).total_seconds()) <= 1
    assert (session.run.phase, session.run.round, session.state.scene) == ("talk", 1, "end")
    assert len(session.event.rounds) == 1
    assert sum("slept" in each.template for each in session.state.news) == 1


def test_a_short_sleep_costs_no_second() -> None:
    laptop = a_laptop("Asia/Tokyo", EVENING)
    session = a_round(laptop)

    laptop.moment += 170
    session.tick()

    assert session.state.remaining() == pytest.approx(130, abs=0.6)
    assert session.state.scene == "second_half"


def test_a_laptop_started_anew_in_mid_round() -> None:
    laptop = a_laptop("America/New_York", EVENING)
    session = a_round(laptop)
    beats(session, laptop, 40)

    laptop.moment += 60
    laptop.booted = laptop.moment - 5
    again = restarted(session, laptop)

    assert again.state.remaining() == pytest.approx(200, abs=1)
    assert (again.run.phase, again.run.round) == ("talk", 1)


def test_a_laptop_that_crossed_a_border_while_it_was_off() -> None:
    laptop = a_laptop("Europe/London", EVENING)
    session = a_round(laptop)

    laptop.zone = ZoneInfo("Asia/Kathmandu")

    assert restarted(session, laptop).state.remaining() == pytest.approx(300, abs=1)


def test_started_again_after_the_end_of_the_round() -> None:
    laptop = a_laptop("Asia/Tokyo", EVENING)
    session = a_round(laptop)
    rings = laptop.wall() + timedelta(seconds=300)

    laptop.moment += 4000
    again = restarted(session, laptop)
    again.tick()

    held = again.event.rounds[0]
    assert held.ended_at is not None
    assert abs((held.ended_at - rings).total_seconds()) <= 1
    assert again.state.scene == "end"


def test_a_paused_round_waits_through_the_night() -> None:
    laptop = a_laptop("Asia/Tokyo", EVENING)
    session = a_round(laptop)
    session.steps.pause_or_resume()

    laptop.moment += 30_000
    again = restarted(session, laptop)
    again.tick()

    assert again.state.remaining() == pytest.approx(300, abs=0.6)
    assert again.run.paused


def test_hurried_clocks_are_no_sleep() -> None:
    laptop = a_laptop("Asia/Tokyo", EVENING)
    session = a_round(laptop)
    session.clocks.speed = 600

    laptop.moment += 60  # a tenth of a second
    session.tick()

    assert list(session.state.news) == []
