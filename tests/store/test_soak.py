"""A session and an editor at the same file at the same time, for real; run with -m slow."""

from __future__ import annotations

import random
import threading
import time
from pathlib import Path

import pytest

from rounds.store.event_file import EventFile
from rounds.store.reading.read import read_event
from tests.store.desk import HOST, Listener, host_part, note

MARKER = "# ======== RECORD"


def edit(path: Path, stop: threading.Event, chance: random.Random, saved: list[str]) -> None:
    """Read, think, and save as VS Code and nano do: truncate, pause, write in two pieces."""
    number = 0
    while not stop.is_set():
        text = path.read_text()
        time.sleep(chance.random() * 0.3)
        host, marker, record = text.partition(MARKER)
        if not marker:
            continue
        number += 1
        new = host.split("# remark")[0].rstrip() + f"\n# remark {number}\n\n"
        data = (new + marker + record).encode()
        cut = int(len(data) * chance.random())
        with path.open("r+b", buffering=0) as file:
            file.truncate(0)
            time.sleep(chance.random() * chance.choice([0.01, 0.1, 0.8]))
            file.write(data[:cut])
            time.sleep(chance.random() * chance.choice([0.001, 0.01, 0.3]))
            file.write(data[cut:])
        saved.append(new.rstrip())


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_an_editor_saves_while_the_session_does(mixer: Path, seed: int) -> None:
    chance = random.Random(seed)
    file = EventFile.open(mixer)
    heard = Listener(file.event)
    file.report_to(heard)
    file.save(file.event.with_(notes=(note(0),)))
    assert file.flush(10)
    stop = threading.Event()
    hosts: list[str] = []
    editor = threading.Thread(target=edit, args=(mixer, stop, chance, hosts))
    editor.start()
    event = file.event.with_(notes=(note(0),))
    for number in range(1, 200):
        event = event.with_(notes=(*event.notes, note(number)))
        file.save(event)
        time.sleep(chance.random() * 0.1)
    stop.set()
    editor.join()
    heard.hears(lambda: False, 4)  # an editor that was late has three seconds

    assert file.close()
    assert file.fault is None
    assert heard.refusals == []
    assert {each.text for each in read_event(mixer).notes} == {note(n).text for n in range(200)}
    assert host_part(mixer).rstrip() == hosts[-1]
    assert host_part(mixer).startswith(HOST.rstrip())
