from __future__ import annotations

from pathlib import Path

import pytest

from rounds import steady_clock
from rounds.background.at_once import PlannerAtOnce
from rounds.domain.event import Event
from rounds.domain.views.room import Room
from rounds.i18n import Customs, following
from rounds.session.clocks import Clocks
from rounds.session.session import Session
from rounds.ui.rehearsal.autopilot import Autopilot, NoDisk
from rounds.ui.rehearsal.clocks import FastClocks, SetClocks
from rounds.ui.rehearsal.timeline import timeline
from tests.evenings import START, an_event
from tests.hosts import ROUNDS, environment_in, mixer_in, next_step
from tests.terminal import Terminal


def lines(event: Event) -> list[str]:
    return list(timeline(event))


def test_a_rehearsal_tells_the_whole_evening_at_its_own_times() -> None:
    told = lines(an_event(6, rounds=2, starts_at="18:30", ends_at="20:30", break_after=[1]))

    assert [line.split("  ")[0] for line in told[:6]] == [
        "18:30:00",
        "18:31:00",
        "18:35:06",
        "18:38:06",
        "18:39:06",
        "18:39:11",
    ]
    assert "listens first" in told[1]
    assert "Break" in told[5]


def test_a_rehearsal_tells_the_times_as_the_host_asks() -> None:
    with following(Customs("12h")):
        told = lines(an_event(6, rounds=1, starts_at="21:55"))

    assert [line[:11] for line in told[:3]] == [" 9:55:00 pm", " 9:56:00 pm", "10:00:06 pm"]


def test_a_rehearsal_ends_with_the_numbers_of_the_evening() -> None:
    told = lines(an_event(6, rounds=5))

    assert "Pairings held: 15" in told
    assert "Each person met 5 others" in told


def test_a_rehearsal_has_the_introductions_and_counts_their_time() -> None:
    told = lines(an_event(6, rounds=1, starts_at="18:30", introductions=60))

    assert told[0] == "18:30:00  Introductions (6 people, 60 seconds each)"
    assert told[1].startswith("18:36:00  Move to round 1")
    assert "Length: 16 min, from 18:30 to 18:46" in told


def test_a_rehearsal_says_who_rests() -> None:
    told = lines(an_event(5, rounds=1))

    assert any(line.strip().startswith("rest: Person") for line in told)


def test_a_rehearsal_begins_with_the_doors_closed_whatever_the_record_holds() -> None:
    clocks = SetClocks(START)
    session = Session(
        an_event(4, rounds=1), NoDisk(), Clocks(clocks.steady, clocks.wall), planner=PlannerAtOnce()
    )
    pilot = Autopilot(0.0)
    while not pilot(session):
        clocks.now += 10
        session.tick()

    again = lines(session.event)

    assert "Rounds: 1" in again


@pytest.mark.slow
@pytest.mark.terminal
def test_a_rehearsal_in_a_terminal_runs_to_the_end_and_leaves_the_file_alone(
    tmp_path: Path,
) -> None:
    path = mixer_in(tmp_path, "rounds = 2\nround_minutes = 8\nbreak_after = [1]\n")
    before = path.read_bytes()
    command = [ROUNDS, "rehearse", str(path), "--speed", "1500"]

    with Terminal(command, environment=environment_in(tmp_path)) as terminal:
        terminal.wait_for("Round 1 of 2")
        terminal.wait_for("just the beginning", timeout=60)

        assert terminal.wait_for_end() == 0
    assert path.read_bytes() == before


@pytest.mark.terminal
@pytest.mark.wide
def test_a_second_window_keeps_up_with_a_hurried_evening(tmp_path: Path) -> None:
    home = environment_in(tmp_path)
    path = mixer_in(tmp_path, "rounds = 2\nround_minutes = 5\n")

    with (
        Terminal([ROUNDS, "run", str(path), "--speed", "60"], environment=home) as host,
        Terminal([ROUNDS, "stage", str(path)], environment=home) as projector,
    ):
        host.wait_for("21 people expected")
        next_step(host, "Round 1 of 2")
        next_step(host, "swap in")
        host.wait_for("Thank your partner")
        projector.wait_for("Thank your partner", timeout=60)  # the round is of five minutes


def test_a_hurried_lobby_counts_down_as_fast_in_the_second_window() -> None:
    clocks = FastClocks(60.0)
    clocks.steady_start -= 600  # ten hurried minutes ago
    in_a_minute = Room(begins_at=clocks.steady() + 60)

    told = clocks.unhurried(in_a_minute).until_start(steady_clock.steady())

    assert told == pytest.approx(60, abs=2)
