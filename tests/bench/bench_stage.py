"""Measures the real program in a pseudo terminal: start, key to paint, processor, memory.

    python -m tests.bench.bench_stage [--people 60] [--seconds 20] [--columns 120] [--rows 36]

Prints a Markdown table. The start is compared with a bare app that imports what ours does,
Textual and pydantic, started in the same run; both find their bytecode ready, as an installed
program does.
Linux only (reads /proc).
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.terminal import Terminal

BARE = (
    "from pydantic import BaseModel\n"
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Bare(App):\n"
    "    def compose(self):\n"
    "        yield Static('BARE')\n"
    "Bare().run()\n"
)


def event_file(folder: Path, people: int) -> Path:
    """Return a new event file of so many people."""
    lines = ["[event]", 'title = "Bench Evening"', "rounds = 6", 'place = "Harbor Hall"']
    for number in range(1, people + 1):
        lines += ["[[participants]]", f'name = "Person {number:03d}"']
        lines += [f'industry = "trade {number % 9}"']
    path = folder / f"bench-{people}.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def started(
    command: list[str], word: str, options: argparse.Namespace, env: dict[str, str]
) -> float:
    """Return the seconds from the start of a process to the bytes with a word on its screen."""
    begin = time.monotonic()
    with Terminal(command, columns=options.columns, rows=options.rows, environment=env) as terminal:
        while word.encode() not in terminal.raw:
            assert terminal.take(1.0)
        return terminal.heard_at - begin


def processor_seconds(pid: int) -> float:
    """Return the processor time a process has used.

    The scheduler's own count, in nanoseconds: the ticks of /proc/PID/stat are dealt out to who
    happens to run when the timer rings, and a program that wakes by a timer gets too many.
    """
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def memory(pid: int) -> float:
    """Return the resident memory of a process in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def painted(terminal: Terminal, key: str) -> float:
    """Return the seconds from a key to the first bytes of the program's answer.

    How long the tests' terminal takes to understand them is not the program's time.
    """
    terminal.read(0.25)
    before = len(terminal.raw)
    begin = time.monotonic()
    os.write(terminal.handle, key.encode())
    while len(terminal.raw) == before and time.monotonic() - begin < 2:
        terminal.take(0.005)
    return terminal.heard_at - begin


def both(folder: Path, options: argparse.Namespace, env: dict[str, str]) -> str:
    """Return how long a key in the host's window takes to change the projector's."""
    file = event_file(folder, 30)
    size = {"columns": options.columns, "rows": options.rows, "environment": env}
    host_command = [sys.executable, "-m", "rounds", "run", str(file), "--console", "--mute"]
    with (
        Terminal([sys.executable, "-m", "rounds", "stage", str(file)], **size) as projector,
        Terminal(host_command, **size) as host,
    ):
        projector.wait_for("Harbor Hall")
        host.wait_for("Person 001")
        took = []
        for turn in range(options.keys):
            host.press("t")
            host.read(0.3)
            host.write("" if turn % 2 else "Hello")
            if turn % 2:
                host.press(*["backspace"] * 5)
            host.read(0.2)
            projector.read(0.3)
            before = len(projector.raw)
            begin = time.monotonic()
            os.write(host.handle, b"\r")
            while len(projector.raw) == before and time.monotonic() - begin < 2:
                projector.take(0.002)
            took.append(projector.heard_at - begin)
            host.read(0.2)
    took.sort()
    return f"{1000 * statistics.median(took):.0f} / {1000 * took[int(0.95 * len(took)) - 1]:.0f} ms"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, nargs="*", default=[60, 200])
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--rows", type=int, default=36)
    parser.add_argument("--keys", type=int, default=40)
    parser.add_argument("--starts", type=int, default=20)
    options = parser.parse_args()
    rows: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        state = folder / "state" / "rounds"
        state.mkdir(parents=True)
        (state / "welcomed").touch()
        env = {
            "XDG_STATE_HOME": str(state.parent),
            "XDG_DATA_HOME": str(folder / "data"),
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        for people in options.people:
            file = event_file(folder, people)
            command = [sys.executable, "-m", "rounds", "run", str(file), "--mute"]
            ours, bare = [], []
            for _turn in range(options.starts + 1):
                ours.append(started(command, "Harbor Hall", options, env))
                bare.append(started([sys.executable, "-c", BARE], "BARE", options, env))
            # The first of each wrote the bytecode.
            ours_s, bare_s = statistics.median(ours[1:]), statistics.median(bare[1:])
            ratio = statistics.median(
                one / other for one, other in zip(ours[1:], bare[1:], strict=True)
            )
            rows.append(
                (
                    f"{people} people: start to first picture (bare app)",
                    f"{ours_s:.3f} s ({bare_s:.3f} s, ratio {ratio:.2f})",
                )
            )
            with Terminal(
                command, columns=options.columns, rows=options.rows, environment=env
            ) as terminal:
                terminal.wait_for("Harbor Hall")
                terminal.press("enter")
                terminal.wait_for("Round 1")
                terminal.read(1.2)
                terminal.press("enter")
                terminal.read(8)
                took = sorted(painted(terminal, " ") for _ in range(options.keys))
                if len(took) % 2:
                    painted(terminal, " ")
                rows.append(
                    (
                        f"{people} people: key to paint, median / 95th percentile",
                        f"{1000 * statistics.median(took):.1f} / "
                        f"{1000 * took[int(0.95 * len(took)) - 1]:.1f} ms",
                    )
                )
                begin, used = time.monotonic(), processor_seconds(terminal.pid)
                while time.monotonic() - begin < options.seconds:
                    terminal.read(0.5)
                spent = processor_seconds(terminal.pid) - used
                rows.append(
                    (
                        f"{people} people: processor while counting",
                        f"{100 * spent / (time.monotonic() - begin):.2f} % of a core",
                    )
                )
                ours_m = memory(terminal.pid)
            with Terminal(
                [sys.executable, "-c", BARE],
                columns=options.columns,
                rows=options.rows,
                environment=env,
            ) as terminal:
                terminal.wait_for("BARE")
                bare_m = memory(terminal.pid)
            rows.append(
                (
                    f"{people} people: memory (bare app)",
                    f"{ours_m:.1f} MiB ({bare_m:.1f} MiB)",
                )
            )
        rows.append(
            ("key to the second window, median / 95th percentile", both(folder, options, env))
        )
    sys.stdout.write(f"| at {options.columns}x{options.rows} | measured |\n|---|---|\n")
    for what, figure in rows:
        sys.stdout.write(f"| {what} | {figure} |\n")


if __name__ == "__main__":
    main()
