"""When a file counts as being on the medium: after a sync of it, and never after a refused one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.store.desk import HOST, BrokenDisk, Desk, note


def refused() -> OSError:
    """Return what a disk says that cannot write."""
    return OSError(errno.EIO, os.strerror(errno.EIO))


def test_what_somebody_else_wrote_is_durable_before_it_counts_as_saved(mixer: Path) -> None:
    disk = BrokenDisk()
    desk = Desk(mixer, disk=disk)

    desk.save()

    assert [call for call in disk.calls if call.startswith("sync")] == ["sync", "sync_folder"]
    assert "replace" not in disk.calls


def test_a_file_of_somebody_else_whose_sync_failed_is_written_whole(mixer: Path) -> None:
    disk = BrokenDisk()
    desk = Desk(mixer, disk=disk)
    disk.refuse["sync"] = [refused()]
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        desk.save()

    desk.save()

    assert "replace" in disk.calls


def test_an_edit_that_lands_while_ours_is_being_written_is_not_written_over(mixer: Path) -> None:
    class Editor(BrokenDisk):
        """Saves the host's edit when our new version is complete, the first time."""

        def sync(self, handle: int) -> None:
            if "sync" not in self.calls:
                mixer.write_text(HOST.replace("the soup comes at eight", "there is no soup"))
            super().sync(handle)

    desk = Desk(mixer, disk=Editor())

    desk.add_note(note(1))

    assert "there is no soup" in mixer.read_text()
    assert note(1).text in mixer.read_text()


def test_a_file_that_nobody_else_may_read_is_as_private_when_it_was_gone(mixer: Path) -> None:
    mixer.chmod(0o600)
    desk = Desk(mixer)
    mixer.unlink()

    desk.add_note(note(1))

    assert mixer.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_gone_is_told_once_however_long_the_disk_refuses(mixer: Path) -> None:
    disk = BrokenDisk()
    desk = Desk(mixer, disk=disk)
    desk.add_note(note(1))
    mixer.unlink()
    disk.refuse["sync"] = [refused(), refused()]
    for _attempt in range(2):
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            desk.save()

    desk.save()

    assert desk.said.count("had disappeared") == 1
    assert note(1).text in mixer.read_text()


def test_an_old_buffer_saved_after_the_file_was_emptied_brings_no_old_words_back(
    mixer: Path,
) -> None:
    desk = Desk(mixer)
    desk.add_note(note(1, "Old words."))
    buffer = mixer.read_text()
    mixer.write_text("")
    desk.save(notes=(note(1, "New words."),))

    mixer.write_text(buffer)
    desk.look()

    assert [each.text for each in desk.event.notes] == ["New words."]


def test_the_hosts_own_edit_is_made_durable_without_writing_it_again(mixer: Path) -> None:
    disk = BrokenDisk()
    desk = Desk(mixer, disk=disk)
    desk.add_note(note(1))
    mixer.write_text(mixer.read_text().replace("the soup comes at eight", "there is no soup"))
    disk.calls.clear()

    desk.look()

    assert "sync" in disk.calls
    assert "replace" not in disk.calls
