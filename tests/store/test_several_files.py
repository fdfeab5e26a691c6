"""Several event files: read again when they change, changed without staying locked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rounds.domain.errors import StoreError
from rounds.domain.people import greetings
from rounds.store.disk.lock import Lock
from rounds.store.reading.read import Opened, read_event
from rounds.store.several_files import SeveralFiles
from tests.evenings import START

FILE = (
    '[event]\ntitle = "Mixer"\n\n[[participants]]\nname = "Ann"\n\n[[participants]]\nname = "Ben"\n'
)


@pytest.fixture
def mixer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "mixer.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_a_file_is_read_once_and_again_only_when_it_has_changed(mixer: Path) -> None:
    files = SeveralFiles([mixer, mixer])

    first = [path for path, _event in files.changed()]
    second = [*files.changed()]
    mixer.write_text(FILE.replace("Mixer", "May Mixer"), encoding="utf-8")
    ((_path, event),) = files.changed()

    assert (first, second) == ([mixer], [])
    assert isinstance(event, Opened)
    assert event.event.settings.title == "May Mixer"


def test_a_broken_file_and_one_that_is_not_there_are_told_once(mixer: Path) -> None:
    broken = mixer.with_name("broken.toml")
    broken.write_text("[event\n", encoding="utf-8")
    files = SeveralFiles([broken, mixer.with_name("gone.toml"), mixer])

    found = [type(event).__name__ for _path, event in files.changed()]

    assert found == ["WrongFile", "InputError", "Opened"]
    assert [*files.changed()] == []


def test_a_change_is_in_the_file_and_the_hosts_part_is_untouched(mixer: Path) -> None:
    files = SeveralFiles([mixer])

    files.change(mixer, lambda event: greetings.greet(event, "Ann", START))

    assert mixer.read_text(encoding="utf-8").startswith(FILE)
    assert [entry.person for entry in read_event(mixer).greeted] == ["Ann"]


@pytest.mark.skipif(os.name == "nt", reason="the lock is told otherwise there")
def test_a_file_that_another_program_has_open_is_refused(mixer: Path) -> None:
    lock = Lock(mixer)

    with pytest.raises(StoreError):
        SeveralFiles([mixer]).change(mixer, lambda event: greetings.greet(event, "Ann", START))

    lock.release()
