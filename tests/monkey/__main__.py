"""Lets monkeys loose: `python -m tests.monkey --minutes 10 --seeds-from 1000 --jobs 2`.

A failure is one line; with `--keep FOLDER` its script, screen and file are written there.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from pathlib import Path

from tests.monkey.play import Verdict, play


def main() -> int:
    """Play one seed, or seed after seed for some minutes; return 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    parser.add_argument("--seed", type=int, help="replay one evening, and show its log")
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seeds-from", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the logs of failures")
    parser.add_argument("--tame", action="store_true", help="no bursts and no repeated keys")
    asked = parser.parse_args()
    if asked.seed is not None:
        verdict = play(asked.seed, tame=asked.tame)
        say(f"{verdict.log}\n{line(verdict)}" if verdict.failure else line(verdict))
        return int(bool(verdict.failure))
    return long_run(asked)


def long_run(asked: argparse.Namespace) -> int:
    """Play for some minutes in some jobs; return 1 where an evening failed."""
    began = time.monotonic()
    seed, played, acts, notes, failed, busy = asked.seeds_from, 0, 0, 0, 0, 0.0
    waiting: set[Future[Verdict]] = set()
    with ProcessPoolExecutor(asked.jobs) as jobs:
        while True:
            while len(waiting) < asked.jobs and time.monotonic() < began + asked.minutes * 60:
                waiting.add(jobs.submit(play, seed, tame=asked.tame))
                seed += 1
            if not waiting:
                break
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for verdict in (each.result() for each in done):
                played, acts, notes = played + 1, acts + verdict.acts, notes + verdict.notes
                busy += verdict.seconds
                if verdict.failure:
                    failed += 1
                    say(line(verdict))
                    keep(verdict, asked.keep)
    say(
        f"{played} evenings (seeds {asked.seeds_from} to {seed - 1}), {acts} actions, "
        f"{notes} notes acknowledged, {busy / 60:.1f} minutes of all jobs, {failed} failures"
    )
    return int(failed > 0)


def line(verdict: Verdict) -> str:
    """Return an evening in one line."""
    said = " / ".join(verdict.failure.split("\n")) or "fine"
    return f"seed {verdict.seed}: {said} ({verdict.acts} actions, {verdict.seconds:.0f} s)"


def keep(verdict: Verdict, folder: Path | None) -> None:
    """Write down how an evening failed."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{verdict.seed}.txt").write_text(f"{line(verdict)}\n{verdict.log}\n")


def say(text: str) -> None:
    """Print at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
