"""A newer list of people, read into an evening that exists or is running."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rounds.domain.errors import StoreError
from rounds.store.additions import add_people
from rounds.store.event_file import EventFile
from rounds.store.reading.read import read

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("english")

EVENING = """# Mine.
[event]
title = "Mixer"

[[participants]]
name = "Ana Petrov"
company = "Northwind"

[[participants]]
name = "Bo Lindqvist"
avoid = ["Ana Petrov"]

[[participants]]
name = "青木 恵"
purpose = "sell"
"""
RECORD = """
# ======== RECORD ======== kept by Rounds: write above this line; below it, Rounds writes.

[[walk_ins]]
name = "Tom Walker"
joined_at = 2026-05-14 18:41:00+09:00
"""
NEWER = """Name,Company,Purpose,RSVP,Avoid
Ana Petrov,Westgate,,yes,
Bo Lindqvist,,,no,
青木恵,,buy,yes,
Tom Walker,,,yes,
Cara Diaz,Eastfield,,yes,Ana Petrov
Dan Osei,,,maybe,
"""
ADDED = """
[[participants]]
name    = "Cara Diaz"
company = "Eastfield"
avoid   = ["Ana Petrov"]

[[participants]]
name = "Dan Osei"
"""


@pytest.fixture
def mixer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "newer.csv").write_text(NEWER, encoding="utf-8")
    file = tmp_path / "mixer.toml"
    file.write_text(EVENING + RECORD, encoding="utf-8")
    return file


def test_only_the_new_people_are_added_and_no_byte_changes(mixer: Path, rounds: Run) -> None:
    status, _out, _said = rounds("add", "mixer.toml", "--from", "newer.csv", "--yes")

    text = mixer.read_text(encoding="utf-8")
    assert status == 0
    assert text == EVENING + ADDED + RECORD
    assert [person.name for person in read(mixer).event.participants[3:]] == [
        "Cara Diaz",
        "Dan Osei",
    ]


def test_the_host_is_told_who_is_new_who_cancelled_and_what_changed(
    mixer: Path, rounds: Run
) -> None:
    _status, _out, said = rounds("add", "mixer.toml", "--from", "newer.csv", "--yes")

    assert said.splitlines()[-5:-1] == [
        "2 new people: Cara Diaz, Dan Osei.",
        "Cancelled since: Bo Lindqvist. During the evening mark them absent (x), before it delete "
        "their blocks in the file.",
        "Ana Petrov: company is Westgate now, and was Northwind. Change it in the file.",
        "青木 恵: purpose is buy now, and was sell. Change it in the file.",
    ]
    assert 'The answer "maybe" was taken as coming: Dan Osei' in said


def test_without_a_question_that_can_be_asked_nothing_changes(mixer: Path, rounds: Run) -> None:
    before = mixer.read_bytes()

    status, _out, said = rounds("add", "mixer.toml", "--from", "newer.csv")

    assert (status, mixer.read_bytes()) == (1, before)
    assert said.endswith("rounds add mixer.toml --from newer.csv --yes\n")


def test_the_same_list_twice_adds_nobody_twice(mixer: Path, rounds: Run) -> None:
    rounds("add", "mixer.toml", "--from", "newer.csv", "--yes")
    before = mixer.read_bytes()

    status, _out, said = rounds("add", "mixer.toml", "--from", "newer.csv", "--yes")

    assert (status, mixer.read_bytes()) == (0, before)
    assert "Nobody on this list is new." in said


def test_who_may_be_on_the_roster_under_another_spelling_is_told_and_not_added(
    mixer: Path, rounds: Run
) -> None:
    Path("newer.csv").write_text("Name\nAna Petrova\nEli Novak\n")

    _status, _out, said = rounds("add", "mixer.toml", "--from", "newer.csv", "--yes")

    assert "Ana Petrova may be Ana Petrov" in said
    assert "On the roster, but not on this list: Bo Lindqvist, 青木 恵" in said
    assert len(read(mixer).event.participants) == 4


def test_a_namesake_of_another_company_is_added_with_an_id(mixer: Path, rounds: Run) -> None:
    Path("newer.csv").write_text("Name,Company\nAna Petrov,Northwind\nAna Petrov,Steel\n")

    rounds("add", "mixer.toml", "--from", "newer.csv", "--yes")

    assert read(mixer).event.participants[3].id == "Ana Petrov (Steel)"


def test_windows_line_ends_and_a_file_without_a_last_line_end_are_kept(mixer: Path) -> None:
    mixer.write_bytes(EVENING.rstrip("\n").replace("\n", "\r\n").encode())
    before = mixer.read_bytes()

    add_people(mixer, '[[participants]]\nname = "Eli"\n')

    assert mixer.read_bytes() == before + b'\r\n\r\n[[participants]]\r\nname = "Eli"\r\n'


def test_people_in_one_list_cannot_be_added_and_the_file_stays(mixer: Path, rounds: Run) -> None:
    mixer.write_text('participants = [{name = "Ann"}, {name = "Bob"}]\n[event]\ntitle = "Mixer"\n')
    before = mixer.read_bytes()

    status, _out, said = rounds("add", "mixer.toml", "--from", "newer.csv", "--yes")

    assert (status, mixer.read_bytes()) == (2, before)
    assert "cannot be added to mixer.toml" in said


def test_a_read_only_file_is_not_replaced(mixer: Path) -> None:
    before = mixer.read_bytes()
    mixer.chmod(0o444)

    with pytest.raises(StoreError, match="read-only"):
        add_people(mixer, '[[participants]]\nname = "Eli"\n')

    assert mixer.read_bytes() == before


def test_an_evening_that_runs_takes_the_new_people_over(mixer: Path) -> None:
    evening = EventFile.open(mixer)
    try:
        add_people(mixer, '[[participants]]\nname = "Eli"\n')
        evening.save(evening.event)

        assert evening.flush(5)
        assert 'name = "Eli"' in mixer.read_text(encoding="utf-8")
        assert mixer.read_text(encoding="utf-8").startswith(EVENING)
    finally:
        evening.close()
