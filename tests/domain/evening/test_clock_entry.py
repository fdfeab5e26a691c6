from __future__ import annotations

from datetime import timedelta

import pytest

from rounds.domain.evening import clock, clock_entry
from tests.evenings import START

TALK = clock.start("talk", 1, 480, now=1000, lead_in=6)


@pytest.mark.parametrize("hundredths", range(0, 100, 7))
def test_a_deadline_moves_by_half_a_second_at_most_and_a_restart_comes_back_to_it(
    hundredths: int,
) -> None:
    wall = START + timedelta(milliseconds=10 * hundredths)
    run = clock_entry.on_whole_second(TALK, 1000, wall)

    entry = clock_entry.recorded(run, 1000, wall)

    assert run.ends_at is not None
    assert TALK.ends_at is not None
    assert abs(run.ends_at - TALK.ends_at) <= 0.5
    again = clock_entry.resumed(entry, 70.0, wall + timedelta(seconds=10))
    assert clock.remaining(again, 70.0) == pytest.approx(clock.remaining(run, 1010), abs=1e-3)


@pytest.mark.parametrize("paused", [False, True])
def test_a_restart_knows_of_an_early_swap_and_of_time_added_after_it(paused: bool) -> None:
    run = clock.extend(clock.swap_now(TALK, 1100), 60, 1100)
    run = clock.pause(run, 1110) if paused else run

    again = clock_entry.resumed(clock_entry.recorded(run, 1110, START), 1110, START)

    assert again == run._replace(ends_at=again.ends_at)
    assert clock.talked(again, 1110) == clock.talked(run, 1110)
