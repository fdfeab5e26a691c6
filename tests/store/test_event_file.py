"""An evening's saves: never in anybody's way, never acknowledged too early, never lost."""

from __future__ import annotations

import errno
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rounds.domain.errors import StoreError
from rounds.i18n import say, using
from rounds.store.disk.atomic import temporary
from rounds.store.disk.os_errors import reason
from rounds.store.event_file import EventFile
from rounds.store.merging.merge import OutsideEdit
from rounds.store.reading.read import read_event
from tests.store.desk import (
    HOST,
    HURRY,
    BrokenDisk,
    Listener,
    a_round,
    here,
    host_part,
    note,
    notes_in,
)


class Evening:
    """An open event file, its disk, and somebody who listens."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.disk = BrokenDisk()
        self.file = EventFile.open(path, pace=HURRY, disk=self.disk)
        self.heard = Listener(self.file.event)
        self.file.report_to(self.heard)

    def add_note(self, number: int) -> int:
        """Write a note as a session does: the event first, then the store."""
        self.heard.event = self.heard.event.with_(notes=(*self.heard.event.notes, note(number)))
        return self.file.save(self.heard.event)

    def refuse(self, call: str, number: int, times: int = 1) -> None:
        """Let the disk refuse some of the next calls."""
        self.disk.refuse[call] = [OSError(number, os.strerror(number)) for _ in range(times)]


@pytest.fixture
def evening(mixer: Path) -> Iterator[Evening]:
    found = Evening(mixer)
    yield found
    found.disk.refuse.clear()
    found.file.close()
    assert found.file.fault is None


def test_a_note_is_acknowledged_once_it_is_on_the_disk(evening: Evening) -> None:
    ticket = evening.add_note(1)

    assert evening.file.flush(10)
    assert evening.heard.hears(lambda: evening.heard.tickets == [ticket])
    assert notes_in(evening.path) == [note(1).text]
    assert host_part(evening.path).startswith(HOST)


def test_a_hundred_notes_are_few_writes(evening: Evening) -> None:
    tickets = [evening.add_note(number) for number in range(100)]

    assert evening.file.flush(10)
    assert notes_in(evening.path) == [note(number).text for number in range(100)]
    assert evening.file.saved_ticket == tickets[-1]
    assert evening.disk.calls.count("replace") < 100


def test_saving_does_not_wait_for_the_disk(mixer: Path) -> None:
    let_go = threading.Event()

    class Slow(BrokenDisk):
        def sync(self, handle: int) -> None:
            let_go.wait(10)

    file = EventFile.open(mixer, pace=HURRY, disk=Slow())
    tickets = [file.save(file.event.with_(notes=(note(number),))) for number in range(100)]
    waiting = file.saved_ticket
    let_go.set()

    assert tickets == list(range(1, 101))
    assert waiting == 0
    assert file.close()
    assert notes_in(mixer) == [note(99).text]


def test_a_refused_save_is_not_tried_again_before_its_pause_is_over(mixer: Path) -> None:
    class Watched(BrokenDisk):
        looked = threading.Semaphore(0)

        def stat(self, path: Path) -> os.stat_result:
            self.looked.release()
            return super().stat(path)

    disk = Watched()
    file = EventFile.open(mixer, pace=HURRY._replace(retry=3600), disk=disk)
    heard = Listener(file.event)
    file.report_to(heard)
    disk.refuse["sync"] = [OSError(errno.EIO, os.strerror(errno.EIO))]
    file.save(file.event.with_(notes=(note(1),)))
    assert heard.hears(lambda: heard.refusals)
    disk.calls.clear()
    disk.looked = threading.Semaphore(0)

    assert all(disk.looked.acquire(timeout=10) for _look in range(10))
    assert "write" not in disk.calls
    assert file.close()


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EINTR, errno.EROFS])
@pytest.mark.parametrize(
    "call", ["open", "write", "mode", "sync", "close", "stat", "replace", "sync_folder"]
)
def test_a_refused_save_is_said_and_tried_again(evening: Evening, call: str, number: int) -> None:
    evening.add_note(1)
    evening.file.flush(10)
    evening.refuse(call, number, times=2)
    ticket = evening.add_note(2)

    assert evening.heard.hears(lambda: evening.heard.refusals)
    assert evening.heard.hears(lambda: ticket in evening.heard.tickets)
    assert notes_in(evening.path) == [note(1).text, note(2).text]
    assert host_part(evening.path).startswith(HOST)
    assert not temporary(evening.path).exists()


def test_nothing_is_acknowledged_while_the_disk_refuses(evening: Evening, state: Path) -> None:
    evening.refuse("write", errno.ENOSPC, times=10_000)
    evening.add_note(1)

    assert evening.heard.hears(lambda: len(evening.heard.refusals) > 1)
    assert not evening.file.flush(0.05)
    assert evening.heard.tickets == []
    assert evening.path.read_bytes() == HOST.encode()
    assert evening.heard.refusals[0].startswith("Not saved: the disk is full.")


def test_after_a_failed_sync_a_new_file_is_written(evening: Evening) -> None:
    evening.refuse("sync", errno.EIO)
    evening.add_note(1)

    assert evening.file.flush(10)
    assert evening.disk.calls.count("write") > evening.disk.calls.count("replace")
    looks = {"stat"}  # at the file, now and then
    assert [call for call in evening.disk.calls if call not in looks][-2:] == [
        "replace",
        "sync_folder",
    ]


def test_after_a_failed_folder_sync_the_file_is_written_anew(evening: Evening) -> None:
    evening.refuse("sync_folder", errno.EIO)
    evening.add_note(1)

    assert evening.file.flush(10)
    assert evening.disk.calls.count("replace") == 2


@pytest.mark.parametrize(
    ("number", "english", "japanese"),
    [
        (errno.ENOSPC, "the disk is full", "ディスクがいっぱいです"),
        (errno.EROFS, "the disk is read-only", "ディスクが読み取り専用です"),
        (errno.EIO, "the disk reports an error", "ディスクがエラーを返しました"),
        (errno.EACCES, "the file or its folder is read-only", "読み取り専用です"),
        (errno.ENXIO, "the disk refuses (No such device or address)", "ディスクに書き込めません"),
    ],
)
def test_the_reason_is_plain(number: int, english: str, japanese: str) -> None:
    said = reason(OSError(number, os.strerror(number)))

    assert say(said) == english
    with using("ja"):
        assert japanese in say(said)


class TestRescue:
    def test_what_is_unsaved_waits_in_the_users_own_folder(self, mixer: Path, state: Path) -> None:
        evening = Evening(mixer)
        evening.add_note(1)
        evening.file.flush(10)
        mixer.chmod(0o444)
        evening.add_note(2)
        evening.heard.hears(lambda: evening.heard.refusals)
        evening.file.close()
        mixer.chmod(0o644)

        [journal] = (state / "rescue").iterdir()
        assert note(2).text in journal.read_text()
        assert note(1).text not in journal.read_text()
        assert stat.S_IMODE(journal.stat().st_mode) == 0o600
        assert stat.S_IMODE(journal.parent.stat().st_mode) == 0o700
        assert evening.heard.refusals[0] == (
            "Not saved: the file or its folder is read-only. A copy is kept on this computer."
        )

    def test_the_next_start_offers_it(self, mixer: Path, state: Path) -> None:
        evening = Evening(mixer)
        mixer.chmod(0o444)
        evening.add_note(1)
        evening.heard.hears(lambda: evening.heard.refusals)
        evening.file.close()
        mixer.chmod(0o644)

        file = EventFile.open(mixer, pace=HURRY)
        offered = [entry.text for entry in file.rescued]
        file.save(file.merge_rescued(file.event))
        file.flush(10)
        file.forget_rescued()
        file.close()

        assert offered == [note(1).text]
        assert notes_in(mixer) == [note(1).text]
        assert list((state / "rescue").iterdir()) == []

    def test_it_is_offered_only_while_it_is_missing(self, mixer: Path, state: Path) -> None:
        evening = Evening(mixer)
        mixer.chmod(0o444)
        evening.add_note(1)
        evening.heard.hears(lambda: evening.heard.refusals)
        evening.file.close()
        mixer.chmod(0o644)
        again = EventFile.open(mixer, pace=HURRY)
        again.save(again.merge_rescued(again.event))
        again.close()

        file = EventFile.open(mixer, pace=HURRY)
        file.close()
        assert file.rescued == ()
        assert list((state / "rescue").iterdir()) == []

    def test_a_journal_is_gone_after_the_next_save(self, evening: Evening, state: Path) -> None:
        evening.path.chmod(0o444)
        evening.add_note(1)
        evening.heard.hears(lambda: evening.heard.refusals)
        kept = list((state / "rescue").iterdir())
        evening.path.chmod(0o644)

        assert evening.file.flush(10)
        assert len(kept) == 1
        assert list((state / "rescue").iterdir()) == []

    def test_every_session_leaves_a_copy_and_twenty_are_kept(
        self, mixer: Path, state: Path
    ) -> None:
        for number in range(23):
            evening = Evening(mixer)
            evening.add_note(number)
            evening.file.close()

        [folder] = (state / "copies").iterdir()
        copies = sorted(folder.iterdir())
        assert len(copies) == 20
        assert len(read_event(copies[-1]).notes) == 22
        assert {stat.S_IMODE(copy.stat().st_mode) for copy in copies} == {0o600}

    def test_a_state_folder_that_refuses_costs_only_the_copies(
        self, mixer: Path, state: Path
    ) -> None:
        state.parent.mkdir(parents=True, exist_ok=True)
        state.write_text("not a folder")
        evening = Evening(mixer)
        evening.add_note(1)

        assert evening.file.close()
        assert notes_in(mixer) == [note(1).text]


class TestOthersWrite:
    def test_the_hosts_edit_reaches_the_session(self, evening: Evening) -> None:
        evening.path.write_text(HOST.replace("rounds         = 3", "rounds = 2"))

        assert evening.heard.hears(lambda: evening.heard.event.settings.rounds == 2)
        assert evening.heard.messages == ["Your changes to mixer.toml are in effect."]

    def test_a_save_that_does_not_know_of_an_edit_keeps_it(self, evening: Evening) -> None:
        evening.add_note(1)
        evening.file.flush(10)
        unaware = evening.heard.event
        typed = '\n[[attendance]]\nperson = "Ben O\'Neill"\nstate = "here"\n'
        evening.path.write_text(
            evening.path.read_text() + typed + "at = 2026-05-14 18:30:00+00:00\n"
        )
        evening.file.save(unaware.with_(notes=(*unaware.notes, note(2))))
        evening.file.flush(10)

        found = read_event(evening.path)
        assert found.attendance == (here("Ben O'Neill"),)
        assert len(found.notes) == 2

    def test_saves_that_come_before_the_session_took_an_edit_in_keep_it(self, mixer: Path) -> None:
        class Busy(Listener):
            def edited_outside(self, edit: OutsideEdit, messages: object) -> None:
                with self._heard:
                    self.waiting = edit
                    self.messages.append("something")
                    self._heard.notify_all()

        file = EventFile.open(mixer, pace=HURRY)
        heard = Busy(file.event)
        file.report_to(heard)
        with mixer.open("a") as editor:
            editor.write('\n# ======== RECORD\n[[attendance]]\nperson = "Ben O\'Neill"\n')
            editor.write('state = "here"\nat = 2026-05-14 18:30:00+00:00\n')
        heard.hears(lambda: heard.messages)
        first = file.event.with_(notes=(note(1),))
        file.save(first)
        file.flush(10)
        file.save(first.with_(notes=(note(1), note(2))))
        file.flush(10)
        unaware = read_event(mixer)
        heard.waiting.acknowledge()
        aware = heard.waiting.apply_to(first)
        file.save(aware.with_(attendance=()))
        file.close()

        assert unaware.attendance == aware.attendance == (here("Ben O'Neill"),)
        assert len(unaware.notes) == 2
        assert read_event(mixer).attendance == ()

    def test_what_the_session_takes_back_later_stays_away(self, evening: Evening) -> None:
        evening.path.write_text(
            HOST + '# ======== RECORD\n[[attendance]]\nperson = "Ben O\'Neill"\n'
            'state = "here"\nat = 2026-05-14 18:30:00+00:00\n'
        )
        evening.heard.hears(lambda: evening.heard.event.attendance)
        evening.heard.event = evening.heard.event.with_(attendance=())
        evening.add_note(1)
        evening.file.flush(10)

        assert read_event(evening.path).attendance == ()
        assert notes_in(evening.path) == [note(1).text]

    def test_what_nobody_has_heard_yet_is_told_later(self, mixer: Path) -> None:
        file = EventFile.open(mixer, pace=HURRY)
        mixer.write_text(HOST.replace("rounds         = 3", "rounds = 2"))
        file.save(file.event.with_(notes=(note(1),)))
        file.flush(10)
        heard = Listener(file.event)
        file.report_to(heard)
        file.close()

        assert heard.event.settings.rounds == 2
        assert heard.tickets == [1]

    def test_a_listener_that_fails_does_not_stop_the_writing(self, mixer: Path) -> None:
        class Deaf(Listener):
            def saved(self, ticket: int, at: object) -> None:
                raise RuntimeError

        file = EventFile.open(mixer, pace=HURRY)
        heard = Deaf(file.event)
        file.report_to(heard)
        file.save(file.event.with_(notes=(note(1),)))
        file.flush(10)
        file.save(file.event.with_(notes=(note(1), note(2))))

        assert file.close()
        assert isinstance(file.fault, RuntimeError)
        assert heard.refusals == []
        assert notes_in(mixer) == [note(1).text, note(2).text]

    def test_a_folder_that_is_moved_away_and_comes_back(self, evening: Evening) -> None:
        away = evening.path.parent.with_name("away")
        os.rename(evening.path.parent, away)
        ticket = evening.add_note(1)
        evening.heard.hears(lambda: evening.heard.refusals)
        os.rename(away, evening.path.parent)

        assert evening.heard.hears(lambda: ticket in evening.heard.tickets)
        assert notes_in(evening.path) == [note(1).text]
        assert "the folder is not there" in evening.heard.refusals[0]

    def test_a_file_that_was_away_for_a_while_is_reported_saved_again(
        self, evening: Evening
    ) -> None:
        away = evening.path.parent.with_name("away")
        os.rename(evening.path.parent, away)
        evening.heard.hears(lambda: evening.heard.refusals)
        os.rename(away, evening.path.parent)

        assert evening.heard.hears(lambda: evening.heard.tickets == [0])

    def test_a_fifo_in_the_files_place_stops_nobody(self, evening: Evening) -> None:
        evening.path.unlink()
        os.mkfifo(evening.path)
        ticket = evening.add_note(1)
        evening.heard.hears(lambda: evening.heard.refusals)
        evening.path.unlink()

        assert evening.heard.hears(lambda: ticket in evening.heard.tickets)
        assert notes_in(evening.path) == [note(1).text]

    def test_a_copy_from_another_computer_is_pointed_out(self, mixer: Path) -> None:
        mixer.with_name("mixer (Ann's conflicted copy 2026-05-14).toml").write_text(HOST)
        file = EventFile.open(mixer, pace=HURRY)
        file.close()

        assert "another computer wrote to it, too" in str(file.warnings[0])


class TestOpening:
    def test_a_half_written_file_of_a_killed_session_is_removed(self, mixer: Path) -> None:
        temporary(mixer).write_text("half a")
        EventFile.open(mixer).close()

        assert not temporary(mixer).exists()

    def test_a_read_only_file_is_refused_up_front(self, mixer: Path) -> None:
        mixer.chmod(0o444)

        with pytest.raises(StoreError, match="is read-only"):
            EventFile.open(mixer)

    def test_closing_twice_is_closing(self, mixer: Path) -> None:
        file = EventFile.open(mixer)

        assert file.close()
        assert file.close()

    def test_closing_does_not_hang_on_a_disk_that_does(self, mixer: Path) -> None:
        let_go = threading.Event()

        class Hanging(BrokenDisk):
            def sync(self, handle: int) -> None:
                let_go.wait(10)

        file = EventFile.open(mixer, pace=HURRY, disk=Hanging())
        file.save(file.event.with_(notes=(note(1),), rounds=(a_round(1),)))

        assert not file.close(timeout=0.05)
        let_go.set()

    def test_an_evening_without_changes_leaves_the_file_alone(self, mixer: Path) -> None:
        before = mixer.stat()
        file = EventFile.open(mixer, pace=HURRY)
        file.save(file.event)

        assert file.close()
        assert mixer.read_bytes() == HOST.encode()
        assert mixer.stat().st_ino == before.st_ino
