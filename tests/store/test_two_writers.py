"""The session and an editor write by turns, in any order: nothing of either is lost."""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rounds.store.disk.atomic import temporary
from rounds.store.reading.read import read_event
from rounds.store.sync.pace import Pace
from tests.store.desk import HOST, Desk, a_round, here, note

PEOPLE = ("Aiko Tanaka", "Ben O'Neill", "Chloé Martin")
MARKER = "# ======== RECORD"


class TwoWriters:
    """What each of the two has done so far, and what must therefore be in the file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "mixer.toml"
        self.path.write_text(HOST)
        self.desk = Desk(self.path, pace=Pace(patience=0.004, glance=0.001, displaced=0.3))
        self.buffer = HOST
        self.host = HOST
        self.number = 0
        self.texts: set[str] = set()

    def count(self) -> int:
        """Return a number that was not used yet."""
        self.number += 1
        return self.number

    # what the session does

    def write_a_note(self) -> None:
        """Write a note."""
        number = self.count()
        self.desk.add_note(note(number))
        self.texts.add(note(number).text)

    def check_in(self) -> None:
        """Check somebody in, and the one before out."""
        person = PEOPLE[self.count() % 3]
        self.desk.save(attendance=(here(person, self.number),))

    def go_on(self) -> None:
        """Begin the next round and plan another."""
        number = len(self.desk.event.rounds) + 1
        self.desk.save(
            rounds=(*self.desk.event.rounds, a_round(number)), plan=(a_round(number + 1),)
        )

    def look(self) -> None:
        """Notice what happened to the file."""
        self.desk.look()

    # what the editor does

    def open_in_editor(self) -> None:
        """Read the file into the editor."""
        self.desk.look()
        self.buffer = self.path.read_text()

    def save_from_editor(self) -> None:
        """Save the buffer, however old, with one more remark of the host."""
        host, marker, record = self.buffer.partition(MARKER)
        self.host = f"{host.rstrip()}\n# remark {self.count()}\n"
        self._store(self.host + "\n" + marker + record)

    def save_by_rename(self) -> None:
        """The same with an editor that renames."""
        host, marker, record = self.buffer.partition(MARKER)
        self.host = f"{host.rstrip()}\n# remark {self.count()}\n"
        other = self.path.with_name("other")
        other.write_text(self.host + "\n" + marker + record)
        os.replace(other, self.path)

    def type_a_note(self) -> None:
        """Write a note by hand at the end of the file."""
        number = self.count()
        text = self.path.read_text()
        if MARKER in text:
            typed = f'\n[[notes]]\nround = {number}\nby = "Dmitri Sato"\nabout = "Emi"\n'
            typed += f'at = 2026-05-14 18:30:00+00:00\ntext = "typed {number}"\n'
            self._store(text + typed)
            self.desk.look()
            self.texts.add(f"typed {number}")

    def lose_the_marker(self) -> None:
        """Delete the marker line."""
        self.desk.look()
        text = self.path.read_text()
        lines = [line for line in text.splitlines(True) if not line.startswith(MARKER)]
        self._store("".join(lines))
        self.desk.look()

    def damage_the_record(self) -> None:
        """Cut the file off in the middle of the record."""
        host, marker, record = self.path.read_text().partition(MARKER)
        self._store(host + marker + record[: len(record) // 2])

    def empty(self) -> None:
        """Empty the file, once what was in it could be seen."""
        self.desk.look()
        self._store("")

    def delete(self) -> None:
        """Delete the file, once what was in it could be seen."""
        self.desk.look()
        self.path.unlink(missing_ok=True)
        self.desk.look()

    def _store(self, text: str) -> None:
        with self.path.open("r+b") as file:
            file.truncate(0)
            file.write(text.encode())

    # what must hold

    def check(self) -> None:
        """Look once more, and compare everything."""
        self.desk.save()
        raw = self.path.read_text()
        event = read_event(self.path)
        assert raw.partition(MARKER)[0].rstrip() == self.host.rstrip()
        assert self.texts == {each.text for each in event.notes}
        assert event.with_(settings=None) == self.desk.event.with_(settings=None)
        assert not temporary(self.path).exists()


ACTS = [
    "write_a_note",
    "check_in",
    "go_on",
    "look",
    "open_in_editor",
    "save_from_editor",
    "save_by_rename",
    "type_a_note",
    "lose_the_marker",
    "damage_the_record",
    "empty",
    "delete",
]


def play(acts: list[str]) -> None:
    """Do one thing after the other, then compare."""
    with tempfile.TemporaryDirectory() as folder:
        writers = TwoWriters(Path(folder))
        with closing(writers.desk):
            for act in acts:
                getattr(writers, act)()
            writers.check()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(ACTS), min_size=2, max_size=14))
def test_nothing_of_either_is_lost(acts: list[str]) -> None:
    play(acts)


@pytest.mark.slow
@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(ACTS), min_size=2, max_size=30))
def test_nothing_of_either_is_lost_in_two_thousand_evenings(acts: list[str]) -> None:
    play(acts)
