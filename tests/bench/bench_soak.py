"""Runs a ten-hour evening in a pseudo terminal at high speed: memory, processor, drift.

    python -m tests.bench.bench_soak [--speed 600] [--hours 10] [--people 60] [--idle]

Every round is begun and ended with the real keys; with `--idle` the first one counts its overtime
all the time, which shows what counting alone costs. The time shown is compared with the deadline
in the file at each look. Prints a Markdown table. Linux only (reads /proc).
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from tests.bench.bench_stage import event_file, memory, processor_seconds
from tests.hosts import environment_in, record_of
from tests.terminal import Terminal


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--speed", type=float, default=600)
    parser.add_argument("--hours", type=float, default=10)
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--idle", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = event_file(folder, options.people)
        file.write_text(file.read_text().replace("rounds = 6", "rounds = 40\nmove_seconds = 300"))
        command = [sys.executable, "-m", "rounds", "run", str(file), "--mute"]
        command += ["--console", "--speed", f"{options.speed:g}"]
        with Terminal(
            command, columns=120, rows=36, environment=environment_in(folder)
        ) as terminal:
            terminal.wait_for("Person 001")
            _soak(terminal, file, options)


def _soak(terminal: Terminal, file: Path, options: argparse.Namespace) -> None:
    speed, seconds = options.speed, options.hours * 3600 / options.speed
    began, wall = time.monotonic(), datetime.now().astimezone()
    used = processor_seconds(terminal.pid)
    sizes: list[float] = []
    drifts: list[float] = []
    while (passed := time.monotonic() - began) < seconds:
        if not options.idle or len(sizes) < 2:
            terminal.press("enter")
        terminal.read(0.4)
        sizes.append(memory(terminal.pid))
        now = wall + timedelta(seconds=(time.monotonic() - began) * speed)
        if (drift := _drift(terminal, file, now)) is not None:
            drifts.append(drift)
        if terminal.status is not None:
            raise SystemExit(f"ended with {terminal.status} after {passed:.0f} s:\n{terminal.text}")
    spent = processor_seconds(terminal.pid) - used
    rounds = len(record_of(file).get("rounds", ()))
    settled = sizes[len(sizes) // 10]
    quarter = max(1, len(drifts) // 4)
    drifts = drifts or [0.0]
    first, last = sum(drifts[:quarter]) / quarter, sum(drifts[-quarter:]) / quarter
    rows = [
        ("counted", f"{seconds * speed / 3600:.1f} h in {seconds:.0f} s, {rounds} rounds begun"),
        (
            "memory at the start, after a tenth, at the end",
            f"{sizes[0]:.1f}, {settled:.1f}, {sizes[-1]:.1f} MiB",
        ),
        ("processor", f"{100 * spent / seconds:.1f} % of a core"),
        (
            "time shown against the deadline, first and last quarter of the run",
            f"{first / speed:+.3f}, {last / speed:+.3f} s of real time ({len(drifts)} looks)",
        ),
        ("written to the terminal", f"{len(terminal.raw) / 1e6:.1f} MB"),
    ]
    sys.stdout.write(f"| at {speed:g} times the speed | measured |\n|---|---|\n")
    for what, figure in rows:
        sys.stdout.write(f"| {what} | {figure} |\n")


def _drift(terminal: Terminal, file: Path, now: datetime) -> float | None:
    """Return by how many seconds the time shown differs from the deadline in the file."""
    clock = record_of(file).get("clock")
    shown = re.search(r"The room sees: .*?(\d+):(\d\d)", terminal.text)
    if not clock or "ends_at" not in clock[0] or shown is None:
        return None
    left = (clock[0]["ends_at"] - now).total_seconds()
    return int(shown[1]) * 60 + int(shown[2]) - left if left > 0 else None


if __name__ == "__main__":
    main()
