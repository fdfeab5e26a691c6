"""Real processes, really killed; disks that are really full. Nothing acknowledged is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from rounds.store.disk.atomic import temporary
from rounds.store.event_file import EventFile
from tests.store.desk import HOST, HURRY, Listener, host_part, note, notes_in

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")


def program(*arguments: object, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """Run the writing program to its end."""
    return subprocess.run(
        [*before, sys.executable, "-m", "tests.store.writing_program", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )


def test_twenty_kills_lose_nothing(mixer: Path) -> None:
    done = program("kill", mixer, 20, 1)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["kills"] == 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_five_hundred_kills_lose_nothing(mixer: Path, seed: int) -> None:
    done = program("kill", mixer, 100, 100 + seed)

    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["kills"] == 100
    assert seen["acknowledged"] > 90


def test_a_file_that_may_not_grow_is_said_and_kept_as_it_was(mixer: Path) -> None:
    done = program("fill", mixer, 1200)

    saved = [int(line.split()[1]) for line in done.stdout.splitlines() if line[:5] == "saved"]
    assert "unsaved Not saved: the disk does not allow larger files." in done.stdout, done.stderr
    assert host_part(mixer).startswith(HOST)
    assert notes_in(mixer) == [note(n).text for n in range(1, saved[-1] + 1)]


root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="mounting needs root")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], check=False
    )
    if done.returncode:
        pytest.skip("no tmpfs here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.slow
@root
class TestSmallDisk:
    def test_a_disk_that_is_full_and_then_freed(self, small_disk: Path, state: Path) -> None:
        path = small_disk / "mixer.toml"
        path.write_bytes(HOST.encode())
        file = EventFile.open(path, pace=HURRY)
        heard = Listener(file.event)
        file.report_to(heard)
        first = file.save(file.event.with_(notes=(note(1),)))
        file.flush(10)
        filler = small_disk / "filler"
        with pytest.raises(OSError, match="No space"):
            filler.write_bytes(bytes(1 << 20))
        second = file.save(file.event.with_(notes=(note(1), note(2, "x" * 9000))))
        heard.hears(lambda: heard.refusals)
        while_full = (heard.tickets[:], notes_in(path), len(list((state / "rescue").iterdir())))
        filler.unlink()

        assert while_full == ([first], [note(1).text], 1)
        assert "the disk is full" in heard.refusals[0]
        assert heard.hears(lambda: second in heard.tickets)
        assert notes_in(path) == [note(1).text, "x" * 9000]
        assert file.close()


@pytest.mark.slow
@root
@pytest.mark.skipif(shutil.which("chattr") is None, reason="needs chattr")
def test_a_folder_that_takes_no_more_files(mixer: Path) -> None:
    file = EventFile.open(mixer, pace=HURRY)
    heard = Listener(file.event)
    file.report_to(heard)
    if subprocess.run(["chattr", "+i", str(mixer.parent)], check=False).returncode:
        pytest.skip("this file system has no such flag")
    ticket = file.save(file.event.with_(notes=(note(1),)))
    heard.hears(lambda: heard.refusals)
    subprocess.run(["chattr", "-i", str(mixer.parent)], check=True)

    assert "the file or its folder is read-only" in heard.refusals[0]
    assert heard.hears(lambda: ticket in heard.tickets)
    assert file.close()
    assert notes_in(mixer) == [note(1).text]


CALLS = ("openat", "write", "fchmod", "fchown", "fsync", "close", "rename", "newfstatat", "read")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("fault", ["EIO", "ENOSPC", "EINTR"])
@pytest.mark.parametrize("call", CALLS)
def test_the_kernel_refuses_a_call(mixer: Path, call: str, fault: str) -> None:
    """The n-th such call on the file, its temporary file or its folder fails."""
    refused = 0
    for when in (1, 2, 3, 4, 6, 8, 11, 15):
        mixer.write_bytes(HOST.encode())
        paths = [f"--trace-path={p}" for p in (mixer, temporary(mixer), mixer.parent)]
        inject = f"inject={call}:error={fault}:when={when}"
        strace = ["strace", "-f", "-qq", "-o", os.devnull, *paths, "-e", inject]
        done = program(mixer, 5, before=strace)

        saved = [int(line.split()[1]) for line in done.stdout.splitlines() if line[:5] == "saved"]
        refused_at_the_door = not saved and done.returncode != 0
        refused += "unsaved" in done.stdout
        assert host_part(mixer).startswith(HOST)
        if not refused_at_the_door:
            assert saved[-1] == 5, (call, fault, when, done.stdout, done.stderr)
            assert notes_in(mixer) == [note(n).text for n in range(1, 6)]
            assert not temporary(mixer).exists()
    assert refused or fault == "EINTR" or call in {"fchown", "read"}
