"""How long a change takes to be durable, next to one plain write and fsync of the same bytes.

    python tests/bench/bench_store.py [FOLDER]

Also: how long an evening of 1000 people and 12 rounds takes to open, and for how long the
thread that draws the screen is held up while a hundred notes are saved.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from rounds.domain.event import Event, Note, Pairing, Round
from rounds.store.event_file import EventFile
from rounds.store.reading.read import read_event

SIZES = {"44 KB": 44_000, "350 KB": 350_000, "2 MB": 2_000_000}
FLOORS = {"44 KB": 1.1, "350 KB": 4.5, "2 MB": 27.0}
START = datetime(2026, 5, 14, 18, 30, tzinfo=UTC)
TRIES = 30


def names(people: int) -> list[str]:
    """Return so many names."""
    return [f"Person Number {n:04d}" for n in range(people)]


def host_part(people: int) -> str:
    """Return an event file without a record."""
    lines = ['[event]\ntitle = "Bench"\n']
    lines += [
        f'\n[[participants]]\nname = "{name}"\ncompany = "Company {n}"\nindustry = "no. {n % 9}"\n'
        for n, name in enumerate(names(people))
    ]
    return "".join(lines)


def held_rounds(people: int, count: int) -> tuple[Round, ...]:
    """Return so many rounds in which everybody met somebody."""
    everybody = names(people)
    return tuple(
        Round(
            number=number,
            started_at=START + timedelta(minutes=10 * number),
            ended_at=START + timedelta(minutes=10 * number + 8),
            pairings=tuple(
                Pairing(
                    table=table + 1,
                    people=(everybody[2 * table], everybody[(2 * table + 2 * number + 1) % people]),
                )
                for table in range(people // 2)
            ),
        )
        for number in range(1, count + 1)
    )


def a_note(number: int, text: str = "") -> Note:
    """Return one of many notes."""
    return Note(
        round=number % 40 + 1,
        by=f"Person Number {number % 40:04d}",
        about=f"Person Number {number // 40 % 1000:04d}",
        at=START + timedelta(seconds=number),
        stage="someday",
        text=text or f"What they said to each other, number {number}: " + "words " * 12,
    )


def event_file(folder: Path, size: int) -> Path:
    """Make an event file of about so many bytes."""
    path = folder / f"bench{size}.toml"
    path.write_text(host_part(40), encoding="utf-8")
    file = EventFile.open(path)
    per_note = 242
    notes = tuple(a_note(number) for number in range(max(1, (size - 6_000) // per_note)))
    file.save(file.event.with_(notes=notes))
    file.flush(60)
    file.close()
    return path


def milliseconds(act: object) -> float:
    """Return how long a call takes."""
    begin = time.perf_counter()
    act()  # type: ignore[operator]
    return (time.perf_counter() - begin) * 1000


def plain(folder: Path, data: bytes) -> None:
    """Write and sync once, with nothing around it."""
    handle = os.open(folder / "plain", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)


def measure(folder: Path, label: str) -> str:
    """Return one line: change to durable at a size."""
    path = event_file(folder, SIZES[label])
    file = EventFile.open(path)
    event = file.event
    file.save(event)
    file.flush(60)
    changes, plains = [], []
    for number in range(TRIES):
        event = event.with_(notes=(*event.notes[:-1], a_note(number, f"Changed {number}.")))

        def change(event: Event = event) -> None:
            file.save(event)
            file.flush(60)

        changes.append(milliseconds(change))
        data = path.read_bytes()
        plains.append(milliseconds(lambda data=data: plain(folder, data)))
    file.close()
    ours, theirs = median(changes), median(plains)
    return (
        f"{label:>7} ({path.stat().st_size:>9,} bytes): change to durable {ours:7.1f} ms, "
        f"plain write and fsync {theirs:6.1f} ms, ratio {ours / theirs:4.1f} "
        f"(paper: {FLOORS[label]} ms on a quiet machine)"
    )


def opening(folder: Path) -> str:
    """Return one line: 1000 people and 12 rounds."""
    path = folder / "thousand.toml"
    path.write_text(host_part(1000), encoding="utf-8")
    file = EventFile.open(path)
    file.save(file.event.with_(rounds=held_rounds(1000, 12)))
    file.flush(60)
    file.close()
    reading = milliseconds(lambda: read_event(path)) / 1000
    begin = time.perf_counter()
    file = EventFile.open(path)
    opened = time.perf_counter() - begin
    file.close()
    size = path.stat().st_size
    return f"1000 people x 12 rounds ({size:,} bytes): read {reading:.2f} s, open {opened:.2f} s"


def held_up(folder: Path) -> str:
    """Return one line: the longest time the main thread did not get to run."""
    path = event_file(folder, SIZES["2 MB"])
    file = EventFile.open(path)
    file.flush(60)
    event = file.event
    longest_save = longest_gap = 0.0
    last = time.perf_counter()
    until = last + 3
    saved = 0
    while (now := time.perf_counter()) < until:
        longest_gap = max(longest_gap, now - last)
        last = now
        if saved < 100:
            event = event.with_(notes=(*event.notes[:-1], a_note(saved, "Again.")))
            begin = time.perf_counter()
            file.save(event)
            longest_save = max(longest_save, (time.perf_counter() - begin) * 1000)
            saved += 1
        time.sleep(0.001)
    file.close()
    return (
        f"100 notes at once into 2 MB: a call of save takes up to {longest_save:.2f} ms, "
        f"the main thread waits up to {longest_gap * 1000:.0f} ms (floor 100 ms)"
    )


def main() -> None:
    """Print everything."""
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=where) as name:
        folder = Path(name)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        lines = [measure(folder, label) for label in SIZES]
        lines += [opening(folder), held_up(folder)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
