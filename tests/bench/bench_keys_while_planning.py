"""Measures how soon the console answers keys while a plan for a large room is looked for.

    python -m tests.bench.bench_keys_while_planning [--people 200] [--rounds 12] [--keys 60]

Everybody of the room met many of the others at two earlier events, so the search takes long. Each
second key marks somebody absent or here again, which begins the search anew; the other ones move
the mark. The same keys are pressed while nothing is planned, and where no worker process can be.
Linux only.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from rounds.background.background_planner import BackgroundPlanner
from rounds.store.reading.read import read_event
from tests.bench.bench_stage import memory
from tests.hosts import environment_in
from tests.terminal import Terminal

PROGRAMS = {
    "while nothing is planned": (
        "from rounds.session.planner import Planner\nPlanner.look_ahead = lambda self: None\n"
    ),
    "while a worker plans": "",
    "while a thread plans": (
        "from rounds.background import background_planner\nbackground_planner.TRIES = 0\n"
    ),
}
"""The same program three times; the first one shows what a key costs in any case."""

RUN = "import sys\nfrom rounds.cli.main import main\nsys.exit(main(sys.argv[1:]))\n"


def a_tight_evening(folder: Path, people: int, rounds: int) -> Path:
    """Return the file of an evening of people who met at two events before."""
    rnd = Random(1)
    names = [f"Person {number:03d}" for number in range(1, people + 1)]
    tables = []
    for number, name in enumerate(names):
        tables += ["[[participants]]", f'name = "{name}"', f'industry = "trade {number % 9}"']
        tables += [f'company = "Company {number // 3}"', f"wishes = {rnd.sample(names, 3)!r}"]
    for title in ("before-1", "before-2"):
        lines = ["[event]", f'title = "{title}"', f"rounds = {rounds}", *tables]
        lines += ["# ======== RECORD"]
        rnd.shuffle(names)
        half = len(names) // 2
        for number in range(1, rounds + 1):
            pairs = [(names[i], names[half + (i + number) % half]) for i in range(half)]
            lines += ["[[rounds]]", f"number = {number}", "started_at = 2026-05-14T18:30:00+00:00"]
            lines += ["ended_at = 2026-05-14T18:38:00+00:00", 'listens_first = "A"', "pairings = ["]
            lines += [
                f"{{ table = {table}, people = {list(two)!r} }},"
                for table, two in enumerate(pairs, 1)
            ]
            lines += ["]"]
        (folder / f"{title}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = ["[event]", 'title = "Tight Evening"', f"rounds = {rounds}"]
    lines += ['earlier_events = ["before-1.toml", "before-2.toml"]', *tables]
    path = folder / "tight.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def in_the_worker(file: Path) -> list[tuple[str, str]]:
    """Return how long a worker takes to start, to a first plan and to the last one."""
    event = read_event(file)
    planner = BackgroundPlanner()
    rows = []
    for what in ("started just now", "warm"):
        begin = time.monotonic()
        planner.want(event, settled=True)
        planner.wait(60)
        first = time.monotonic() - begin
        while (plan := planner.best()) is None or not plan.final:
            time.sleep(0.005)
        last = time.monotonic() - begin
        rows.append((f"a worker {what}: first, last plan", f"{first:.3f}, {last:.3f} s"))
    assert planner.worker is not None
    rows.append(("memory of the worker", f"{memory(planner.worker.pid):.1f} MiB"))
    planner.close()
    return rows


def answered(terminal: Terminal, key: bytes) -> float:
    """Return the seconds from a key to the first bytes of the program's answer."""
    before = len(terminal.raw)
    begin = time.monotonic()
    os.write(terminal.handle, key)
    while len(terminal.raw) == before and time.monotonic() - begin < 20:
        terminal.take(0.002)
    return terminal.heard_at - begin


def while_planning(command: list[str], folder: Path, keys: int) -> str:
    """Return the median, the 95th percentile and the longest time to an answer."""
    took = []
    with Terminal(command, columns=120, rows=36, environment=environment_in(folder)) as terminal:
        terminal.wait_for("Person 001")
        terminal.read(1.0)
        for turn in range(keys):
            took.append(answered(terminal, (b"x", b"\x1b[B", b"\x1b[A", b"i")[turn % 4]))
            terminal.read(0.15)
    took.sort()
    places = (took[len(took) // 2], took[int(0.95 * len(took))], took[-1])
    return " / ".join(f"{1000 * seconds:.0f}" for seconds in places) + " ms"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--keys", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = a_tight_evening(folder, options.people, options.rounds)
        run = ["run", str(file), "--console", "--mute"]
        rows = in_the_worker(file)
        for when, patch in PROGRAMS.items():
            command = [sys.executable, "-c", patch + RUN, *run]
            rows.append(
                (
                    f"key to answer {when}: median / 95th percentile / longest",
                    while_planning(command, folder, options.keys),
                )
            )
    sys.stdout.write(
        f"| {options.people} people, {options.rounds} rounds | measured |\n|---|---|\n"
    )
    for what, figure in rows:
        sys.stdout.write(f"| {what} | {figure} |\n")


if __name__ == "__main__":
    main()
