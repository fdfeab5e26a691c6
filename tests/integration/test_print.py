"""`rounds print`, as a host types it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from time import process_time

import pytest

from rounds.store.event_file import EventFile
from rounds.store.reading.read import read_event
from tests.conftest import Run
from tests.formats.print.pages import an_evening, words

SAMPLE = Path(__file__).parents[2] / "sample_events" / "founders_mixer.toml"

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def mixer(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "mixer.toml"))


def printed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_without_a_word_the_usual_sheets_are_printed(rounds: Run, mixer: Path) -> None:
    status, _out, said = rounds("print", mixer)

    assert status == 0
    assert printed(mixer.parent / "mixer-print") == [
        f"mixer-{sheet}.html" for sheet in ("list", "memo", "reception", "tables")
    ]
    assert said.count("was written.") == 4
    assert "--open" in said


def test_options_may_stand_anywhere(rounds: Run, mixer: Path, tmp_path: Path) -> None:
    for number, typed in enumerate(
        [
            ["print", mixer, "list", "--paper", "letter", "badges"],
            ["print", "--paper=letter", mixer, "list", "badges"],
            ["--lang", "en", "print", mixer, "--paper", "letter", "list", "badges"],
        ]
    ):
        folder = tmp_path / str(number)

        status, _out, said = rounds(*typed, "--to", folder)

        assert (status, printed(folder)) == (0, ["mixer-badges.html", "mixer-list.html"]), said


def test_the_plan_is_kept_below_what_the_host_wrote(rounds: Run, mixer: Path) -> None:
    before = mixer.read_bytes()

    rounds("print", mixer, "cards")

    after = mixer.read_bytes()
    assert after.startswith(before)
    assert len(read_event(mixer).plan) == 6


def test_paper_and_screen_have_the_same_plan(rounds: Run, mixer: Path, tmp_path: Path) -> None:
    rounds("print", mixer, "plan", "--to", tmp_path / "one")
    kept = mixer.read_bytes()

    rounds("print", mixer, "plan", "cards", "--to", tmp_path / "two")

    assert mixer.read_bytes() == kept
    pages = [(tmp_path / folder / "mixer-plan.html").read_text() for folder in ("one", "two")]
    assert pages[0] == pages[1]


def test_a_list_needs_no_plan_and_leaves_the_file_alone(rounds: Run, mixer: Path) -> None:
    before = mixer.read_bytes()

    rounds("print", mixer, "list", "badges", "reception", "pitch")

    assert mixer.read_bytes() == before


def test_a_sheet_that_is_unknown_is_answered_with_those_that_there_are(
    rounds: Run, mixer: Path
) -> None:
    near = rounds("print", mixer, "badge")
    far = rounds("print", mixer, "xyz")

    assert (near[0], far[0]) == (2, 2)
    assert "did you mean badges?" in near[2]
    assert "list, reception, badges, cards, memo, tables, pitch, plan" in far[2]


def test_sheets_printed_before_are_replaced_and_other_files_are_not(
    rounds: Run, mixer: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "paper"
    rounds("print", mixer, "list", "--to", folder)
    (folder / "mixer-badges.html").write_text("mine")

    again = rounds("print", mixer, "list", "--to", folder)
    refused = rounds("print", mixer, "badges", "--to", folder)

    assert again[0] == 0
    assert refused[0] == 1
    assert (folder / "mixer-badges.html").read_text() == "mine"


def test_while_the_evening_runs_its_own_plan_is_printed(rounds: Run, mixer: Path) -> None:
    rounds("print", mixer, "plan")
    kept = mixer.read_bytes()
    file = EventFile.open(mixer)

    status, _out, _said = rounds("print", mixer, "plan", "cards")

    file.close()
    assert status == 0
    assert mixer.read_bytes() == kept


def test_a_file_that_cannot_be_written_is_printed_with_a_warning(rounds: Run, mixer: Path) -> None:
    file = EventFile.open(mixer)

    status, _out, said = rounds("print", mixer, "plan")

    file.close()
    assert status == 0
    assert "the screen may seat people differently" in said


def test_the_sheets_are_in_the_language_of_the_evening_or_the_one_asked_for(
    rounds: Run, tmp_path: Path
) -> None:
    file = Path(shutil.copy(SAMPLE.with_name("kouryukai.toml"), tmp_path / "k.toml"))
    rounds("print", file, "list", "--to", tmp_path / "ja")

    rounds("print", file, "list", "--to", tmp_path / "en", "--lang", "en")

    assert "参加者一覧" in words((tmp_path / "ja" / "k-list.html").read_text(encoding="utf-8"))
    assert "Participant list" in words((tmp_path / "en" / "k-list.html").read_text("utf-8"))


def test_everything_for_thirty_people_takes_less_than_two_seconds_of_the_processor(
    rounds: Run, tmp_path: Path
) -> None:
    event = an_evening(30)
    people = "\n".join(f'[[participants]]\nname = "{p.name}"' for p in event.participants)
    file = tmp_path / "thirty.toml"
    file.write_text(f'[event]\ntitle = "Thirty"\nrounds = 6\n{people}\n', encoding="utf-8")
    began = process_time()

    status, _out, _said = rounds(
        "print", file, "list", "reception", "badges", "cards", "memo", "tables", "pitch", "plan"
    )

    assert status == 0
    assert process_time() - began < 2


def test_signs_have_the_code_of_the_evening_and_it_is_the_same_each_time(
    rounds: Run, mixer: Path
) -> None:
    codes = set()
    for _time in range(2):
        status, _out, said = rounds("print", mixer, "tables", "--phones", "--address", "10.0.0.5")
        assert status == 0, said
        page = (mixer.parent / "mixer-print" / "mixer-tables.html").read_text(encoding="utf-8")
        codes.update(re.findall(r"<b>10\.0\.0\.5:8765</b><br>Code (\w{4} \w{4})", page))

        assert "The QR code is for 10.0.0.5:8765" in said

    assert len(codes) == 1
