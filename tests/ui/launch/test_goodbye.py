"""The words on leaving: its commands work as they stand."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from rounds.cli.main import main
from rounds.i18n import using
from rounds.ui.launch.goodbye import farewell
from tests.hosts import ROUNDS, environment_in, in_a_round, mixer_in, quit_a_round
from tests.prompt import Prompt


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_host_reads_where_the_evening_is_and_how_it_goes_on() -> None:
    said = farewell(Path("m2.toml"), held=True)

    assert said.splitlines() == [
        "Saved in m2.toml.",
        "Continue: rounds run m2.toml",
        "Who met whom: rounds export m2.toml --to history.csv",
    ]


def test_before_anybody_met_nothing_is_said_of_who_met_whom() -> None:
    said = farewell(Path("m2.toml"), held=False)

    assert said.splitlines() == ["Saved in m2.toml.", "Continue: rounds run m2.toml"]


@pytest.mark.skipif(os.name == "nt", reason="the quotes of POSIX shells")
@pytest.mark.parametrize("name", ["it's $(mine) & yours.toml", "-x.toml", "交流会.toml"])
def test_the_command_works_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    mixer_in(tmp_path, "rounds = 2\nround_minutes = 5\n").rename(tmp_path / name)
    Path("history.csv").touch()

    command = farewell(Path(name), held=True).rpartition("Who met whom: ")[2]

    assert main(shlex.split(command)[1:]) == 0
    assert Path("history-2.csv").exists()


def test_a_name_that_could_harm_a_terminal_is_in_no_command() -> None:
    with using("ja"):
        said = farewell(Path("a\x1b[2J.toml"), held=True)

    assert "\x1b" not in said
    assert "rounds run" not in said


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
@pytest.mark.terminal
def test_after_the_screen_is_gone_the_host_reads_how_to_go_on(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, "rounds = 2\nround_minutes = 5\n")
    environment = environment_in(tmp_path)
    with Prompt([ROUNDS, "run", str(path)], tmp_path / "end.json", environment=environment) as host:
        in_a_round(host)
        quit_a_round(host)

        assert host.ended().status == 0
        assert f"Continue: rounds run {path}" in " ".join(host.text.replace("\n", "").split())
