"""One random evening from its seed to a verdict."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.hosts import ROUNDS
from tests.monkey import checker
from tests.monkey.driver import Driver, Failure
from tests.monkey.evening import make_evening
from tests.monkey.keys import marker, script


@dataclass(frozen=True)
class Verdict:
    """What became of an evening: `failure` is empty where a host would have nothing to say."""

    seed: int
    failure: str
    acts: int
    notes: int
    seconds: float
    log: str


def play(seed: int, *, starts: int | None = None, phrases: int = 25, tame: bool = False) -> Verdict:
    """Play the evening of a seed in a folder of its own; `tame` leaves out hasty fingers."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="rounds-monkey-") as name:
        folder = Path(name)
        evening = make_evening(seed)
        driver = Driver(folder, evening)
        failure = ""
        try:
            made = script(seed, evening, starts=starts, phrases=phrases, tame=tame)
            look = Look(driver, seed)
            driver.play(made, look.after_a_start)
            look.at_the_end()
        except Failure as fault:
            failure = str(fault)
        log = _log(driver) if failure else ""
        seen = driver.seen
        return Verdict(
            seed,
            failure,
            seen.acts,
            len(seen.acknowledged),
            time.monotonic() - began,
            log,
        )


class Look:
    """Looks at the disk after every start of the program."""

    def __init__(self, driver: Driver, seed: int) -> None:
        self._driver = driver
        self._markers = [marker(seed, number) for number in range(1, 1000)]
        self._before: dict[Path, checker.Document] = {}

    def after_a_start(self) -> None:
        """Fail where what is left on the disk is not what a host is promised."""
        driver = self._driver
        if crashes := list(driver.folder.rglob("crash.log")):
            raise Failure("a fault was written down:\n" + crashes[0].read_text())
        if checker.host_part(driver.path.read_bytes()) != driver.host_part:
            raise Failure("the host's part has changed")
        files = [driver.path, *driver.folder.glob("xdg_data_home/**/[!.]*.toml")]
        try:
            documents = {path: checker.read(path) for path in files}
        except ValueError as refused:
            raise Failure(f"a file is no TOML: {refused}") from None
        for path, document in documents.items():
            before = self._before.get(path, {})
            for fault in checker.faults(document, before, forced=driver.seen.forced):
                raise Failure(fault)
        self._before = documents
        kept = [word for word in driver.seen.acknowledged if word not in driver.seen.reopened]
        if gone := checker.missing(kept, documents.values()):
            raise Failure(f"acknowledged notes are gone: {gone}")

    def at_the_end(self) -> None:
        """Fail unless the other commands read the file, and no note has gone further."""
        _must_be_readable(self._driver, "check", {0, 1})
        elsewhere = _must_be_readable(self._driver, "export", {0})
        elsewhere += "".join(path.read_text() for path in self._driver.folder.rglob("*.room.json"))
        for word in self._markers:
            if word in elsewhere:
                raise Failure(f"note {word} is in the default export or in the room's file")


def _must_be_readable(driver: Driver, command: str, statuses: set[int]) -> str:
    done = subprocess.run(
        [ROUNDS, command, str(driver.path)],
        capture_output=True,
        text=True,
        env={**os.environ, **driver.home},
        check=False,
        timeout=120,
    )
    if done.returncode not in statuses or "Traceback" in done.stderr:
        raise Failure(f"rounds {command} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def _log(driver: Driver) -> str:
    return "\n".join(
        [
            *driver.seen.log,
            "--- screen",
            driver.screen,
            "--- file",
            driver.path.read_text(encoding="utf-8", errors="replace"),
        ]
    )
