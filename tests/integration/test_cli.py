from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from rounds.cli.arguments.types import FORMATS
from rounds.cli.command_table import COMMANDS
from rounds.cli.main import main
from rounds.cli.parser import parser
from rounds.formats import EXPORTS
from tests.house.source import ROOT

SAMPLES = ROOT / "sample_events"
HELD = SAMPLES / "chapter_last_month.toml"

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("english")


def test_every_export_can_be_asked_for() -> None:
    assert tuple(EXPORTS) == FORMATS


@pytest.fixture
def mixer(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "founders_mixer.toml", tmp_path / "mixer.toml"))


@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - {"home", "help"}))
def test_every_command_explains_itself_with_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])

    assert ended.value.code == 0
    assert f"Example:\n  rounds {command}" in capsys.readouterr().out


def test_commands_write_times_and_dates_as_the_event_file_asks(
    rounds: Run, mixer: Path, tmp_path: Path
) -> None:
    settings = '[event]\nclock = "12h"\ndates = "month_first"'
    mixer.write_text(mixer.read_text("utf-8").replace("[event]", settings, 1), "utf-8")
    held = tmp_path / "held.toml"
    held.write_text(HELD.read_text("utf-8").replace("[event]", settings, 1), "utf-8")

    checked = rounds("check", str(mixer))[1]
    exported = rounds("export", str(held), "--format", "markdown", "--to", "-")[1]

    assert " pm  Round 1" in checked
    assert " am |" in exported


def test_the_help_is_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["plan", "--help", "--lang", "ja"])

    said = capsys.readouterr().out
    assert said.startswith("使い方：rounds plan")
    assert "この説明を表示して終了します" in said


def test_the_system_chooses_the_language_where_nobody_does(
    monkeypatch: pytest.MonkeyPatch, rounds: Run
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")

    status, _out, said = rounds("check", "nowhere.toml")

    assert status == 2
    assert "nowhere.toml" in said
    assert "rounds new" in said
    assert "is not there" not in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["plan"],
        ["plan", "mixer.toml", "--fast"],
        ["plan", "mixer.toml", "--format", "pdf"],
        ["rehearse", "mixer.toml", "--speed", "0"],
        ["export", "mixer.toml", "--notes", "some"],
        ["export", "mixer.toml", "--notes=mine"],
        ["mixer.toml"],
    ],
)
def test_a_wrong_argument_is_told_in_one_line(arguments: list[str], rounds: Run) -> None:
    status, out, said = rounds(*arguments)

    assert status == 2
    assert out == ""
    assert len(said.splitlines()) == 1


def test_without_a_terminal_the_program_alone_shows_its_help(rounds: Run) -> None:
    status, out, _said = rounds()

    assert status == 0
    assert "rounds demo" in out


@pytest.mark.parametrize("command", ["run", "stage"])
def test_the_stage_needs_a_terminal(command: str, mixer: Path, rounds: Run) -> None:
    status, out, said = rounds(command, mixer)

    assert (status, out) == (1, "")
    assert "needs a terminal" in said


