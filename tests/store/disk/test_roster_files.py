"""The list of files from which a host chooses tonight's people."""

from __future__ import annotations

import os
from pathlib import Path

from rounds.store.disk.roster_files import MOST, roster_files


def put(path: Path, age: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("name\nAnn\n")
    os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    return path


def test_tables_of_all_folders_are_listed_the_newest_first(tmp_path: Path) -> None:
    old = put(tmp_path / "Desktop" / "members.xlsx", 50)
    new = put(tmp_path / "Downloads" / "guests.CSV", 1)
    put(tmp_path / "Downloads" / "photo.jpg", 0)
    put(tmp_path / "Downloads" / "~$members.xlsx", 0)
    put(tmp_path / "Downloads" / ".hidden.csv", 0)
    (tmp_path / "Downloads" / "folder.csv").mkdir()

    found = roster_files([tmp_path / "Desktop", tmp_path / "Downloads", tmp_path / "not there"])

    assert [each.path for each in found] == [new, old]


def test_of_very_many_tables_the_newest_are_listed(tmp_path: Path) -> None:
    for age in range(MOST + 5):
        put(tmp_path / f"{age}.csv", age)

    found = roster_files([tmp_path])

    assert [each.path.stem for each in found] == [str(age) for age in range(MOST)]
