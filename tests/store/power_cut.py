"""Power cuts: a disk as it stood at some moment, started again. Nothing acknowledged is lost.

    sudo python -m tests.store.power_cut [ext4|xfs|btrfs] [CUTS] [file|folder]

A program saves notes on a small file system in a loop file. At a random moment the loop file
is cloned in one step: that is the disk after the plug was pulled, without whatever the kernel
still had in memory. The clone is mounted, which replays its journal, and every note that was
acknowledged before the cut must be in the event file, below the host's untouched bytes. Then
the evening goes on, on that disk. Needs root, mkfs for the file system, and mkfs.xfs for the
outer one, which clones.

With `file` or `folder` as the last word that sync is left out, to see that these cuts find it.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from rounds.domain.errors import InputError
from rounds.store.disk.atomic import Disk
from rounds.store.reading.read import read_event
from tests.store.desk import HOST, note
from tests.store.writing_program import write_notes

SIZES = {"ext4": "48M", "xfs": "320M", "btrfs": "128M"}
MAKE = {
    "ext4": ["mkfs.ext4", "-q", "-F"],
    "xfs": ["mkfs.xfs", "-q", "-f"],
    "btrfs": ["mkfs.btrfs", "-q", "-f"],
}
AFRESH = 25
"""After so many cuts the event file begins again, so that it stays small."""


class Forgetful(Disk):
    """A disk layer without one of its two syncs."""

    def __init__(self, without: str) -> None:
        self.without = without

    def sync(self, handle: int) -> None:
        """Sync the file, unless that is left out."""
        if self.without != "file":
            super().sync(handle)

    def sync_folder(self, folder: Path) -> None:
        """Sync the folder, unless that is left out."""
        if self.without != "folder":
            super().sync_folder(folder)


@dataclass
class Tally:
    """What was found after the cuts."""

    cuts: int = 0
    acknowledged: int = 0
    empty: int = 0
    lost: int = 0
    host_changed: int = 0


def run(*command: object) -> None:
    """Run a command of the system."""
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


class Machine:
    """A disk that can be cut off from its power."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.outer = folder / "outer"
        self.mounted = folder / "disk"
        self.outer.mkdir()
        self.mounted.mkdir()
        image = folder / "outer.img"
        run("truncate", "-s", "1500M", image)
        run("mkfs.xfs", "-q", "-m", "reflink=1", image)
        run("mount", "-o", "loop", image, self.outer)
        self.disk = self.outer / "disk.img"
        self.after = self.outer / "after.img"
        run("truncate", "-s", SIZES[kind], self.disk)
        run(*MAKE[kind], self.disk)
        self.start()

    def start(self) -> None:
        """Power on."""
        run("mount", "-o", "loop", self.disk, self.mounted)

    def cut(self) -> None:
        """Keep the disk as it is now."""
        run("cp", "--reflink=always", self.disk, self.after)

    def restart(self) -> None:
        """Go on with the disk as it was at the cut."""
        run("umount", self.mounted)
        os.replace(self.after, self.disk)
        self.start()

    def scrap(self) -> None:
        """Unmount everything."""
        for folder in (self.mounted, self.outer):
            subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def rehearse(kind: str, cuts: int, without: str, seed: int = 1) -> Tally:
    """Pull the plug so many times and count what that cost."""
    chance = random.Random(seed)
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        machine = Machine(Path(name), kind)
        try:
            for number in range(cuts):
                if number % AFRESH == 0:
                    (machine.mounted / "mixer.toml").write_bytes(HOST.encode())
                    os.sync()
                one_cut(machine, chance, without, tally)
        finally:
            machine.scrap()
    return tally


def one_cut(machine: Machine, chance: random.Random, without: str, tally: Tally) -> None:
    """Let a program write, cut the power, start again and look."""
    path = machine.mounted / "mixer.toml"
    ears, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        _write_until_killed(path, mouth, without)
    os.close(mouth)
    os.set_blocking(ears, False)
    time.sleep(0.03 + chance.random() * 0.1)
    acknowledged = _last_saved(ears)
    machine.cut()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(ears)
    machine.restart()
    tally.cuts += 1
    tally.acknowledged += acknowledged > 0
    raw = path.read_bytes() if path.exists() else b""
    if not raw:
        tally.empty += 1
    elif not raw.startswith(HOST.encode()):
        tally.host_changed += 1
    try:
        texts = {each.text for each in read_event(path).notes}
    except InputError:
        texts = set()
        path.write_bytes(HOST.encode())
    if any(note(number).text not in texts for number in range(1, acknowledged + 1)):
        tally.lost += 1
        path.write_bytes(HOST.encode())  # or every later cut would find the same loss
    os.sync()


def _write_until_killed(path: Path, mouth: int, without: str) -> None:
    try:
        write_notes(
            path,
            100_000,
            lambda line: _say(mouth, line),
            pause=0.002,
            disk=Forgetful(without),
        )
    finally:
        os._exit(1)


def _say(handle: int, line: str) -> None:
    os.write(handle, line.encode() + b"\n")


def _last_saved(ears: int) -> int:
    heard = b""
    try:
        while part := os.read(ears, 65536):
            heard += part
    except BlockingIOError:
        pass
    saved = [int(line.split()[1]) for line in heard.decode().splitlines() if line[:5] == "saved"]
    return max(saved, default=0)


def main() -> int:
    """Read the arguments, print the tally, and fail where anything was lost."""
    kind, cuts, without = [*sys.argv[1:], *["ext4", "150", ""][len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as state:
        os.environ["XDG_STATE_HOME"] = state
        tally = rehearse(kind, int(cuts), without)
    sys.stdout.write(
        f"{kind}{f', without the sync of the {without}' if without else ''}: {tally.cuts} cuts, "
        f"{tally.acknowledged} after an acknowledged note; empty files {tally.empty}, "
        f"host's bytes changed {tally.host_changed}, acknowledged notes lost {tally.lost}\n"
    )
    return 1 if tally.empty or tally.lost or tally.host_changed else 0


if __name__ == "__main__":
    sys.exit(main())
