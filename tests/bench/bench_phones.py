"""Measures the evening while 200 phones poll and write notes, against the same evening without.

    python -m tests.bench.bench_phones [--people 200] [--seconds 30]

The real program runs in a terminal, the phones in a process of their own (`phone_load`). Each
phone saves its note every two seconds and polls every three. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from tests.bench.bench_keys_while_planning import answered
from tests.bench.bench_stage import memory
from tests.bench.phone_load import milliseconds
from tests.hosts import environment_in
from tests.terminal import Terminal

PROGRAM = """
import asyncio, atexit, json, os, sys, time
from rounds.ui.apps import beat, evening
late, writes = [], []
def heard(name, arguments):
    if name == "os.rename" and str(arguments[1]).endswith("mixer.toml"):
        writes.append(time.time())
sys.addaudithook(heard)
async def keep_time(session, paint):
    while True:
        wait = beat.until_next_beat(session)
        began = time.monotonic()
        await asyncio.sleep(wait)
        late.append((time.time(), time.monotonic() - began - wait))
        paint()
evening.keep_time = keep_time
def told():
    with open(os.environ["MEASURED"], "w") as file:
        json.dump({"late": late, "writes": writes}, file)
atexit.register(told)
from rounds.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""The program, which also writes down how late each of its beats was and when it saved."""


def an_evening(folder: Path, people: int) -> Path:
    """Return the file of an evening with so many people."""
    lines = ["[event]", 'title = "Phones"', "rounds = 6", "round_minutes = 10"]
    lines += ["move_seconds = 300", "seed = 1"]
    for number in range(1, people + 1):
        lines += ["[[participants]]", f'name = "Person {number:03d}"']
        lines += [f'company = "Company {number:03d}"', f'industry = "trade {number % 9}"']
    path = folder / "mixer.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def busy(pid: int) -> float:
    """Return the seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Evening:
    """The program in a terminal, with 200 people who talk, and with phones or without."""

    def __init__(self, folder: Path, people: int, *, phones: bool) -> None:
        folder.mkdir()
        self.file = an_evening(folder, people)
        self.measured = folder / "measured.json"
        options = ["--phones", "--address", "127.0.0.1"] if phones else []
        command = ["run", str(self.file), "--console", "--mute", *options]
        environment = {**environment_in(folder), "MEASURED": str(self.measured)}
        self.state = Path(environment["XDG_STATE_HOME"]) / "rounds" / "phones"
        self.terminal = Terminal(
            [sys.executable, "-c", PROGRAM, *command],
            columns=120,
            rows=36,
            environment=environment,
        )

    def begin(self) -> None:
        """Go into the first round."""
        self.terminal.wait_for("Person 001")
        self.terminal.read(3.0)
        self.terminal.press("enter")
        self.terminal.wait_for("Round 1 of 6")
        self.terminal.read(2.0)
        self.terminal.press("enter")
        self.terminal.wait_for("listens first")
        self.terminal.read(8.0)

    def keys(self, seconds: float) -> list[float]:
        """Press keys that move the mark for a while; return the seconds to each answer."""
        took: list[float] = []
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            took.append(answered(self.terminal, (b"\x1b[B", b"\x1b[A")[len(took) % 2]))
            self.terminal.read(0.3)
        return took

    def leave(self) -> float:
        """Leave; return how long that took."""
        self.terminal.press("ctrl+q")
        self.terminal.wait_for("Type quit")
        self.terminal.write("quit")
        began = time.monotonic()
        os.write(self.terminal.handle, b"\r")
        while self.terminal.status is None and time.monotonic() - began < 20:
            self.terminal.take(0.005)
        return time.monotonic() - began

    def late(self, since: float, until: float) -> list[float]:
        """Return how late the beats between two moments were."""
        told = json.loads(self.measured.read_text())["late"]
        return [seconds for at, seconds in told if since <= at <= until]

    def writes(self, since: float, until: float) -> int:
        """Return how often the event file was written between two moments."""
        told = json.loads(self.measured.read_text())["writes"]
        return sum(since <= at <= until for at in told)


