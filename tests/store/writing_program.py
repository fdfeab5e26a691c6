"""A program that writes notes into an event file and says which of them are saved.

    python -m tests.store.writing_program FILE COUNT

It writes one line to its standard output for everything it hears: `saved 3` as soon as the
notes 1 to 3 are acknowledged, `unsaved REASON` when the disk refuses. `rehearse_kills` forks
such programs and kills them, so that hundreds of kills need no hundreds of starts.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from rounds.domain.sentence import Sentence
from rounds.store.disk.atomic import DISK, Disk, temporary
from rounds.store.event_file import EventFile
from rounds.store.merging.merge import OutsideEdit
from rounds.store.reading.read import read_event
from tests.store.desk import HOST, HURRY, note

Say = Callable[[str], None]


class _Speaker:
    def __init__(self, say: Say, first: int) -> None:
        self.say = say
        self.first = first

    def saved(self, ticket: int, at: datetime) -> None:
        self.say(f"saved {self.first + ticket}")

    def unsaved(self, reason: Sentence) -> None:
        self.say(f"unsaved {reason}")

    def edited_outside(self, edit: OutsideEdit, messages: tuple[Sentence, ...]) -> None:
        self.say(f"outside {len(messages)}")


def write_notes(
    path: Path,
    count: int,
    say: Say,
    *,
    pause: float = 0.0,
    wait: float = 0.0,
    disk: Disk = DISK,
) -> bool:
    """Write `count` more notes, one save each; return whether all are on the disk.

    `pause` is slept after each, `wait` is how long each is waited for, in seconds.
    """
    file = EventFile.open(path, pace=HURRY, disk=disk)
    event = file.event
    first = len(event.notes)
    file.report_to(_Speaker(say, first))
    for number in range(first + 1, first + count + 1):
        event = event.with_(notes=(*event.notes, note(number)))
        file.save(event)
        if wait:
            file.flush(wait)
        if pause:
            time.sleep(pause)
    return file.flush(30) and file.close()


def write_until_full(path: Path, limit: int, say: Say) -> None:
    """Write notes until the file may not grow any more; one at a time, each waited for."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    file = EventFile.open(path, pace=HURRY)
    event = file.event
    file.report_to(_Speaker(say, 0))
    fits = True
    while fits:
        event = event.with_(notes=(*event.notes, note(len(event.notes) + 1)))
        file.save(event)
        fits = file.flush(0.5)
    file.close()


def rehearse_kills(path: Path, kills: int, seed: int) -> dict[str, int]:
    """Kill a writing program so many times; raise where anything acknowledged is missing."""
    chance = random.Random(seed)
    seen = {"kills": 0, "acknowledged": 0, "leftovers": 0, "in_mid_save": 0}
    acknowledged = 0
    for number in range(kills):
        if number % 25 == 0:
            path.write_bytes(HOST.encode())
            acknowledged = 0
        now = _kill_one(path, chance)
        acknowledged = max(acknowledged, now)
        seen["kills"] += 1
        seen["leftovers"] += temporary(path).exists()
        beside = {each.name for each in path.parent.iterdir()}
        assert beside <= {path.name, temporary(path).name, f".~lock.{path.name}"}, beside
        assert path.read_bytes().startswith(HOST.encode()), "the host's bytes changed"
        texts = {each.text for each in read_event(path).notes}
        missing = [n for n in range(1, acknowledged + 1) if note(n).text not in texts]
        assert not missing, f"acknowledged and lost: {missing}"
        seen["in_mid_save"] += len(texts) > acknowledged
        seen["acknowledged"] += now > 0
        acknowledged = len(texts)
    EventFile.open(path).close()
    assert not temporary(path).exists(), "a leftover survived the next start"
    return seen


def _kill_one(path: Path, chance: random.Random) -> int:
    """Let one program write, kill it somewhere, and return the last note it called saved."""
    ears, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write_notes(path, 10_000, lambda line: _write_line(mouth, line), pause=0.0005)
        finally:
            os._exit(1)
    os.close(mouth)
    select.select([ears], [], [], 10)
    time.sleep(chance.random() * 0.03)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    heard = b""
    while part := os.read(ears, 65536):
        heard += part
    os.close(ears)
    saved = [int(line.split()[1]) for line in heard.decode().splitlines() if line[:5] == "saved"]
    return max(saved, default=0)


def _write_line(handle: int, line: str) -> None:
    os.write(handle, line.encode() + b"\n")


if __name__ == "__main__":
    if sys.argv[1] == "kill":
        seen = rehearse_kills(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
        _write_line(1, json.dumps(seen))
    elif sys.argv[1] == "fill":
        write_until_full(Path(sys.argv[2]), int(sys.argv[3]), lambda line: _write_line(1, line))
    else:
        done = write_notes(
            Path(sys.argv[1]), int(sys.argv[2]), lambda line: _write_line(1, line), wait=0.5
        )
        sys.exit(0 if done else 1)
