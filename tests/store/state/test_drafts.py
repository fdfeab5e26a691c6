"""Drafts survive a crash, stay private, and go when the note is safe."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest

from rounds.domain.event import Note
from rounds.store.state.drafts import KEPT_FOR, Drafts
from rounds.store.state.first_start import welcome_needed, welcomed
from tests.evenings import START


def typed(text: str, seconds: int = 0) -> Note:
    return Note(round=1, by="Ann", about="Bob", at=START + timedelta(seconds=seconds), text=text)


def test_a_draft_is_found_again_by_another_process(tmp_path: Path) -> None:
    Drafts("mixer", tmp_path).keep(typed("half a thought"))

    found = Drafts("mixer", tmp_path).find(1, "Ann", "Bob")

    assert found == typed("half a thought")


def test_the_last_change_is_what_is_kept_and_nothing_else_lies_around(tmp_path: Path) -> None:
    drafts = Drafts("mixer", tmp_path)
    for text in ("h", "ha", "half"):
        drafts.keep(typed(text))

    assert drafts.find(1, "Ann", "Bob") == typed("half")
    assert len(list(tmp_path.iterdir())) == 1


def test_nobody_else_and_no_other_evening_gets_a_draft(tmp_path: Path) -> None:
    Drafts("mixer", tmp_path).keep(typed("half a thought"))

    assert Drafts("mixer", tmp_path).find(1, "Bob", "Ann") is None
    assert Drafts("mixer", tmp_path).find(2, "Ann", "Bob") is None
    assert Drafts("next month", tmp_path).find(1, "Ann", "Bob") is None


@pytest.mark.skipif(os.name == "nt", reason="no such modes on Windows")
def test_only_this_user_can_read_a_draft_and_its_name_tells_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    Drafts("mixer", folder).keep(typed("half a thought"))

    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert "Ann" not in file.name


def test_a_saved_note_takes_its_draft_away(tmp_path: Path) -> None:
    drafts = Drafts("mixer", tmp_path)
    drafts.keep(typed("a line"))

    drafts.drop_saved(typed("a line", seconds=1))

    assert drafts.find(1, "Ann", "Bob") is None


def test_what_was_typed_after_saving_stays(tmp_path: Path) -> None:
    drafts = Drafts("mixer", tmp_path)
    drafts.keep(typed("a line, and more", seconds=5))

    drafts.drop_saved(typed("a line", seconds=1))

    assert drafts.find(1, "Ann", "Bob") is not None


def test_a_damaged_draft_is_no_draft(tmp_path: Path) -> None:
    drafts = Drafts("mixer", tmp_path)
    drafts.keep(typed("a line"))
    (file,) = tmp_path.iterdir()
    file.write_text(file.read_text()[:20])

    assert drafts.find(1, "Ann", "Bob") is None


def test_a_disk_that_refuses_only_costs_the_draft(tmp_path: Path) -> None:
    in_the_way = tmp_path / "drafts"
    in_the_way.write_text("a file where the folder should be")
    drafts = Drafts("mixer", in_the_way)

    kept = drafts.keep(typed("a line"))

    assert not kept
    assert drafts.find(1, "Ann", "Bob") is None


def test_drafts_nobody_came_back_for_are_thrown_away(tmp_path: Path) -> None:
    Drafts("mixer", tmp_path).keep(typed("a line"))
    (file,) = tmp_path.iterdir()
    long_ago = time.time() - KEPT_FOR - 60
    os.utime(file, (long_ago, long_ago))

    Drafts("next month", tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_the_guidance_of_the_first_start_is_needed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    before = welcome_needed()

    welcomed()

    assert (before, welcome_needed()) == (True, False)


def test_a_draft_saved_in_the_very_second_it_was_typed_goes_too(tmp_path: Path) -> None:
    drafts = Drafts("mixer", tmp_path)
    drafts.keep(typed("a line"))

    drafts.drop_saved(typed("a line"))

    assert drafts.find(1, "Ann", "Bob") is None
