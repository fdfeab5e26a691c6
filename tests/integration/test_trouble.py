"""Faults of the program, disks and terminals that hang, clocks that jump: it ends, or goes on."""

from __future__ import annotations

import fcntl
import os
import pty
import shutil
import signal
import struct
import subprocess
import sys
import termios
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rounds.ui.apps.shutdown import PATIENCE
from tests.breadth import daily
from tests.hosts import (
    ROUNDS,
    environment_in,
    in_a_round,
    mixer_in,
    next_step,
    quit_a_round,
    record_of,
    wait_until_saved,
)
from tests.integration.troubled_program import SECRET
from tests.prompt import Prompt
from tests.terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt", reason="signals and terminals of POSIX"),
]

SETTINGS = "rounds = 2\nround_minutes = 5\n"


def troubled(folder: Path, kind: str, path: Path) -> Prompt:
    command = [sys.executable, "-m", "tests.integration.troubled_program", kind, str(path)]
    return Prompt(command, folder / "ended.json", environment=environment_in(folder), columns=100)


def private_log(folder: Path) -> Path:
    return folder / "xdg_state_home" / "rounds" / "crash.log"


@pytest.mark.parametrize(
    "kind",
    [
        "key",
        pytest.param("start", marks=pytest.mark.slow),
        pytest.param("beat", marks=pytest.mark.slow),
        pytest.param("change", marks=pytest.mark.slow),
        pytest.param("opening", marks=pytest.mark.wide),
    ],
)
def test_a_fault_of_the_program_ends_it_with_one_friendly_line(tmp_path: Path, kind: str) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with troubled(tmp_path, kind, path) as prompt:
        if kind not in {"start", "opening"}:
            prompt.wait_for("21 people expected")
            prompt.press("enter")
            if kind != "change":
                prompt.wait_for("Round 1 of 2")
                prompt.press("m")

        ended = prompt.ended()

        assert (ended.status, ended.modes_restored) == (70, True)
        if kind != "opening":
            assert prompt.still_on() == []
        prompt.wait_for("Rounds had to stop", "crash.log")
        assert "Traceback" not in prompt.text
        assert SECRET[:10].encode() not in prompt.raw
    log = private_log(tmp_path)
    assert "Fault" in log.read_text()
    assert SECRET[:10] not in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600
    if kind in {"key", "beat"}:
        with troubled(tmp_path, "none", path) as prompt:
            prompt.wait_for("Round 1 of 2")


@pytest.mark.wide
def test_a_fault_of_the_home_screen_is_no_success(tmp_path: Path) -> None:
    code = (
        "import sys, rounds.cli.main, rounds.ui.apps.home as home\n"
        "home.HomeApp.on_mount = lambda self: 1 / 0\n"
        "sys.exit(rounds.cli.main.main([]))"
    )
    with Prompt(
        [sys.executable, "-c", code], tmp_path / "ended.json", environment=environment_in(tmp_path)
    ) as prompt:
        assert prompt.ended().status == 70
        prompt.wait_for("Rounds had to stop")


