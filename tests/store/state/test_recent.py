from __future__ import annotations

from pathlib import Path

from rounds.store.state.recent import KEEP, recent, remember


def test_the_evenings_opened_last_are_listed_each_once_the_newest_first(tmp_path: Path) -> None:
    files = [tmp_path / f"evening {number}.toml" for number in range(KEEP + 3)]
    for file in files:
        file.touch()
        remember(file)

    remember(files[-3])

    newest = [files[-3], files[-1], files[-2], *reversed(files[3:-3])]
    assert recent() == tuple(newest[:KEEP])
    assert len(recent()) == KEEP


def test_an_evening_whose_file_is_gone_is_not_listed(tmp_path: Path) -> None:
    files = [tmp_path / "one.toml", tmp_path / "other.toml"]
    for file in files:
        file.touch()
        remember(file)

    files[1].unlink()

    assert recent() == (files[0],)
