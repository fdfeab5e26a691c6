from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from rounds.store.format.entries import EntryCache
from rounds.store.reading.read import read_event
from rounds.store.state.copies import COPIES, back_up
from rounds.store.state.unsaved_journal import UnsavedJournal
from tests.store.desk import EVENING, note


def copies(path: Path, *contents: bytes) -> list[bytes]:
    """Keep copies of a file that changes, and return those that are left, the oldest first."""
    kept = [
        back_up(path, content, EVENING + timedelta(minutes=number))
        for number, content in enumerate(contents)
    ]
    assert kept[-1] is not None
    return [copy.read_bytes() for copy in sorted(kept[-1].parent.iterdir())]


def test_of_very_many_evenings_the_latest_copies_are_kept(mixer: Path) -> None:
    contents = [b"%d" % number for number in range(COPIES + 5)]

    assert copies(mixer, *contents) == contents[-COPIES:]


def test_a_file_that_did_not_change_takes_no_other_copys_place(mixer: Path) -> None:
    assert copies(mixer, b"one", b"two", b"two", b"two") == [b"one", b"two"]


def test_what_the_host_took_back_while_nothing_could_be_saved_is_not_offered_again(
    mixer: Path, state: Path
) -> None:
    journal = UnsavedJournal(mixer, EVENING)
    entries = EntryCache().entries_of(read_event(mixer).with_(notes=(note(1),)))
    journal.keep(entries.values())
    waiting = list((state / "rescue").iterdir())

    journal.keep([])

    assert len(waiting) == 1
    assert list((state / "rescue").iterdir()) == []
