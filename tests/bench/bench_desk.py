"""Measures the desk of the days after in a pseudo terminal: first picture, key to paint.

    python -m tests.bench.bench_desk [--evenings 10] [--people 60] [--keys 300]

Prints a Markdown table. The start is compared with `rounds run` on one of the same files.
Linux only.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from tests.bench.bench_stage import painted
from tests.terminal import Terminal

ROUNDS = 6
STEPS = ("message", "network", "mail", "newsletter", "postcard", "meeting")


def held(path: Path, on: date, people: int) -> Path:
    """Write an evening that was held, with a note of everybody about every partner."""
    lines = ["[event]", f'title = "Chapter evening {on:%B}"', f"date = {on}", f"rounds = {ROUNDS}"]
    names = [f"Person {number:03d}" for number in range(1, people + 1)]
    for number, name in enumerate(names):
        lines += ["[[participants]]", f'name = "{name}"', f'company = "Company {number}"']
        lines += [f'industry = "trade {number % 9}"', f'contact = "p{number}@example.com"']
    lines += ["", "# ======== RECORD ========", ""]
    begin = datetime(on.year, on.month, on.day, 18, tzinfo=timezone(timedelta(hours=9)))
    half = people // 2
    notes: list[str] = []
    for number in range(1, ROUNDS + 1):
        at = begin + timedelta(minutes=10 * number)
        lines += ["[[rounds]]", f"number = {number}", f"started_at = {at.isoformat()}"]
        lines += [f"ended_at = {(at + timedelta(minutes=8)).isoformat()}", "pairings = ["]
        for table in range(half):
            two = names[table], names[half + (table + number) % half]
            lines.append(f'  {{table = {table + 1}, people = ["{two[0]}", "{two[1]}"]}},')
            for by, about in (two, two[::-1]):
                step = STEPS[(table + number) % len(STEPS)]
                moment = at + timedelta(seconds=len(notes) % 400)
                due = on + timedelta(days=(table + number) % 9)
                notes += ["[[notes]]", f"round = {number}", f'by = "{by}"', f'about = "{about}"']
                notes += [f"at = {moment.isoformat()}", 'text = "talked about work"']
                notes += [f'next_step = "{step}"', f"next_step_on = {due}"]
                notes += ["again = true"] if table % 3 else []
        lines.append("]")
    path.write_text("\n".join([*lines, *notes]) + "\n", encoding="utf-8")
    return path


def series(folder: Path, evenings: int, people: int) -> list[Path]:
    """Write so many monthly evenings, the last one two days ago."""
    last = datetime.now().astimezone().date() - timedelta(days=2)
    return [
        held(folder / f"evening-{number:02d}.toml", last - timedelta(days=30 * number), people)
        for number in range(evenings)
    ]


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    for name, default in (("evenings", 10), ("people", 60), ("keys", 300), ("starts", 5)):
        asked.add_argument(f"--{name}", type=int, default=default)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options)


def measure(folder: Path, options: argparse.Namespace) -> None:
    """Print the table for evenings in a folder."""
    files = [str(path) for path in series(folder, options.evenings, options.people)]
    names = ("XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME")
    env = {name: str(folder / name) for name in names}
    program = [sys.executable, "-m", "rounds", "--lang", "en"]
    desk, run = [*program, "after", *files], [*program, "run", files[0], "--mute"]
    first, whole, other = [], [], []
    for _again in range(options.starts):
        first.append(until(desk, "The days after", env))
        whole.append(until(desk, f"{options.evenings} evening", env))
        other.append(until(run, "Please check in", env))
    say("| | ms |\n| --- | --- |")
    for name, times in (
        ("`rounds run`, first picture", other),
        ("`rounds after`, first picture", first),
        ("all evenings read and shown", whole),
    ):
        say(f"| {name} (median of {len(times)}) | {1000 * statistics.median(times):.0f} |")
    with Terminal(desk, environment=env) as terminal:
        terminal.wait_for(f"{options.evenings} evening")
        terminal.read(2.0)
        for name, keys in (
            ("the mark moves", ("\x1b[B",)),
            ("tabs", ("2", "3", "4", "1")),
            ("a step is done, undone", ("d", "u")),
        ):
            times = [painted(terminal, keys[at % len(keys)]) for at in range(options.keys)]
            p50, p95 = (1000 * value for value in quantiles(times))
            say(f"| key to paint, {name}: median / 95th percentile | {p50:.1f} / {p95:.1f} |")


def say(line: str) -> None:
    """Print a line of the table."""
    sys.stdout.write(line + "\n")


def until(command: list[str], word: str, env: dict[str, str]) -> float:
    """Return the seconds from the start of a program to a word on its screen."""
    begin = time.monotonic()
    with Terminal(command, environment=env) as terminal:
        terminal.wait_for(word)
        return time.monotonic() - begin


def quantiles(times: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    ordered = sorted(times)
    return statistics.median(times), ordered[int(0.95 * (len(ordered) - 1))]


if __name__ == "__main__":
    main()
