"""The installed program in a pseudo terminal, from the lobby to the export."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.hosts import (
    ROUNDS,
    environment_in,
    in_a_round,
    mixer_in,
    next_step,
    open_a_note,
    quit_a_round,
    record_of,
    wait_until_saved,
)
from tests.terminal import Terminal

pytestmark = pytest.mark.terminal

MARKER = b"# ======== RECORD"
SPEED = 40
A_MOMENT = 2.0
"""Seconds that a busy machine may pass between two looks at its clocks."""

QUICK = "rounds = 2\nround_minutes = 5\nbreak_after = [1]\nbreak_minutes = 120  # enough\n"


def test_a_whole_evening_from_check_in_to_export(tmp_path: Path) -> None:
    home = environment_in(tmp_path, welcomed=False)
    path = mixer_in(tmp_path, QUICK)
    host_part = path.read_bytes()

    with Terminal([ROUNDS, "run", str(path), "--speed", str(SPEED)], environment=home) as terminal:
        terminal.wait_for("Welcome to Rounds")
        terminal.press("x")
        while "Welcome to Rounds" in terminal.text:
            terminal.wait_for_another_picture()
        terminal.wait_for("21 people expected")

        terminal.press("c")
        terminal.wait_for("Check-in")
        terminal.press("ctrl+a")
        terminal.wait_for("21 of 21 here")
        terminal.write("Tom Walker")
        terminal.wait_for('Add walk-in "Tom Walker"')
        terminal.press("enter", "enter")
        terminal.wait_for("22 of 22 here")
        terminal.write("sven")
        terminal.wait_for("Sven Aalto")
        terminal.press("ctrl+x")
        terminal.wait_for("21 of 21 here")
        terminal.press("escape")
        terminal.wait_for("You will meet")

        next_step(terminal, "Round 1 of 2", "Tom Walker")
        next_step(terminal, "Thank your partner")
        assert b"LAST MINUTE" in terminal.raw
        terminal.press("enter")
        terminal.wait_for("Write your notes now", "round 2 of 2")

        open_a_note(terminal)
        terminal.write("knows a pump maker in Osaka")
        terminal.wait_for("knows a pump maker")
        terminal.press("tab", "tab", "tab")
        terminal.wait_for("Now one key each")
        terminal.press("1", "enter")
        wait_until_saved(path, lambda record: record.get("notes"))
        terminal.wait_for("Saved")
        for part in ("Who do you want", "Who are you?", "Press Esc again", "Write your notes now"):
            terminal.press("escape")
            terminal.wait_for(part)
        next_step(terminal, "again to end the break")
        next_step(terminal, "Round 2 of 2")
        next_step(terminal, "Thank your partner")
        assert b"Build on what you just heard" in terminal.raw  # the swap
        terminal.press("enter")
        terminal.wait_for("just the beginning")
        terminal.press("ctrl+q")

        assert terminal.wait_for_end() == 0

    written = path.read_bytes()
    record = record_of(path)
    assert written.split(MARKER)[0].rstrip(b"\n") == host_part.rstrip(b"\n")
    assert [walk_in["name"] for walk_in in record["walk_ins"]] == ["Tom Walker"]
    assert {"person": "Sven Aalto", "state": "absent"}.items() <= next(
        each for each in record["attendance"] if each["person"] == "Sven Aalto"
    ).items()
    assert [round_["number"] for round_ in record["rounds"]] == [1, 2]
    for round_ in record["rounds"]:
        minutes = (round_["ended_at"] - round_["started_at"]).total_seconds() / 60
        assert minutes == pytest.approx(5, abs=A_MOMENT * SPEED / 60)
        seated = [name for pairing in round_["pairings"] for name in pairing["people"]]
        assert "Sven Aalto" not in seated
        assert "Tom Walker" in [*seated, *round_.get("resting", ())]
        assert len(seated) == len(set(seated)) == 20
    pairs = [frozenset(p["people"]) for round_ in record["rounds"] for p in round_["pairings"]]
    assert len(set(pairs)) == len(pairs) == 20
    assert {round_["listens_first"] for round_ in record["rounds"]} == {"A", "B"}
    note = record["notes"][0]
    assert (note["by"], note["purpose"], note["stage"]) == (
        "Aiko Tanaka",
        "knows a pump maker in Osaka",
        "now",
    )

    exported = subprocess.run(
        [ROUNDS, "export", str(path)], capture_output=True, check=True, env={**os.environ, **home}
    )
    rows = list(csv.DictReader(io.StringIO(exported.stdout.decode("utf-8-sig"))))
    assert len(rows) == 20
    assert {frozenset({row["seat A"], row["seat B"]}) for row in rows} == set(pairs)
    assert {row["status"] for row in rows} == {"held"}
    assert "pump maker" not in exported.stdout.decode("utf-8-sig")


def test_killed_in_mid_round_it_comes_back_in_the_same_round_at_the_right_second(
    tmp_path: Path,
) -> None:
    home = environment_in(tmp_path)
    path = mixer_in(tmp_path, QUICK)

    with Terminal([ROUNDS, "run", str(path)], environment=home) as terminal:
        in_a_round(terminal)
        before = wait_until_saved(path, lambda record: record.get("rounds"))
        terminal.wait_for_another_picture()
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL

    with Terminal([ROUNDS, "run", str(path), "--console"], environment=home) as terminal:
        terminal.wait_for("Round 1 of 2")
        deadline = before["clock"][0]["ends_at"]
        left = (deadline - datetime.now(UTC)).total_seconds()
        terminal.press("space")
        after = wait_until_saved(path, lambda record: "left" in record["clock"][0])

        assert after["rounds"] == before["rounds"]
        assert after["clock"][0]["left"] == pytest.approx(left, abs=1)
        quit_a_round(terminal)

        assert terminal.wait_for_end() == 0
