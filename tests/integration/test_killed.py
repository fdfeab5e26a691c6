"""The real program killed with SIGKILL while it saves notes."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest

from rounds.domain.event import Event, Pairing, Round
from rounds.store.event_file import EventFile
from tests.evenings import START
from tests.hosts import ROUNDS, environment_in, mixer_in, record_of
from tests.terminal import Terminal

pytestmark = pytest.mark.terminal

PEOPLE = 20
PATIENT = 30.0
"""Seconds within which a note is called saved on any machine: the last writer waits for it."""


def break_after_a_round(folder: Path) -> tuple[Path, bytes]:
    """Return an event file in its break, and the host's part of it."""
    path = mixer_in(folder, "rounds = 3\nbreak_after = [1]\n")
    host_part = path.read_bytes()
    file = EventFile.open(path)
    keys = [person.key for person in file.event.participants]
    held = Round(
        number=1,
        started_at=START,
        ended_at=START,
        pairings=tuple(
            Pairing(table=table + 1, people=(keys[2 * table], keys[2 * table + 1]))
            for table in range(PEOPLE // 2)
        ),
    )
    clock = Event.checked(
        {
            "event": {"title": "-"},
            "clock": [{"phase": "break", "round": 1, "seconds": 600, "left": 500, "at": START}],
        }
    ).clock
    file.save(file.event.with_(rounds=(held,), clock=clock))
    assert file.close()
    return path, host_part


def write_and_kill(path: Path, home: dict[str, str], person: int, wait: float) -> bool:
    """Let somebody write a note, kill the program; return whether it was called saved before."""
    with Terminal([ROUNDS, "run", str(path), "--mute"], environment=home) as terminal:
        terminal.wait_for("Only you and the host")
        terminal.press("n")
        terminal.wait_for("is the projector off?")
        terminal.press("space")
        terminal.wait_for("number or your name")
        terminal.write(str(person))
        terminal.press("enter", "enter")
        terminal.wait_for("Tab")
        terminal.write(f"note of {person}")
        terminal.press("enter")
        until = time.monotonic() + wait
        while time.monotonic() < until and "Saved" not in terminal.text:
            terminal.take(0.002)
        terminal.signal(signal.SIGKILL)
        acknowledged = "Saved" in terminal.text
        terminal.wait_for_end()
    return acknowledged


def kill_often(folder: Path, kills: int) -> tuple[int, int]:
    """Return how many notes were acknowledged, and how many times the program was killed."""
    chance = random.Random(4)
    acknowledged = 0
    for evening in range(-(-kills // PEOPLE)):
        room = folder / str(evening)
        room.mkdir()
        home = environment_in(room)
        path, host_part = break_after_a_round(room)
        said: list[int] = []
        writers = min(PEOPLE, kills - evening * PEOPLE)
        for person in range(1, writers + 1):
            hasty = chance.choice((0.0, 0.003, 0.01, 0.03, 2.0))
            if write_and_kill(path, home, person, hasty if person < writers else PATIENT):
                said.append(person)
            written = path.read_bytes()
            texts = {note["purpose"] for note in record_of(path).get("notes", [])}
            assert written.startswith(host_part)
            assert {f"note of {each}" for each in said} <= texts
            assert len(list(room.glob(".~*.tmp"))) <= 1
        EventFile.open(path).close()
        assert list(room.glob(".~*.tmp")) == []
        acknowledged += len(said)
    return acknowledged, kills


def test_a_note_called_saved_survives_the_kill_that_follows(tmp_path: Path) -> None:
    acknowledged, _kills = kill_often(tmp_path, 3)

    assert acknowledged > 0


@pytest.mark.slow
def test_five_hundred_kills_lose_no_note_that_was_called_saved(tmp_path: Path) -> None:
    acknowledged, kills = kill_often(tmp_path, 500)

    assert acknowledged > kills / 5
