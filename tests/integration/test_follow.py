"""`rounds follow`, as a host types it in the days after."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import vobject

from tests.conftest import Run
from tests.formats.evenings_held import an_evening_held
from tests.formats.sheets.evenings import with_notes
from tests.integration.test_sheets import written

pytestmark = pytest.mark.usefixtures("english")


def today() -> date:
    return datetime.now().astimezone().date()


def a_file(folder: Path, name: str, **days: int) -> Path:
    """Write an evening after which these people mail Emi in so many days from today."""
    event = an_evening_held(title=name).with_(notes=())
    for by, day in days.items():
        due = (today() + timedelta(days=day)).isoformat()
        note = {"by": by, "about": "Emi", "next_step": "mail", "next_step_on": due}
        event = with_notes(event, {**note, "text": "SECRET"})
    return written(event, folder / f"{name}.toml")


def test_a_week_is_shown_unless_today_or_everything_is_asked_for(
    rounds: Run, tmp_path: Path
) -> None:
    file = a_file(tmp_path, "mixer", Chloé=0, Dmitri=6, Emi=30)

    seen = {
        option: [name for name in ("Chloé", "Dmitri") if name in out] + [out.count("Mail: Emi")]
        for option in ("--today", "--week", "--all", "")
        for _status, out, _said in [rounds("follow", file, *filter(None, [option]))]
    }

    assert seen == {
        "--today": ["Chloé", 1],
        "--week": ["Chloé", "Dmitri", 2],
        "--all": ["Chloé", "Dmitri", 3],
        "": ["Chloé", "Dmitri", 2],
    }


def test_nothing_to_do_is_no_error(rounds: Run, tmp_path: Path) -> None:
    file = a_file(tmp_path, "mixer")

    for form in ("text", "csv", "ics"):
        status, out, said = rounds("follow", file, "--format", form)

        assert status == 0
        assert "Nothing is due." in out + said or form == "csv"


def test_one_person_of_a_series_is_found_at_every_evening_where_they_were(
    rounds: Run, tmp_path: Path
) -> None:
    files = [a_file(tmp_path, "march", Chloé=1, Dmitri=1), a_file(tmp_path, "april", Chloé=2)]

    _status, out, _said = rounds("follow", *files, "--person", "chloe")

    assert out.count("Chloé") == 2
    assert "march" in out
    assert "april" in out
    assert "Dmitri" not in out


def test_a_person_of_no_evening_is_told(rounds: Run, tmp_path: Path) -> None:
    status, _out, said = rounds("follow", a_file(tmp_path, "mixer"), "--person", "Chloee")

    assert status == 2
    assert "did you mean Chloé?" in said


def test_the_same_file_twice_is_one_evening(rounds: Run, tmp_path: Path) -> None:
    file = a_file(tmp_path, "mixer", Chloé=1)

    assert rounds("follow", file, file)[1].count("Chloé") == 1


def test_the_calendar_of_the_host_says_who_does_what(rounds: Run, tmp_path: Path) -> None:
    file = a_file(tmp_path, "mixer", Chloé=1)

    _status, out, _said = rounds("follow", file, "--format", "ics")

    entry = vobject.readOne(out).vevent
    assert entry.summary.value == "Chloé: Mail: Emi"
    assert entry.dtstart.value == today() + timedelta(days=1)


def test_the_words_of_a_note_are_not_in_the_list(rounds: Run, tmp_path: Path) -> None:
    file = a_file(tmp_path, "mixer", Chloé=1)

    for form in ("text", "csv", "ics"):
        assert "SECRET" not in rounds("follow", file, "--format", form)[1]