def test_who_stops_reading_gets_no_complaint() -> None:
    done = subprocess.run(
        f"{sys.executable} -m rounds plan {HELD} | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == "Market Street Chapter, April\n"
    assert done.stderr == ""


# new


def test_a_new_file_can_be_checked_at_once(tmp_path: Path, rounds: Run) -> None:
    status, _out, said = rounds("new", tmp_path / "mixer.toml")
    assert (status, rounds("check", tmp_path / "mixer.toml")[0]) == (0, 0)

    assert "was created" in said
    assert "3 people, 3 rounds of 8 minutes, 28 min long" in said


def test_a_new_file_speaks_the_language_asked_for(tmp_path: Path, rounds: Run) -> None:
    rounds("new", tmp_path / "kai.toml", "--language", "ja")

    text = (tmp_path / "kai.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["event"]["language"] == "ja"
    assert "参加者" in text


def test_a_new_file_never_replaces_one(mixer: Path, rounds: Run) -> None:
    before = mixer.read_bytes()

    status, _out, said = rounds("new", mixer)

    assert (status, mixer.read_bytes()) == (1, before)
    assert "already exists" in said


def test_a_roster_from_excel_becomes_an_event_file(tmp_path: Path, rounds: Run) -> None:
    roster = tmp_path / "名簿.csv"
    roster.write_bytes("氏名,会社名,靴\n青木 美咲,A社,23\n池田 健太,B社,26\n".encode("cp932"))

    status, _out, said = rounds("new", tmp_path / "kai.toml", "--from", roster)

    people = tomllib.loads((tmp_path / "kai.toml").read_text(encoding="utf-8"))["participants"]
    assert status == 0
    assert [person["company"] for person in people] == ["A社", "B社"]
    assert "靴" in said


def test_a_roster_that_is_not_there_leaves_no_file_behind(tmp_path: Path, rounds: Run) -> None:
    status, _out, said = rounds("new", tmp_path / "x.toml", "--from", tmp_path / "none.csv")

    assert status == 2
    assert "none.csv is not there" in said
    assert not (tmp_path / "x.toml").exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, rounds: Run) -> None:
    status, _out, said = rounds("new", tmp_path / "nowhere" / "x.toml")

    assert status == 1
    assert "cannot be written" in said


# check


def test_a_check_tells_what_to_know_before_doors(mixer: Path, rounds: Run) -> None:
    status, out, _said = rounds("check", mixer)

    assert status == 0
    assert "Participants                  21" in out
    assert "6 planned" in out
    assert "18:30  Round 1" in out
    assert "to spare" in out


def test_an_evening_that_is_too_long_is_refused(mixer: Path, rounds: Run) -> None:
    mixer.write_text(mixer.read_text("utf-8").replace('"20:30"', '"19:00"'), "utf-8")

    status, out, _said = rounds("check", mixer)

    assert status == 1
    assert "35 minutes too long" in out


def test_more_rounds_than_partners_are_refused_with_the_reason(tmp_path: Path, rounds: Run) -> None:
    few = tmp_path / "few.toml"
    text = (SAMPLES / "smallest.toml").read_text("utf-8")
    few.write_text(text.replace('"Coffee"', '"Coffee"\nrounds = 3'), "utf-8")

    status, out, _said = rounds("check", few)

    assert status == 1
    assert "1 planned, 1 possible" in out


def test_a_check_leaves_the_file_and_its_folder_alone(mixer: Path, rounds: Run) -> None:
    before = mixer.read_bytes()

    rounds("check", mixer)

    assert mixer.read_bytes() == before
    assert list(mixer.parent.iterdir()) == [mixer]


# plan


def test_the_plan_for_programs_has_everything(mixer: Path, rounds: Run) -> None:
    status, out, _said = rounds("plan", mixer, "--format", "json")

    made = json.loads(out)
    assert status == 0
    assert made.keys() == {
        *("rounds", "met_per_person", "proven", "cost", "bound", "wishes", "fits", "per_person"),
        *("warnings", "infeasible", "seconds"),
    }
    assert [round_["number"] for round_ in made["rounds"]] == [1, 2, 3, 4, 5, 6]
    assert made["rounds"][0].keys() == {"number", "listens_first", "pairings", "resting"}
    assert made["rounds"][0]["pairings"][0].keys() == {"table", "people"}
    assert made["met_per_person"].keys() == {
        person["name"] for person in tomllib.loads(mixer.read_text("utf-8"))["participants"]
    }
    assert made["infeasible"] is None


def test_an_impossible_plan_still_has_the_rounds_that_are_possible(
    tmp_path: Path, rounds: Run
) -> None:
    few = tmp_path / "few.toml"
    text = (SAMPLES / "smallest.toml").read_text("utf-8")
    few.write_text(text.replace('"Coffee"', '"Coffee"\nrounds = 3'), "utf-8")

    status, out, said = rounds("plan", few, "--format", "json")

    made = json.loads(out)
    assert status == 0
    assert len(made["rounds"]) == 1
    assert made["infeasible"]["rounds_possible"] == 1
    assert made["infeasible"]["why"]
    assert said


def test_one_seed_gives_one_plan(mixer: Path, rounds: Run) -> None:
    plans = [
        json.loads(rounds("plan", mixer, "--format", "json", "--seed", "7")[1])["rounds"]
        for _time in range(2)
    ]

    assert plans[0] == plans[1]


def test_rounds_that_were_held_stand_in_front(rounds: Run) -> None:
    made = json.loads(rounds("plan", HELD, "--format", "json")[1])

    recorded = tomllib.loads(HELD.read_text("utf-8"))["rounds"]
    assert [
        [pairing["people"] for pairing in round_["pairings"]] for round_ in made["rounds"][:6]
    ] == [[pairing["people"] for pairing in round_["pairings"]] for round_ in recorded]


def test_a_plan_to_read_is_in_the_language_of_the_evening(rounds: Run) -> None:
    _status, out, _said = rounds("plan", SAMPLES / "kouryukai.toml")

    assert "第1ラウンド" in out
    assert "お相手の一覧" in out
    assert "青木 美咲" in out


def test_a_plan_for_a_spreadsheet_has_a_row_per_pairing(mixer: Path, rounds: Run) -> None:
    _status, out, _said = rounds("plan", mixer, "--format", "csv")

    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert rows[0] == ["round", "table", "seat A", "seat B", "seat C", "listens first"]
    assert len([row for row in rows[1:] if row[3]]) == 6 * 10
    assert len([row for row in rows[1:] if row[1] == "rests"]) == 4


# export


def test_an_export_is_what_was_held(rounds: Run) -> None:
    status, out, _said = rounds("export", HELD)

    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert status == 0
    assert len(rows) == 6 * 29
    assert sorted({row["status"] for row in rows}) == ["held", "no-show", "short"]


def test_the_name_of_the_file_says_the_format(tmp_path: Path, rounds: Run) -> None:
    status, _out, said = rounds("export", HELD, "--to", tmp_path / "pairs.json")

    assert status == 0
    assert "was written" in said
    assert len(json.loads((tmp_path / "pairs.json").read_text("utf-8"))["pairings"]) == 6 * 29


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path, rounds: Run) -> None:
    there = tmp_path / "pairs.csv"
    there.write_text("mine")

    refused, _out, said = rounds("export", HELD, "--to", there)
    assert (refused, there.read_text()) == (1, "mine")
    assert "--force" in said
    assert rounds("export", HELD, "--to", there, "--force")[0] == 0

    assert there.read_bytes().startswith(b'\xef\xbb\xbf"round"')


