"""The end of an evening on a disk that has refused: tried once more, and the file given back."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from rounds.store.event_file import EventFile
from tests.store.desk import HURRY, BrokenDisk, Listener, note, notes_in


def refused() -> OSError:
    """Return what a disk says that cannot write."""
    return OSError(errno.EIO, os.strerror(errno.EIO))


def test_who_leaves_right_after_a_refused_save_loses_nothing(mixer: Path) -> None:
    disk = BrokenDisk()
    file = EventFile.open(mixer, pace=HURRY._replace(retry=600), disk=disk)
    heard = Listener(file.event)
    file.report_to(heard)
    disk.refuse["replace"] = [refused()]
    file.save(file.event.with_(notes=(note(1),)))
    assert heard.hears(lambda: heard.refusals)

    assert file.close(10)
    assert notes_in(mixer) == [note(1).text]


def test_a_file_that_could_not_be_opened_can_be_opened_again(mixer: Path) -> None:
    disk = BrokenDisk()
    disk.refuse["stat"] = [refused()]
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        EventFile.open(mixer, pace=HURRY, disk=disk)

    file = EventFile.open(mixer, pace=HURRY, disk=disk)

    assert file.close()
