"""A file is written whole and durable, or it stays as it was."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import ClassVar

import pytest

from rounds.domain.errors import StoreError
from rounds.store.disk.atomic import Changed, Disk, stamp_of, temporary, write_whole
from tests.store.desk import BrokenDisk

CALLS = ("open", "write", "owner", "mode", "sync", "close", "stat", "replace")
FAULTS = (errno.EIO, errno.ENOSPC, errno.EINTR)

posix = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")


def refuse(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_refusal_before_the_last_step_leaves_the_old_file(
    tmp_path: Path, call: str, fault: int
) -> None:
    path = tmp_path / "mixer.toml"
    path.write_text("old")
    disk = BrokenDisk()
    disk.refuse[call] = [refuse(fault)]

    with pytest.raises(OSError, match=os.strerror(fault)):
        write_whole(path, b"new", force=True, disk=disk)

    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["mixer.toml"]


def test_a_folder_that_cannot_be_synced_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "mixer.toml"
    disk = BrokenDisk()
    disk.refuse["sync_folder"] = [refuse(errno.EIO)]

    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        write_whole(path, b"new", disk=disk)


def test_everything_is_synced_before_it_counts(tmp_path: Path) -> None:
    path = tmp_path / "mixer.toml"
    path.write_text("old")
    disk = BrokenDisk()
    write_whole(path, b"new text", force=True, expect=stamp_of(path), disk=disk)

    order = [call for call in disk.calls if call in {"write", "sync", "replace", "sync_folder"}]
    assert order == ["write", "write", "write", "write", "sync", "replace", "sync_folder"]
    assert path.read_text() == "new text"


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mixer.toml"
    path.write_text("old")
    before = stamp_of(path)
    path.write_text("somebody else's")

    with pytest.raises(Changed):
        write_whole(path, b"new", force=True, expect=before)

    assert path.read_text() == "somebody else's"
    assert not temporary(path).exists()


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    path.write_text("old")

    with pytest.raises(StoreError, match="already exists"):
        write_whole(path, b"new")

    assert path.read_text() == "old"


def test_a_file_that_appears_at_the_last_moment_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"

    class Busy(BrokenDisk):
        def sync(self, handle: int) -> None:
            path.write_text("somebody else's")

    with pytest.raises(StoreError, match="already exists"):
        write_whole(path, b"new", disk=Busy())

    assert path.read_text() == "somebody else's"
    assert not temporary(path).exists()


@posix
def test_a_file_system_without_links_gets_its_file_too(tmp_path: Path) -> None:
    disk = BrokenDisk()
    disk.refuse["link"] = [refuse(errno.EPERM)]
    write_whole(tmp_path / "history.csv", b"new", disk=disk)

    assert (tmp_path / "history.csv").read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["history.csv"]


@posix
def test_mode_and_owner_stay(tmp_path: Path) -> None:
    path = tmp_path / "mixer.toml"
    path.write_text("old")
    path.chmod(0o640)
    before = path.stat()
    write_whole(path, b"new", force=True)

    after = path.stat()
    assert stat.S_IMODE(after.st_mode) == 0o640
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)


@posix
def test_a_new_file_is_as_private_as_it_is_asked_to_be(tmp_path: Path) -> None:
    write_whole(tmp_path / "rescue.toml", b"new", mode=0o600)
    write_whole(tmp_path / "history.csv", b"new")

    assert stat.S_IMODE((tmp_path / "rescue.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "history.csv").stat().st_mode) & 0o600 == 0o600


@posix
def test_a_symlink_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "real.toml"
    real.write_text("old")
    link = tmp_path / "mixer.toml"
    link.symlink_to(real)
    write_whole(link, b"new", force=True)

    assert link.is_symlink()
    assert real.read_text() == "new"


@posix
def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "mixer.toml"
    path.write_text("old")
    path.chmod(0o444)

    with pytest.raises(PermissionError):
        write_whole(path, b"new", force=True)

    assert path.read_text() == "old"


@pytest.mark.parametrize("name", ["x" * 250 + ".toml", "港" * 80 + ".toml"])
def test_a_very_long_name_is_no_obstacle(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"new")

    assert (tmp_path / name).read_bytes() == b"new"


def test_a_half_written_file_that_lies_around_stops_no_save(tmp_path: Path) -> None:
    path = tmp_path / "evening.toml"
    temporary(path).write_bytes(b"half of")

    write_whole(path, b"whole")

    assert path.read_bytes() == b"whole"
    assert not temporary(path).exists()


@posix
def test_nobody_else_can_read_a_private_file_while_it_is_being_written(tmp_path: Path) -> None:
    class Watched(Disk):
        modes: ClassVar[list[int]] = []

        def write(self, handle: int, data: memoryview) -> int:
            self.modes.append(os.fstat(handle).st_mode & 0o077)
            return super().write(handle, data)

    path = tmp_path / "evening.toml"
    path.write_bytes(b"old")
    path.chmod(0o600)

    write_whole(path, b"new", force=True, disk=Watched())

    assert Watched.modes == [0]
