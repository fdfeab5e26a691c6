"""What a host waits for; run with -m slow on a quiet machine."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from rounds.store.event_file import EventFile
from tests.bench.bench_store import SIZES, event_file, held_rounds, host_part, milliseconds, plain
from tests.store.desk import HOST, Listener

pytestmark = pytest.mark.slow


def test_a_thousand_people_and_twelve_rounds_open_within_three_seconds(tmp_path: Path) -> None:
    path = tmp_path / "thousand.toml"
    path.write_text(host_part(1000), encoding="utf-8")
    file = EventFile.open(path)
    file.save(file.event.with_(rounds=held_rounds(1000, 12)))
    file.close()

    begin = time.monotonic()
    file = EventFile.open(path)
    took = time.monotonic() - begin
    file.close()

    assert len(file.event.rounds) == 12
    assert took < 3


def test_the_hosts_edit_is_in_force_within_two_seconds(mixer: Path) -> None:
    file = EventFile.open(mixer)
    heard = Listener(file.event)
    file.report_to(heard)
    begin = time.monotonic()
    mixer.write_text(HOST.replace("rounds         = 3", "rounds = 2"))

    assert heard.hears(lambda: heard.event.settings.rounds == 2)
    assert time.monotonic() - begin < 2
    file.close()


@pytest.mark.parametrize("size", SIZES)
def test_a_change_costs_a_few_plain_writes(tmp_path: Path, size: str) -> None:
    path = event_file(tmp_path, SIZES[size])
    file = EventFile.open(path)
    event = file.event
    file.save(event)
    file.flush(60)
    data = path.read_bytes()
    plains = sorted(milliseconds(lambda: plain(tmp_path, data)) for _ in range(21))
    ours = []
    for number in range(21):
        event = event.with_(notes=(*event.notes[:-1], event.notes[number]))
        begin = time.monotonic()
        file.save(event)
        file.flush(60)
        ours.append((time.monotonic() - begin) * 1000)
    file.close()

    assert sorted(ours)[10] < 8 * plains[10] + 5