def without_phones(folder: Path, people: int, seconds: float) -> dict[str, Any]:
    """Measure the evening without phones."""
    evening = Evening(folder, people, phones=False)
    with evening.terminal:
        evening.begin()
        before, began = busy(evening.terminal.pid), time.time()
        keys = evening.keys(seconds)
        ended = time.time()
        used = (busy(evening.terminal.pid) - before) / (ended - began)
        held = memory(evening.terminal.pid)
        left = evening.leave()
    late = evening.late(began, ended)
    return {"keys": keys, "busy": used, "memory": held, "left": left, "late": late}


def with_phones(folder: Path, people: int, seconds: float) -> dict[str, Any]:
    """Measure the evening with a phone for everybody."""
    evening = Evening(folder, people, phones=True)
    with evening.terminal:
        evening.begin()
        (kept,) = evening.state.iterdir()
        code = json.loads(kept.read_text())["code"]
        port = next(port for port in range(8765, 8790) if _listens(evening.terminal.pid, port))
        asked = (f"127.0.0.1:{port}", code, str(people), str(seconds))
        load = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.phone_load", *asked],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert json.loads(_line(load, evening.terminal))["joined"] == people
        before, began = busy(evening.terminal.pid), time.time()
        keys = evening.keys(seconds - 2)
        ended = time.time()
        used = (busy(evening.terminal.pid) - before) / (ended - began)
        told = json.loads(_line(load, evening.terminal))
        at_once = time.time()
        told |= json.loads(_line(load, evening.terminal))
        all_saved = time.time()
        json.loads(_line(load, evening.terminal))
        held = memory(evening.terminal.pid)
        left = evening.leave()
        load.communicate("\n")
    return {
        **told,
        "keys": keys,
        "busy": used,
        "memory": held,
        "left": left,
        "late": evening.late(began, ended),
        "writes": evening.writes(began, ended) / (ended - began),
        "writes_at_once": evening.writes(at_once, all_saved + 0.05),
    }


def _listens(pid: int, port: int) -> bool:
    shown = Path(f"/proc/{pid}/net/tcp").read_text()
    return f"0100007F:{port:04X} 00000000:0000 0A" in shown


def _line(load: subprocess.Popen[str], terminal: Terminal) -> str:
    """Return the next line of the phones; the terminal is read meanwhile."""
    lines = load.stdout
    assert lines is not None
    found: list[str] = []
    reader = threading.Thread(target=lambda: found.append(lines.readline()))
    reader.start()
    while reader.is_alive():
        terminal.take(0.01)
    return found[0]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=30.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        off = without_phones(Path(name) / "off", options.people, options.seconds)
        on = with_phones(Path(name) / "on", options.people, options.seconds)
    rows: list[tuple[str, object, object]] = [
        ("note saved: median, 95th percentile, longest (ms)", "-", on["took"]["save"]),
        ("poll answered: median, 95th percentile, longest (ms)", "-", on["took"]["poll"]),
        ("key to paint (ms)", milliseconds(off["keys"]), milliseconds(on["keys"])),
        ("a beat late (ms)", milliseconds(off["late"]), milliseconds(on["late"])),
        ("of a core", f"{off['busy']:.1%}", f"{on['busy']:.1%}"),
        (f"all {on['writers']} save at once (s)", "-", on["at_once"]),
        ("writes of the file for these", "-", on["writes_at_once"]),
        ("writes of the file a second", "-", f"{on['writes']:.1f}"),
        ("requests, refused", "-", f"{on['asked']}, {on['refused']}"),
        ("memory (MiB)", f"{off['memory']:.1f}", f"{on['memory']:.1f}"),
        ("left (s)", f"{off['left']:.2f}", f"{on['left']:.2f}"),
    ]
    sys.stdout.write(f"| {options.people} people | no phones | phones |\n|---|---|---|\n")
    for what, before, after in rows:
        sys.stdout.write(f"| {what} | {before} | {after} |\n")


if __name__ == "__main__":
    main()
