"""Huge pastes, stuck keys and a restless mouse do nothing but what their writer meant."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.bench_storms import PASTE_BEGINS, PASTE_ENDS, Place, Storm, storms
from tests.hosts import ROUNDS, environment_in, in_a_round, mixer_in, record_of
from tests.terminal import Terminal

pytestmark = pytest.mark.terminal

SETTINGS = "rounds = 2\nround_minutes = 10\n"
ALL_KEYS = b"\r   +-=sb.[]cntulmh/ekq?\t\x03\x11" * 2000


def test_what_is_pasted_on_the_stage_changes_nothing(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with Terminal([ROUNDS, "run", str(path)], environment=environment_in(tmp_path)) as host:
        in_a_round(host)
        before = record_of(path)
        os.write(host.handle, PASTE_BEGINS)
        host.read(0.05)
        os.write(host.handle, ALL_KEYS + PASTE_ENDS)
        host.press("h")
        host.wait_for("The room sees")

        assert record_of(path) == before


@pytest.mark.wide
def test_a_long_paste_into_a_line_is_cut_and_the_writer_told(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with Terminal([ROUNDS, "run", str(path)], environment=environment_in(tmp_path)) as host:
        host.wait_for("21 people expected")
        host.press("c")
        host.wait_for("Check-in")
        os.write(host.handle, PASTE_BEGINS + b"to be sure " * 10_000 + PASTE_ENDS)

        host.wait_for("This line is full: it holds 200 characters.")


@pytest.mark.wide
def test_bytes_that_are_no_text_do_not_end_the_program(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with Terminal([ROUNDS, "run", str(path)], environment=environment_in(tmp_path)) as host:
        host.wait_for("21 people expected")
        os.write(host.handle, b"\xe9\xff\xc3")
        host.read(0.2)
        host.press("h")

        host.wait_for("The room sees")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "do"),
    [pytest.param(place, do, id=f"{what}, {place.name}") for what, place, do in storms(10)],
)
def test_in_every_storm_the_program_stays_small_and_answers(
    tmp_path: Path, place: Place, do: Callable[[Storm], None]
) -> None:
    command = [ROUNDS, "run", str(mixer_in(tmp_path, SETTINGS)), "--mute"]
    with Terminal(command, environment=environment_in(tmp_path)) as host:
        in_a_round(host)
        place.open(host)
        host.read(1.5)
        storm = Storm(host, place)
        do(storm)
        storm.answered()

        assert storm.added < 50
        assert storm.seconds < 20  # on a busy machine; the benchmark has the figures
