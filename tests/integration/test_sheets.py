"""`rounds sheets`, as a host types it."""

from __future__ import annotations

import stat
from pathlib import Path
from time import process_time

import pytest
import tomli_w

from rounds.domain.event import Event
from rounds.store.format.entries import EntryCache
from rounds.store.format.parts import MARKER_START
from rounds.store.reading.read import read_event
from tests.conftest import Run
from tests.formats.sheets.evenings import an_evening_with_notes

pytestmark = pytest.mark.usefixtures("english")


def written(event: Event, file: Path) -> Path:
    """Write an event as a file that Rounds reads."""
    above = {
        "event": event.settings.data(whole=False),
        "participants": [person.data(whole=False) for person in event.participants],
    }
    below = "".join(entry.text for entry in EntryCache().entries_of(event).values())
    file.write_text(f"{tomli_w.dumps(above)}\n{MARKER_START}\n\n{below}", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    event = an_evening_with_notes(30, rounds=6)
    return written(event, tmp_path_factory.mktemp("evening") / "mixer.toml")


def names(folder: Path, ending: str = "*") -> list[str]:
    return sorted(path.name for path in folder.glob(ending))


def test_thirty_sheets_take_less_than_two_seconds_of_the_processor(
    rounds: Run, evening: Path, tmp_path: Path
) -> None:
    before = evening.read_bytes()
    began = process_time()

    status, _out, said = rounds("sheets", evening, "--to", tmp_path / "s")

    assert process_time() - began < 2
    assert status == 0
    assert "30 sheets are in" in said
    assert len(names(tmp_path / "s", "*.html")) == 30
    assert "07-Name007-Featherstonehaugh.ics" in names(tmp_path / "s")
    assert evening.read_bytes() == before


def test_the_sheets_can_be_read_by_their_host_alone(
    rounds: Run, evening: Path, tmp_path: Path
) -> None:
    rounds("sheets", evening, "--to", tmp_path / "s", "--person", "Name007 Featherstonehaugh")

    found = [path for path in (tmp_path / "s").iterdir()]
    assert {path.suffix for path in found} >= {".html", ".ics"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in found} == {0o600}


def test_one_person_gets_one_sheet_as_text_for_a_mail(
    rounds: Run, evening: Path, tmp_path: Path
) -> None:
    status, _out, said = rounds(
        *("sheets", evening, "--to", tmp_path / "s", "--format", "markdown"),
        *("--person", "name007 featherstonehaugh"),
    )

    assert (status, "1 sheet is in" in said) == (0, True)
    assert names(tmp_path / "s", "*.md") == ["07-Name007-Featherstonehaugh.md"]


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one(
    rounds: Run, evening: Path
) -> None:
    status, _out, said = rounds("sheets", evening, "--person", "Name07 Featherstonehaugh")

    assert status == 2
    assert "did you mean Name0" in said


def test_before_the_first_round_there_are_no_sheets(rounds: Run, tmp_path: Path) -> None:
    event = an_evening_with_notes(6).with_(rounds=(), notes=())

    status, _out, said = rounds("sheets", written(event, tmp_path / "early.toml"))

    assert status == 1
    assert "Nobody was there yet" in said
    assert names(tmp_path) == ["early.toml"]


def test_contacts_that_somebody_may_have_no_more_are_taken_away_and_other_files_stay(
    rounds: Run, tmp_path: Path
) -> None:
    event = an_evening_with_notes(6)
    folder = tmp_path / "mixer-sheets"
    rounds("sheets", written(event, tmp_path / "mixer.toml"))
    had = names(folder, "*.vcf")
    (folder / "mine.vcf").write_text("BEGIN:VCARD")

    notes = tuple(note.with_(again=False) for note in event.notes)
    rounds("sheets", written(event.with_(notes=notes), tmp_path / "mixer.toml"))

    assert had
    assert names(folder, "*.vcf") == ["mine.vcf"]
    assert len(names(folder, "*.html")) == 6


def test_a_file_of_somebody_else_is_never_replaced(
    rounds: Run, evening: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "01-Name001-Featherstonehaugh.html"
    mine.write_text("mine")

    status, _out, said = rounds("sheets", evening, "--to", tmp_path)

    assert status == 1
    assert "was not made by Rounds" in said
    assert mine.read_text() == "mine"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('follow_up.now = "call in 1 day"', 'for example "mail in 1 day"'),
        ('follow_up.later = "mail in 1 day"', "follow_up.later"),
        ('texts.declin = "No."', "did you mean decline?"),
        ('texts.decline = "No, {name}."', "{name} cannot be filled in"),
    ],
)
def test_a_wrong_text_or_pattern_is_named_with_its_line(
    rounds: Run, tmp_path: Path, line: str, said: str
) -> None:
    file = tmp_path / "mixer.toml"
    file.write_text(
        f'[event]\ntitle = "Mixer"\n{line}\n[[participants]]\nname = "A"\n'
        '[[participants]]\nname = "B"\n'
    )

    status, out, err = rounds("check", file)

    assert status == 2
    assert said in out + err
    assert "mixer.toml:3:" in out + err


def test_a_step_that_was_done_is_kept_with_its_day(tmp_path: Path) -> None:
    event = an_evening_with_notes(6)
    done = event.notes[0].with_(done_on=event.settings.date)

    read = read_event(written(event.with_(notes=(done,)), tmp_path / "mixer.toml"))

    assert read.notes == (done,)
