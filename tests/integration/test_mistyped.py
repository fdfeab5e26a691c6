"""What a host reads who typed something else than was meant."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rounds.cli.main import main
from tests.house.source import ROOT

Run = Callable[..., tuple[int, str, str]]
Said = Callable[..., str]

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def said(rounds: Run) -> Said:
    def run(*arguments: str) -> str:
        status, out, err = rounds(*arguments)
        assert (status, out, err.count("\n")) == (2, "", 1)
        return err.strip()

    return run


@pytest.fixture(autouse=True)
def mixer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(ROOT / "sample_events" / "smallest.toml", tmp_path / "mixer.toml"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("rn", "rounds run"), ("Export", "rounds export"), ("help", "rounds --help")],
)
def test_a_mistyped_command_is_answered_with_the_nearest(
    typed: str, meant: str, said: Said
) -> None:
    assert said(typed) == f"{typed} is not a command: did you mean {meant}?"


def test_a_word_that_is_near_nothing_is_shown_the_way_to_the_help(said: Said) -> None:
    assert said("frobnicate") == "frobnicate is not a command: see rounds --help"


@pytest.mark.parametrize("typed", ["mixer.toml", "mixer", "MIXER.TOML"])
def test_a_file_in_the_place_of_a_command_is_told_how_to_run_it(typed: str, said: Said) -> None:
    assert said(typed).endswith("is a file, not a command. Run it with: rounds run mixer.toml")


def test_a_file_with_a_blank_in_its_name_is_suggested_in_quotes(mixer: Path, said: Said) -> None:
    mixer.rename("our mixer.toml")

    assert said("our mixer.toml").endswith("Run it with: rounds run 'our mixer.toml'")


def test_a_blank_that_was_not_quoted_is_told(said: Said) -> None:
    assert said("check", "our", "mixer.toml").startswith(
        "mixer.toml is one word too many: put a name with spaces in quotes"
    )


@pytest.mark.parametrize("typed", [["--console", "mixer.toml"], ["--console", "run", "mixer.toml"]])
def test_an_option_in_front_of_its_command_is_told_its_place(typed: list[str], said: Said) -> None:
    assert said(*typed).endswith("it goes after a command: rounds run --console mixer.toml")


@pytest.mark.parametrize(
    "typed", [["--language", "ja"], ["--lan", "ja", "check", "mixer.toml"], ["--langauge=ja"]]
)
def test_the_option_of_the_language_is_found_by_its_other_names(
    typed: list[str], said: Said
) -> None:
    assert said(*typed).endswith("did you mean --lang?")


def test_a_shortened_option_is_never_half_understood(said: Said) -> None:
    assert "did you mean --lang?" in said("check", "--lan", "ja", "mixer.toml")
    assert "did you mean --format?" in said("plan", "--form", "csv", "mixer.toml")


def test_a_language_asked_for_twice_is_the_last_one(rounds: Run) -> None:
    status, out, _err = rounds("--lang=ja", "--lang", "en", "check", "mixer.toml")

    assert status == 0
    assert "Participants" in out


def test_the_language_can_be_chosen_behind_the_command_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["check", "--lang", "ja", "mixer.toml"])

    assert status == 0
    assert "参加者" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["pairs.xlsx", "pairs.tsv", "pairs"])
def test_an_export_is_never_called_what_it_is_not(name: str, said: Said) -> None:
    assert said("export", "mixer.toml", "--to", name) == (
        f"{name}: choose a name that ends in .csv, .json or .md, or use --format"
    )
    assert not Path(name).exists()


def test_an_export_may_have_any_name_if_its_form_is_said(mixer: Path) -> None:
    assert main(["export", str(mixer), "--to", "pairs.txt", "--format", "csv"]) == 0
