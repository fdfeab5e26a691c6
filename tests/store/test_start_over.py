"""An evening is started over: the old record is kept, and nothing of the host's part changes."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from rounds.domain.errors import StoreError
from rounds.store.disk.atomic import Disk
from rounds.store.disk.lock import Lock
from rounds.store.event_file import EventFile
from rounds.store.format.entries import EntryCache
from rounds.store.reading.read import read_event
from rounds.store.start_over import start_over
from rounds.store.state.unsaved_journal import UnsavedJournal
from tests.store.desk import EVENING, HOST, a_round, here, note


@pytest.fixture
def held(mixer: Path) -> Path:
    """An event file with the record of an evening."""
    file = EventFile.open(mixer)
    file.save(
        file.event.with_(attendance=(here("Aiko Tanaka"),), rounds=(a_round(1),), notes=(note(1),))
    )
    assert file.close()
    return mixer


def test_the_record_is_in_a_copy_with_the_day_of_the_evening_and_no_longer_in_the_file(
    held: Path,
) -> None:
    before, evening = held.read_bytes(), read_event(held)

    copy = start_over(held, EVENING)

    assert copy == held.with_name("mixer-2026-05-14.toml")
    assert copy.read_bytes() == before
    assert read_event(held) == evening.with_(attendance=(), rounds=(), notes=())
    assert held.read_bytes().startswith(HOST.encode())


def test_a_second_evening_of_that_day_gets_a_copy_of_its_own(held: Path) -> None:
    first = start_over(held, EVENING)
    file = EventFile.open(held)
    file.save(file.event.with_(rounds=(a_round(1),)))
    file.close()

    second = start_over(held, EVENING)

    assert first is not None
    assert second == held.with_name("mixer-2026-05-14-2.toml")
    assert read_event(first).notes


def test_without_a_record_nothing_is_copied_and_nothing_changes(mixer: Path) -> None:
    before = mixer.read_bytes()

    assert start_over(mixer, EVENING) is None
    assert mixer.read_bytes() == before
    assert [path.name for path in mixer.parent.glob("mixer*.toml")] == ["mixer.toml"]


def test_an_evening_that_runs_in_another_window_is_left_alone(held: Path) -> None:
    before = held.read_bytes()
    lock = Lock(held)

    with pytest.raises(StoreError, match="already open"):
        start_over(held, EVENING)

    lock.release()
    assert held.read_bytes() == before
    assert [path.name for path in held.parent.glob("mixer*.toml")] == ["mixer.toml"]


def test_people_whom_the_host_added_below_the_record_stay_on_the_roster(held: Path) -> None:
    with held.open("a") as file:
        file.write('\n[[participants]]\nname = "Emi Fischer"\n')

    start_over(held, EVENING)

    names = [person.name for person in read_event(held).participants]
    assert names[-1] == "Emi Fischer"
    assert read_event(held).rounds == ()


def test_what_the_last_session_could_not_save_goes_into_the_copy(held: Path, state: Path) -> None:
    unsaved = UnsavedJournal(held, EVENING)
    unsaved.keep(EntryCache().entries_of(read_event(held).with_(notes=(note(2),))).values())

    copy = start_over(held, EVENING + timedelta(hours=4))

    assert copy is not None
    assert [each.round for each in read_event(copy).notes] == [1, 2]
    assert read_event(held).notes == ()
    assert [*(state / "rescue").iterdir()] == []


def test_only_those_read_the_copy_who_may_read_the_file(held: Path) -> None:
    os.chmod(held, 0o600)

    copy = start_over(held, EVENING)

    assert copy is not None
    assert copy.stat().st_mode & 0o777 == 0o600
    assert held.stat().st_mode & 0o777 == 0o600


def test_a_disk_that_refuses_the_copy_keeps_the_record(held: Path) -> None:
    class FullDisk(Disk):
        def sync(self, handle: int) -> None:
            raise OSError(28, "No space left on device")

    before = held.read_bytes()

    with pytest.raises(StoreError, match="Nothing is lost"):
        start_over(held, EVENING, disk=FullDisk())

    assert held.read_bytes() == before


def test_a_copy_that_was_made_before_the_power_failed_is_used(held: Path) -> None:
    held.with_name("mixer-2026-05-14.toml").write_bytes(held.read_bytes())

    copy = start_over(held, EVENING)

    assert copy == held.with_name("mixer-2026-05-14.toml")
    assert len([*held.parent.glob("mixer*.toml")]) == 2