@pytest.mark.slow
def test_a_fault_in_a_thread_spoils_neither_the_stage_nor_the_evening(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with troubled(tmp_path, "thread", path) as prompt:
        prompt.wait_for("21 people expected")
        prompt.press("m")
        prompt.wait_for("Sound")
        prompt.press("enter")
        prompt.wait_for("Round 1 of 2")

        assert SECRET[:10].encode() not in prompt.raw
        assert "Traceback" not in prompt.text


@pytest.mark.slow
def test_a_disk_that_hangs_does_not_hold_up_the_end(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with troubled(tmp_path, "disk", path) as prompt:
        prompt.wait_for("21 people expected")
        path.with_suffix(".hang").touch()
        prompt.press("enter")
        prompt.wait_for("Round 1 of 2")

        prompt.send(signal.SIGTERM)

        ended = prompt.ended()
        assert (ended.status, ended.modes_restored) == (143, True)
        assert prompt.still_on() == []
        prompt.wait_for("Not everything could be saved")


def in_the_pipe(prompt: Prompt) -> int:
    """Return how many bytes wait in the terminal that nobody reads."""
    return int(struct.unpack("i", fcntl.ioctl(prompt.handle, termios.FIONREAD, bytes(4)))[0])


@pytest.mark.slow
def test_a_terminal_that_takes_nothing_does_not_hold_up_the_end(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with troubled(tmp_path, "none", path) as prompt:
        prompt.wait_for("21 people expected")
        program = prompt.program
        waiting = -1
        while (now := in_the_pipe(prompt)) != waiting:  # until the terminal is full
            waiting = now
            for columns in range(60, 100, 5):
                prompt.resize(columns, 24)
                threading.Event().wait(0.05)
        os.kill(program, signal.SIGTERM)
        threading.Event().wait(PATIENCE + 5)
        with pytest.raises(ProcessLookupError):
            os.kill(program, 0)

        ended = prompt.ended()
        assert (ended.status, ended.modes_restored) == (143, True)


def test_a_window_that_nobody_reports_as_closed(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    master, slave = pty.openpty()
    program = subprocess.Popen(
        [ROUNDS, "run", str(path)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,  # the terminal is nobody's, so no signal comes
        env={**os.environ, "TERM": "xterm", **environment_in(tmp_path)},
    )
    os.close(slave)
    while b"21 people expected" not in os.read(master, 65536):
        pass

    os.close(master)

    assert program.wait(20) == 129


@pytest.mark.slow
def test_a_laptop_that_sleeps_across_the_end_of_a_round_wakes_to_its_end(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    jump = path.with_suffix(".jump")
    jump.write_text("0 0")
    with troubled(tmp_path, "clocks", path) as prompt:
        in_a_round(prompt)
        began = wait_until_saved(path, lambda record: record.get("rounds"))
        bells = prompt.raw.count(b"\x07")

        jump.write_text("1800 1800")
        prompt.wait_for("Thank your partner")
        record = wait_until_saved(path, lambda record: record["rounds"][0].get("ended_at"))
        prompt.read(1.0)
        assert prompt.raw.count(b"\x07") - bells <= 1
        held = record["rounds"][0]
        assert (held["ended_at"] - held["started_at"]).total_seconds() == pytest.approx(300, abs=1)
        assert len(record["rounds"]) == len(began["rounds"]) == 1

        prompt.press("h")
        prompt.wait_for("slept")


@pytest.mark.slow
def test_the_wall_clock_is_moved_by_an_hour(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    jump = path.with_suffix(".jump")
    jump.write_text("0 0")
    with troubled(tmp_path, "clocks", path) as prompt:
        in_a_round(prompt)
        before = wait_until_saved(path, lambda record: record.get("rounds"))["clock"][0]

        jump.write_text("0 -3600")
        after = wait_until_saved(
            path, lambda record: record["clock"][0]["ends_at"] != before["ends_at"]
        )["clock"][0]
        assert (before["ends_at"] - after["ends_at"]).total_seconds() == pytest.approx(3600, abs=1)
        prompt.send(signal.SIGKILL)
        prompt.ended()

    with troubled(tmp_path, "clocks", path) as prompt:  # the clock is still an hour late
        prompt.wait_for("Round 1 of 2")
        prompt.press("space")
        left = wait_until_saved(path, lambda record: "left" in record["clock"][0])
        assert 200 < left["clock"][0]["left"] <= 306
        assert record_of(path)["rounds"] == left["rounds"]


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("unshare") is None,
    reason="needs root and the time namespaces of Linux",
)
def test_a_laptop_that_was_started_anew_comes_back_at_the_right_second(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    home = environment_in(tmp_path)
    anew = ["unshare", "--time", "--fork", "--boottime", "500000", "--monotonic", "500000"]
    with Prompt([ROUNDS, "run", str(path)], tmp_path / "ended.json", environment=home) as prompt:
        in_a_round(prompt)
        before = wait_until_saved(path, lambda record: record.get("rounds"))
        prompt.send(signal.SIGKILL)
        assert prompt.ended().status == 137

    with Terminal([*anew, ROUNDS, "run", str(path), "--console"], environment=home) as terminal:
        terminal.wait_for("Round 1 of 2")
        left = (before["clock"][0]["ends_at"] - datetime.now(UTC)).total_seconds()
        terminal.press("space")
        after = wait_until_saved(path, lambda record: "left" in record["clock"][0])
        assert after["clock"][0]["left"] == pytest.approx(left, abs=1)


@pytest.mark.parametrize("command", daily(1, ["run", "demo"]))
def test_an_evening_runs_where_the_program_can_keep_nothing_of_its_own(
    tmp_path: Path, command: str
) -> None:
    home = environment_in(tmp_path, welcomed=False)
    home["XDG_RUNTIME_DIR"] = str(tmp_path / "none")
    (tmp_path / "xdg_state_home" / "rounds").write_text("in the way")
    path = mixer_in(tmp_path, SETTINGS)
    arguments = ["run", str(path)] if command == "run" else ["demo"]

    with Terminal([ROUNDS, *arguments, "--mute"], environment=home) as host:
        host.wait_for("Welcome to Rounds")
        host.press("x")
        host.wait_for("in confidence")
        next_step(host, "Round 1 of")
        next_step(host, "LISTENS FIRST")
        quit_a_round(host)

        assert host.wait_for_end() == 0
