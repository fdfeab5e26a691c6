"""One writer per event file."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rounds.domain.errors import StoreError
from rounds.i18n import Customs, following, say, using
from rounds.store.disk import lock as lock_module
from rounds.store.disk.lock import Lock
from rounds.store.event_file import EventFile
from rounds.store.reading.read import read_event


def test_the_second_is_told_who_is_first(mixer: Path) -> None:
    first = EventFile.open(mixer)

    with pytest.raises(StoreError) as refused:
        EventFile.open(mixer)
    first.close()

    assert (
        f"mixer.toml is already open on {os.uname().nodename} (process {os.getpid()}), since "
        in (str(refused.value))
    )
    assert str(refused.value).endswith("Close it there first, or continue there.")
    with using("ja"):
        assert "ですでに開かれています" in say(refused.value)


def test_the_time_since_when_a_file_is_open_is_written_as_the_host_asks(mixer: Path) -> None:
    first = EventFile.open(mixer)

    with pytest.raises(StoreError) as refused:
        EventFile.open(mixer)
    first.close()

    with following(Customs("12h")):
        assert re.search(r"since \d+:\d\d [ap]m\. Close", say(refused.value))


@pytest.mark.skipif(os.name == "nt", reason="symlinks need rights on Windows")
def test_a_symlink_leads_to_the_same_lock(mixer: Path) -> None:
    link = mixer.parent.parent / "shortcut.toml"
    link.symlink_to(mixer)
    first = EventFile.open(link)

    with pytest.raises(StoreError, match="already open"):
        EventFile.open(mixer)
    first.close()


def test_the_lock_is_free_again_after_closing(mixer: Path) -> None:
    EventFile.open(mixer).close()
    EventFile.open(mixer).close()

    assert mixer.with_name(".~lock.mixer.toml").exists()


def test_the_lock_of_a_killed_program_holds_nobody_up(mixer: Path) -> None:
    program = (
        "import sys, os, signal\n"
        "from pathlib import Path\n"
        "from rounds.store.disk.lock import Lock\n"
        "lock = Lock(Path(sys.argv[1]))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(mixer)], check=False)
    lock = Lock(mixer)
    lock.release()

    assert lock.warning is None


def test_others_read_while_one_writes(mixer: Path) -> None:
    first = EventFile.open(mixer)
    found = read_event(mixer)
    first.close()

    assert found == first.event


@pytest.mark.parametrize("number", [errno.ENOTSUP, errno.ENOSYS, errno.ENOLCK, errno.EINVAL])
def test_a_disk_without_locks_is_a_warning(
    mixer: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def no_locks(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(lock_module, "_take", no_locks)
    file = EventFile.open(mixer)
    file.close()

    assert "mixer.toml cannot be locked here" in str(file.warnings[0])


def test_a_lock_with_a_strange_text_is_still_a_lock(mixer: Path) -> None:
    first = Lock(mixer)
    mixer.with_name(".~lock.mixer.toml").write_text("\x1b[2J")

    with pytest.raises(StoreError, match="already open in another program"):
        Lock(mixer)
    first.release()