def test_the_event_file_itself_is_never_overwritten(mixer: Path, rounds: Run) -> None:
    before = mixer.read_bytes()

    status, _out, _said = rounds("export", mixer, "--to", mixer, "--force")

    assert (status, mixer.read_bytes()) == (2, before)


@pytest.fixture
def noted(mixer: Path) -> Path:
    with mixer.open("a", encoding="utf-8") as file:
        file.write("\n# ======== RECORD ========\n")
        for by, about in (("Aiko Tanaka", "Ben O'Neill"), ("Ben O'Neill", "Aiko Tanaka")):
            file.write(
                f'\n[[notes]]\nround = 1\nby = "{by}"\nabout = "{about}"\n'
                f'at = 2026-05-14 18:36:0{len(by) % 10}+09:00\ntext = "SECRET of {by}"\n'
            )
    return mixer


@pytest.mark.parametrize("form", ["csv", "json", "markdown"])
def test_no_note_leaves_the_file_unless_asked_for(form: str, noted: Path, rounds: Run) -> None:
    assert "SECRET" not in rounds("export", noted, "--format", form)[1]
    assert rounds("export", noted, "--format", form, "--notes", "all")[1].count("SECRET") == 2


def test_one_persons_notes_are_theirs_alone(noted: Path, rounds: Run) -> None:
    status, out, _said = rounds("export", "--notes", "mine", "Aiko Tanaka", noted)

    assert status == 0
    assert "SECRET of Aiko Tanaka" in out
    assert "SECRET of Ben" not in out


