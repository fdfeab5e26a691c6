from __future__ import annotations

from pathlib import Path

from rounds.store.disk.atomic import DISK
from rounds.store.disk.damaged_copy import keep_damaged


def test_a_damaged_file_is_kept_once_however_often_it_is_seen(mixer: Path) -> None:
    first = keep_damaged(mixer, b"half of", 0o600, DISK)
    again = keep_damaged(mixer, b"half of", 0o600, DISK)
    other = keep_damaged(mixer, b"another half", 0o600, DISK)

    assert first == again == mixer.with_name("mixer.toml.damaged")
    assert other == mixer.with_name("mixer.toml.damaged-2")


def test_a_damaged_file_is_kept_as_private_as_it_was(mixer: Path) -> None:
    copy = keep_damaged(mixer, b"half of", 0o600, DISK)

    assert copy is not None
    assert copy.stat().st_mode & 0o777 == 0o600
