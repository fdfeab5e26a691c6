"""Files that Rounds makes again are replaced, all others are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from rounds.domain.errors import StoreError
from rounds.store.disk.own_file import write_own

MARK = b"made by Rounds"


def test_a_file_made_before_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new" / "list.html"
    write_own(path, MARK + b" one", MARK)

    write_own(path, MARK + b" two", MARK)

    assert path.read_bytes() == MARK + b" two"


def test_a_file_of_somebody_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "list.html"
    path.write_bytes(b"my own page")

    with pytest.raises(StoreError, match="was not made by Rounds"):
        write_own(path, MARK, MARK)

    assert path.read_bytes() == b"my own page"


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "paper").write_bytes(b"")

    with pytest.raises(StoreError, match="cannot be written"):
        write_own(tmp_path / "paper" / "list.html", MARK, MARK)