def test_one_persons_export_has_only_the_pairings_they_sat_in(rounds: Run) -> None:
    everybody = rounds("export", HELD)[1].splitlines()
    name = everybody[1].split('"')[5]

    status, out, _said = rounds("export", HELD, "--notes", "mine", name)

    assert status == 0
    assert out.splitlines() == [everybody[0], *(line for line in everybody[1:] if name in line)]


def test_the_people_and_the_lists_can_be_asked_for(noted: Path, rounds: Run) -> None:
    status, out, _said = rounds("export", noted, "--with", "people", "--what", "again")

    assert status == 0
    assert "participant: company" in out
    assert "SECRET" not in out
    assert rounds("export", noted, "--what", "wishes")[0] == 2


@pytest.mark.parametrize("name", ["aiko  tanaka", "ＡＩＫＯ　ＴＡＮＡＫＡ"])
def test_a_name_may_be_spelled_as_at_check_in(name: str, noted: Path, rounds: Run) -> None:
    assert "SECRET of Aiko Tanaka" in rounds("export", "--notes", "mine", name, noted)[1]


def test_a_name_mistyped_is_answered_with_the_nearest(noted: Path, rounds: Run) -> None:
    _status, _out, said = rounds("export", "--notes", "mine", "Aika Tanake", noted)

    assert "Aika Tanake is not on the roster: did you mean Aiko Tanaka?" in said


def test_notes_of_nobody_are_a_mistake(noted: Path, rounds: Run) -> None:
    status, out, said = rounds("export", noted, "--notes", "mine", "Nobody")

    assert (status, out) == (2, "")
    assert "Nobody is not on the roster." in said


# demo


@pytest.fixture
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.mark.usefixtures("_own_folders")
def test_the_demo_runs_on_a_copy_and_goes_on_with_it(rounds: Run) -> None:
    first = rounds("demo")
    again = rounds("demo")
    afresh = rounds("demo", "--new")

    assert [each[0] for each in (first, again, afresh)] == [0, 0, 0]
    assert "yours to play with" in first[2]
    assert "Continuing" in again[2]
    assert "founders_mixer-2.toml" in afresh[2]


def test_the_demo_takes_whatever_an_evening_is_run_with() -> None:
    made = parser("")
    evening = vars(made.parse_args(["run", "mixer.toml"]))
    demo = vars(made.parse_args(["demo"]))

    assert set(evening) - {"file", "console"} <= set(demo)


@pytest.mark.usefixtures("_own_folders")
def test_the_demo_without_a_terminal_prints_the_evening(rounds: Run) -> None:
    _status, out, _said = rounds("--lang", "ja", "demo")

    assert "18:30:00" in out
    assert "休憩" in out


def test_the_demo_takes_everything_that_an_evening_takes() -> None:
    made = parser("home")
    of_run = vars(made.parse_args(["run", "mixer.toml"]))
    of_demo = vars(made.parse_args(["demo"]))

    assert of_run.keys() - of_demo.keys() == {"file", "console"}  # which it decides itself


def test_a_benchmark_that_is_none_is_told(rounds: Run) -> None:
    status, out, said = rounds("bench", "nothing")

    assert (status, out) == (2, "")
    assert "stage" in said


def test_an_evening_that_cannot_start_over_here_keeps_its_record(
    tmp_path: Path, rounds: Run
) -> None:
    held = Path(shutil.copy(HELD, tmp_path / "held.toml"))

    status, _out, said = rounds("run", held, "--new")

    assert (status, "needs a terminal" in said) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["held.toml"]
    assert held.read_bytes() == HELD.read_bytes()
