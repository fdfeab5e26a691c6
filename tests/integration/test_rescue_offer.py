"""What an earlier session could not save is offered at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from rounds.domain.event import Event
from rounds.store.event_file import EventFile
from rounds.store.format.entries import EntryCache
from rounds.store.state.unsaved_journal import UnsavedJournal
from tests.evenings import START
from tests.hosts import ROUNDS, environment_in, mixer_in, record_of
from tests.notes import a_note
from tests.terminal import Terminal

pytestmark = pytest.mark.terminal


def an_unsaved_note(path: Path, event: Event) -> None:
    """Leave behind what a session keeps whose disk refused to the end."""
    noted = event.with_(notes=(a_note("Aiko Tanaka", "Ben O'Neill", text="written in vain"),))
    entries = [entry for entry in EntryCache().entries_of(noted).values() if entry.kind == "notes"]
    assert UnsavedJournal(path, START).keep(entries)


def test_the_next_start_asks_and_takes_the_lost_note_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = environment_in(tmp_path)
    for name, folder in home.items():
        monkeypatch.setenv(name, folder)
    path = mixer_in(tmp_path, "rounds = 2\n")
    file = EventFile.open(path)
    an_unsaved_note(path, file.event)
    file.close()

    with Terminal([ROUNDS, "run", str(path)], environment=home) as terminal:
        terminal.wait_for("Add them now?")
        terminal.press("enter")
        terminal.wait_for("21 people expected")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    assert [note["text"] for note in record_of(path)["notes"]] == ["written in vain"]
    with Terminal([ROUNDS, "run", str(path)], environment=home) as terminal:
        terminal.wait_for("21 people expected")
        assert "Add them now" not in terminal.raw.decode("utf-8", "replace")
