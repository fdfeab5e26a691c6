from __future__ import annotations

import os
from pathlib import Path

import pytest

from rounds.store.room_file import room_file

posix = pytest.mark.skipif(os.name == "nt", reason="file names and permissions of POSIX")


@posix
def test_an_event_file_whose_name_is_no_unicode_has_a_second_window(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.toml"))

    assert room_file(path).name.endswith(".room.json")


@posix
def test_every_name_of_an_event_file_leads_to_the_same_second_window(tmp_path: Path) -> None:
    path = tmp_path / "mixer.toml"
    path.touch()
    link = tmp_path / "link.toml"
    link.symlink_to(path)

    assert room_file(link) == room_file(path)
