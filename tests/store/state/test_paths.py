from __future__ import annotations

import os
from pathlib import Path

import pytest

from rounds.domain.errors import StoreError
from rounds.domain.evening.clock import Run
from rounds.domain.event import Note
from rounds.domain.people.roster import RosterIndex
from rounds.domain.views.room_view import room_of
from rounds.store.disk.lock import Lock, is_open, lock_file
from rounds.store.state import paths
from rounds.store.state.drafts import Drafts
from rounds.store.state.first_start import welcome_needed, welcomed
from rounds.store.state.recent import recent, remember
from rounds.store.state.room_file import RoomFile, RoomReader, room_file
from rounds.store.state.unsaved_journal import UnsavedJournal
from tests.evenings import START, an_event

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


WRONG = [b"", b"5", b"null", b"[5, null, {}]", b'{"a": 1}', b'["\\u0000"]', b"[" * 200, b"\xff"]
"""What may stand in a file of our own after a fault of a disk or of another version."""

wrong = pytest.mark.parametrize("content", WRONG)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own; returns where the program keeps what is its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "none"))
    return paths.private_folder(paths.state_folder())


@wrong
def test_a_wrong_list_of_recent_files_is_an_empty_one(home: Path, content: bytes) -> None:
    (home / "recent.json").write_bytes(content)
    mixer = home / "mixer.toml"
    mixer.touch()

    before = recent()
    remember(mixer)

    assert before == ()
    assert recent() == (mixer.resolve(),)


@wrong
def test_a_wrong_room_is_no_room(home: Path, content: bytes) -> None:
    mixer = home / "mixer.toml"
    room = room_of(RosterIndex(an_event()), Run())
    RoomFile(mixer).publish(room)
    room_file(mixer).write_bytes(content)

    assert RoomReader(mixer).read() is None


@wrong
def test_a_wrong_draft_is_no_draft(home: Path, content: bytes) -> None:
    drafts = Drafts("evening")
    drafts.keep(Note(round=1, by="Ana", about="Ben", at=START))
    (draft,) = (home / "drafts").iterdir()
    draft.write_bytes(content)

    assert drafts.find(1, "Ana", "Ben") is None


@wrong
def test_a_wrong_journal_rescues_nothing(home: Path, content: bytes) -> None:
    mixer = home / "mixer.toml"
    (home / "rescue").mkdir()
    (home / "rescue" / f"{paths.name_for(mixer)}-1.toml").write_bytes(content)

    assert UnsavedJournal(mixer, START).earlier(an_event()) is None


@posix
@pytest.mark.parametrize("content", [*WRONG, b'{"host": 1, "pid": 1e999, "since": "2026-05-14"}'])
def test_a_wrong_lock_is_still_a_lock(home: Path, content: bytes) -> None:
    mixer = home / "mixer.toml"
    held = Lock(mixer)
    lock_file(mixer).write_bytes(content)

    with pytest.raises(StoreError, match="already open"):
        Lock(mixer)

    held.release()


def test_without_a_folder_of_our_own_nothing_is_kept_and_nothing_fails(home: Path) -> None:
    home.rmdir()
    home.write_text("in the way")
    mixer = home.parent / "mixer.toml"
    mixer.touch()
    room = room_of(RosterIndex(an_event()), Run())

    RoomFile(mixer).publish(room)
    remember(mixer)
    welcomed()
    kept = Drafts("evening").keep(Note(round=1, by="Ana", about="Ben", at=START))

    assert RoomReader(mixer).read() is None
    assert recent() == ()
    assert welcome_needed()
    assert not kept
    assert home.read_text() == "in the way"


def in_a_session(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Go on as in another session of the same user, whose runtime folder is another one."""
    folder.mkdir(mode=0o700, exist_ok=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))


@posix
def test_a_window_in_another_session_of_this_user_finds_the_room(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixer = tmp_path / "mixer.toml"
    room = room_of(RosterIndex(an_event()), Run())
    in_a_session(monkeypatch, tmp_path / "console")
    RoomFile(mixer).publish(room)
    in_a_session(monkeypatch, tmp_path / "projector")

    assert RoomReader(mixer).read() == room


@posix
def test_where_two_rooms_are_left_the_later_one_is_shown(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixer = tmp_path / "mixer.toml"
    in_a_session(monkeypatch, tmp_path / "projector")
    RoomFile(mixer).publish(room_of(RosterIndex(an_event()), Run()))
    os.utime(room_file(mixer), (1, 1))
    later = room_of(RosterIndex(an_event(8)), Run())
    in_a_session(monkeypatch, tmp_path / "console")
    RoomFile(mixer).publish(later)
    in_a_session(monkeypatch, tmp_path / "projector")

    assert RoomReader(mixer).read() == later


@posix
@pytest.mark.parametrize("content", [b"", b"\x00", b"/nowhere", b"\xff\xfe"])
def test_a_wrong_note_of_where_the_room_is_costs_nothing(home: Path, content: bytes) -> None:
    mixer = home / "mixer.toml"
    room = room_of(RosterIndex(an_event()), Run())
    RoomFile(mixer).publish(room)
    (note,) = (home / "run").glob("*.where")
    note.write_bytes(content)

    assert RoomReader(mixer).read() == room


@posix
def test_the_host_is_told_whether_a_window_shows_the_room(home: Path) -> None:
    mixer = home / "mixer.toml"
    published = RoomFile(mixer)
    published.publish(room_of(RosterIndex(an_event()), Run()))
    before = published.watched()
    window = RoomReader(mixer)
    window.read()

    assert before is False
    assert published.watched() is True
    window.close()

    assert published.watched() is False


@posix
def test_an_event_file_is_open_as_long_as_a_program_writes_it(home: Path) -> None:
    mixer = home / "mixer.toml"
    before = is_open(mixer)
    held = Lock(mixer)
    meanwhile = is_open(mixer)
    held.release()

    assert (before, meanwhile, is_open(mixer)) == (False, True, False)
