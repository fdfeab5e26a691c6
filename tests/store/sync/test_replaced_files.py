"""What an editor writes into a file that ours has just taken the place of."""

from __future__ import annotations

import os
from pathlib import Path

from rounds.store.disk.atomic import stamp_of
from rounds.store.sync.replaced_files import ReplacedFiles

FIRST = b'[event]\ntitle = "Mixer"\nrounds = 3\n'
SECOND = b'[[participants]]\nname = "Ann"\n# RECORD\n'


def whole(raw: bytes) -> bool:
    return b"# RECORD" in raw


def displaced(path: Path, patience: float, seconds: float = 30) -> tuple[int, ReplacedFiles]:
    path.write_bytes(FIRST + SECOND)
    handle = os.open(path, os.O_RDWR)
    stamp = stamp_of(path)
    assert stamp is not None
    files = ReplacedFiles(seconds, patience)
    files.add(os.dup(handle), stamp)
    os.ftruncate(handle, 0)
    return handle, files


def test_half_of_what_is_being_written_is_never_taken_for_all_of_it(tmp_path: Path) -> None:
    handle, files = displaced(tmp_path / "mixer.toml", patience=30)

    os.write(handle, FIRST)
    half = files.late(whole)
    os.write(handle, SECOND)
    all_of_it = files.late(whole)
    files.close()
    os.close(handle)

    assert (half, all_of_it) == ([], [FIRST + SECOND])


def test_what_never_looks_whole_is_taken_once_it_stands_still(tmp_path: Path) -> None:
    handle, files = displaced(tmp_path / "mixer.toml", patience=0)

    os.write(handle, FIRST)
    taken = files.late(whole)
    files.close()
    os.close(handle)

    assert taken == [FIRST]


def test_what_still_changes_when_nobody_looks_any_more_is_taken_as_it_is(tmp_path: Path) -> None:
    handle, files = displaced(tmp_path / "mixer.toml", patience=30, seconds=0)

    os.write(handle, FIRST)
    taken = files.late(whole)
    os.close(handle)

    assert taken == [FIRST]
    assert not files
